// Numbers without a suffix are float at every level: there is no double.
//
// RUN: %tpc-clang -O0 -Wall -Werror -S -emit-llvm -o - %s | FileCheck %s
// RUN: %tpc-clang -O0 -c -o %t.o %s
// RUN: %tpc-clang -O2 -c -o %t.o %s

void main(tensor out, float x) {
  int5 at = {0};
  // CHECK-NOT: double
  // CHECK: fmul float
  // CHECK: fadd float %{{.*}}, 1.000000e+00
  float y = x * 2.5 + 1.0;
  if (y > 3.14159265358979)
    y = 1e-3;
  float64 v = y;
  v_f32_st_tnsr(at, out, v * 0.5 + 1.0);
}
