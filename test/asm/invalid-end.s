// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

	halt
// CHECK: :[[@LINE+1]]:8: error: the code ends at byte 0x24, which is no multiple of 32; put .p2align 5 at the end
	.long 1
