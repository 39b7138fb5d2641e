// What is wrong in an expansion is shown there, with a note where it was asked
// for; blocks have an end.
// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not ls %t.o
.macro twice reg:req, other=V0
	nop
	nop; nop; add.f32 \reg, \other
.endm
	twice V1
	twice
// CHECK: invalid-macro.s:[[#@LINE-1]]:2: error: macro 'twice' needs argument 'reg'
	twice V1, V2, V3
// CHECK: invalid-macro.s:[[#@LINE-1]]:16: error: macro 'twice' takes 2 arguments
	twice V1, reg=V2
// CHECK: invalid-macro.s:[[#@LINE-1]]:12: error: argument 'reg' is given already
.macro twice
.endm
// CHECK: invalid-macro.s:[[#@LINE-2]]:8: error: macro 'twice' is defined already, in line 5
	.endm
// CHECK: invalid-macro.s:[[#@LINE-1]]:2: error: .endm without .macro
	.endr
// CHECK: invalid-macro.s:[[#@LINE-1]]:2: error: .endr without .rept or .irp
	.rept -1
	.endr
// CHECK: invalid-macro.s:[[#@LINE-2]]:8: error: count -1 is out of range 0..1048576
.macro endless
	endless
.endm
	endless
// CHECK: error: more than 64 levels of macros and included files
	.rept 3
// CHECK: invalid-macro.s:[[#@LINE-1]]:2: error: .rept has no .endr
// Bundles are read when all lines have been.
// CHECK: <macro twice #1>:2:26: error: add needs another operand
// CHECK-NEXT: nop; nop; add.f32 V1, V0
// CHECK: invalid-macro.s:9:2: note: expanded from here
