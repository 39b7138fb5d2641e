; Quotients of lanes are rounded correctly.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = random(1, -1000, 1000)
;@tensor y f32[64] in = random(2, -3, 3)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = x[i] / y[i]

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %z = fdiv <64 x float> %x, %y
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 2, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
