// y = x for 16-bit elements: 128 a vector, one dimension.
main:
	nop; mov_irf_dim 0 S8, I1; nop; cache_invalidate
	nop; mov.i32 b11111 I2, I0
	nop; shl.i32 b00001 I2, I0, 7
	nop
	nop
	nop
	loop 0, S8, 1, <, end
	nop
	ld_tnsr V0, 0, I2
	nop
	nop
	nop
	nop
	nop
	nop
	nop; add.i32 b00001 I2, 128, I2; nop; st_tnsr 1, I2, V0
end:
	halt
	nop
	nop
	nop
