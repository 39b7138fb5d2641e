// A bundle starts at a multiple of its size, and the code ends at one.
// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

	.byte 1
// CHECK: :[[@LINE+1]]:2: error: the bundle is at byte 0x1, which is no multiple of 32; put .p2align 5 before it
	halt
