// -Wdistance: pairs that are too close, or at the one distance that is wrong.
// RUN: %tpc-as -Wdistance -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
	nop; udiv_4step.u32 0 Z2, S8
	nop
	nop
	nop
	nop
	nop
	nop; udiv_4step.u32 0 Z4, S8
// CHECK: check-distance.s:[[#@LINE-1]]: warning: 'udiv_4step{{.*}}' is at distance 6, the least is 7: UDIV_4STEP, then UDIV_4STEP [-Wdistance]
// CHECK: check-distance.s:[[#@LINE-8]]: note: the first one: 'udiv_4step
	nop
	nop
	nop
	nop
	nop
	nop
	nop; udiv_4step.u32 0 Z2, S8
	nop; nop; nop; st_tnsr 0x1, I2, V1
	nop
	nop
	ld_tnsr V2, 0x0, I3
	ld_tnsr V3, 0x0, I3
// CHECK: check-distance.s:[[#@LINE-1]]: warning: {{.*}} is at distance 4, which may not be 4: ST_TNSR, then LD_TNSR 4 bundles later
	nop; jmpr 1f, SP1
	nop; mov.i32 S1, 1
// CHECK: check-distance.s:[[#@LINE-1]]: warning: {{.*}} is at distance 1, the least is 2: JMP, then LOAD, SPU or STORE on the path behind it
	nop; jmpr 1f, SP1
	nop; nop; add.f32 V1, V2, V3
	nop
1:	nop
	nop
	halt
