// Names of registers and local labels that stand for nothing.
// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
a	.req V41x
// CHECK: :[[#@LINE-1]]:8: error: 'V41x' is no register
V3	.req V4
// CHECK: :[[#@LINE-1]]:1: error: 'V3' cannot be a name of a register
b	.req V1
b	.req V2
// CHECK: :[[#@LINE-1]]:1: error: 'b' stands for a register already; use .unreq first
	.unreq c
// CHECK: :[[#@LINE-1]]:9: error: 'c' stands for no register
	nop; jmpr 1b
// CHECK: :[[#@LINE-1]]:12: error: there is no label 1: before this place
1:	nop; jmpr 1f
// CHECK: :[[#@LINE-1]]:14: error: there is no label 1: behind this place
	.float 1.5x
// CHECK: :[[#@LINE-1]]:9: error: '1.5x' is no floating-point number
