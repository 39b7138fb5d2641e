// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A whole kernel: tensors become numbers, scalars stay parameters.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: target datalayout = "e-p:32:32-p1:32:32-p2:32:32-p3:64:64-
// CHECK: target triple = "tpc-unknown-unknown"
// CHECK: define {{.*}}void @main(float {{.*}}%scale)
// CHECK: call <5 x i32> @llvm.tpc.get.index.space.offset()
// CHECK: call <5 x i32> @llvm.tpc.get.index.space.size()
// CHECK: call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> %{{.*}}, i8 0, i32 0, <64 x float> poison, i1 true, i1 false)
// CHECK: fmul <64 x float>
// CHECK: call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> %{{.*}}, i8 1, <64 x float> %{{.*}}, i32 0, i1 true, i1 false)
// CHECK: "tpc-kernel" "tpc-num-tensors"="2"
void main(tensor in, tensor out, float scale) {
  int5 first = get_index_space_offset();
  int5 last = first + get_index_space_size();
  int5 at = {0};
  for (int i = first[0] * 64; i < last[0] * 64; i += 64) {
    at[0] = i;
    v_f32_st_tnsr(at, out, v_f32_ld_tnsr_b(at, in) * scale);
  }
}
