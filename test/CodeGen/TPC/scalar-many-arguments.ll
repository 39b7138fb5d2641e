; Twenty-seven scalars arrive in S0 to S26.
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
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = 7257

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %a0, i32 %a1, i32 %a2, i32 %a3, i32 %a4, i32 %a5, i32 %a6, i32 %a7, i32 %a8, i32 %a9, i32 %a10, i32 %a11, i32 %a12, i32 %a13, i32 %a14, i32 %a15, i32 %a16, i32 %a17, i32 %a18, i32 %a19, i32 %a20, i32 %a21, i32 %a22, i32 %a23, i32 %a24, i32 %a25, i32 %a26) {
  %t0 = add i32 %a0, 0
  %m1 = mul i32 %a1, 1
  %t1 = add i32 %t0, %m1
  %m2 = mul i32 %a2, 2
  %t2 = add i32 %t1, %m2
  %m3 = mul i32 %a3, 3
  %t3 = add i32 %t2, %m3
  %m4 = mul i32 %a4, 4
  %t4 = add i32 %t3, %m4
  %m5 = mul i32 %a5, 5
  %t5 = add i32 %t4, %m5
  %m6 = mul i32 %a6, 6
  %t6 = add i32 %t5, %m6
  %m7 = mul i32 %a7, 7
  %t7 = add i32 %t6, %m7
  %m8 = mul i32 %a8, 8
  %t8 = add i32 %t7, %m8
  %m9 = mul i32 %a9, 9
  %t9 = add i32 %t8, %m9
  %m10 = mul i32 %a10, 10
  %t10 = add i32 %t9, %m10
  %m11 = mul i32 %a11, 11
  %t11 = add i32 %t10, %m11
  %m12 = mul i32 %a12, 12
  %t12 = add i32 %t11, %m12
  %m13 = mul i32 %a13, 13
  %t13 = add i32 %t12, %m13
  %m14 = mul i32 %a14, 14
  %t14 = add i32 %t13, %m14
  %m15 = mul i32 %a15, 15
  %t15 = add i32 %t14, %m15
  %m16 = mul i32 %a16, 16
  %t16 = add i32 %t15, %m16
  %m17 = mul i32 %a17, 17
  %t17 = add i32 %t16, %m17
  %m18 = mul i32 %a18, 18
  %t18 = add i32 %t17, %m18
  %m19 = mul i32 %a19, 19
  %t19 = add i32 %t18, %m19
  %m20 = mul i32 %a20, 20
  %t20 = add i32 %t19, %m20
  %m21 = mul i32 %a21, 21
  %t21 = add i32 %t20, %m21
  %m22 = mul i32 %a22, 22
  %t22 = add i32 %t21, %m22
  %m23 = mul i32 %a23, 23
  %t23 = add i32 %t22, %m23
  %m24 = mul i32 %a24, 24
  %t24 = add i32 %t23, %m24
  %m25 = mul i32 %a25, 25
  %t25 = add i32 %t24, %m25
  %m26 = mul i32 %a26, 26
  %t26 = add i32 %t25, %m26
  %q = add i32 %t26, 0
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
