// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Globals lie in vector or scalar local memory by their type.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK-DAG: @vectors = {{.*}}addrspace(2) global [4 x <64 x float>] zeroinitializer
// CHECK-DAG: @predicate = {{.*}}addrspace(2) global
// CHECK-DAG: @pair = {{.*}}addrspace(2) global
// CHECK-DAG: @numbers = {{.*}}addrspace(1) global [8 x i32] zeroinitializer
__local__ float64 vectors[4];
__local__ bool256 predicate;
__local__ float128 pair;
__local__ int numbers[8];
// CHECK: store <64 x float> %x, ptr addrspace(2)
// CHECK: load i32, ptr addrspace(1)
int f(int i, float64 x) {
  vectors[i] = x;
  return numbers[i];
}
// CHECK: call <64 x float> @llvm.tpc.ld.l.v.v64f32.i1(i32 %a, i32 0, <64 x float> poison, i1 true, i1 false)
float64 g(unsigned a) { return v_f32_ld_l_v_b(a); }
// CHECK: call void @llvm.tpc.st.l.i32(i32 %a, i32 %x, i32 1, i1 true, i1 false)
void h(unsigned a, int x) { s_i32_st_l(a, x, SW_MMIO); }
