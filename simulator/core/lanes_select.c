/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Which compiled set of lane loops this machine runs.
 */
#include "lanes.h"

void lanes_select(lane_find_fn *find, lane_convert_fn *convert)
{
#ifdef TPC_LANES_V3
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
	    __builtin_cpu_supports("bmi2")) {
		*find = lanes_find_v3;
		*convert = lanes_convert_v3;
		return;
	}
#endif
	*find = lanes_find_base;
	*convert = lanes_convert_base;
}
