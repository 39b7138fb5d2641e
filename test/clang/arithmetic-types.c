// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Type code and overloaded name follow the element type.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.add.v64f32.v64f32.v64f32.i1({{.*}}, i8 0, i32 0,
// CHECK: @llvm.tpc.add.v128bf16.v128bf16.v128bf16.i1({{.*}}, i8 1, i32 0,
// CHECK: @llvm.tpc.add.v64i32.v64i32.v64i32.i1({{.*}}, i8 2, i32 0,
// CHECK: @llvm.tpc.add.v64i32.v64i32.v64i32.i1({{.*}}, i8 3, i32 0,
// CHECK: @llvm.tpc.add.v256i8.v256i8.v256i8.i1({{.*}}, i8 4, i32 0,
// CHECK: @llvm.tpc.add.v256i8.v256i8.v256i8.i1({{.*}}, i8 5, i32 0,
// CHECK: @llvm.tpc.add.v128i16.v128i16.v128i16.i1({{.*}}, i8 7, i32 0,
// CHECK: @llvm.tpc.add.v128i16.v128i16.v128i16.i1({{.*}}, i8 8, i32 0,
float64 f32(float64 a) { return v_f32_add_b(a, a); }
bfloat128 bf16_(bfloat128 a) { return v_bf16_add_b(a, a); }
int64 i32(int64 a) { return v_i32_add_b(a, a); }
uint64 u32(uint64 a) { return v_u32_add_b(a, a); }
char256 i8(char256 a) { return v_i8_add_b(a, a); }
uchar256 u8(uchar256 a) { return v_u8_add_b(a, a); }
short128 i16(short128 a) { return v_i16_add_b(a, a); }
ushort128 u16(ushort128 a) { return v_u16_add_b(a, a); }
