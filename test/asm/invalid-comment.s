// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

	halt
// CHECK: :[[@LINE+1]]:7: error: the comment has no end
	nop; /* open
	nop
