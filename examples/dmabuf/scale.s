// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// y = alpha * x for f32 vectors; what the importing process runs on the memory
// of the exporting one. It runs by itself, too:
//
//	tpc-run examples/dmabuf/scale.s

@let N = 1000
@arg alpha f32 = 3
@tensor x f32[N] in = random(1, -100, 100)
@tensor y f32[N] out
@index_space ceil(N / 64)
@expect y[i] = alpha * x[i]

// Tensors: 0 is x, 1 is y. S0 is alpha, the first scalar argument.

	.section .tpc_metadata
	paramsNum: DB 1
	.text
main:
	nop; mov_irf_dim 0 S8, I1; nop; cache_invalidate // vectors that are ours
	nop; mov.i32 b11111 I2, I0		// I2: the first of them
	nop; shl.i32 b00001 I2, I0, 6		// a member is 64 elements wide
	nop
	nop
	nop					// S8 is ready 4 bundles after
	loop 0, S8, 1, <, vectors_end
	nop					// the delay slot of the loop
	ld_tnsr V0, 0, I2
	nop
	nop
	nop					// V0 is ready 4 bundles after
	nop; nop; mul.f32 V1, V0, S0
	nop; nop; nop
	nop; nop; nop
	nop; add.i32 b00001 I2, 64, I2; nop; st_tnsr 1, I2, V1
vectors_end:
	halt
	nop
	nop
	nop
