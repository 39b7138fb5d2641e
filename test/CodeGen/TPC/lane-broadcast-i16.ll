; One i16 lane in all lanes, its number a constant or not.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 5
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = wrap_i16(x[125] - x[5])

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %a = extractelement <128 x i16> %x, i32 125
  %b = extractelement <128 x i16> %x, i32 %n
  %r = sub i16 %a, %b
  %z.0 = insertelement <128 x i16> poison, i16 %r, i32 0
  %z = shufflevector <128 x i16> %z.0, <128 x i16> poison, <128 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 1, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
