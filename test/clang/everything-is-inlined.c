// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions end up in the kernel; nothing else is left.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: define {{.*}}@main
// CHECK: fadd <64 x float>
// CHECK-NOT: define
float64 twice(float64 x) { return x + x; }
void main(tensor in, tensor out) {
  int5 c = {0};
  v_f32_st_tnsr(c, out, twice(v_f32_ld_tnsr_b(c, in)));
}
