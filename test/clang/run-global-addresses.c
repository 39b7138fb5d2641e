// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalars through addresses of tensor elements.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[10] in = iota(100)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 100 + 103 + 109

void main(tensor in, tensor out) {
  int5 at = {0};
  int sum = s_i32_ld_g(gen_addr(at, in));
  at[0] = 3;
  sum += s_i32_ld_g(gen_addr(at, in));
  at[0] = 9;
  sum += *(__global__ int *)gen_addr(at, in);
  at[0] = 0;
  v_i32_st_tnsr(at, out, (int64)sum);
}
