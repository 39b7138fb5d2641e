; Coordinates in another order.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 99
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 50 : i == 1 ? 99 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a) {
  %x = insertelement <5 x i32> <i32 1, i32 20, i32 30, i32 40, i32 50>, i32 %a, i32 0
  %y = shufflevector <5 x i32> %x, <5 x i32> poison, <5 x i32> <i32 4, i32 3, i32 2, i32 1, i32 0>
  %val1 = extractelement <5 x i32> %y, i32 0
  %val2 = extractelement <5 x i32> %y, i32 4
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %z = insertelement <64 x i32> %w0, i32 %val2, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
