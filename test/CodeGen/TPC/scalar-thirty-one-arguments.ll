; The last scalar argument arrives in S30.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a0 i32 = 3
;@arg a1 i32 = 4
;@arg a2 i32 = 5
;@arg a3 i32 = 6
;@arg a4 i32 = 7
;@arg a5 i32 = 8
;@arg a6 i32 = 9
;@arg a7 i32 = 10
;@arg a8 i32 = 11
;@arg a9 i32 = 12
;@arg a10 i32 = 13
;@arg a11 i32 = 14
;@arg a12 i32 = 15
;@arg a13 i32 = 16
;@arg a14 i32 = 17
;@arg a15 i32 = 18
;@arg a16 i32 = 19
;@arg a17 i32 = 20
;@arg a18 i32 = 21
;@arg a19 i32 = 22
;@arg a20 i32 = 23
;@arg a21 i32 = 24
;@arg a22 i32 = 25
;@arg a23 i32 = 26
;@arg a24 i32 = 27
;@arg a25 i32 = 28
;@arg a26 i32 = 29
;@arg a27 i32 = 30
;@arg a28 i32 = 31
;@arg a29 i32 = 32
;@arg a30 i32 = 33
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 30 * 33

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a0, i32 %a1, i32 %a2, i32 %a3, i32 %a4, i32 %a5, i32 %a6, i32 %a7, i32 %a8, i32 %a9, i32 %a10, i32 %a11, i32 %a12, i32 %a13, i32 %a14, i32 %a15, i32 %a16, i32 %a17, i32 %a18, i32 %a19, i32 %a20, i32 %a21, i32 %a22, i32 %a23, i32 %a24, i32 %a25, i32 %a26, i32 %a27, i32 %a28, i32 %a29, i32 %a30) {
  %q = mul i32 %a30, %a27
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
