// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The random register under a vector predicate.
// RUN: %tpc-clang -O2 -S -emit-llvm %s -o - | FileCheck %s

// CHECK: call <256 x i8> @llvm.tpc.read.lfsr.v256i1(<256 x i8> {{.*}}, <256 x i1> %{{.*}}, i1 false)
// CHECK: call void @llvm.tpc.write.lfsr.v256i1(<256 x i8> {{.*}}, <256 x i1> %{{.*}}, i1 false)
void main(tensor a) {
  int5 at = {0};
  bool256 p = v_i8_cmp_less_b(v_i8_ld_tnsr_b(at, a), 0);
  char256 x = read_lfsr_vb(0, 1, p, 0);
  write_lfsr_vb(x, p);
  v_i8_st_tnsr(at, a, x);
}
