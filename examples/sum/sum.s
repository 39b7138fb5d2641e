// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sum of all elements of an f32 tensor, on as many TPCs as there are.
//
//	tpc-run examples/sum/sum.s
//
// Every TPC sums its part of the tensor in 4 x 64 lanes, folds them to 32
// lanes with the help of its vector memory, and adds those to the result in
// device memory by atomic stores. The order in which TPCs add is not fixed, so
// the last bits may differ from run to run.

@let N = 1000
@let M = 40
@tensor x f32[N, M] in = random(4, 0, 1)
@tensor total f32[1] inout = const(1000)
@index_space ceil(N / 256), M
@expect total[i] = total[i] + sum(j: 0..M, k: 0..N) x[k, j] within rel 1e-5

// Tensors: 0 is x, 1 is total. Elements outside x read as its padding value,
// 0, which a sum does not notice.

	.section .tpc_metadata
	rmwStore[1]: DB 1
	.text
main:
	nop; nop; nop; cache_invalidate
	nop; nop; nop; cache_flush
	nop; mov.i32 b11111 I2, I0; mov.f32 V8, 0
	nop; shl.i32 b00001 I2, I0, 8		// a member is 256 elements wide
	nop; mov_irf_dim 0 S8, I1; mov.f32 V9, 0
	nop; mov_irf_dim 1 S9, I1; mov.f32 V10, 0
	nop; nop; mov.f32 V11, 0
	nop
	nop					// S9 is ready 4 bundles after
	loop 0, S9, 1, <, rows_end
	nop					// the delay slot of the loop

	// Four sums, because an addition takes 4 bundles.
	nop; mov.i32 b11111 I3, I2
	loop 0, S8, 1, <, row_end
	nop
	ld_tnsr V0, 0, I3; add.i32 b00001 I3, 64, I3
	ld_tnsr V1, 0, I3; add.i32 b00001 I3, 64, I3
	ld_tnsr V2, 0, I3; add.i32 b00001 I3, 64, I3
	ld_tnsr V3, 0, I3; add.i32 b00001 I3, 64, I3
	nop; nop; add.f32 V8, V8, V0
	nop; nop; add.f32 V9, V9, V1
	nop; nop; add.f32 V10, V10, V2
	nop; nop; add.f32 V11, V11, V3
row_end:

	nop; add.i32 b00010 I2, 1, I2
	nop
	nop
	nop					// loops end 4 bundles apart
rows_end:

	// Four sums to one. S29 says what the atomic stores below do: f32 (7),
	// add (0 << 4), enabled (1 << 6); they see it 7 bundles later.
	nop; mov.i32 S29, 0x47; add.f32 V8, V8, V9
	nop; nop; add.f32 V10, V10, V11
	nop; mov.i32 b11111 I4, 0
	nop
	nop
	nop; nop; add.f32 V8, V8, V10
	nop
	nop
	nop
	nop
	nop
	nop					// V8 goes to VLM 7 bundles after

	// 64 lanes to 32: store all, load the upper half as a lower half.
	nop; nop; nop; st_l_v 0, V8
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	ld_l_v_low V9, 128
	nop
	nop
	nop
	nop; nop; add.f32 V8, V8, V9

	// Lane k of V8 meets the only element of the result when the store
	// begins at coordinate -k; all other lanes lie outside and are dropped.
	loop 0, 4, 1, <, lanes_end
	nop
	nop; add.i32 b00001 I4, -1, I4; nop; st_tnsr rmw_sel 1, I4, V8, S29
	nop; add.i32 b00001 I4, -1, I4; nop; st_tnsr rmw_sel 1, I4, V8, S29
	nop; add.i32 b00001 I4, -1, I4; nop; st_tnsr rmw_sel 1, I4, V8, S29
	nop; add.i32 b00001 I4, -1, I4; nop; st_tnsr rmw_sel 1, I4, V8, S29
	nop; add.i32 b00001 I4, -1, I4; nop; st_tnsr rmw_sel 1, I4, V8, S29
	nop; add.i32 b00001 I4, -1, I4; nop; st_tnsr rmw_sel 1, I4, V8, S29
	nop; add.i32 b00001 I4, -1, I4; nop; st_tnsr rmw_sel 1, I4, V8, S29
	nop; add.i32 b00001 I4, -1, I4; nop; st_tnsr rmw_sel 1, I4, V8, S29
lanes_end:
	halt
	nop
	nop
	nop
