; A sum of float lanes in their order.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = random(1, -100, 100)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = sum(k: 0..64) x[k] within abs 0.01

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
declare float @llvm.vector.reduce.fadd.v64f32(float, <64 x float>)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %r = call float @llvm.vector.reduce.fadd.v64f32(float 0.0, <64 x float> %x)
  %z.0 = insertelement <64 x float> poison, float %r, i32 0
  %z = shufflevector <64 x float> %z.0, <64 x float> poison, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 1, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
