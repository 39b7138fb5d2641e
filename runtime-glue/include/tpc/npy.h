/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * .npy files: arrays of numbers as NumPy stores them.
 *
 * Read strictly: format versions 1.0, 2.0 and 3.0, little-endian elements, C
 * order, and exactly as many bytes as the shape says. Element types and their
 * descriptions in the file:
 *
 *	f32 <f4   i32 <i4   u32 <u4   i16 <i2   u16 <u2   i8 |i1   u8 |u1
 *	bf16 <V2  boolean |b1, read as u8
 *
 * NumPy has no bf16 of its own; <V2 (two opaque bytes) is what it writes for
 * the type of the ml_dtypes package, whose arrays load back with
 * .view(ml_dtypes.bfloat16). Everything else is refused by name.
 *
 * NumPy's last axis is the one whose elements are adjacent; it is dimension 0
 * of a tensor. The functions here give sizes in the order of the tensor.
 *
 * All functions are thread-safe; different arrays are independent.
 */
#ifndef TPC_NPY_H
#define TPC_NPY_H

#include <stddef.h>
#include <stdint.h>

#include "tpc/tpc.h"

#ifdef __cplusplus
extern "C" {
#endif

#define TPC_NPY_DIMS 32 /* NumPy's own limit */

struct tpc_npy {
	enum tpc_dtype type;
	unsigned rank;		     /* 0: a single element */
	uint64_t size[TPC_NPY_DIMS]; /* dimension 0 is NumPy's last axis */
	uint64_t bytes;		     /* of the elements */
	const void *data;	     /* inside the bytes that were parsed */
};

/*
 * tpc_npy_parse() - reads the file's bytes.
 * @npy: on success; @npy->data points into @bytes, aligned as it comes.
 * @why: sentence about a failure, may be NULL. Column positions in it count
 *	 bytes of the header text from 1.
 *
 * Returns 0, -EINVAL for bytes that are no such file, -ENOTSUP for one that is
 * valid but has an order or element type outside the list above, -EOVERFLOW
 * for a shape whose size does not fit 63 bits.
 */
int tpc_npy_parse(const void *bytes, size_t size, struct tpc_npy *npy,
		  char *why, size_t why_size);

/*
 * tpc_npy_header() - the bytes that stand before the elements.
 * @header: malloc'ed, the caller frees it; a multiple of 64 bytes long.
 *
 * Returns 0, -EINVAL for an unknown type or a rank above TPC_NPY_DIMS,
 * -ENOMEM.
 */
int tpc_npy_header(enum tpc_dtype type, unsigned rank, const uint64_t *size,
		   void **header, size_t *header_size);

#ifdef __cplusplus
}
#endif

#endif
