// -Wearly: registers that are read before their value is visible, on every
// path: in a line, across a jump, around a loop; with guards that exclude each
// other nothing is read.
// RUN: %tpc-as -Wearly -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
	nop; mov.i32 S1, 5
	nop; add.i32 S2, S1, 1
// CHECK: check-early.s:[[#@LINE-1]]: warning: 'add.i32 S2, S1, 0x1' reads S1 at distance 1, the value is visible at 4 [-Wearly]
// CHECK: check-early.s:[[#@LINE-3]]: note: written by 'mov.i32 S1, 0x5'
	nop; mov.i32 S1, 5
	nop
	nop
	nop
	nop; add.i32 S2, S1, 1
	nop; mov.i32 S3, 1, SP1
	nop; add.i32 S4, S3, 1, !SP1
	nop
	nop
	nop
	nop; nop; mul.f32 V1, V2, V3
	nop; jmpr 1f, SP2
	nop
	nop
	nop
	nop
	nop; nop; add.f32 V4, V1, V1
1:	nop; nop; max.f32 V5, V1, V1
// CHECK: check-early.s:[[#@LINE-1]]: warning: 'max.f32 V5, V1, V1' reads V1 at distance 2, the value is visible at
	loop 0, S20, 1, <, .Lend
	nop
	nop; nop; add.f32 V7, V8, V8
// CHECK: check-early.s:[[#@LINE-1]]: warning: 'add.f32 V7, V8, V8' reads V8 at distance 1
	nop
	nop
	nop
	nop
	nop
	nop; nop; mov.f32 V8, V9
.Lend:
	halt
