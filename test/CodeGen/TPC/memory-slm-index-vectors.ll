; Index vectors in scalar memory.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 1
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 30 : i == 1 ? 55 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %p = alloca [3 x <5 x i32>], align 32
  %v = insertelement <5 x i32> <i32 10, i32 20, i32 30, i32 40, i32 50>, i32 %n, i32 0
  %w = add <5 x i32> %v, <i32 5, i32 5, i32 5, i32 5, i32 5>
  %g = getelementptr <5 x i32>, ptr %p, i32 %n
  store <5 x i32> %v, ptr %g
  %g2 = getelementptr <5 x i32>, ptr %p, i32 2
  store <5 x i32> %w, ptr %g2
  %x = load <5 x i32>, ptr %g
  %y = load <5 x i32>, ptr %g2
  %val1 = extractelement <5 x i32> %x, i32 2
  %val2 = extractelement <5 x i32> %y, i32 4
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %z = insertelement <64 x i32> %w0, i32 %val2, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
