// Behind HALT it is the room of the empty bundles that counts: compressed ones
// count half.
// RUN: split-file %s %t
// RUN: %tpc-as --mcpu=greco -Wall -o %t/a.o %t/three.s 2>&1 | count 0
// RUN: %tpc-as --mcpu=greco -Wall --compress -o %t/b.o %t/three.s 2>&1 \
// RUN:   | FileCheck %s
// RUN: %tpc-as --mcpu=greco -Wall --compress -o %t/c.o %t/six.s 2>&1 | count 0
// RUN: %tpc-as --mcpu=greco -Wall -o %t/d.o %t/pair.s 2>&1 | FileCheck %s

// CHECK: warning: 'halt' has 2 empty bundles behind it, instruction fetch wants 3 [-Wend]
// CHECK-NOT: warning

//--- three.s
	halt
	nop
	nop
	nop
//--- six.s
	halt
	nop
	nop
	nop
	nop
	nop
	nop
//--- pair.s
	halt
	.pair
	nop
	nop
	nop
	.pair
	nop
	nop; add.i32 S1, S2, S3
