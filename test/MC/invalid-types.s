// Data types: missing, unknown, or not taken by these operands.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

// CHECK: :[[#@LINE+1]]:6: error: 'add' needs a data type suffix; legal types are b, bf16, f16, f32, f8_143, f8_152, i16, i32, i4, i8, u16, u32, u4, u8
nop; add S1, S2, S3
// CHECK: :[[#@LINE+1]]:10: error: 'i33' is neither a data type nor a switch of 'add'; switches are st, carry
nop; add.i33 S1, S2, S3
// CHECK: :[[#@LINE+1]]:15: error: 'mac' with these operands takes no 'i32'; legal types are bf16, f32, i16, u16
nop; nop; mac.i32 V1, V2, V3
// CHECK: :[[#@LINE+1]]:15: error: 'mac' with these operands takes no 'i8'; legal types are bf16, f32, i16, u16
nop; nop; mac.i8 D0, V2, V3
// CHECK: :[[#@LINE+1]]:8: error: 'lookup' takes no data type
lookup.i32 V1, V2, 4
// CHECK: :[[#@LINE+1]]:11: error: 'jmpr' takes no data type
nop; jmpr.f32 S1
// CHECK: :[[#@LINE+1]]:20: error: 'convert_int16' takes no data type
nop; convert_int16.f32 S1, S2, S3
// CHECK: :[[#@LINE+1]]:11: error: 'pack' needs a data type suffix; legal types are b, bf16, f16, f32, f8_143, f8_152, i16, i32, i4, i8, u16, u32, u4, u8
nop; nop; pack V1, V2
// CHECK: :[[#@LINE+1]]:15: error: 'dbg' takes no data type
nop; nop; dbg.i32
// CHECK: :[[#@LINE+1]]:11: error: 'mul' does not exist with this combination of data type, switches and operands; pairs of registers start with an even one
nop; nop; mul.u16 V3, V4, V5
