; Sums of an index register and a scalar or a number, in this order.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 5
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 0 ? 1000 : i == 1 ? 1010 : i == 2 ? 7 : 0

declare <5 x i32> @llvm.tpc.add.mask.v5i32.i32(<5 x i32>, i32, i32, i8, i32, <5 x i32>, i1, i1)
declare <5 x i32> @llvm.tpc.max.mask.v5i32.i32(<5 x i32>, i32, i32, i8, i32, <5 x i32>, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %a = insertelement <5 x i32> zeroinitializer, i32 %n, i32 1
  %b = call <5 x i32> @llvm.tpc.add.mask.v5i32.i32(<5 x i32> %a, i32 %n, i32 2, i8 2, i32 0, <5 x i32> %a, i1 true, i1 false)
  %c = call <5 x i32> @llvm.tpc.add.mask.v5i32.i32(<5 x i32> %b, i32 1000, i32 3, i8 2, i32 0, <5 x i32> %b, i1 true, i1 false)
  %d = call <5 x i32> @llvm.tpc.max.mask.v5i32.i32(<5 x i32> %c, i32 7, i32 4, i8 2, i32 0, <5 x i32> %c, i1 true, i1 false)
  %e0 = extractelement <5 x i32> %d, i32 0
  %e1 = extractelement <5 x i32> %d, i32 1
  %e2 = extractelement <5 x i32> %d, i32 2
  %v0 = insertelement <64 x i32> zeroinitializer, i32 %e0, i32 0
  %v1 = insertelement <64 x i32> %v0, i32 %e1, i32 1
  %v2 = insertelement <64 x i32> %v1, i32 %e2, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %v2, i32 0, i1 true, i1 false)
  ret void
}
