; llvm.is.fpclass.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a f32 = 0
;@arg b f32 = -1.5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 1 : i == 1 ? 1 : i == 2 ? 0 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i1 @llvm.is.fpclass.f32(float, i32)

define void @main(float %a, float %b) {
  %val1 = call i1 @llvm.is.fpclass.f32(float %a, i32 96)
  %val2 = call i1 @llvm.is.fpclass.f32(float %b, i32 8)
  %val3 = call i1 @llvm.is.fpclass.f32(float %b, i32 3)
  %val1.w = zext i1 %val1 to i32
  %val2.w = zext i1 %val2 to i32
  %val3.w = zext i1 %val3 to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1.w, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2.w, i32 1
  %z = insertelement <64 x i32> %w1, i32 %val3.w, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
