; One i8 lane becomes another one.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 9
;@tensor x i8[256] in = random(1, -128, 127)
;@tensor y i8[256] in = random(2, -128, 127)
;@tensor z i8[256] out
;@index_space 1
;@expect z[i] = i == 7 ? x[255] : i == 9 ? x[3] : y[i]

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %y = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <256 x i8> undef, i1 true, i1 false)
  %a = extractelement <256 x i8> %x, i32 255
  %u = insertelement <256 x i8> %y, i8 %a, i32 7
  %b = extractelement <256 x i8> %x, i32 3
  %z = insertelement <256 x i8> %u, i8 %b, i32 %n
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 2, <256 x i8> %z, i32 0, i1 true, i1 false)
  ret void
}
