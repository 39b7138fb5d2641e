; Comparisons that are true for NaN, made of ordered ones.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a u32 = 0x7fc00000
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 5

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(float %a) {
  %n = fcmp uno float %a, 0.0
  %o = fcmp ord float %a, 0.0
  %u = fcmp ult float %a, 0.0
  %l = fcmp olt float %a, 0.0
  %z0 = zext i1 %n to i32
  %s0 = shl i32 %z0, 0
  %z1 = zext i1 %o to i32
  %s1 = shl i32 %z1, 1
  %z2 = zext i1 %u to i32
  %s2 = shl i32 %z2, 2
  %z3 = zext i1 %l to i32
  %s3 = shl i32 %z3, 3
  %p = or i32 %s0, %s1
  %p2 = or i32 %p, %s2
  %q = or i32 %p2, %s3
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
