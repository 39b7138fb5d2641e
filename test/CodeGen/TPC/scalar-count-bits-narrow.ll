; Counts of 8 and 16 bits know their width.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 4656
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 2 : i == 1 ? 3 : i == 2 ? 4 : i == 3 ? 8 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i8 @llvm.ctpop.i8(i8)
declare i16 @llvm.ctlz.i16(i16, i1)
declare i16 @llvm.cttz.i16(i16, i1)
declare i8 @llvm.ctlz.i8(i8, i1)

define void @main(i32 %a) {
  %a8 = trunc i32 %a to i8
  %a16 = trunc i32 %a to i16
  %p = call i8 @llvm.ctpop.i8(i8 %a8)
  %l = call i16 @llvm.ctlz.i16(i16 %a16, i1 false)
  %t = call i16 @llvm.cttz.i16(i16 %a16, i1 false)
  %hi = lshr i32 %a, 16
  %h8 = trunc i32 %hi to i8
  %z8 = call i8 @llvm.ctlz.i8(i8 %h8, i1 false)
  %p.w = zext i8 %p to i32
  %l.w = zext i16 %l to i32
  %t.w = zext i16 %t to i32
  %z8.w = zext i8 %z8 to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %p.w, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %l.w, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %t.w, i32 2
  %z = insertelement <64 x i32> %w2, i32 %z8.w, i32 3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
