; Sums and products of predicates.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 1
;@arg b i32 = 0
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 1 : i == 1 ? 0 : i == 2 ? 1 : i == 3 ? 1 : i == 4 ? -1 : i == 5 ? 1 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %b) {
  %p = icmp eq i32 %a, 1
  %q = icmp eq i32 %b, 1
  %val1 = add i1 %p, %q
  %val2 = mul i1 %p, %q
  %val3 = sub i1 %q, %p
  %val4 = icmp ugt i1 %p, %q
  %val5 = icmp slt i1 %p, %q
  %val6 = select i1 %p, i1 %p, i1 %q
  %val1.w = zext i1 %val1 to i32
  %val2.w = zext i1 %val2 to i32
  %val3.w = zext i1 %val3 to i32
  %val4.w = zext i1 %val4 to i32
  %val5.w = sext i1 %val5 to i32
  %val6.w = zext i1 %val6 to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1.w, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2.w, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3.w, i32 2
  %w3 = insertelement <64 x i32> %w2, i32 %val4.w, i32 3
  %w4 = insertelement <64 x i32> %w3, i32 %val5.w, i32 4
  %z = insertelement <64 x i32> %w4, i32 %val6.w, i32 5
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
