// -Wloop: bodies, jumps in them, nesting, iterators, delay slots. Each rule is
// broken and then kept.
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
	nop
	nop; jmpr 2f, SP1
// CHECK: check-loop.s:[[#@LINE-1]]: warning: 'jmpr {{.*}}' is 5 bundles before the end of a loop, 6 are needed [-Wloop]
	nop
	nop
	nop
	nop
	nop
1:	nop
2:	nop
	loop 0, S1, 1, <, 1f
	nop
	nop; jmpr 2f, SP1
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
2:	nop
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
	nop; jmpr 2f, SP1
	nop
	nop
2:	nop
	nop
	nop
	nop
1:	nop
// Bodies without jumps.
	loop 0, S1, 1, <, 1f
// CHECK: check-loop.s:[[#@LINE-1]]: warning: {{.*}} has a body of 6 bundles, 7 are needed
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
	loop 0, S1, 1, <, 1f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
// Ends of nested loops.
	loop 0, S1, 1, <, 1f
	nop
	loop 0, S2, 1, <, 2f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	nop
2:	nop
1:	nop
// CHECK: check-loop.s:[[#@LINE-11]]: warning: {{.*}} ends 1 bundles before the loop around it, 4 are needed
	loop 0, S1, 1, <, 1f
	nop
	loop 0, 5, 1, <, 2f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	nop
2:	nop
1:	nop
	loop 0, S1, 1, <, 1f
	nop
	loop 0, S2, 1, <, 2f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	nop
2:	nop
	nop
	nop
	nop
1:	nop
// The iterator is written by LOOP, and may not be by others shortly before.
	nop; mov.i32 S32, 1
// CHECK: check-loop.s:[[#@LINE-1]]: warning: 'mov.i32 S32, 0x1' writes the iterator S32 1 bundles before LOOP, 5 are needed
	loop 0, S1, 1, <, 1f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
	nop; mov.i32 S32, 1
	nop
	nop
	nop
	nop
	loop 0, S1, 1, <, 1f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
// Look-ups.
	loop 0, S1, 1, <, 1f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	lookup V1, V2, 1
	nop
1:	nop
	loop 0, S1, 1, <, 1f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	lookup_1c V2, V4, 1
// CHECK: check-loop.s:[[#@LINE-1]]: warning: {{.*}} stands in the last bundle of a loop
1:	nop
// The vector pipe and the iterator: the last 6 bundles, the 4 before LOOP.
	loop 0, S1, 1, <, 1f
	nop
	nop; nop; mov.i32 V1, S32
	nop; nop; mov.i32 V2, S32
// CHECK: check-loop.s:[[#@LINE-1]]: warning: 'mov.i32 V2, S32' reads the iterator S32 in the vector pipe, not possible in the 6 bundles at the end of a loop
	nop; add.i32 S3, S32, S32
	nop; nop; mov.i32 V3, S31
	nop
	nop
	ld_l_v V4, S32
// CHECK: check-loop.s:[[#@LINE-1]]: warning: 'ld_l_v V4, S32' reads the iterator S32
1:	nop
	nop
	nop; nop; mov.i32 V1, S32
	nop; nop; mov.i32 V1, S32
// CHECK: check-loop.s:[[#@LINE-1]]: warning: 'mov.i32 V1, S32' reads the iterator S32 in the vector pipe, not possible in the 4 bundles before a loop
	nop; nop; mov.i32 V1, S33
	nop; add.i32 S3, S32, S32
	nop
	loop 0, S1, 1, <, 1f
	nop
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
// What LOOP reads, in its delay slot.
	loop 0, S1, 1, <, 1f
	nop; mov.i32 S1, 5
// CHECK: check-loop.s:[[#@LINE-1]]: warning: 'mov.i32 S1, 0x5' writes S1, which the LOOP before it reads
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
	loop 0, S1, 1, <, 1f
	nop; mov.i32 S2, 5
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
	halt
