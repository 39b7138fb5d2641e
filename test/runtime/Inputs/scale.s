// y = S0 * x in f32, without headers: one member of the index space is one
// vector of one row.
main:
	nop; mov_irf_dim 0 S8, I1; nop; cache_invalidate
	nop; mov_irf_dim 1 S9, I1
	nop; mov.i32 b11111 I2, I0
	nop; shl.i32 b00001 I2, I0, 6
	nop
	nop
	nop
	nop
	loop 0, S9, 1, <, rows_end
	nop
	nop; mov.i32 b11111 I3, I2
	loop 0, S8, 1, <, row_end
	nop
	ld_tnsr V0, 0, I3
	nop
	nop
	nop
	nop; nop; mul.f32 V1, V0, S0
	nop
	nop
	nop; add.i32 b00001 I3, 64, I3; nop; st_tnsr 1, I3, V1
row_end:
	nop; add.i32 b00010 I2, 1, I2
	nop
	nop
	nop
rows_end:
	halt
	nop
	nop
	nop
