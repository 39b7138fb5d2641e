// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A switch of another instruction is an error at the argument.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

float64 f(float64 a) {
  // CHECK: :[[#@LINE+1]]:28: error: switch bits 0x4 are not allowed in v_f32_sub_b; its switches are SW_SAT SW_NEG
  return v_f32_sub_b(a, a, SW_NO_CARRY_GEN);
}
float64 g(float64 a) {
  // CHECK: :[[#@LINE+1]]:28: error: switch bits 0x1 given to v_f32_max_b, which has no switches
  return v_f32_max_b(a, a, 1);
}
