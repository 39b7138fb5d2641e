// Fields that the text leaves out are filled from what the code does; a text
// that denies it gets a warning.
//
// RUN: %tpc-as --mcpu=gaudi -o %t.o %s 2>&1 | FileCheck --check-prefix=WARN %s
// RUN: %tpc-objdump -m %t.o | FileCheck %s

	ld_l.mmio S1, 0x8
	ld_l.lock S1, 0x10
	nop; nop; nop; st_tnsr.rmw_sel 3, I2, V1, S28
	halt

	.section .tpc_metadata
// WARN: [[@LINE+1]]: warning: metadata field 'lockUnLock' is 0, but the code uses what it stands for
	lockUnLock: DB 0

// CHECK: specialFunctionUsed: DB 0
// CHECK: lockUnLock: DB 0
// CHECK: mmioUsed: DB 1
// CHECK: rmwStore[3]: DB 1
