// Macros: positional and named arguments, presets, numbers of expansions,
// repetition, recursion with a condition.
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr %t.o | FileCheck %s
.macro load reg, tensor=0, at:req
	ld_tnsr \reg, \tensor, \at; nop; mov.f32 V0, V0
.endm
.macro wait n
.Lwait\@:
	.rept \n
	nop
	.endr
.endm
.macro sum to, first, rest:vararg
	nop; nop; add.f32 \to, \to, \first
	.ifndef last_\first
	.set last_\first, 1
	sum \to, \rest
	.endif
.endm
.macro typed type, r
	nop; nop; max.\type \r\()1, V\r, V\r
.endm
	load V1, at=I2
// CHECK: ld_tnsr V1, 0x0, I2; nop; mov V0, V0; nop
	load V2, 3, I3
// CHECK-NEXT: ld_tnsr V2, 0x3, I3; nop; mov V0, V0; nop
	wait 2
// CHECK-NEXT: {{^	}}nop; nop; nop; nop
// CHECK-NEXT: {{^	}}nop; nop; nop; nop
	wait (1 + 0)
// CHECK-NEXT: {{^	}}nop; nop; nop; nop
	.set last_V9, 1
	sum V5, V7, V8, V9
// CHECK-NEXT: add.f32 V5, V5, V7
// CHECK-NEXT: add.f32 V5, V5, V8
// CHECK-NEXT: add.f32 V5, V5, V9
	.irp r, V6, "V7"
	nop; nop; mov.f32 \r, V5
	.endr
// CHECK-NEXT: mov V6, V5
// CHECK-NEXT: mov V7, V5
	.rept 2
	.irp n, 1, 2
	nop; mov.i32 S\n, \n
	.endr
	.endr
// CHECK-NEXT: mov.i32 S1, 0x1
// CHECK-NEXT: mov.i32 S2, 0x2
// CHECK-NEXT: mov.i32 S1, 0x1
// CHECK-NEXT: mov.i32 S2, 0x2
	halt
// CHECK-NEXT: halt
