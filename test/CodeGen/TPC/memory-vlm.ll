; Vectors go to vector memory and come back, at addresses known at run time.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 2
;@tensor x f32[64] in = random(1, -100, 100)
;@tensor y f32[64] in = random(2, -100, 100)
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = f32(x[i] - y[i]) + 2.5

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
@buf = internal addrspace(2) global [4 x <64 x float>] [<64 x float> zeroinitializer, <64 x float> zeroinitializer, <64 x float> zeroinitializer, <64 x float> <float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5, float 2.5>]

define void @main(i32 %n) {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %y = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x float> undef, i1 true, i1 false)
  %g = getelementptr <64 x float>, ptr addrspace(2) @buf, i32 %n
  store <64 x float> %x, ptr addrspace(2) %g
  store <64 x float> %y, ptr addrspace(2) @buf
  %a = load <64 x float>, ptr addrspace(2) %g
  %b = load <64 x float>, ptr addrspace(2) @buf
  %c = load <64 x float>, ptr addrspace(2) getelementptr (i8, ptr addrspace(2) @buf, i32 768)
  %d = fsub <64 x float> %a, %b
  %r = fadd <64 x float> %d, %c
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 2, <64 x float> %r, i32 0, i1 true, i1 false)
  ret void
}
