; A number written into a vector in memory, at an index known at run time.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 37
;@tensor x f32[64] in = random(1, -9, 9)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = i == 37 ? 2.5 : x[i]

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %p = alloca [2 x <64 x float>], align 256
  %v = getelementptr <64 x float>, ptr %p, i32 1
  store <64 x float> %x, ptr %v
  %g = getelementptr float, ptr %v, i32 %n
  store float 2.5, ptr %g
  %z = load <64 x float>, ptr %v
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 1, <64 x float> %z, i32 0, i1 true, i1 false)
  ret void
}
