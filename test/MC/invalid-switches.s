// Switches: unknown ones, unknown values, and combinations that do not exist.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

// CHECK: :[[#@LINE+1]]:14: error: operand 'rhu' of 'add' does not fit; expected S0..S35 or a dimension mask b00000..b11111; switches are st, carry
nop; add.i32 rhu S1, S2, S3
// CHECK: :[[#@LINE+1]]:14: error: 'rhu' is neither a data type nor a switch of 'add'; switches are st, carry
nop; add.i32.rhu S1, S2, S3
// CHECK: :[[#@LINE+1]]:26: error: 'rhu' is neither a data type nor a switch of 'add'; switches are st, carry
nop; add.i32 S1, S2, S3, rhu=1
// CHECK: :[[#@LINE+1]]:14: error: '2' is no value of switch 'sat'; legal are 0 to 1
nop; add.i32 sat=2 S1, S2, S3
// CHECK: :[[#@LINE+1]]:18: error: expected a value after 'sat='
nop; add.i32 sat= S1, S2, S3
// CHECK: :[[#@LINE+1]]:20: error: switch 'st' is given twice with different values
nop; add.i32 sat=0 sat=1 S1, S2, S3
// CHECK: :[[#@LINE+1]]:23: error: 'zork' is no value of switch 'target_type'; legal are fp32, bf16, int32, uint32, int8, uint8, int16, uint16, f16, f8_152, f8_143
nop; nop; convert.f32 target_type=zork V1, V2
// CHECK: :[[#@LINE+1]]:23: error: '3' is no value of switch 'target_type'; legal are fp32, bf16, int32, uint32, int8, uint8, int16, uint16, f16, f8_152, f8_143
nop; nop; convert.f32 target_type=3 V1, V2
// CHECK: :[[#@LINE+1]]:23: error: '4' is no value of switch 'lane_sel'; legal are 0 to 3
nop; nop; convert.f32 lane_sel=4 V1, V2
// CHECK: :[[#@LINE+1]]:25: error: operand 'to_9' of 'convert_int32' does not fit; expected V0..V39; switches are lane_sel=0..3, rhne, rz, ru, rd, sr, to_8, to_16
nop; nop; convert_int32 to_9 V1, V2, V3
// CHECK: :[[#@LINE+1]]:20: error: '3' is no value of switch 'element_stride'; legal are 2, stride_2, 4, stride_4
nop; nop; pack.f32 element_stride=3 V1, V2
// CHECK: :[[#@LINE+1]]:11: error: 'mul' does not exist with this combination of data type, switches and operands; pairs of registers start with an even one
nop; nop; mul.u16 double_and_round32 V4, V5, V6
// CHECK: :[[#@LINE+1]]:14: error: switch 'upper32' is not possible with this data type
nop; mul.f32 upper32 S1, S2, S3
// CHECK: :[[#@LINE+1]]:24: error: these operands need switch 'partial'
nop; nop; nop; st_tnsr partial=0 1, I2, V3, S31
// CHECK: :[[#@LINE+1]]:24: error: 'st_tnsr' with these operands has no switch 'rmw_sel'
nop; nop; nop; st_tnsr rmw_sel 1, I2, VP3
// CHECK: :[[#@LINE+1]]:20: error: operand 'rm' of 'aso' does not fit; expected a predicate SP0..SP15; switches are dec, vpu
nop; nop; nop; aso rm
// CHECK: :[[#@LINE+1]]:14: error: operand 'sat' of 'ash' does not fit; expected S0..S35; switches are st=0..1, rhu
nop; ash.i32 sat S1, S2, S3
