// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A product and a sum stay two operations, which round twice, unless an option
// asks for one.
// RUN: %tpc-clang -march=gaudi -O2 -S %s -o - | FileCheck %s --check-prefix=TWO
// RUN: %tpc-clang -march=gaudi -O2 -ffp-contract=on -S %s -o - | FileCheck %s --check-prefix=ONE
// RUN: %tpc-clang -march=gaudi -O2 -ffp-contract=fast -S %s -o - | FileCheck %s --check-prefix=ONE

void main(tensor x, tensor y, tensor z) {
  int5 at = {0};
  bfloat128 a = v_bf16_ld_tnsr_b(at, x), b = v_bf16_ld_tnsr_b(at, y);
  float64 c = v_f32_ld_tnsr_b(at, x), d = v_f32_ld_tnsr_b(at, y);
  // TWO-DAG: mul.bf16
  // TWO-DAG: add.bf16
  // TWO-DAG: mul.f32
  // TWO-DAG: add.f32
  // TWO-NOT: mac.
  // ONE-DAG: mac.bf16
  // ONE-DAG: mac.f32
  // ONE-NOT: mul.
  v_bf16_st_tnsr(at, z, a * b + a);
  v_f32_st_tnsr(at, z, c * d + c);
}
