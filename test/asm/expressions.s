// Numbers are decimal, hexadecimal, binary or octal; operators are C's and bind
// as in other assemblers; symbols are labels, names given by .set or =, and '.'.
//
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -s -j .text %t.o | FileCheck %s

	.set WIDTH, 64
	.equ DEPTH, 4
HALF = WIDTH / 2

// CHECK: 0000 40000000 04000000 20000000 0c000000
	.long WIDTH, DEPTH, HALF, 3 * DEPTH
// CHECK: 0010 07000000 09000000 ffffffff f0ffffff
	.long 1 + 2 * 3, (1 + 2) * 3, -1, ~15
// CHECK: 0020 ff000000 05000000 08000000 00010000
	.long 0xff, 0b101, 010, 1 << 8
// CHECK: 0030 01000000 0e000000 06000000 08000000
	.long 7 & 3 & 1, 12 | 6, 5 ^ 3, 7 & 8 | 8
// CHECK: 0040 20000000 ffffffff 02000000 ffffffff
	.long WIDTH >> 1, -1 >> 63, 17 % 5, 0xffffffff
// CHECK: 0050 00000080 01000000 00000000 f8ffffff
	.long -0x80000000, +1, - -0, -17 / 2
end:
// CHECK: 0060 60000000 60000000 20000000 01020304
	.long end, . , behind - ., 0x04030201
// CHECK: 0070 01020304 05060708 ff00feff fffffffe
	.byte 1, 2, 3, 4, 5, 6, 7, 8
	.short 0xff, -2
	.2byte 65535
	.byte 255, -2
behind:
// Label arithmetic in operands; a plain number is a distance.
// CHECK: 0080 e41f0000 00f80100 00000000 0000800f
// CHECK: 0090 00f00110
	nop; jmpr behind + WIDTH / 2
// CHECK: 00a0 e41f0000
// CHECK: 00b0 00f001e0 ffff7f
	nop; jmpr -32 * 2
// CHECK: 00c0 e41f0000
// CHECK: 00d0 00f00120
	nop; jmpr . + 64
