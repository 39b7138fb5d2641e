; Coordinates by llvm.tpc.set.indx and llvm.tpc.add.mask: lanes move by 10.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = random(1, -100, 100)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = x[i + 10] else 0

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
declare <5 x i32> @llvm.tpc.set.indx(<5 x i32>, i32, i32, i32, i1, i1)
declare <5 x i32> @llvm.tpc.add.mask.v5i32.i32(i32, <5 x i32>, i32, i8, i32, <5 x i32>, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %c = call <5 x i32> @llvm.tpc.set.indx(<5 x i32> zeroinitializer, i32 1, i32 3, i32 0, i1 true, i1 false)
  %d = call <5 x i32> @llvm.tpc.add.mask.v5i32.i32(i32 7, <5 x i32> %c, i32 1, i8 2, i32 0, <5 x i32> %c, i1 true, i1 false)
  %r = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> %d, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 1, <64 x float> %r, i32 0, i1 true, i1 false)
  ret void
}
