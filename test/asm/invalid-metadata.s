// RUN: not %tpc-as --mcpu=gaudi -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

	.section .tpc_metadata
// CHECK: :[[@LINE+1]]:2: error: unknown metadata field 'params'; fields are: version, specialFunctionUsed, printfUsed, lockUnLock, mmioUsed, march, paramsNum, printfTensorID, numberOfThreads, directMMIOAccess, dnorm, scalarLd[i], rmwStore[i]
	params: DB 1
// CHECK: :[[@LINE+1]]:16: error: paramsNum 256 is out of range 0..255
	paramsNum: DB 256
// CHECK: :[[@LINE+1]]:22: error: numberOfThreads 5 is out of range 1..4
	numberOfThreads: DB 5
// CHECK: :[[@LINE+1]]:14: error: version 13 is out of range 3..12
	version: DD 13
// CHECK: :[[@LINE+1]]:13: error: metadata field 'paramsNum' takes DB, not 'DW'
	paramsNum: DW 2
// CHECK: :[[@LINE+1]]:11: error: tensor number 16 is out of range 0..15
	scalarLd[16]: DB 1
// CHECK: :[[@LINE+1]]:12: error: metadata field 'scalarLd' takes DH for all elements, not 'DB'; one is set by scalarLd[i]: DB
	scalarLd: DB 1
// CHECK: :[[@LINE+1]]:15: error: DH takes 16 binary digits, not 3
	scalarLd: DH 010
// CHECK: :[[@LINE+1]]:7: error: metadata field 'dnorm' is no array
	dnorm[1]: DB 1
// CHECK: :[[@LINE+1]]:12: error: ']' is expected after the tensor number
	rmwStore[1: DB 1
// CHECK: :[[@LINE+1]]:8: error: ':' is expected after the field
	dnorm DB 1
	mmioUsed: DB 1
// CHECK: :[[@LINE+2]]:2: error: metadata field 'mmioUsed' is given twice
// CHECK: :[[@LINE-2]]: note: it was given here
	mmioUsed: DB 1
// CHECK: :[[@LINE+1]]:2: error: a metadata field is expected
	; nop
// CHECK: :[[@LINE+1]]:14: error: unexpected 'x' at the end of the line
	dnorm: DB 1 x
