// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coordinates are set one by one, never permuted.
// RUN: %tpc-clang -O2 -S -emit-llvm %s -o - | FileCheck %s

// CHECK-NOT: shufflevector <5 x i32>
// CHECK: insertelement <5 x i32> {{.*}}, i64 3
// CHECK-NOT: shufflevector <5 x i32>
// CHECK: call <64 x float> @llvm.tpc.ld.tnsr
// CHECK-NOT: shufflevector <5 x i32>
void main(tensor in, tensor out) {
  int5 at = get_index_space_offset();
  int5 size = get_index_space_size();
  int5 other = {at[1], at[0], size[2], size[1], 0};
  v_f32_st_tnsr(at, out, v_f32_ld_tnsr_b(other, in));
}
