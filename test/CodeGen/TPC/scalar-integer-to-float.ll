; Conversions of integers of all widths to float.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -3
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = -3 + 4294967293 + 253 - 3 + 1 - 1 within 1 ulp

declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(i32 %a) {
  %val1 = sitofp i32 %a to float
  %val2 = uitofp i32 %a to float
  %b = trunc i32 %a to i8
  %val3 = uitofp i8 %b to float
  %c = trunc i32 %a to i16
  %val4 = sitofp i16 %c to float
  %p = icmp slt i32 %a, 0
  %val5 = uitofp i1 %p to float
  %val6 = sitofp i1 %p to float
  %val7 = fadd float %val3, %val4
  %val8 = fadd float %val5, %val6
  %val9 = fadd float %val7, %val8
  %val10 = fadd float %val1, %val9
  %r = fadd float %val2, %val10
  %z.0 = insertelement <64 x float> poison, float %r, i32 0
  %z = shufflevector <64 x float> %z.0, <64 x float> poison, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 0, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
