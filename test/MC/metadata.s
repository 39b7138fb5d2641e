// The fields of .tpc_metadata as text and as the bytes of the section.
// RUN: %tpc-llvm-mc --mcpu=gaudi %s | FileCheck %s
// RUN: %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s
// RUN: %tpc-llvm-mc --mcpu=gaudi %s \
// RUN:   | %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t2.o -
// RUN: cmp %t.o %t2.o
// RUN: %llvm-readobj -h -S --string-dump=.strtab %t.o \
// RUN:   | FileCheck %s --check-prefix=ELF
// RUN: %llvm-readobj --hex-dump=.tpc_metadata %t.o \
// RUN:   | FileCheck %s --check-prefix=HEX

halt
	.section	.tpc_metadata
	scalarLd: DH 0101001011100011
	paramsNum: DB 3 + 1
	VERSION: dd 12
	rmwStore[0]: DB 1
	rmwStore[1]: DB 1
	rmwStore[1]: DB 0
	rmwStore[15]: DB 1
	specialFunctionUsed:	DB	1

// CHECK:      .section .tpc_metadata
// CHECK:      version: DD 12
// CHECK-NEXT: specialFunctionUsed: DB 1
// CHECK-NEXT: printfUsed: DB 0
// CHECK-NEXT: lockUnLock: DB 0
// CHECK-NEXT: mmioUsed: DB 0
// CHECK-NEXT: march: DW 2
// CHECK-NEXT: paramsNum: DB 4
// CHECK-NEXT: printfTensorID: DB 0
// CHECK-NEXT: numberOfThreads: DB 1
// CHECK-NEXT: directMMIOAccess: DB 0
// CHECK-NEXT: dnorm: DB 0
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

// ELF:     Class: 32-bit
// ELF:     DataEncoding: LittleEndian
// ELF:     Machine: EM_386
// ELF:     Name: .text
// ELF:     SHF_EXECINSTR
// ELF:     Size: 32
// ELF:     AddressAlignment: 32
// ELF:     Name: .tpc_metadata
// ELF:     Size: 262
// ELF:     AddressAlignment: 4

// HEX:      0x00000000 0c000000 01000000 02000000 04000100
// HEX-NEXT: 0x00000010 00000000 00000000 00004ac7 01800000
// HEX-NEXT: 0x00000020 00000000 00000000 00000000 00000000
