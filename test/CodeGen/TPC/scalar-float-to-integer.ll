; Conversions to integers of all widths.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a f32 = -3.75
;@arg b f32 = 3000000000.0
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? -3 : i == 1 ? wrap_i32(3000000000) : i == 2 ? -3 : i == 3 ? 2147483647 : i == 4 ? -3 : i == 5 ? 127 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.fptosi.sat.i32.f32(float)
declare i8 @llvm.fptosi.sat.i8.f32(float)

define void @main(float %a, float %b) {
  %val1 = fptosi float %a to i32
  %val2 = fptoui float %b to i32
  %val3 = fptosi float %a to i8
  %val3.w = sext i8 %val3 to i32
  %val4 = call i32 @llvm.fptosi.sat.i32.f32(float %b)
  %val5 = fptosi float %a to i16
  %val5.w = sext i16 %val5 to i32
  %val6 = call i8 @llvm.fptosi.sat.i8.f32(float %b)
  %val6.w = sext i8 %val6 to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3.w, i32 2
  %w3 = insertelement <64 x i32> %w2, i32 %val4, i32 3
  %w4 = insertelement <64 x i32> %w3, i32 %val5.w, i32 4
  %z = insertelement <64 x i32> %w4, i32 %val6.w, i32 5
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
