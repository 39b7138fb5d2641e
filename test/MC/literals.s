// Spellings of numbers. All of them are the bits of the immediate.
// RUN: %tpc-llvm-mc --mcpu=gaudi %s | FileCheck %s

	.set	four, 2 * 2
// CHECK: add.i32 S1, S2, 0x7b;
nop; add.i32 S1, S2, 123
// CHECK: add.i32 S1, S2, 0xffffff9c;
nop; add.i32 S1, S2, -100
// CHECK: add.i32 S1, S2, 0xffffffff;
nop; add.i32 S1, S2, 4294967295
// CHECK: add.i32 S1, S2, 0x80000000;
nop; add.i32 S1, S2, -2147483648
// CHECK: add.i32 S1, S2, 0xc;
nop; add.i32 S1, S2, 12u
// CHECK: add.i32 S1, S2, 0xb;
nop; add.i32 S1, S2, 0b1011
// CHECK: add.i32 S1, S2, 0x1c;
nop; add.i32 S1, S2, (four + 3) << 2
// CHECK: add.i32 S1, S2, 0xfffffffc;
nop; add.i32 S1, S2, -four

// Types before the number. Integers are sign-extended.
// CHECK: add.i32 S1, S2, 0xfffffffc;
nop; add.i32 S1, S2, i8_-4
// CHECK: add.i32 S1, S2, 0xfffffffd;
nop; add.i32 S1, S2, i16_-3
// CHECK: add.i32 S1, S2, 0x4d2;
nop; add.i32 S1, S2, I32_1234
// CHECK: add.i32 S1, S2, 0x1f;
nop; add.i32 S1, S2, u32_x1f
// CHECK: add.i32 S1, S2, 0xff;
nop; add.i32 S1, S2, u8_0xff
// CHECK: add.i32 S1, S2, 0x3f800000;
nop; add.i32 S1, S2, f32_1.0
// CHECK: add.i32 S1, S2, 0x3f80;
nop; add.i32 S1, S2, bf16_1.0
// CHECK: add.i32 S1, S2, 0xbc00;
nop; add.i32 S1, S2, f16_-1

// Types behind it. Rounding is to nearest, ties to even.
// CHECK: add.i32 S1, S2, 0x40490fd0;
nop; add.i32 S1, S2, 3.14159
// CHECK: add.i32 S1, S2, 0xc0100000;
nop; add.i32 S1, S2, -2.25
// CHECK: add.i32 S1, S2, 0x3fc00000;
nop; add.i32 S1, S2, 1.5f
// CHECK: add.i32 S1, S2, 0xbfc0;
nop; add.i32 S1, S2, -1.5bf
// CHECK: add.i32 S1, S2, 0x4000;
nop; add.i32 S1, S2, 2.0h
// 1 + 1/256 lies half way between two bf16 numbers, 1 + 3/256 too.
// CHECK: add.i32 S1, S2, 0x3f80;
nop; add.i32 S1, S2, 1.00390625bf
// CHECK: add.i32 S1, S2, 0x3f82;
nop; add.i32 S1, S2, 1.01171875bf
// CHECK: add.i32 S1, S2, 0x1e3ce508;
nop; add.i32 S1, S2, 1.0e-20
// CHECK: add.i32 S1, S2, 0x7f800000;
nop; add.i32 S1, S2, 1.0e39
// CHECK: add.i32 S1, S2, 0x80000000;
nop; add.i32 S1, S2, -0.0
