// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

/* a comment
// CHECK: :[[@LINE+1]]:4: error: an experiment header starts its line, no comment stands before it
*/ @arg a f32
	halt
// CHECK: :[[@LINE+1]]:7: error: the comment has no end
	nop; /* open
	nop
