/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The inside of a launch, for providers.
 *
 * A submitted launch consists of (SYN, G3SW):
 *  - prepare: a download of the TPCs' programs to device memory, and both sync
 *    objects set to 0; waited for, since the queues fetch from there;
 *  - down: copies to the device, then the input object becomes 1;
 *  - one program a TPC: wait for the input object, then for each of its parts
 *    write the descriptor, drop the caches, execute; the last part adds 1 to
 *    the output object;
 *  - up: wait until the output object counts all TPCs, copy back.
 * The driver reports completion of down and up.
 */
#ifndef TPC_LIB_LAUNCH_H
#define TPC_LIB_LAUNCH_H

#include "lut.h"
#include "priv.h"

struct tpc_copy_step {
	uint64_t dst;
	uint64_t src;
	uint64_t size;
};

struct tpc_copies {
	struct tpc_copy_step *step;
	size_t count;
	size_t room;
};

struct tpc_launch {
	struct tpc_device *dev;
	struct tpc_kernel *kernel;
	struct tpc_tensor tensor[TPC_MAX_TENSORS];
	uint32_t tensors; /* bit i: tensor i is set */
	uint32_t scalar[TPC_MAX_SCALARS];
	unsigned num_scalars;	    /* highest one set, plus 1 */
	uint64_t lut[TPC_NUM_LUTS]; /* by class; 0: the kernel's */
	struct tpc_box space;
	bool has_space;
	unsigned want_tpcs, want_parts; /* 0: default */
	struct tpc_copies down, up;

	/* The last submission. */
	struct tpc_box *parts;
	unsigned num_parts;
	unsigned tpc[TPC_MAX_TPCS]; /* hardware number of the k-th TPC used */
	unsigned num_tpcs;
	unsigned input_sob, output_sob;
	struct tpc_buf *program; /* host copy of what the queues fetch */
	struct tpc_mem *program_mem;
	struct tpc_buf *words; /* scalars of a kernel with too many */
	struct tpc_mem *words_mem;
	uint32_t hidden; /* bit of the tensor with them */
	uint64_t seq;
	bool in_flight;
};

#endif
