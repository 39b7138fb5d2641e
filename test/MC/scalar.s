// The SPU slot in its forms.
// RUN: %tpc-llvm-mc --mcpu=gaudi --show-encoding %s | FileCheck %s
// RUN: %tpc-llvm-mc --mcpu=gaudi %s | %tpc-llvm-mc --show-encoding - \
// RUN:   | FileCheck %s

// CHECK: {{^}}	nop; abs.i32 S31, S34; nop; nop
// CHECK-SAME: encoding: [0x87,0x08,0xf0,0x11,0x00,0xf8,0x01,
nop; abs.i32 S31, S34
// CHECK: {{^}}	nop; cmp_neq.bf16 SP5, S23, 0xffff; nop; nop
// CHECK-SAME: encoding: [0xca,0xe5,0x5f,0x0b,0x00,0xf8,0x01,{{.*}},0x81,0xff,0x7f,0x00,
nop; cmp_neq.bf16 SP5, S23, 65535

// Switches as suffixes, before the operands and after them.
// CHECK: nop; add.i32 st S35, S6, S32; nop; nop
nop; add.i32.sat S35, S6, S32
// CHECK: nop; add.i32 st S35, S6, S32; nop; nop
nop; ADD.I32 ST S35, S6, S32
// CHECK: nop; add.i32 st S35, S6, S32, SP3; nop; nop
nop; add.i32 S35, S6, S32, sat=1, SP3
// CHECK: nop; add.u8 st carry S33, S16, 0x7fc00000; nop; nop
nop; add.u8 sat carry S33, S16, 0x7fc00000
// CHECK: nop; add.i32 S35, S6, S32; nop; nop
nop; add.i32 sat=0 S35, S6, S32

// Index registers: the other operand stands on either side.
// CHECK: nop; add.i32 b10101 I30, 0x10, I3, !SP5; nop; nop
nop; add.i32 b10101 I30, 16, I3, !SP5
// CHECK: nop; shl.i32 b00111 I1, I2, S3; nop; nop
nop; shl.i32 b00111 I1, I2, S3
// CHECK: nop; mov_irf_dim 0x4 S35, I31; nop; nop
nop; MOV_IRF_DIM 4 S35, I31
// CHECK: nop; udiv_4step.i32 0x10 Z18, S18; nop; nop
nop; udiv_4step.i32 16 Z18, S18

// CHECK: nop; convert_int32 rhne to_16 S28, S5, 0x7f800000; nop; nop
nop; CONVERT_INT32.TO_16 S28, S5, 0x7f800000
// CHECK: nop; convert.f32 target_type=int16 rz S25, S21; nop; nop
nop; convert.f32.int16.rz S25, S21
// CHECK: nop; and.b SP0, SP14, SP6, SP12; nop; nop
nop; and.b SP0, SP14, SP6, SP12
// CHECK: nop; mov S0, PC; nop; nop
nop; mov S0, PC
