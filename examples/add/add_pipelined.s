// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Vector add, software-pipelined: 12 bundles for 4 vectors where add.s takes 28.
//
//	tpc-run examples/add/add_pipelined.s
//
// One member of the index space is 4 vectors of 64 floats. For vector v of a
// pass, counted in bundles from the beginning of the pass:
//
//	3v      load x          3v + 5  add
//	3v + 1  load y          3v + 7  store
//
// so a pass ends the last two vectors of the pass before. Bundles 2, 5, 8 and
// 11 have no load because a load must not stand 4 bundles after a store (a
// rule of this generation), and stores stand in 1, 4, 7 and 10.
//
// The first pass has no pass before it. Its first two stores still happen, but
// in row -1, outside the tensor, where they are dropped; bundle 6 then sets the
// row right.

@let N = 1000
@let M = 24
@tensor x f32[N, M] in = random(1, -100, 100)
@tensor y f32[N, M] in = random(2, -100, 100)
@tensor z f32[N, M] out
@index_space ceil(N / 256), M
@expect z[i, j] = x[i, j] + y[i, j]

// Tensors: 0 is x, 1 is y, 2 is z. Vector v of a pass: x in V<v>, y in V<4 + v>,
// the sum in V<8 + v>.

main:
	nop; mov_irf_dim 1 S9, I1; nop; cache_invalidate
	nop; mov_irf_dim 0 S8, I1; nop; cache_flush	// S8: passes a row
	nop; mov.i32 b11111 I2, I0		// I2: where the row begins
	nop; shl.i32 b00001 I2, I0, 8		// a member is 256 elements wide
	loop 0, S9, 1, <, rows_end
	nop					// the delay slot of the loop

	nop; mov.i32 b11111 I3, I2		// I3: loads
	nop; mov.i32 b11111 I4, I2		// I4: stores, two vectors behind
	nop; add.i32 b00001 I4, -128, I4
	nop; mov.i32 b00010 I4, -1
	loop 0, S8, 1, <, row_end
	nop
	// Operations marked ' belong to the pass before.
	ld_tnsr V0, 0, I3							// 0
	ld_tnsr V4, 1, I3; add.i32 b00001 I4, 64, I4; nop; st_tnsr 2, I4, V10	// 1, store '
	nop; add.i32 b00001 I3, 64, I3; add.f32 V11, V3, V7			// 2, add '
	ld_tnsr V1, 0, I3							// 3
	ld_tnsr V5, 1, I3; add.i32 b00001 I4, 64, I4; nop; st_tnsr 2, I4, V11	// 4, store '
	nop; add.i32 b00001 I3, 64, I3; add.f32 V8, V0, V4			// 5
	ld_tnsr V2, 0, I3; mov.i32 b00010 I4, I2				// 6
	ld_tnsr V6, 1, I3; add.i32 b00001 I4, 64, I4; nop; st_tnsr 2, I4, V8	// 7
	nop; add.i32 b00001 I3, 64, I3; add.f32 V9, V1, V5			// 8
	ld_tnsr V3, 0, I3							// 9
	ld_tnsr V7, 1, I3; add.i32 b00001 I4, 64, I4; nop; st_tnsr 2, I4, V9	// 10
	nop; add.i32 b00001 I3, 64, I3; add.f32 V10, V2, V6			// 11
row_end:

	// The last two vectors of the row.
	nop; add.i32 b00010 I2, 1, I2
	nop; add.i32 b00001 I4, 64, I4; nop; st_tnsr 2, I4, V10
	nop; nop; add.f32 V11, V3, V7
	nop
	nop; nop; nop; st_tnsr 2, I4, V11
	nop
rows_end:
	halt
	nop
	nop
	nop
