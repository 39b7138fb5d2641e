; What is computed of single lanes goes back into lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg s f32 = 2.5
;@tensor x f32[64] in = random(1, 1, 2)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = i == 4 ? max(f32(x[1] - x[2]), 0.125) : f32(f32(x[0] * 2.5) + x[63])

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
declare float @llvm.maxnum.f32(float, float)

define void @main(float %s) {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %a = extractelement <64 x float> %x, i32 0
  %b = extractelement <64 x float> %x, i32 63
  %c = fmul float %a, %s
  %r = fadd float %c, %b
  %z.0 = insertelement <64 x float> poison, float %r, i32 0
  %z.1 = shufflevector <64 x float> %z.0, <64 x float> poison, <64 x i32> zeroinitializer
  %d = extractelement <64 x float> %x, i32 1
  %e = extractelement <64 x float> %x, i32 2
  %q1 = fsub float %d, %e
  %q = call float @llvm.maxnum.f32(float %q1, float 0.125)
  %z = insertelement <64 x float> %z.1, float %q, i32 4
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 1, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
