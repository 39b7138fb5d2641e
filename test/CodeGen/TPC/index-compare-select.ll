; Comparisons of index vectors go coordinate by coordinate.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 30
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 10 : i == 1 ? 30 : i == 2 ? 30 : i == 3 ? 1 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a) {
  %v.0 = insertelement <5 x i32> poison, i32 %a, i32 0
  %v = shufflevector <5 x i32> %v.0, <5 x i32> poison, <5 x i32> zeroinitializer
  %c = icmp slt <5 x i32> <i32 10, i32 20, i32 30, i32 40, i32 50>, %v
  %s = select <5 x i1> %c, <5 x i32> <i32 10, i32 20, i32 30, i32 40, i32 50>, <5 x i32> %v
  %val1 = extractelement <5 x i32> %s, i32 0
  %val2 = extractelement <5 x i32> %s, i32 2
  %val3 = extractelement <5 x i32> %s, i32 4
  %b = zext <5 x i1> %c to <5 x i32>
  %val4 = extractelement <5 x i32> %b, i32 1
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3, i32 2
  %z = insertelement <64 x i32> %w2, i32 %val4, i32 3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
