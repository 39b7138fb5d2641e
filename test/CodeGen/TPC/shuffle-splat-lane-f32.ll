; A lane in all lanes by a shuffle.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = random(1, -100, 100)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = x[45]

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %z = shufflevector <64 x float> %x, <64 x float> poison, <64 x i32> splat (i32 45)
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 1, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
