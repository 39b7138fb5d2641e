// Numbers: legal ranges and spellings.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

// CHECK: :[[#@LINE+1]]:22: error: immediate must be -2147483648 to 4294967295
nop; add.i32 S1, S2, 4294967296
// CHECK: :[[#@LINE+1]]:22: error: immediate must be -2147483648 to 4294967295
nop; add.i32 S1, S2, -2147483649
// CHECK: :[[#@LINE+1]]:22: error: literal value out of range for directive
nop; add.i32 S1, S2, 99999999999999999999
// CHECK: :[[#@LINE+1]]:22: error: bad literal 'i8_128': value must be -128 to 127
nop; add.i32 S1, S2, i8_128
// CHECK: :[[#@LINE+1]]:22: error: bad literal 'i16_-32769': value must be -32768 to 32767
nop; add.i32 S1, S2, i16_-32769
// CHECK: :[[#@LINE+1]]:22: error: bad literal 'u8_-1': value must be 0 to 255
nop; add.i32 S1, S2, u8_-1
// CHECK: :[[#@LINE+1]]:22: error: bad literal 'u16_x1ffff': value must be 0 to 65535
nop; add.i32 S1, S2, u16_x1ffff
// CHECK: :[[#@LINE+1]]:22: error: bad literal 'u8_zwei': expected an integer
nop; add.i32 S1, S2, u8_zwei
// CHECK: :[[#@LINE+1]]:22: error: bad literal '1.5x': expected a decimal number, and f, bf or h or nothing behind it
nop; add.i32 S1, S2, 1.5x
// CHECK: :[[#@LINE+1]]:22: error: bad literal '1.5.2': expected a decimal number, and f, bf or h or nothing behind it
nop; add.i32 S1, S2, 1.5.2
// CHECK: :[[#@LINE+1]]:22: error: bad literal 'bf16_': expected a decimal number, and f, bf or h or nothing behind it
nop; add.i32 S1, S2, bf16_
// CHECK: :[[#@LINE+1]]:22: error: invalid hexadecimal number
nop; add.i32 S1, S2, 0xg
// CHECK: :[[#@LINE+1]]:28: error: expected ')'
nop; add.i32 S1, S2, (3 + 4
// CHECK: :[[#@LINE+1]]:25: error: unknown token in expression
nop; add.i32 S1, S2, 3 +
// CHECK: :[[#@LINE+1]]:6: error: immediate must be -2147483648 to 4294967295
loop 4294967296, 1, 1, <, end
end:
// CHECK: :[[#@LINE+1]]:18: error: '1e-502' has no point: write 1.0e5 for 1e5
nop; mov.i32 S1, 1e-502
