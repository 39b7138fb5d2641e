// RUN: not %tpc-as --mcpu=gaudi -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

	halt
	.section .tpc_metadata
	version: DD 8
// CHECK: :[[@LINE+1]]: error: metadata field 'dnorm' exists from version 12 on, this record has version 8
	dnorm: DB 1
