// Bundle rules that Gaudi2 alone has: EVENT, ST_TNSR_S, F8_143. What keeps a
// rule stands behind what breaks it.
// RUN: %tpc-as --mcpu=gaudi2 -Wbundle -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
	event spu S1; nop; nop; event spu S2
// CHECK: check-gaudi2.s:[[#@LINE-1]]: warning: {{.*}} two EVENTs of the scalar stage [-Wbundle]
	event spu S1; nop; nop; event vpu S2
	event vpu S1; nop; nop; event vpu 7
// CHECK: check-gaudi2.s:[[#@LINE-1]]: warning: {{.*}} two EVENTs of the vector stage [-Wbundle]
	event vpu S1; nop; nop; event spu 7
	event vpu S1; nop; add.f32 V2, V3, S4
// CHECK: check-gaudi2.s:[[#@LINE-1]]: warning: {{.*}} two scalars to the vector pipe [-Wbundle]
	event spu S1; nop; add.f32 V2, V3, S4
	event vpu S1; nop; add.f32 V2, V3, V4
	mov.i32 V1, S1; nop; nop; event vpu S2
// CHECK: check-gaudi2.s:[[#@LINE-1]]: warning: {{.*}} two scalars to the vector pipe [-Wbundle]
	mov.i32 V1, S1; nop; nop; event spu S2
	mov.i32 V1, V2; nop; nop; event vpu S2
	nop; nop; madd.f32 x2 D0, D2, V4, S5, V6; st_tnsr_s 0x1, I2, 0x123456
// CHECK: check-gaudi2.s:[[#@LINE-1]]: warning: {{.*}} MADD with a scalar addend and ST_TNSR_S of a number [-Wbundle]
	nop; nop; madd.f32 x2 D0, D2, V4, S5, V6; st_tnsr_s 0x1, I2, S7
	nop; nop; madd.f32 x2 D0, D2, S5, D4, V6; st_tnsr_s 0x1, I2, 0x123456
	nop; nop; madd.f32 V0, V2, S5, V4; st_tnsr_s 0x1, I2, 0x123456
	nop; nop; add.f8_143 V1, V2, V3; st_tnsr 0x1, I2, V4, ST_RMW_REG
// CHECK: check-gaudi2.s:[[#@LINE-1]]: warning: {{.*}} read-modify-write store with an operation on F8_143 [-Wbundle]
	nop; nop; add.f8_143 V1, V2, V3; st_tnsr 0x1, I2, V4
	nop; nop; add.f8_152 V1, V2, V3; st_tnsr 0x1, I2, V4, ST_RMW_REG
	nop; nop; sel_eq.f8_143 V1, V2, V3, V4, V5; st_tnsr 0x1, I2, V4, ST_RMW_REG
	nop; nop; convert.f8_143 bf16 V1, V2; st_tnsr 0x1, I2, V4, ST_RMW_REG
// CHECK: check-gaudi2.s:[[#@LINE-1]]: warning: {{.*}} read-modify-write store with an operation on F8_143 [-Wbundle]
	halt
