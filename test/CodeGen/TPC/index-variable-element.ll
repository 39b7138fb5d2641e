; Coordinates whose number is known at run time.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 3
;@arg a i32 = 99
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 40 : i == 1 ? 99 : i == 2 ? 10 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n, i32 %a) {
  %x = insertelement <5 x i32> <i32 1, i32 20, i32 30, i32 40, i32 50>, i32 10, i32 0
  %val1 = extractelement <5 x i32> %x, i32 %n
  %y = insertelement <5 x i32> %x, i32 %a, i32 %n
  %val2 = extractelement <5 x i32> %y, i32 3
  %val3 = extractelement <5 x i32> %y, i32 0
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %z = insertelement <64 x i32> %w1, i32 %val3, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
