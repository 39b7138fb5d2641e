// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Addresses are pointers to address space 3, 64 bits wide.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call ptr addrspace(3) @llvm.tpc.gen.addr(<5 x i32> %c, i8 0, i32 0, ptr addrspace(3) poison, i1 true, i1 false)
// CHECK: call i32 @llvm.tpc.ld.g.i32.i1(ptr addrspace(3) %{{.*}}, i32 0, i32 poison, i1 true, i1 false)
int f(int5 c) {
  __global__ int *p = gen_addr(c, 0);
  return s_i32_ld_g(p);
}
// CHECK: call void @llvm.tpc.st.g.f32(ptr addrspace(3) %p, float %x, i32 0, i1 true, i1 false)
void g(__global__ void *p, float x) { s_f32_st_g(p, x); }
// CHECK: ret i32 8
int size(void) { return sizeof(__global__ int *); }
