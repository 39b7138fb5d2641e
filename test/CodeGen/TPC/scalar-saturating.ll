; Sums and differences that saturate.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 2000000000
;@arg b i32 = -2000000000
;@arg c i32 = 3
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 2147483647 : i == 1 ? -2147483648 : i == 2 ? -1 : i == 3 ? 0 : i == 4 ? wrap_i32(2000000000 + 2000000000) : i == 5 ? 127 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.sadd.sat.i32(i32, i32)
declare i32 @llvm.ssub.sat.i32(i32, i32)
declare i32 @llvm.uadd.sat.i32(i32, i32)
declare i32 @llvm.usub.sat.i32(i32, i32)
declare i8 @llvm.sadd.sat.i8(i8, i8)

define void @main(i32 %a, i32 %b, i32 %c) {
  %val1 = call i32 @llvm.sadd.sat.i32(i32 %a, i32 %a)
  %val2 = call i32 @llvm.ssub.sat.i32(i32 %b, i32 %a)
  %val3 = call i32 @llvm.uadd.sat.i32(i32 %b, i32 %b)
  %val4 = call i32 @llvm.usub.sat.i32(i32 %c, i32 %a)
  %val5 = call i32 @llvm.uadd.sat.i32(i32 %a, i32 %a)
  %c8 = trunc i32 %a to i8
  %d8 = or i8 %c8, 112
  %e8 = and i8 %d8, 127
  %s8 = call i8 @llvm.sadd.sat.i8(i8 %e8, i8 %e8)
  %val6 = sext i8 %s8 to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3, i32 2
  %w3 = insertelement <64 x i32> %w2, i32 %val4, i32 3
  %w4 = insertelement <64 x i32> %w3, i32 %val5, i32 4
  %z = insertelement <64 x i32> %w4, i32 %val6, i32 5
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
