// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// get_dim_size reads the descriptor.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[100, 7] in
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 100 * 7

void main(tensor in, tensor out) {
  int5 at = {0};
  v_i32_st_tnsr(at, out, (int64)(int)(get_dim_size(in, 0) *
                                      get_dim_size(in, 1)));
}
