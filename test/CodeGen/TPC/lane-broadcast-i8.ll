; One i8 lane in all lanes, its number a constant or not.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 5
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = wrap_i8(x[253] - x[5])

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %a = extractelement <256 x i8> %x, i32 253
  %b = extractelement <256 x i8> %x, i32 %n
  %r = sub i8 %a, %b
  %z.0 = insertelement <256 x i8> poison, i8 %r, i32 0
  %z = shufflevector <256 x i8> %z.0, <256 x i8> poison, <256 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
