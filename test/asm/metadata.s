// Every metadata field, in any order and either case.
//
// RUN: %tpc-as --mcpu=gaudi -o %t.o %s
// RUN: %tpc-objdump -m %t.o | FileCheck %s
// RUN: %tpc-objdump -s -j .tpc_metadata %t.o | FileCheck --check-prefix=HEX %s

	halt
	.section .tpc_metadata
	version:		DD	12
	SPECIALFUNCTIONUSED:	DB	1
	printfUsed: DB 0
	scalarLd:		DH	0101001011100011
	LockUnLock: DB 1
	rmwStore[0]: DB 1
	rmwStore[1]: DB 0
	rmwStore[15]: db 1
	march: DW 2
	mmioUsed: DB 1
	paramsNum: DB 3 + 1
	printfTensorID: DB 0x10
	numberOfThreads: DB 4
	directMMIOAccess: DB 1
	dnorm: DB 1

// CHECK:      .section .tpc_metadata
// CHECK-NEXT: version: DD 12
// CHECK-NEXT: specialFunctionUsed: DB 1
// CHECK-NEXT: printfUsed: DB 0
// CHECK-NEXT: lockUnLock: DB 1
// CHECK-NEXT: mmioUsed: DB 1
// CHECK-NEXT: march: DW 2
// CHECK-NEXT: paramsNum: DB 4
// CHECK-NEXT: printfTensorID: DB 16
// CHECK-NEXT: numberOfThreads: DB 4
// CHECK-NEXT: directMMIOAccess: DB 1
// CHECK-NEXT: dnorm: DB 1
// CHECK-NEXT: scalarLd[1]: DB 1
// CHECK-NEXT: scalarLd[3]: DB 1
// CHECK-NEXT: scalarLd[6]: DB 1
// CHECK-NEXT: scalarLd[8]: DB 1
// CHECK-NEXT: scalarLd[9]: DB 1
// CHECK-NEXT: scalarLd[10]: DB 1
// CHECK-NEXT: scalarLd[14]: DB 1
// CHECK-NEXT: scalarLd[15]: DB 1
// CHECK-NEXT: rmwStore[0]: DB 1
// CHECK-NEXT: rmwStore[15]: DB 1
// CHECK-NOT:  {{.}}

// HEX:      0000 0c000000 01000101 02000000 04100401
// HEX-NEXT: 0010 01000000 00000000 00004ac7 01800000
// HEX-NEXT: 0020 00000000 00000000 00000000 00000000
// HEX:      0100 00000000 0000
