; 64-bit numbers are two words of scalar memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -7
;@arg n i32 = 2
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? -7 * 3 : i == 1 ? -1 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %n) {
  %p = alloca [4 x i64], align 4
  %g = getelementptr i64, ptr %p, i32 %n
  %w = sext i32 %a to i64
  %v = mul i64 %w, 3
  store i64 %v, ptr %g
  %x = load i64, ptr %g
  %l = trunc i64 %x to i32
  %s = lshr i64 %x, 32
  %h = trunc i64 %s to i32
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %l, i32 0
  %z = insertelement <64 x i32> %w0, i32 %h, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
