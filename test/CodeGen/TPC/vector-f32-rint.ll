; llvm.rint of lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = each(i) (i - 32) / 4
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = round(x[i])

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
declare <64 x float> @llvm.rint.v64f32(<64 x float>)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %z = call <64 x float> @llvm.rint.v64f32(<64 x float> %x)
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 1, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
