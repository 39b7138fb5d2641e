// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Vector add: z = x + y for f32 tensors of any size.
//
//	tpc-run examples/add/add.s
//
// One member of the index space is one vector of 64 floats in one row. The
// last vector of a row may reach over the end of the tensors: loads give the
// padding value there and stores are dropped, so ragged sizes need no code.

@let N = 1000
@let M = 24
@tensor x f32[N, M] in = random(1, -100, 100)
@tensor y f32[N, M] in = random(2, -100, 100)
@tensor z f32[N, M] out
@index_space ceil(N / 64), M
@expect z[i, j] = x[i, j] + y[i, j]

// Columns: LOAD; SPU; VPU; STORE. Tensors: 0 is x, 1 is y, 2 is z.
// I0 holds the first member of the index space that is ours, I1 how many.

main:
	// The caches: existing compilers begin kernels this way (LLVM).
	nop; nop; nop; cache_invalidate
	nop; nop; nop; cache_flush
	nop; mov.i32 b11111 I2, I0		// I2: where the row begins
	nop; shl.i32 b00001 I2, I0, 6		// a member is 64 elements wide
	nop; mov_irf_dim 0 S8, I1		// vectors a row
	nop; mov_irf_dim 1 S9, I1		// rows
	nop
	nop
	nop					// S9 is ready 4 bundles after
	loop 0, S9, 1, <, rows_end
	nop					// the delay slot of the loop

	nop; mov.i32 b11111 I3, I2		// I3: the vector at hand
	loop 0, S8, 1, <, row_end
	nop
	ld_tnsr V0, 0, I3
	ld_tnsr V1, 1, I3
	nop
	nop
	nop					// V1 is ready 4 bundles after
	nop; nop; add.f32 V2, V0, V1
	// A store takes V2 one bundle after the add; it reads I3 before the
	// addition beside it writes it.
	nop; add.i32 b00001 I3, 64, I3; nop; st_tnsr 2, I3, V2
row_end:

	nop; add.i32 b00010 I2, 1, I2
	nop
	nop
	nop					// loops end 4 bundles apart
rows_end:
	halt
	nop
	nop
	nop
