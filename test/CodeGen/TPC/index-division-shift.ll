; Divisions and arithmetic shifts of index vectors.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = -30
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? -7 : i == 1 ? 2 : i == 2 ? -8 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a) {
  %x = insertelement <5 x i32> <i32 1, i32 2, i32 5, i32 4, i32 5>, i32 %a, i32 1
  %p = sdiv <5 x i32> %x, splat (i32 4)
  %val1 = extractelement <5 x i32> %p, i32 1
  %q = srem <5 x i32> <i32 8, i32 8, i32 8, i32 8, i32 8>, <i32 3, i32 3, i32 3, i32 3, i32 3>
  %val2 = extractelement <5 x i32> %q, i32 1
  %r = ashr <5 x i32> %x, splat (i32 2)
  %val3 = extractelement <5 x i32> %r, i32 1
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %z = insertelement <64 x i32> %w1, i32 %val3, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
