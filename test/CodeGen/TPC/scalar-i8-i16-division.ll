; Quotients and remainders of narrow numbers.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -100
;@arg b i32 = 7
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? -14 : i == 1 ? -2 : i == 2 ? 22 : i == 3 ? 9348 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %b) {
  %a8 = trunc i32 %a to i8
  %b8 = trunc i32 %b to i8
  %a16 = trunc i32 %a to i16
  %b16 = trunc i32 %b to i16
  %val1 = sdiv i8 %a8, %b8
  %val2 = srem i8 %a8, %b8
  %val3 = udiv i8 %a8, %b8
  %val4 = udiv i16 %a16, %b16
  %val1.w = sext i8 %val1 to i32
  %val2.w = sext i8 %val2 to i32
  %val3.w = zext i8 %val3 to i32
  %val4.w = zext i16 %val4 to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1.w, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2.w, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3.w, i32 2
  %z = insertelement <64 x i32> %w2, i32 %val4.w, i32 3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
