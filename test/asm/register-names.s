// Names for registers, each from .req to .unreq.
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr %t.o | FileCheck %s
acc	.req V5
same	.req acc
flag	.req SP3
	nop; nop; add.f32 acc, same, V1, flag
// CHECK: add.f32 V5, V5, V1, SP3
	nop; nop; add.f32 acc, acc, V1, !flag
// CHECK-NEXT: add.f32 V5, V5, V1, !SP3
	.unreq acc
acc	.req V6
	nop; nop; mov.f32 acc, same
// CHECK-NEXT: mov V6, V5
	halt
