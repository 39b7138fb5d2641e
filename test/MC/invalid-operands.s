// Operands that no form of the instruction has: the message lists what could
// stand there, with the legal range.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

// CHECK: :[[#@LINE+1]]:22: error: operand 'V3' of 'add' does not fit; expected S0..S35, S_LFSR, S_LFSR_NO_CHANGE or a 32-bit immediate
nop; add.i32 S1, S2, V3
// CHECK: :[[#@LINE+1]]:14: error: operand 'S36' of 'add' does not fit; expected S0..S35 or a dimension mask b00000..b11111; switches are st, carry
nop; add.i32 S36, S2, S3
// CHECK: :[[#@LINE+1]]:23: error: operand 'S2' of 'add' does not fit; expected V0..V39, LFSR, LFSR_NO_CHANGE, V_LANE_ID_32, V_LANE_ID_16, V_LANE_ID_8
nop; nop; add.i32 V1, S2, V3
// CHECK: :[[#@LINE+1]]:11: error: 'mac' does not exist with this combination of data type, switches and operands; pairs of registers start with an even one
nop; nop; mac.i16 V1, V2, V3
// CHECK: :[[#@LINE+1]]:24: error: operand 'D1' of 'sel2_grt' does not fit; expected D0..D38 or V0..V39
nop; nop; sel2_grt.f32 D1, V2, V3, V4, V5
// CHECK: :[[#@LINE+1]]:6: error: 'add' has too few operands; next is S0..S35, S_LFSR, S_LFSR_NO_CHANGE or a 32-bit immediate
nop; add.i32 S1, S2
// CHECK: :[[#@LINE+1]]:6: error: 'add' has too few operands; next is S0..S35 or a dimension mask b00000..b11111
nop; add.i32
// CHECK: :[[#@LINE+1]]:15: error: operand 'V1' of 'dbg' does not fit; expected no operand
nop; nop; dbg V1
// CHECK: :[[#@LINE+1]]:15: error: operand '16' of 'gen_addr' does not fit; expected a number 0..15
gen_addr AD0, 16, I0
// CHECK: :[[#@LINE+1]]:10: error: operand 'AD8' of 'gen_addr' does not fit; expected AD0..AD7
gen_addr AD8, 0, I0
// CHECK: :[[#@LINE+1]]:16: error: operand '512' of 'lookup' does not fit; expected a number 0..511
lookup V1, V2, 512
// CHECK: :[[#@LINE+1]]:18: error: operand '5' of 'mov_irf_dim' does not fit; expected a number 0..4
nop; mov_irf_dim 5 S1, I2
// CHECK: :[[#@LINE+1]]:21: error: operand '32' of 'udiv_4step' does not fit; expected a number 0..31
nop; udiv_4step.i32 32 Z0, S1
// CHECK: :[[#@LINE+1]]:13: error: operand 'S28' of 'ld_tnsr' does not fit; expected S27 or a number 0..15
ld_tnsr V1, S28, I2
// CHECK: :[[#@LINE+1]]:20: error: operand 'S31' of 'ld_tnsr' does not fit; expected S30 or a predicate SP0..SP15, VP0..VP15
ld_tnsr V1, 2, I2, S31
// CHECK: :[[#@LINE+1]]:35: error: operand 'S30' of 'st_tnsr' does not fit; expected S29 or S31 or a predicate SP0..SP15
nop; nop; nop; st_tnsr 1, I2, V3, S30
// CHECK: :[[#@LINE+1]]:19: error: operand 'b001' of 'set_indx' does not fit; expected a dimension mask b00000..b11111
nop; set_indx I2, b001, S3
// CHECK: :[[#@LINE+1]]:14: error: operand 'b12000' of 'abs' does not fit; expected S0..S35 or a dimension mask b00000..b11111
nop; abs.i32 b12000 I1, I2
// CHECK: :[[#@LINE+1]]:22: error: operand 'foo' of 'add' does not fit; expected S0..S35, S_LFSR, S_LFSR_NO_CHANGE or a 32-bit immediate; switches are st, carry
nop; add.i32 S1, S2, foo
// CHECK: :[[#@LINE+1]]:11: error: 'mov_g' has too few operands; next is a 32-bit immediate
nop; nop; mov_g g_en=1 V1, V2
