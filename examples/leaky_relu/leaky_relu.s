// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Leaky ReLU: y = x where x >= 0, alpha * x elsewhere. Shows vector predicates:
// a compare writes one, and the multiplication changes only the lanes where it
// is true; the other lanes of its destination keep what they had.
//
//	tpc-run examples/leaky_relu/leaky_relu.s
//	tpc-run examples/leaky_relu/leaky_relu.s --arg 0.25

@let N = 777
@let M = 10
@arg alpha f32 = 0.1
@tensor x f32[N, M] in = random(3, -4, 4)
@tensor y f32[N, M] out
@index_space ceil(N / 64), M
@expect y[i, j] = x[i, j] < 0 ? alpha * x[i, j] : x[i, j]

// Tensors: 0 is x, 1 is y. S0 is alpha, the first scalar argument.

	.section .tpc_metadata
	paramsNum: DB 1
	.text
main:
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
	nop
	nop
	nop					// V0 is ready 4 bundles after
	nop; nop; cmp_less.f32 VP1, V0, 0
	nop					// a predicate is ready after 2
	nop; nop; mul.f32 V0, V0, S0, VP1
	nop; add.i32 b00001 I3, 64, I3; nop; st_tnsr 1, I3, V0
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
