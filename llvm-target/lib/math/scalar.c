/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The functions of binary32 numbers: the vectors' sources on the SPU. */
#include "tpc-math-scalar.h"

#include "f32.h"

#define SYMBOL(name) __tpc_s_##name
#include "functions.h"

float __tpc_s_tanh_f32(float x) { return tanh_free_f32(x); }
