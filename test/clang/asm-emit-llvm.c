// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly goes through LLVM IR in text; predicates are passed in
// registers there.
// RUN: %tpc-clang -O2 -S -emit-llvm %s -o %t.ll
// RUN: FileCheck %s --check-prefix=IR --input-file=%t.ll
// IR: call <256 x i1> asm "nop; nop; cmp_geq.f32 $0, $1, 0x0", "=V,v"(<64 x float>
// RUN: %tpc-llc -O2 -verify %t.ll -o - | FileCheck %s
// CHECK: cmp_geq.f32 [[P:VP[0-9]+]], [[X:V[0-9]+]], 0x0
// CHECK: mov {{V[0-9]+}}, [[X]], [[P]]

void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  bool256 p;
  asm("nop; nop; cmp_geq.f32 %0, %1, 0x0" : "=V"(p) : "v"(x));
  v_f32_st_tnsr(at, out, v_f32_mov_vb(x, 0, 0.0f, p));
}
