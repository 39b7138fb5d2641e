; A product and a sum that may be fused are one operation.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a f32 = 1.5
;@arg b f32 = 2.5
;@arg c f32 = 3.5
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = 1.5 * 2.5 - 3.5 + (3.5 - 1.5 * 2.5)

declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(float %a, float %b, float %c) {
  %m = fmul contract float %a, %b
  %s = fsub contract float %m, %c
  %n = fmul contract float %a, %b
  %t = fsub contract float %c, %n
  %r = fadd float %s, %t
  %z.0 = insertelement <64 x float> poison, float %r, i32 0
  %z = shufflevector <64 x float> %z.0, <64 x float> poison, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 0, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
