// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Vectors of other types are no arguments; the candidates are shown.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(tensor a) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  // CHECK: [[@LINE+2]]:24: error: no matching function for call to 'v_f32_add_b'
  // CHECK: note: candidate function not viable: no known conversion from 'int64'
  v_f32_st_tnsr(at, a, v_f32_add_b(x, x));
}
