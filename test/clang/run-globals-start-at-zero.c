// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Globals in both memories start at zero, or at their initial values.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 17
//@tensor lanes i32[64] in = iota(0)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 0 + 7 + (i == 3 ? 4 : 1)

int scalars[40];
int one = 7;
int64 vectors[20];
int64 few[2] = {1, 2};

void main(tensor in, tensor out, int n) {
  int5 at = {0};
  int64 lanes = v_i32_ld_tnsr_b(at, in);
  few[0] = v_i32_mov_vb(4, 0, few[0], v_i32_cmp_eq_b(lanes, 3), 0);
  v_i32_st_tnsr(at, out, vectors[n] + few[0] + scalars[n + 19] + one);
}
