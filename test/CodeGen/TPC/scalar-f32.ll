; Arithmetic, comparison and conversion of scalar floats.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a f32 = 7.25
;@arg b f32 = 4.75
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = 25.5

declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(float %a, float %b) {
  %c = fadd float %a, %b
  %d = fmul float %c, 2.5
  %e = fsub float %d, %b
  %f = fneg float %e
  %g = fcmp olt float %f, 0.0
  %h = select i1 %g, float %e, float %f
  %i = fptosi float %h to i32
  %j = sitofp i32 %i to float
  %q = fadd float %j, 0.5
  %r.0 = insertelement <64 x float> undef, float %q, i32 0
  %r = shufflevector <64 x float> %r.0, <64 x float> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 0, <64 x float> %r, i32 0, i1 true, i1 false)
  ret void
}
