// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function without body cannot be inlined.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

extern float64 nobody(float64 x);
void main(tensor out) {
  int5 c = {0};
  // CHECK: :[[#@LINE+1]]:25: error: function 'nobody' is declared but has no body
  v_f32_st_tnsr(c, out, nobody(1.0f));
}
