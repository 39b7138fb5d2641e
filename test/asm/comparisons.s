// Comparisons in expressions give -1 where they are true, && and || and ! give
// 1, as in LLVM's assembler.
//
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -s -j .text %t.o | FileCheck %s

// CHECK: 0000 ffffffff 00000000 ffffffff 00000000
	.long 1 == 1, 1 == 2, 1 != 2, 1 != 1
// CHECK: 0010 ffffffff 00000000 ffffffff 00000000
	.long -1 < 0, 0 < 0, 0 <= 0, 1 <= 0
// CHECK: 0020 ffffffff 00000000 ffffffff 00000000
	.long 2 > 1, 1 > 1, 1 >= 1, 0 >= 1
// CHECK: 0030 01000000 00000000 01000000 00000000
	.long 1 && 2, 1 && 0, 0 || 3, 0 || 0
// CHECK: 0040 00000000 01000000 01000000 ffffffff
	.long !7, !0, !!7, ~!0 + 1
// Shifts, & and sums before comparisons, these before &&, && before ||.
// CHECK: 0050 ffffffff ffffffff 01000000 01000000
	.long 1 << 2 > 3, 7 & 3 == 3, 1 || 0 && 0, 2 + 1 == 3 && 4 < 5
// Addresses of one section.
here:
// CHECK: 0060 ffffffff 00000000 ffffffff 01000000
	.long here == here, here > there, here < there, (1 || 0)
there:
	.long 0, 0, 0, 0
	.set N, 3
	.if N >= 2 && N != 5
	nop; mov.i32 S1, N == 3
	.else
	.long 1
	.endif
// CHECK: 0080 c81f1010 00f80100 00000000 0000800f
// CHECK: 0090 00f081ff ffff7f00
// A comparison of LOOP stands behind a comma.
	loop 0, N + 2, 1, <, 1f
	nop
	nop
1:	nop
	halt
