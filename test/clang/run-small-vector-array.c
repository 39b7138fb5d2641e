// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arrays and structures of vectors of a few elements lie in scalar local memory.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 2
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = 9 + 12 + 50 + 0.5

typedef float float4 __attribute__((ext_vector_type(4)));
typedef short short16 __attribute__((ext_vector_type(16)));

float4 rows[4] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {0}};
struct {
  int n;
  short16 s[2];
  float4 f;
} mixed;

void main(tensor out, int a) {
  int5 at = {0};
  mixed.n = a;
  for (int i = 0; i < a; i++)
    mixed.s[i] = (short)(20 * i + 5);
  mixed.f = 0.5f;
  mixed.f.y = 7;
  float sum = rows[a].x + rows[a].w;
  int n = mixed.s[1][3] + mixed.s[0][15] + mixed.s[a - 1].sf - mixed.s[0].s0;
  v_f32_st_tnsr(at, out, (float64)(sum + n + mixed.f.x));
}
