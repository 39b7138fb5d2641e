; Rounding to integers.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a f32 = 2.5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 3 : i == 1 ? 2 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.lround.i32.f32(float)
declare i32 @llvm.lrint.i32.f32(float)

define void @main(float %a) {
  %val1 = call i32 @llvm.lround.i32.f32(float %a)
  %val2 = call i32 @llvm.lrint.i32.f32(float %a)
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %z = insertelement <64 x i32> %w0, i32 %val2, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
