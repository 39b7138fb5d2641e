// Gaudi's B variant: behind an LD_TNSR in the delay slot of a loop, a partial
// LD_TNSR waits for one bundle.
// RUN: %tpc-as --mcpu=gaudib -Wdistance -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
// RUN: %tpc-as --mcpu=gaudi -Wdistance -o %t.o %s 2>&1 | count 0
	loop 0, S1, 1, <, 1f
	ld_tnsr V1, 0x0, I2
	ld_tnsr V2, 0x0, I2, S30
// CHECK: check-gaudib.s:[[#@LINE-1]]: warning: {{.*}} is at distance 1, the least is 2: LD_TNSR in the delay slot of LOOP, then a partial LD_TNSR [-Wdistance]
// CHECK: check-gaudib.s:[[#@LINE-3]]: note: the first one:
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
	nop
// With a bundle between them, with one that is not partial, and outside of
// delay slots.
	loop 0, S1, 1, <, 1f
	ld_tnsr V1, 0x0, I2
	nop
	ld_tnsr V2, 0x0, I2, S30
	ld_tnsr V3, 0x0, I2, S30
	nop
	nop
	nop
	nop
	nop
1:	nop
	loop 0, S1, 1, <, 1f
	ld_tnsr V1, 0x0, I2
	ld_tnsr V2, 0x0, I2
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	nop
	halt
