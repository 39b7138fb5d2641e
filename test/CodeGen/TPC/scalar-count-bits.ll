; Population count, leading and trailing zeros, also of zero.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 15790336
;@arg n i32 = 0
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 9 : i == 1 ? 8 : i == 2 ? 8 : i == 3 ? 32 : i == 4 ? 32 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare i32 @llvm.ctpop.i32(i32)
declare i32 @llvm.ctlz.i32(i32, i1)
declare i32 @llvm.cttz.i32(i32, i1)

define void @main(i32 %a, i32 %n) {
  %p = call i32 @llvm.ctpop.i32(i32 %a)
  %l = call i32 @llvm.ctlz.i32(i32 %a, i1 false)
  %t = call i32 @llvm.cttz.i32(i32 %a, i1 true)
  %lz = call i32 @llvm.ctlz.i32(i32 %n, i1 false)
  %tz = call i32 @llvm.cttz.i32(i32 %n, i1 false)
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %p, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %l, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %t, i32 2
  %w3 = insertelement <64 x i32> %w2, i32 %lz, i32 3
  %z = insertelement <64 x i32> %w3, i32 %tz, i32 4
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
