/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Element types of tensors. */
#include <errno.h>
#include <string.h>

#include "tpc/tpc.h"

static const struct {
	const char *name;
	unsigned bytes;
} dtypes[TPC_NUM_DTYPES] = {
	[TPC_DTYPE_I8] = {"i8", 1},	[TPC_DTYPE_I16] = {"i16", 2},
	[TPC_DTYPE_I32] = {"i32", 4},	[TPC_DTYPE_U8] = {"u8", 1},
	[TPC_DTYPE_U16] = {"u16", 2},	[TPC_DTYPE_U32] = {"u32", 4},
	[TPC_DTYPE_BF16] = {"bf16", 2}, [TPC_DTYPE_F32] = {"f32", 4},
};

int tpc_dtype_by_name(const char *name)
{
	int i;

	for (i = 0; i < TPC_NUM_DTYPES; i++)
		if (!strcmp(dtypes[i].name, name))
			return i;
	return -EINVAL;
}

const char *tpc_dtype_name(enum tpc_dtype type)
{
	return (unsigned)type < TPC_NUM_DTYPES ? dtypes[type].name : NULL;
}

unsigned tpc_dtype_bytes(enum tpc_dtype type)
{
	return (unsigned)type < TPC_NUM_DTYPES ? dtypes[type].bytes : 0;
}
