// Lines that count only under a condition.
// RUN: %tpc-as -D SIZE=64 -D FAST -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr %t.o | FileCheck %s
	.if SIZE / 32 - 2
	nonsense
	.if 1
	more nonsense
	.else
	.endif
	.elseif FAST
	nop; mov.i32 S1, SIZE
	.elseif 1
	nonsense
	.else
	nonsense
	.endif
// CHECK: mov.i32 S1, 0x40
	.ifdef FAST
	.ifndef SLOW
	nop; mov.i32 S2, 2
	.endif
	.else
	nonsense
	.endif
// CHECK-NEXT: mov.i32 S2, 0x2
	halt
// CHECK-NEXT: halt
