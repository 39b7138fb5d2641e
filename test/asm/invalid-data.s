// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

// CHECK: :[[@LINE+1]]:11: error: value 256 is out of range -128..255
	.byte 1, 256
// CHECK: :[[@LINE+1]]:9: error: value -32769 is out of range -32768..65535
	.short -32769
// CHECK: :[[@LINE+1]]:8: error: value 4294967296 is out of range -2147483648..4294967295
	.long 0x100000000
// CHECK: :[[@LINE+1]]:10: error: a number or a symbol is expected before ','
	.byte 1,,2
// CHECK: :[[@LINE+1]]:7: error: a number or a symbol is missing
	.byte
// CHECK: :[[@LINE+1]]:10: error: unexpected '2' at the end of the line
	.byte 1 2
	.p2align 5
