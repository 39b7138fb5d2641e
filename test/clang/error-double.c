// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// There is no double; the error is at the operation.
// RUN: not %tpc-clang -O0 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(tensor a, float n) {
  int5 at = {0};
  // CHECK: [[@LINE+1]]:{{[0-9]+}}: error: unsupported: {{.*}}double
  v_f32_st_tnsr(at, a, (float64)(float)((double)n * 3.3));
}
