// The LOAD slot in its forms.
// RUN: %tpc-llvm-mc --mcpu=gaudi --show-encoding %s | FileCheck %s
// RUN: %tpc-llvm-mc --mcpu=gaudi %s | %tpc-llvm-mc --show-encoding - \
// RUN:   | FileCheck %s

// Unused slots and trailing ones are NOP.
// CHECK: {{^}}	gen_addr AD5, 0xd, I16, !SP2; nop; nop; nop
// CHECK-SAME: encoding: [0x3f,0x00,0x00,0x00,0x00,0xf8,0x01,0x00,0x00,0x1a,0x00,0x00,0x00,0xc8,0x52,0x00,0x00,0xf0,0x0b,
GEN_ADDR AD5, 13, I16, !SP2
// CHECK: {{^}}	ld_g S25, AD7, !SP8; nop; nop; nop
// CHECK-SAME: encoding: [0x3f,0x00,0x00,0x00,0x00,0xf8,0x01,0x00,0x00,0x00,0x00,0x00,0x80,0xd3,0x2c,0x06,0x00,0xf0,0x23,
ld_g S25, AD7, !SP8; nop; nop; nop

// Scalar and vector predicates; a register or the immediate as the address.
// CHECK: ld_tnsr V0, 0x0, I0; nop; nop; nop
ld_tnsr V0, 0, I0
// CHECK: ld_tnsr VP4, S27, I9, S30, SP9; nop; nop; nop
LD_TNSR PARTIAL VP4, S27, I9, S30, SP9
// CHECK: ld_tnsr_low VP6, S27, I29, !VP12; nop; nop; nop
LD_TNSR_LOW VP6, S27, I29, !VP12
// CHECK: ld_l_v_high V31, S_LFSR_NO_CHANGE, VP2; nop; nop; nop
ld_l_v_high V31, S_LFSR_NO_CHANGE, VP2
// CHECK: ld_l_v_low VP8, S33, VP2; nop; nop; nop
LD_L_V_LOW VP8, S33, VP2
// CHECK: ld_l mmio SP1, S29; nop; nop; nop
ld_l.mmio SP1, S29
// CHECK: ld_l mmio SP1, S29; nop; nop; nop
ld_l mmio=1 SP1, S29
// CHECK: ld_l SP1, S29; nop; nop; nop
ld_l mmio=0 SP1, S29

// A predicate register at the end is an operand or the guard.
// CHECK: mov VP0, VP1; nop; nop; nop
mov VP0, VP1
// CHECK: mov VP0, VP1, VP3; nop; nop; nop
mov VP0, VP1, VP3
// CHECK: mov VP0, SP1, !SP3; nop; nop; nop
mov VP0, SP1, !SP3

// Moves to a part of a vector predicate, and to some dimensions of an index.
// CHECK: mov 0x7 VP12, S29, VP10; nop; nop; nop
MOV.I32 7 VP12, S29, VP10
// CHECK: mov b00101 I1, I2; nop; nop; nop
mov b00101 I1, I2
// CHECK: mov b11111 I1, I2; nop; nop; nop
mov I1, I2
// CHECK: set_indx I16, b00100, 0x7fffffff; nop; nop; nop
set_indx I16, b00100, 0x7fffffff
// CHECK: prmt_indx I8, I11, S_LFSR; nop; nop; nop
prmt_indx I8, I11, S_LFSR
// CHECK: lookup BV32 upper_half V35, V3, 0x59; nop; nop; nop
lookup V35, V3, 89, upper_half
// CHECK: prefetch AD0, !SP5; nop; nop; nop
PREFETCH AD0, !SP5
