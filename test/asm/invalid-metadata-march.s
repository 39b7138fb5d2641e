// RUN: not %tpc-as --mcpu=gaudi -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

	halt
	.section .tpc_metadata
// CHECK: :[[@LINE+1]]: error: march is 1, but the code is for gaudi (march 2)
	march: DW 1
