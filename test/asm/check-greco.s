// The rules of Greco and Gaudi2: classes of accumulators, look-ups, UDIV,
// loads of the STORE slot. What Gaudi2 alone has is behind GAUDI2.
// RUN: %tpc-as --mcpu=greco -Wearly -Wdistance -o %t.o %s 2>&1 | FileCheck %s --check-prefixes=BOTH,GRECO --implicit-check-not=warning
// RUN: %tpc-as --mcpu=gaudi2 -D GAUDI2=1 -Wearly -Wdistance -o %t.o %s 2>&1 | FileCheck %s --check-prefixes=BOTH,GAUDI2 --implicit-check-not=warning
// RUN: %tpc-as --mcpu=greco -Wbundle -o %t.o %s 2>&1 | FileCheck %s --check-prefixes=BUNDLE --implicit-check-not=warning
// RUN: %tpc-as --mcpu=gaudi2 -D GAUDI2=1 -Wbundle -o %t.o %s 2>&1 | FileCheck %s --check-prefixes=BUNDLE,BUNDLE2 --implicit-check-not=warning
	nop; nop; mac.f16 V1, V2, V3
	nop
	nop
	nop
	nop; nop; mac.f16 V1, V2, V3
	nop
	nop
	nop; nop; mac.f16 V1, V2, V3
// BOTH: check-greco.s:[[#@LINE-1]]: warning: 'mac.f16 V1, V2, V3' reads V1 at distance 3, the value is visible at 4 [-Wearly]
// BOTH: note: written by
	nop
	nop
	nop
	nop; nop; mac.f32 V1, V2, V3
// BOTH: check-greco.s:[[#@LINE-1]]: warning: 'mac.f32 V1, V2, V3' reads V1 at distance 4, the value is visible at 6 [-Wearly]
// BOTH: note: written by
	lookup BV32 V4, V5, 0x1
	nop
	nop
	nop
	nop; nop; add.f32 V6, V4, V7
// BOTH: check-greco.s:[[#@LINE-1]]: warning: 'add.f32 V6, V4, V7' reads V4 at distance 4, the value is visible at 5 [-Wearly]
// BOTH: note: written by
	nop
	nop
	nop
	nop
	nop
	ld_l S1, 0x40; nop; nop; st_l 0x40, S2
// BUNDLE: check-greco.s:[[#@LINE-1]]: warning: {{.*}} two accesses of {{.*}} [-Wbundle]
	nop
	nop
	nop
	nop; nop; nop; st_tnsr 0x1, I2, V8
	nop
	nop
	nop
	ld_tnsr V9, 0x0, I3
// GRECO: check-greco.s:[[#@LINE-1]]: warning: {{.*}} may not be 4: ST_TNSR, then LD_TNSR 4 bundles later
	.ifdef GAUDI2
	nop; udiv.u32 S3, S4, S5, div
	nop
	nop
	nop
	nop
	nop; add.i32 S6, S3, S4
// GAUDI2: check-greco.s:[[#@LINE-1]]: warning: {{.*}} reads S3 at distance 5, the value is visible at 12 [-Wearly]
	nop
	set_indx I4, b00001, 0; nop; nop; ld_tnsr V1, 0x0, I2
// BUNDLE2: check-greco.s:[[#@LINE-1]]: warning: {{.*}} LD_TNSR of the STORE slot with the LOAD slot [-Wbundle]
	.endif
	halt
