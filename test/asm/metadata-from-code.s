// Fields that the text leaves out are filled from what the code does; a text
// that denies it gets a warning.
//
// RUN: %tpc-as --mcpu=gaudi -o %t.o %s 2>&1 | FileCheck --check-prefix=WARN %s
// RUN: %tpc-objdump -m %t.o | FileCheck %s

	lookup V1, V2, 3
	ld_l.mmio S1, 0x8
	nop; nop; nop; st_tnsr.rmw_sel 3, I2, V1, S29
	nop; nop; nop; st_tnsr_low.rmw_sel S28, I2, V1, S29
	halt

	.section .tpc_metadata
// WARN: [[@LINE+1]]: warning: metadata field 'mmioUsed' is 0, but the code uses what it stands for
	mmioUsed: DB 0

// One element that is given stands for the array.
// RUN: cp %s %t.s
// RUN: echo ' rmwStore[1]: DB 1' >> %t.s
// RUN: %tpc-as -o %t2.o %t.s 2>&1 | FileCheck --check-prefix=GIVEN %s
// RUN: %tpc-objdump -m %t2.o | FileCheck --check-prefix=ONE %s
// GIVEN: warning: metadata field 'rmwStore' lacks bits 0x0008 of what the code uses
// ONE:     rmwStore[1]: DB 1
// ONE-NOT: rmwStore

// CHECK:     specialFunctionUsed: DB 1
// CHECK:     lockUnLock: DB 0
// CHECK:     mmioUsed: DB 0
// CHECK:     rmwStore[3]: DB 1
// CHECK-NOT: rmwStore
