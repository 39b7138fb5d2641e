; Elements of a small vector in scalar memory go into lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i32[64] in = random(1, -99, 99)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = x[i] + (i == 3 ? 8 : 7)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %p = alloca [4 x i32], align 16
  store volatile i32 7, ptr %p
  %g = getelementptr i32, ptr %p, i32 1
  store volatile i32 8, ptr %g
  %v = load <4 x i32>, ptr %p
  %s = shufflevector <4 x i32> %v, <4 x i32> poison, <64 x i32> <i32 0, i32 0, i32 0, i32 1, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0, i32 0>
  %z = add <64 x i32> %x, %s
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
