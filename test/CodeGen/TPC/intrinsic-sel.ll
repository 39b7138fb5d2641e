; llvm.tpc.sel.grt chooses between two other vectors.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x f32[64] in = random(1, -100, 100)
;@tensor y f32[64] in = random(2, -100, 100)
;@tensor w i32[64] in = random(3, -1000000, 1000000)
;@tensor v i32[64] in = random(4, -1000000, 1000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = x[i] > y[i] ? w[i] : v[i]

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.sel.grt.v64i32.v64f32.v64f32.v64i32.v64i32.i1(<64 x float>, <64 x float>, <64 x i32>, <64 x i32>, i8, i32, <64 x i32>, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %w = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %v = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 3, i32 0, <64 x i32> undef, i1 true, i1 false)
  %r = call <64 x i32> @llvm.tpc.sel.grt.v64i32.v64f32.v64f32.v64i32.v64i32.i1(<64 x float> %x, <64 x float> %y, <64 x i32> %w, <64 x i32> %v, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 4, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
