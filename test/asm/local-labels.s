// Labels that are numbers: 1b is the last one before, 1f the next one behind.
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr %t.o | FileCheck %s
1:	nop; jmpr 1f
// CHECK: jmpr .L40
	nop
1:	nop; jmpr 1b
// CHECK: jmpr .L40
	nop
	nop; jmpr 1b
// CHECK: jmpr .L40
	nop; jmpr 20f
// CHECK: jmpr .Le0
	nop; mov.i32 S1, 0b1
// CHECK: mov.i32 S1, 0x1
20:	halt
// CHECK: .Le0:
