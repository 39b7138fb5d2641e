// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Members of vectors of two registers.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64] in = random(1, -1000, 1000)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i] * 2 + 5

static int128 twice(int64 a) {
  int128 r;
  r.v1 = a;
  r.v2 = a + 5;
  return r;
}

void main(tensor in, tensor out) {
  int5 at = {0};
  int128 p = twice(v_i32_ld_tnsr_b(at, in));
  v_i32_st_tnsr(at, out, p.v1 + p.v2);
}
