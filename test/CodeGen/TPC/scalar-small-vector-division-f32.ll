; Vectors of four floats are divided one by one.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a f32 = 7
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = i == 5 ? 1 / f32(7) : -4 / f32(9) within 1 ulp

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(float %a) {
  %v0 = insertelement <4 x float> poison, float %a, i32 0
  %v1 = insertelement <4 x float> %v0, float 10.0, i32 1
  %v2 = insertelement <4 x float> %v1, float 3.5, i32 2
  %v3 = insertelement <4 x float> %v2, float -9.0, i32 3
  %q = fdiv <4 x float> <float 1.0, float 2.0, float 3.0, float 4.0>, %v3
  %q0 = extractelement <4 x float> %q, i32 0
  %q3 = extractelement <4 x float> %q, i32 3
  %p = insertelement <64 x float> poison, float %q3, i32 0
  %s = shufflevector <64 x float> %p, <64 x float> poison, <64 x i32> zeroinitializer
  %z = insertelement <64 x float> %s, float %q0, i32 5
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 0, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
