// The VPU slot in its forms.
// RUN: %tpc-llvm-mc --mcpu=gaudi --show-encoding %s | FileCheck %s
// RUN: %tpc-llvm-mc --mcpu=gaudi %s | %tpc-llvm-mc --show-encoding - \
// RUN:   | FileCheck %s

// CHECK: {{^}}	nop; nop; abs.bf16 V37, V16; nop
// CHECK-SAME: encoding: [0x3f,0x00,0x00,0x00,0x00,0x38,0x20,0x00,0x00,0x00,0x94,0x20,0x00,0x00,0x80,0x0f,0x00,0xf0,0x01,
nop; nop; ABS.BF16 V37, V16

// Pairs and groups are named by their first register; where a form has only
// one name for it, text may use the other.
// CHECK: nop; nop; mac.bf16 st neg acc_fp32 D2, V12, S2, !SP15; nop
nop; nop; mac.bf16.acc_fp32.sat.neg D2, V12, S2, !SP15
// CHECK: nop; nop; mac.bf16 acc_fp32 D2, V12, S2; nop
nop; nop; mac.bf16 V2, V12, S2, acc_fp32
// CHECK: nop; nop; sub.i32 V8, V4, V16, VP14; nop
nop; nop; sub.i32 A8, A4, V16, VP14
// CHECK: nop; nop; mul.i32 double_and_round32 V20, V20, 0x7fffffff; nop
nop; nop; mul.i32.double_and_round32 V20, V20, 0x7fffffff
// CHECK: nop; nop; mul.i32 D20, V20, 0x1f; nop
nop; nop; mul.i32 D20, V20, 31

// Four operands, one of them the immediate.
// CHECK: nop; nop; sel2_less.bf16 D36, V6, V10, V12, 0xfffffff7, VP15; nop
nop; nop; sel2_less.bf16 D36, V6, V10, V12, -9, VP15
// CHECK: nop; nop; sel_eq.f32 mask_eq_zero V0, V12, 0x0, V35, V20, !SP11; nop
nop; nop; SEL_EQ.F32 MASK_EQ_ZERO V0, V12, 0, V35, V20, !SP11

// Defaults of switches depend on the data type and on other switches.
// CHECK: nop; nop; convert.f32 target_type=int32 rhaz V16, V11; nop
nop; nop; convert.f32.rhaz V16, V11, int32
// CHECK: nop; nop; convert.bf16 all_lanes target_type=fp32 V23, V34, VP7; nop
nop; nop; convert.bf16.all_lanes target_type=fp32 V23, D34, VP7
// CHECK: nop; nop; nearbyint.i32 rz V34, V20, VP4; nop
nop; nop; NEARBYINT.I32 RM=RZ V34, V20, VP4
// CHECK: nop; nop; calc_fp_special.f32 func=tanh V2, V12, V17; nop
nop; nop; calc_fp_special.f32.tanh V2, V12, V17
// CHECK: nop; nop; mov_g g_en=0b11 dg_en=0b1100 V39, V39, 0xffffffff; nop
nop; nop; MOV_GROUP V39, V39, 0xffffffff, G_EN=3, DG_EN=12
// CHECK: nop; nop; cmp_leq.u32 VP0, V_LANE_ID_32, S_LFSR, VP3; nop
nop; nop; CMP_LEQ.U32 VP0, V_LANE_ID_32, S_LFSR, VP3
