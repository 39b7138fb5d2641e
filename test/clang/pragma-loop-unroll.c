// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// loop_unroll(4) makes four copies of the body.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK-COUNT-4: call void @llvm.tpc.st.tnsr.v64f32
// CHECK-NOT: call void @llvm.tpc.st.tnsr.v64f32
void main(tensor out, int n) {
  int5 c = {0};
#pragma loop_unroll(4)
  for (int i = 0; i < 4096; i++) {
    c[1] = i;
    v_f32_st_tnsr(c, out, 1.0f);
  }
}
