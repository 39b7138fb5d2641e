; Scalars become vectors: by name, by bfloat and by byte.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg b i8 = -5
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = wrap_i8(x[i] + b)

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main(i8 %b) {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %s.0 = insertelement <256 x i8> undef, i8 %b, i32 0
  %s = shufflevector <256 x i8> %s.0, <256 x i8> undef, <256 x i32> zeroinitializer
  %r = add <256 x i8> %x, %s
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %r, i32 0, i1 true, i1 false)
  ret void
}
