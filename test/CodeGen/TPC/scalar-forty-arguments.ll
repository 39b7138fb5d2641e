; Forty scalars: from the thirty-second on they come out of a tensor that the
; runtime library makes behind the kernel's own.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg a0 i32 = 1
;@arg a1 i32 = 4
;@arg a2 i32 = 7
;@arg a3 i32 = 10
;@arg a4 i32 = 13
;@arg a5 i32 = 16
;@arg a6 i32 = 19
;@arg a7 i32 = 22
;@arg a8 i32 = 25
;@arg a9 i32 = 28
;@arg a10 i32 = 31
;@arg a11 i32 = 34
;@arg a12 i32 = 37
;@arg a13 i32 = 40
;@arg a14 i32 = 43
;@arg a15 i32 = 46
;@arg a16 i32 = 49
;@arg a17 i32 = 52
;@arg a18 i32 = 55
;@arg a19 i32 = 58
;@arg a20 i32 = 61
;@arg a21 i32 = 64
;@arg a22 i32 = 67
;@arg a23 i32 = 70
;@arg a24 i32 = 73
;@arg a25 i32 = 76
;@arg a26 i32 = 79
;@arg a27 i32 = 82
;@arg a28 i32 = 85
;@arg a29 i32 = 88
;@arg a30 i32 = 91
;@arg a31 i32 = 94
;@arg a32 i32 = 97
;@arg a33 i32 = 100
;@arg a34 i32 = 103
;@arg a35 f32 = 106
;@arg a36 i32 = 109
;@arg a37 i32 = 112
;@arg a38 i16 = -115
;@arg a39 i32 = 118
;@tensor z i32[64] out
;@index_space 3
;@expect z[i] = i == 0 ? a31 : i == 1 ? floor(a35) : i == 2 ? a38 : i == 3 ? a39 : i == 4 ? a30 + a0 : 7

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a0, i32 %a1, i32 %a2, i32 %a3, i32 %a4, i32 %a5, i32 %a6, i32 %a7, i32 %a8, i32 %a9, i32 %a10, i32 %a11, i32 %a12, i32 %a13, i32 %a14, i32 %a15, i32 %a16, i32 %a17, i32 %a18, i32 %a19, i32 %a20, i32 %a21, i32 %a22, i32 %a23, i32 %a24, i32 %a25, i32 %a26, i32 %a27, i32 %a28, i32 %a29, i32 %a30, i32 %a31, i32 %a32, i32 %a33, i32 %a34, float %a35, i32 %a36, i32 %a37, i16 %a38, i32 %a39) "tpc-num-tensors"="1" {
  %f = fptosi float %a35 to i32
  %h = sext i16 %a38 to i32
  %s = add i32 %a30, %a0
  %v0 = insertelement <64 x i32> splat (i32 7), i32 %a31, i32 0
  %v1 = insertelement <64 x i32> %v0, i32 %f, i32 1
  %v2 = insertelement <64 x i32> %v1, i32 %h, i32 2
  %v3 = insertelement <64 x i32> %v2, i32 %a39, i32 3
  %v4 = insertelement <64 x i32> %v3, i32 %s, i32 4
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %v4, i32 0, i1 true, i1 false)
  ret void
}
