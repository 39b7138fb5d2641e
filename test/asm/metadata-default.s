// Without a section .tpc_metadata the record has the defaults of the
// processor, and an old version has no newer fields.
//
// RUN: %tpc-as --mcpu=gaudi -o %t.o %s
// RUN: %tpc-objdump -s -j .tpc_metadata %t.o | FileCheck %s
// RUN: echo '.tpc_metadata' > %t.s
// RUN: echo 'version: DD 9' >> %t.s
// RUN: %tpc-as -o %t2.o %t.s
// RUN: %tpc-objdump -m %t2.o | FileCheck --check-prefix=OLD %s

	halt

// CHECK:      0000 0c000000 00000000 02000000 00000100
// CHECK-NEXT: 0010 00000000 00000000 00000000 00000000

// OLD:     version: DD 9
// OLD:     printfTensorID: DB 0
// OLD-NOT: numberOfThreads
