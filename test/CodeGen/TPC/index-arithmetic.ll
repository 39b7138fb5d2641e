; Arithmetic of index vectors with vectors, scalars and constants.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a i32 = 3
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 7 : i == 1 ? -2 : i == 2 ? 40 : i == 3 ? 5 : i == 4 ? 6 : i == 5 ? 3 : 0

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <5 x i32> @llvm.smax.v5i32(<5 x i32>, <5 x i32>)

define void @main(i32 %a) {
  %v.0 = insertelement <5 x i32> poison, i32 %a, i32 0
  %v = shufflevector <5 x i32> %v.0, <5 x i32> poison, <5 x i32> zeroinitializer
  %x = insertelement <5 x i32> <i32 1, i32 2, i32 5, i32 4, i32 5>, i32 %a, i32 1
  %p = add <5 x i32> %x, splat (i32 6)
  %val1 = extractelement <5 x i32> %p, i32 0
  %q = sub <5 x i32> splat (i32 1), %x
  %val2 = extractelement <5 x i32> %q, i32 1
  %r = shl <5 x i32> %x, %v
  %val3 = extractelement <5 x i32> %r, i32 2
  %s = call <5 x i32> @llvm.smax.v5i32(<5 x i32> %x, <5 x i32> %v)
  %val4 = extractelement <5 x i32> %s, i32 4
  %t = mul <5 x i32> %x, splat (i32 2)
  %val5 = extractelement <5 x i32> %t, i32 1
  %u = xor <5 x i32> %x, splat (i32 7)
  %w = and <5 x i32> %u, %v
  %val6 = extractelement <5 x i32> %w, i32 3
  %w0 = insertelement <64 x i32> zeroinitializer, i32 %val1, i32 0
  %w1 = insertelement <64 x i32> %w0, i32 %val2, i32 1
  %w2 = insertelement <64 x i32> %w1, i32 %val3, i32 2
  %w3 = insertelement <64 x i32> %w2, i32 %val4, i32 3
  %w4 = insertelement <64 x i32> %w3, i32 %val5, i32 4
  %z = insertelement <64 x i32> %w4, i32 %val6, i32 5
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
