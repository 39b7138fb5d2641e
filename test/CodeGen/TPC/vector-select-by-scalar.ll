; A scalar condition chooses between vectors.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 4
;@tensor x f32[64] in = random(1, -1, 1)
;@tensor y f32[64] in = random(2, -9, 9)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = y[i]

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %c = icmp slt i32 %n, 0
  %z = select i1 %c, <64 x float> %x, <64 x float> %y
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 2, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
