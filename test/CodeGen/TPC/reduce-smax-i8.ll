; llvm.vector.reduce.smax of i8 lanes, in all lanes.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = max(k: 0..256) x[k]

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)
declare i8 @llvm.vector.reduce.smax.v256i8(<256 x i8>)

define void @main() {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %r = call i8 @llvm.vector.reduce.smax.v256i8(<256 x i8> %x)
  %z.0 = insertelement <256 x i8> poison, i8 %r, i32 0
  %z = shufflevector <256 x i8> %z.0, <256 x i8> poison, <256 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
