// -Wloop: bodies, jumps in them, nesting, iterators.
// RUN: %tpc-as -Wloop -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
	loop 0, S1, 1, <, 1f
	nop
	nop; jmpr 1f, SP1
// CHECK: check-loop.s:[[#@LINE-1]]: warning: 'jmpr {{.*}}' is 1 bundles before the end of a loop, 6 are needed [-Wloop]
// CHECK: check-loop.s:[[#@LINE-4]]: note: the loop is here
	nop
1:	nop
	loop 0, S1, 1, <, 1f
	nop
	nop; jmpr 2f, SP1
	nop
	nop
	nop
	nop
2:	nop
	nop
1:	nop
// CHECK: check-loop.s:[[#@LINE-8]]: warning: 'jmpr {{.*}}' leads 1 bundles before the end of a loop, 3 are needed
	loop 0, S1, 1, <, 1f
	nop
	loop 0, S2, 1, <, 2f
	nop
	nop
	nop
2:	nop
1:	nop
// CHECK: check-loop.s:[[#@LINE-6]]: warning: {{.*}} ends 1 bundles before the loop around it, 4 are needed
	loop 0, S1, 1, <, 1f
	nop
	loop 0, 5, 1, <, 2f
	nop
	nop
	nop
2:	nop
1:	nop
	nop; mov.i32 S32, 1
// CHECK: check-loop.s:[[#@LINE-1]]: warning: 'mov.i32 S32, 0x1' writes the iterator S32 1 bundles before LOOP, 5 are needed
	loop 0, S1, 1, <, 1f
	nop
	nop
1:	nop
	nop
	nop
	nop
	nop
	loop 0, S1, 1, <, 1f
	nop
	nop
	lookup V1, V2, 1
1:	nop
// CHECK: check-loop.s:[[#@LINE-2]]: warning: {{.*}} stands in the last bundle of a loop
	halt
