// Commas that are missing, or stand where there is none.
// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
	nop; udiv_4step.u32 0, Z2, S8
// CHECK: :[[#@LINE-1]]:25: error: no ',' stands before 'Z2'
	nop; add.i32 S1 S2, S3
// CHECK: :[[#@LINE-1]]:18: error: expected ',' before 'S2'
