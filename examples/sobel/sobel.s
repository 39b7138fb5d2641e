// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sobel edge filter, 3 x 3, on grey pixels in i16:
//
//	gx = right - left column, rows weighted 1 2 1
//	gy = lower - upper row, columns weighted 1 2 1
//	dst = min(255, |gx| + |gy|)
//
//	tpc-run examples/sobel/sobel.s
//
// The result has no border: it is 2 pixels narrower and lower than the picture.
// One member of the index space is 256 pixels (two vectors side by side) of one
// row. Going down the rows, each row is loaded once, at three columns, and what
// two rows above left behind stays in registers:
//
//	d = right - left, e = d + (d above), gx = e + (e above)
//	h = left + 2 * middle + right, gy = h - (h two above)
//
// The loop is software-pipelined: a pass of 26 bundles begins one row and ends
// the one before, so results of the first three passes belong to no row, and
// the stores are off (SP1) until then.

@let W = 500
@let H = 40
@tensor src i16[W, H] in = each(i, j) div((i - 250) * (i - 250) + 40 * j * j, 64) % 256
@tensor dst i16[W - 2, H - 2] out
@index_space ceil((W - 2) / 256), H - 2
@expect dst[i, j] = min(255,
@	abs(src[i + 2, j] + 2 * src[i + 2, j + 1] + src[i + 2, j + 2]
@	    - src[i, j] - 2 * src[i, j + 1] - src[i, j + 2]) +
@	abs(src[i, j + 2] + 2 * src[i + 1, j + 2] + src[i + 2, j + 2]
@	    - src[i, j] - 2 * src[i + 1, j] - src[i + 2, j]))

// Tensors: 0 is src, 1 is dst.
//
// Registers of the left vector; the right one has them 20 higher:
//	V0 left, V1 middle, V2 right pixels of the row at hand
//	V3, V4 sums for h, V5 d, V6 h, V7 e, V8 gy, V9 gx
//	V10 d of the row above, V11 e above, V12 h two above, V13 h above
//	V15 |gx| + |gy|, V16 the result
// I8, I9, I10 and I11, I12, I13: coordinates of the loads
// I14, I15: coordinates of the stores, three rows behind

main:
	nop; mov_irf_dim 1 S9, I1; nop; cache_invalidate
	nop; mov_irf_dim 0 S8, I1; nop; cache_flush
	nop; mov.i32 b11111 I2, I0
	nop; shl.i32 b00001 I2, I0, 8		// a member is 256 pixels wide
	nop; add.i32 S11, S9, 3			// passes: rows and 3 more
	nop; mov.i32 S10, 255
	loop 0, S8, 1, <, columns_end
	nop					// the delay slot of the loop

	nop; mov.i32 b11111 I8, I2
	nop; mov.i32 b11111 I9, I2
	nop; add.i32 b00001 I9, 1, I9
	nop; mov.i32 b11111 I10, I2
	nop; add.i32 b00001 I10, 2, I10
	nop; mov.i32 b11111 I11, I2
	nop; add.i32 b00001 I11, 128, I11
	nop; mov.i32 b11111 I12, I2
	nop; add.i32 b00001 I12, 129, I12
	nop; mov.i32 b11111 I13, I2
	nop; add.i32 b00001 I13, 130, I13
	nop; mov.i32 b11111 I14, I2
	nop; add.i32 b00010 I14, -3, I14
	nop; mov.i32 b11111 I15, I14
	nop; add.i32 b00001 I15, 128, I15
	loop 0, S11, 1, <, rows_end
	nop

	// Bundles marked ' end the row of the pass before.
	ld_tnsr V0, 0, I8; nop; add.i16 V35, V28, V29			// '
	ld_tnsr V1, 0, I9; cmp_geq.i32 SP1, S33, 3
	ld_tnsr V2, 0, I10; nop; min.i16 V16, V15, S10			// '
	ld_tnsr V20, 0, I11
	ld_tnsr V21, 0, I12; nop; min.i16 V36, V35, S10			// '
	ld_tnsr V22, 0, I13; nop; add.i16 V3, V0, V1
	nop; add.i32 b00010 I14, 1, I14; add.i16 V4, V1, V2; st_tnsr 1, I14, V16, SP1	// '
	nop; add.i32 b00010 I15, 1, I15; sub.i16 V5, V2, V0; st_tnsr 1, I15, V36, SP1	// '
	nop; add.i32 b00010 I8, 1, I8; add.i16 V23, V20, V21
	nop; add.i32 b00010 I9, 1, I9; sub.i16 V25, V22, V20
	nop; add.i32 b00010 I10, 1, I10; add.i16 V24, V21, V22
	nop; add.i32 b00010 I11, 1, I11; add.i16 V6, V3, V4
	nop; add.i32 b00010 I12, 1, I12; add.i16 V7, V10, V5
	mov V10, V5; add.i32 b00010 I13, 1, I13; add.i16 V27, V30, V25
	mov V30, V25; nop; add.i16 V26, V23, V24
	nop; nop; sub.i16 V8, V6, V12
	mov V12, V13; nop; add.i16 V9, V11, V7
	mov V13, V6; nop; add.i16 V29, V31, V27
	mov V11, V7; nop; sub.i16 V28, V26, V32
	mov V31, V27; nop; abs.i16 V8, V8
	mov V32, V33; nop; abs.i16 V9, V9
	mov V33, V26; nop; abs.i16 V29, V29
	nop; nop; abs.i16 V28, V28
	nop
	nop; nop; add.i16 V15, V8, V9
	nop
rows_end:

	nop; add.i32 b00001 I2, 256, I2
	nop
	nop
	nop					// loops end 4 bundles apart
columns_end:
	halt
	nop
	nop
	nop
