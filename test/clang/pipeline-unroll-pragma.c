// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A pragma unrolls at every level but -O0; what is left over has a loop.
// RUN: %tpc-clang -O1 -S -emit-llvm %s -o - | FileCheck %s
// RUN: %tpc-clang -O2 -S -emit-llvm %s -o - | FileCheck %s

// CHECK-COUNT-4: call <64 x float> @llvm.tpc.ld.tnsr
void main(tensor in, tensor out, int n) {
  int5 at = {0};
#pragma unroll(3)
  for (int i = 0; i < n; i++) {
    at[1] = i;
    v_f32_st_tnsr(at, out, v_f32_ld_tnsr_b(at, in));
  }
}
