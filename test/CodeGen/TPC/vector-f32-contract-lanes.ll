; Products and sums of lanes that may be fused, with constants and scalars.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = random(1, -1, 1)
;@tensor y f32[64] in = random(2, -9, 9)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = f32(x[i] * y[i] + 2) - f32(y[i] - x[i] * 3)

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %m = fmul contract <64 x float> %x, %y
  %a = fadd contract <64 x float> %m, splat (float 2.0)
  %n = fmul contract <64 x float> %x, splat (float 3.0)
  %b = fsub contract <64 x float> %y, %n
  %z = fsub <64 x float> %a, %b
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 2, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
