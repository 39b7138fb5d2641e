// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Histogram of 64 bins over an i32 tensor; values outside 0..63 do not count.
//
//	tpc-run examples/histogram/histogram.s
//
// Vector memory holds 64 vectors of counters, one lane a counter. Lane l of
// vector k counts the values (l + k) modulo 64 that pass through lane l: with
// d = (x - l) modulo 64, computed once, vector k counts the lanes where d == k.
// At the end vector k belongs into the histogram rotated by k lanes, which two
// atomic stores do: one at coordinate k, one at k - 64, each dropping the lanes
// that fall outside the 64 bins.

@let N = 500
@let M = 12
@tensor x i32[N, M] in pad -1 = random(5, -8, 71)
@tensor hist i32[64] inout = iota(0, 1000)
@index_space ceil(N / 64), M
@expect hist[b] = hist[b] + sum(j: 0..M, i: 0..N) (x[i, j] == b)

// Tensors: 0 is x, 1 is hist. Elements outside x read as -1: they count
// nowhere.

	.section .tpc_metadata
	rmwStore[1]: DB 1
	.text
main:
	nop; mov_irf_dim 0 S8, I1; mov.i32 V2, 0; cache_invalidate
	nop; mov_irf_dim 1 S9, I1; nop; cache_flush
	nop; mov.i32 b11111 I2, I0
	nop; shl.i32 b00001 I2, I0, 6		// a member is 64 elements wide

	// All counters to 0: 16 times 4 vectors of 256 bytes.
	nop; mov.i32 S12, 0
	nop; mov.i32 S13, 256
	nop; mov.i32 S14, 512
	nop; mov.i32 S15, 768
	loop 0, 16, 1, <, clear_end
	nop					// the delay slot of the loop
	nop; add.i32 S12, S12, 1024; nop; st_l_v S12, V2
	nop; add.i32 S13, S13, 1024; nop; st_l_v S13, V2
	nop; add.i32 S14, S14, 1024; nop; st_l_v S14, V2
	nop; add.i32 S15, S15, 1024; nop; st_l_v S15, V2
	nop
	nop
	nop
clear_end:

	loop 0, S9, 1, <, rows_end
	nop
	nop; mov.i32 b11111 I3, I2
	loop 0, S8, 1, <, row_end
	nop

	// V1 = (x - lane) modulo 64, or -1 where x is no bin. S12..S15 are the
	// addresses of four counter vectors, S16..S19 their numbers.
	ld_tnsr V0, 0, I3; add.i32 b00001 I3, 64, I3
	nop; mov.i32 S12, 0
	nop; mov.i32 S13, 256
	nop; mov.i32 S14, 512
	nop; mov.i32 S15, 768; sub.i32 V1, V0, V_LANE_ID_32
	nop; nop; cmp_grt.u32 VP1, V0, 63
	nop; mov.i32 S16, 0
	nop; mov.i32 S17, 1
	nop; nop; and.i32 V1, V1, 63
	nop; mov.i32 S18, 2
	nop; mov.i32 S19, 3
	nop
	nop; nop; mov.i32 V1, -1, VP1

	// Four counter vectors a pass: load, compare, count, store. A vector
	// goes back to VLM 7 bundles after its addition.
	loop 0, 16, 1, <, bins_end
	nop
	ld_l_v V4, S12
	ld_l_v V5, S13
	ld_l_v V6, S14
	ld_l_v V7, S15
	nop; nop; cmp_eq.i32 VP1, V1, S16
	nop; add.i32 S16, S16, 4; cmp_eq.i32 VP2, V1, S17
	nop; add.i32 S17, S17, 4; cmp_eq.i32 VP3, V1, S18
	nop; add.i32 S18, S18, 4; cmp_eq.i32 VP4, V1, S19
	nop; nop; add.i32 V4, V4, 1, VP1
	nop; nop; add.i32 V5, V5, 1, VP2
	nop; nop; add.i32 V6, V6, 1, VP3
	nop; nop; add.i32 V7, V7, 1, VP4
	nop; add.i32 S19, S19, 4
	nop
	nop
	nop; add.i32 S12, S12, 1024; nop; st_l_v S12, V4
	nop; add.i32 S13, S13, 1024; nop; st_l_v S13, V5
	nop; add.i32 S14, S14, 1024; nop; st_l_v S14, V6
	nop; add.i32 S15, S15, 1024; nop; st_l_v S15, V7
bins_end:

	nop
	nop
	nop
	nop					// loops end 4 bundles apart
row_end:
	nop; add.i32 b00010 I2, 1, I2
	nop
	nop
	nop
rows_end:

	// Counters to the histogram. S29: i32 (2), add (0 << 4), enabled
	// (1 << 6); the stores see it 7 bundles later.
	nop; mov.i32 S29, 0x42
	nop; mov.i32 S12, 0
	nop; mov.i32 b11111 I4, 0		// k
	nop; mov.i32 b11111 I5, 0
	nop; mov.i32 b00001 I5, -64		// k - 64
	loop 0, 64, 1, <, write_end
	nop
	ld_l_v V4, S12; add.i32 S12, S12, 256
	nop; add.i32 b00001 I4, 1, I4; nop; st_tnsr rmw_sel 1, I4, V4, S29
	nop; add.i32 b00001 I5, 1, I5; nop; st_tnsr rmw_sel 1, I5, V4, S29
	nop
	nop
	nop
	nop
write_end:
	halt
	nop
	nop
	nop
