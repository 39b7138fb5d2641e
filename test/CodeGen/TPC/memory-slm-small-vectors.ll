; Vectors of a few numbers are numbers.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 3
;@arg n i32 = 2
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 3 * 3 + 12 : i == 1 ? 12 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a, i32 %n) {
  %p = alloca [2 x <4 x i32>], align 16
  %val0.v = insertelement <4 x i32> <i32 10, i32 11, i32 12, i32 13>, i32 %a, i32 3
  store <4 x i32> %val0.v, ptr %p
  %l = load <4 x i32>, ptr %p
  %m = mul <4 x i32> %l, %l
  %e = extractelement <4 x i32> %m, i32 3
  %t = shufflevector <4 x i32> %l, <4 x i32> poison, <2 x i32> <i32 2, i32 1>
  %f = extractelement <2 x i32> %t, i32 0
  %r = add i32 %e, %f
  %s = extractelement <4 x i32> %l, i32 %n
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %r, i32 0
  %z = insertelement <64 x i32> %w0, i32 %s, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
