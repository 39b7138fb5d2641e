; One i16 lane becomes another one.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 9
;@tensor x i16[128] in = random(1, -32768, 32767)
;@tensor y i16[128] in = random(2, -32768, 32767)
;@tensor z i16[128] out
;@index_space 1
;@expect z[i] = i == 7 ? x[127] : i == 9 ? x[3] : y[i]

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %y = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <128 x i16> undef, i1 true, i1 false)
  %a = extractelement <128 x i16> %x, i32 127
  %u = insertelement <128 x i16> %y, i16 %a, i32 7
  %b = extractelement <128 x i16> %x, i32 3
  %z = insertelement <128 x i16> %u, i16 %b, i32 %n
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 2, <128 x i16> %z, i32 0, i1 true, i1 false)
  ret void
}
