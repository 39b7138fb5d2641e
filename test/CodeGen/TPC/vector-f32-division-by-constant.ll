; A power of two divides by a product, another constant exactly.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = random(1, -1000, 1000)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = f32(x[i] / 8) + f32(x[i] / 7)

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %a = fdiv <64 x float> %x, splat (float 8.0)
  %b = fdiv <64 x float> %x, splat (float 7.0)
  %z = fadd <64 x float> %a, %b
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 1, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
