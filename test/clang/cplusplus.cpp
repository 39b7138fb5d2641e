// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// C++: templates, default arguments, overloads; the kernel keeps its name.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: define {{.*}}void @main(float
// CHECK: call <64 x float> @llvm.tpc.add.v64f32.v64f32.v64f32.i1(
// CHECK: fmul <64 x float>
template <typename T> static T twice(T x, float f = 2.0f) { return x * f; }
void main(tensor in, tensor out, float k) {
  int5 c = {0, 0, 0, 0, 0};
  float64 x = v_f32_add_b(v_f32_ld_tnsr_b(c, in), k);
  v_f32_st_tnsr(c, out, twice(x));
}
