// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A global address that a loop carries and that a condition chooses: elements
// of one tensor, so the choice is between their coordinates.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg n i32 = 9
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor y f32[64] inout = const(7)
//@index_space 1
//@expect y[i] = i < 9 ? (i % 3 == 0 ? a[i] : a[i + 20]) : 7

void main(tensor a, tensor y, int n) {
  int5 at = {0}, far = {20};
  __global__ void *next = gen_addr(at, a), *other = gen_addr(far, a);
  for (int i = 0; i < n; i++) {
    float x = s_f32_ld_g(i % 3 == 0 ? next : other);
    s_f32_st_g(gen_addr(at, y), x);
    at[0] = i + 1;
    far[0] = i + 21;
    next = gen_addr(at, a);
    other = gen_addr(far, a);
  }
}
