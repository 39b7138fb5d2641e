; floor, ceil, trunc and rint of scalars.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a f32 = -2.5
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = -3 * 1000 + -2 * 100 + -2 * 10 + -2

declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
declare float @llvm.floor.f32(float)
declare float @llvm.ceil.f32(float)
declare float @llvm.trunc.f32(float)
declare float @llvm.rint.f32(float)

define void @main(float %a) {
  %f = call float @llvm.floor.f32(float %a)
  %c = call float @llvm.ceil.f32(float %a)
  %t = call float @llvm.trunc.f32(float %a)
  %n = call float @llvm.rint.f32(float %a)
  %val1 = fmul float %f, 1000.0
  %val2 = fmul float %c, 100.0
  %val3 = fmul float %t, 10.0
  %val4 = fadd float %val1, %val2
  %val5 = fadd float %val3, %n
  %r = fadd float %val4, %val5
  %z.0 = insertelement <64 x float> poison, float %r, i32 0
  %z = shufflevector <64 x float> %z.0, <64 x float> poison, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 0, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
