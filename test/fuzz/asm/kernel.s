@arg a f32
	.globl main
	.type main,@function
main:	nop; mov.i32 S1, 0x10 /* x */ ; nop
	.set N, (3 + 4) * 2
	loop 0, S1, N, <, .Lend, 1, !SP1
	nop
	ld_tnsr V1, 0, I2; add.i32 b00001 I2, N, I2; mac.f32 V2, V1, S3, VP4; st_tnsr 1, I3, V2
.Lend:	nop; jmpr main, !SP3
	nop; jmpa . + 64
	halt // end
	.section .tpc_metadata
	version: DD 12
	scalarLd[3]: DB 1
	rmwStore: DH 0100000000000000
