// -Wbundle: operations that may not stand in one bundle.
// RUN: %tpc-as -Wbundle -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
	ld_l S5, 0x10; nop; nop; st_l 0x10, S6
// CHECK: check-bundle.s:[[#@LINE-1]]: warning: 'ld_l S5, 0x10' may not share a bundle with 'st_l 0x10, S6': two accesses of local or global memory [-Wbundle]
	ld_tnsr V1, 0, I2; nop; nop; st_l 0x10, S6
	mov.f32 V1, S1; nop; add.f32 V2, V3, S4
// CHECK: check-bundle.s:[[#@LINE-1]]: warning: {{.*}}two scalars to the vector pipe
	mov.f32 V1, S1; nop; add.f32 V2, V3, V4
	nop; mul.i32 b00001 I2, S1, I2; nop; st_tnsr 0x1, I3, V1
// CHECK: check-bundle.s:[[#@LINE-1]]: warning: {{.*}}SPU index multiply
	nop; add.i32 b00001 I2, S1, I2; nop; st_tnsr 0x1, I3, V1
	halt
