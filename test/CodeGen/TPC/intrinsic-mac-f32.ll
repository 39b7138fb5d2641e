; llvm.tpc.mac adds to its old value.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = random(1, -100, 100)
;@tensor y f32[64] in = random(2, -100, 100)
;@tensor w f32[64] in = random(3, -100, 100)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = w[i] + x[i] * y[i]

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
declare <64 x float> @llvm.tpc.mac.v64f32.v64f32.i1(<64 x float>, <64 x float>, i8, i32, <64 x float>, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %w = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 2, i32 0, <64 x float> undef, i1 true, i1 false)
  %r = call <64 x float> @llvm.tpc.mac.v64f32.v64f32.i1(<64 x float> %x, <64 x float> %y, i8 0, i32 0, <64 x float> %w, i1 true, i1 false)
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 3, <64 x float> %r, i32 0, i1 true, i1 false)
  ret void
}
