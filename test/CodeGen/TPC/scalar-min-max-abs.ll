; Extremes, signed and unsigned, and magnitudes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -5
;@arg b i32 = 7
;@arg m i32 = -2147483648
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 7 : i == 1 ? -5 : i == 2 ? -5 : i == 3 ? 7 : i == 4 ? 5 : i == 5 ? -2147483648 : i == 6 ? 100 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.smax.i32(i32, i32)
declare i32 @llvm.smin.i32(i32, i32)
declare i32 @llvm.umax.i32(i32, i32)
declare i32 @llvm.umin.i32(i32, i32)
declare i32 @llvm.abs.i32(i32, i1)

define void @main(i32 %a, i32 %b, i32 %m) {
  %val1 = call i32 @llvm.smax.i32(i32 %a, i32 %b)
  %val2 = call i32 @llvm.smin.i32(i32 %a, i32 %b)
  %val3 = call i32 @llvm.umax.i32(i32 %a, i32 %b)
  %val4 = call i32 @llvm.umin.i32(i32 %a, i32 %b)
  %val5 = call i32 @llvm.abs.i32(i32 %a, i1 false)
  %val6 = call i32 @llvm.abs.i32(i32 %m, i1 false)
  %val7 = call i32 @llvm.smax.i32(i32 %b, i32 100)
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3, i32 2
  %w3 = insertelement <64 x i32> %w2, i32 %val4, i32 3
  %w4 = insertelement <64 x i32> %w3, i32 %val5, i32 4
  %w5 = insertelement <64 x i32> %w4, i32 %val6, i32 5
  %z = insertelement <64 x i32> %w5, i32 %val7, i32 6
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
