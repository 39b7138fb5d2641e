// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Older names of intrinsics are the same functions with the parameters in
// another order: the income behind the operands, flags instead of switches.
// RUN: %tpc-clang -Wall -Werror -O1 -S -emit-llvm %s -o - | FileCheck %s

// CHECK-LABEL: define dso_local void @main(
void main(tensor in, tensor out, int i, _Bool p) {
  int5 at = {i};
  // CHECK: %[[A:.*]] = {{.*}}call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> %[[AT:.*]], i8 0, i32 0, <64 x float> poison, i1 true, i1 false)
  float64 a = v_f32_ld_tnsr_i(at, in);
  // CHECK: %[[B:.*]] = {{.*}}call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> %{{.*}}, i8 0, i32 0, <64 x float> %[[A]], i1 %[[P:.*]], i1 true)
  float64 b = v_f32_ld_tnsr_reg_i_s_b(at + 1, in, a, p, 1);
  // CHECK: %[[C:.*]] = {{.*}}call <64 x float> @llvm.tpc.mac.v64f32.v64f32.i1(<64 x float> %[[A]], <64 x float> %[[B]], i8 0, i32 2, <64 x float> %[[B]], i1 %[[P]], i1 false)
  float64 c = v_f32_mac_v_v_b(a, b, b, 1, p, 0);
  // CHECK: %[[M:.*]] = {{.*}}call <256 x i1> @llvm.tpc.cmp.grt.v256i1.v64f32.v64f32.i1(<64 x float> %[[A]],
  bool256 m = bv_f32_cmp_grt_v_s(a, 1.5f);
  // CHECK: %[[D:.*]] = {{.*}}call <64 x float> @llvm.tpc.sub.v64f32.v64f32.v64f32.v256i1(<64 x float> %[[C]], <64 x float> %[[A]], i8 0, i32 2, <64 x float> %[[B]], <256 x i1> %[[M]], i1 true)
  float64 d = v_f32_sub_v_v_vb(c, a, b, 1, m, 1);
  // CHECK: %[[E:.*]] = {{.*}}call <64 x float> @llvm.tpc.mov.dual.group.v64f32.i1(<64 x float> %[[D]], i32 {{-1|.*}}, i32 54, i32 {{.*}}, <64 x float> %[[C]], i1 true, i1 false)
  float64 e = v_f32_mov_dual_group_v(d, 0xffffffff, c, 2, 1, 1, 1);
  // The type that is compared stands in front of the result's.
  // CHECK: call <64 x i32> @llvm.tpc.sel.less.v64i32.v64f32.v64f32.v64i32.v64i32.i1(<64 x float> %[[E]], <64 x float> %[[D]],
  int64 s = v_f32_i32_sel_less_v_v_v_v(e, d, (int64)a, (int64)b);
  // CHECK: call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %[[AT]], i8 1, <64 x i32> %{{.*}}, i32 0, i1 true, i1 false)
  i32_st_tnsr_i_v(at, out, s);
  // CHECK: call void @llvm.tpc.st.tnsr.rmw.v64f32(<5 x i32> %[[AT]], i8 1, <64 x float> %[[E]], i32 71, i32 6, i1 %[[P]], i1 false)
  f32_st_tnsr_rmw_pack_i_v_b(at, out, e, 7, 0, 1, 0, p, 0);
  // CHECK: %[[G:.*]] = {{.*}}call ptr addrspace(3) @llvm.tpc.gen.addr(<5 x i32> %[[AT]], i8 0, i32 0, ptr addrspace(3) {{.*}}, i1 true, i1 false)
  __global__ int *g = a_gen_addr_i(at, in);
  // CHECK: %[[V:.*]] = {{.*}}call i32 @llvm.tpc.ld.g.i32.i1(ptr addrspace(3) %[[G]],
  // CHECK: call void @llvm.tpc.st.g.i32(ptr addrspace(3) %[[G]], i32 {{.*}}, i32 0, i1 %[[P]], i1 false)
  i32_st_g_a_s_b(g, s_i32_ld_g_a(g) + 1, p, 0);
}
