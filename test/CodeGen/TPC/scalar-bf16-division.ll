; bf16 quotients of scalars.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a bf16 = 7.25
;@arg b bf16 = 3
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = bf16(7.25 / 3)

declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(bfloat %a, bfloat %b) {
  %q = fdiv bfloat %a, %b
  %r = fpext bfloat %q to float
  %z.0 = insertelement <64 x float> poison, float %r, i32 0
  %z = shufflevector <64 x float> %z.0, <64 x float> poison, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 0, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
