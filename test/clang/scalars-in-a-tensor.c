// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Forty scalar arguments of C: from the thirty-second on they come out of a
// tensor that the runtime library makes.
// RUN: %run-c --levels 0,2,s | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS z:
// CHECK-LABEL: -O2:
// CHECK: PASS z:
//@arg a0 i32 = -60
//@arg a1 i32 = -55
//@arg a2 f32 = -50
//@arg a3 i32 = -45
//@arg a4 i32 = -40
//@arg a5 f32 = -35
//@arg a6 i32 = -30
//@arg a7 i32 = -25
//@arg a8 f32 = -20
//@arg a9 i32 = -15
//@arg a10 i32 = -10
//@arg a11 f32 = -5
//@arg a12 i32 = 0
//@arg a13 i32 = 5
//@arg a14 f32 = 10
//@arg a15 i32 = 15
//@arg a16 i32 = 20
//@arg a17 f32 = 25
//@arg a18 i32 = 30
//@arg a19 i32 = 35
//@arg a20 f32 = 40
//@arg a21 i32 = 45
//@arg a22 i32 = 50
//@arg a23 f32 = 55
//@arg a24 i32 = 60
//@arg a25 i32 = 65
//@arg a26 f32 = 70
//@arg a27 i32 = 75
//@arg a28 i32 = 80
//@arg a29 f32 = 85
//@arg a30 i32 = 90
//@arg a31 i32 = 95
//@arg a32 f32 = 100
//@arg a33 i32 = 105
//@arg a34 i32 = 110
//@arg a35 f32 = 115
//@arg a36 i32 = 120
//@arg a37 i32 = 125
//@arg a38 f32 = 130
//@arg a39 i32 = 135
//@tensor z i32[64] out
//@index_space 2
//@expect z[i] = 1 * a0 + 2 * a1 + 3 * floor(a2) + 4 * a3 + 5 * a4 + 6 * floor(a5) + 7 * a6 + 8 * a7 + 9 * floor(a8) + 10 * a9 + 11 * a10 + 12 * floor(a11) + 13 * a12 + 14 * a13 + 15 * floor(a14) + 16 * a15 + 17 * a16 + 18 * floor(a17) + 19 * a18 + 20 * a19 + 21 * floor(a20) + 22 * a21 + 23 * a22 + 24 * floor(a23) + 25 * a24 + 26 * a25 + 27 * floor(a26) + 28 * a27 + 29 * a28 + 30 * floor(a29) + 31 * a30 + 32 * a31 + 33 * floor(a32) + 34 * a33 + 35 * a34 + 36 * floor(a35) + 37 * a36 + 38 * a37 + 39 * floor(a38) + 40 * a39
void main(tensor z, int a0, int a1, float a2, int a3, int a4, float a5, int a6, int a7, float a8, int a9, int a10, float a11, int a12, int a13, float a14, int a15, int a16, float a17, int a18, int a19, float a20, int a21, int a22, float a23, int a24, int a25, float a26, int a27, int a28, float a29, int a30, int a31, float a32, int a33, int a34, float a35, int a36, int a37, float a38, int a39) {
  int sum = 0;
  sum += 1 * (int)a0;
  sum += 2 * (int)a1;
  sum += 3 * (int)a2;
  sum += 4 * (int)a3;
  sum += 5 * (int)a4;
  sum += 6 * (int)a5;
  sum += 7 * (int)a6;
  sum += 8 * (int)a7;
  sum += 9 * (int)a8;
  sum += 10 * (int)a9;
  sum += 11 * (int)a10;
  sum += 12 * (int)a11;
  sum += 13 * (int)a12;
  sum += 14 * (int)a13;
  sum += 15 * (int)a14;
  sum += 16 * (int)a15;
  sum += 17 * (int)a16;
  sum += 18 * (int)a17;
  sum += 19 * (int)a18;
  sum += 20 * (int)a19;
  sum += 21 * (int)a20;
  sum += 22 * (int)a21;
  sum += 23 * (int)a22;
  sum += 24 * (int)a23;
  sum += 25 * (int)a24;
  sum += 26 * (int)a25;
  sum += 27 * (int)a26;
  sum += 28 * (int)a27;
  sum += 29 * (int)a28;
  sum += 30 * (int)a29;
  sum += 31 * (int)a30;
  sum += 32 * (int)a31;
  sum += 33 * (int)a32;
  sum += 34 * (int)a33;
  sum += 35 * (int)a34;
  sum += 36 * (int)a35;
  sum += 37 * (int)a36;
  sum += 38 * (int)a37;
  sum += 39 * (int)a38;
  sum += 40 * (int)a39;
  int5 at = {0};
  v_i32_st_tnsr(at, z, (int64)sum);
}
