; One i32 lane becomes another one.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 9
;@tensor x i32[64] in = random(1, -2000000000, 2000000000)
;@tensor y i32[64] in = random(2, -2000000000, 2000000000)
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = i == 7 ? x[63] : i == 9 ? x[3] : y[i]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %a = extractelement <64 x i32> %x, i32 63
  %u = insertelement <64 x i32> %y, i32 %a, i32 7
  %b = extractelement <64 x i32> %x, i32 3
  %z = insertelement <64 x i32> %u, i32 %b, i32 %n
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 2, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
