; A constant minus a register is one operation.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 105 : i == 1 ? 5 : i == 2 ? 4 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a) {
  %val1 = sub i32 100, %a
  %val2 = sub i32 0, %a
  %val3 = xor i32 %a, -1
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %z = insertelement <64 x i32> %w1, i32 %val3, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
