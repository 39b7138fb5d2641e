; Thirty vectors are live through the loop; few registers are left for the
; iterations.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x i32[64, 40] in = random(1, -1000, 1000)
;@tensor z i32[64, 40] out
;@tensor w i32[64, 30] in = random(5, -999, 999)
;@index_space 1
;@expect z[i, j] = 0 * x[i, j] + wrap_i32((x[i, j] ^ w[i, 0] ^ w[i, 1] ^ w[i, 2] ^ w[i, 3] ^ w[i, 4] ^ w[i, 5] ^ w[i, 6] ^ w[i, 7] ^ w[i, 8] ^ w[i, 9] ^ w[i, 10] ^ w[i, 11] ^ w[i, 12] ^ w[i, 13] ^ w[i, 14] ^ w[i, 15] ^ w[i, 16] ^ w[i, 17] ^ w[i, 18] ^ w[i, 19] ^ w[i, 20] ^ w[i, 21] ^ w[i, 22] ^ w[i, 23] ^ w[i, 24] ^ w[i, 25] ^ w[i, 26] ^ w[i, 27] ^ w[i, 28] ^ w[i, 29]) + sum(k: 0..30) w[i, k])

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  %c0 = insertelement <5 x i32> zeroinitializer, i32 0, i32 1
  %v0 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c0, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c1 = insertelement <5 x i32> zeroinitializer, i32 1, i32 1
  %v1 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c1, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c2 = insertelement <5 x i32> zeroinitializer, i32 2, i32 1
  %v2 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c2, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c3 = insertelement <5 x i32> zeroinitializer, i32 3, i32 1
  %v3 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c3, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c4 = insertelement <5 x i32> zeroinitializer, i32 4, i32 1
  %v4 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c4, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c5 = insertelement <5 x i32> zeroinitializer, i32 5, i32 1
  %v5 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c5, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c6 = insertelement <5 x i32> zeroinitializer, i32 6, i32 1
  %v6 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c6, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c7 = insertelement <5 x i32> zeroinitializer, i32 7, i32 1
  %v7 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c7, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c8 = insertelement <5 x i32> zeroinitializer, i32 8, i32 1
  %v8 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c8, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c9 = insertelement <5 x i32> zeroinitializer, i32 9, i32 1
  %v9 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c9, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c10 = insertelement <5 x i32> zeroinitializer, i32 10, i32 1
  %v10 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c10, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c11 = insertelement <5 x i32> zeroinitializer, i32 11, i32 1
  %v11 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c11, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c12 = insertelement <5 x i32> zeroinitializer, i32 12, i32 1
  %v12 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c12, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c13 = insertelement <5 x i32> zeroinitializer, i32 13, i32 1
  %v13 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c13, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c14 = insertelement <5 x i32> zeroinitializer, i32 14, i32 1
  %v14 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c14, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c15 = insertelement <5 x i32> zeroinitializer, i32 15, i32 1
  %v15 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c15, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c16 = insertelement <5 x i32> zeroinitializer, i32 16, i32 1
  %v16 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c16, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c17 = insertelement <5 x i32> zeroinitializer, i32 17, i32 1
  %v17 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c17, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c18 = insertelement <5 x i32> zeroinitializer, i32 18, i32 1
  %v18 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c18, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c19 = insertelement <5 x i32> zeroinitializer, i32 19, i32 1
  %v19 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c19, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c20 = insertelement <5 x i32> zeroinitializer, i32 20, i32 1
  %v20 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c20, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c21 = insertelement <5 x i32> zeroinitializer, i32 21, i32 1
  %v21 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c21, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c22 = insertelement <5 x i32> zeroinitializer, i32 22, i32 1
  %v22 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c22, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c23 = insertelement <5 x i32> zeroinitializer, i32 23, i32 1
  %v23 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c23, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c24 = insertelement <5 x i32> zeroinitializer, i32 24, i32 1
  %v24 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c24, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c25 = insertelement <5 x i32> zeroinitializer, i32 25, i32 1
  %v25 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c25, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c26 = insertelement <5 x i32> zeroinitializer, i32 26, i32 1
  %v26 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c26, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c27 = insertelement <5 x i32> zeroinitializer, i32 27, i32 1
  %v27 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c27, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c28 = insertelement <5 x i32> zeroinitializer, i32 28, i32 1
  %v28 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c28, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  %c29 = insertelement <5 x i32> zeroinitializer, i32 29, i32 1
  %v29 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c29, i8 2, i32 0, <64 x i32> undef, i1 true, i1 false)
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %t0 = xor <64 x i32> %x, %v0
  %t1 = xor <64 x i32> %t0, %v1
  %t2 = xor <64 x i32> %t1, %v2
  %t3 = xor <64 x i32> %t2, %v3
  %t4 = xor <64 x i32> %t3, %v4
  %t5 = xor <64 x i32> %t4, %v5
  %t6 = xor <64 x i32> %t5, %v6
  %t7 = xor <64 x i32> %t6, %v7
  %t8 = xor <64 x i32> %t7, %v8
  %t9 = xor <64 x i32> %t8, %v9
  %t10 = xor <64 x i32> %t9, %v10
  %t11 = xor <64 x i32> %t10, %v11
  %t12 = xor <64 x i32> %t11, %v12
  %t13 = xor <64 x i32> %t12, %v13
  %t14 = xor <64 x i32> %t13, %v14
  %t15 = xor <64 x i32> %t14, %v15
  %t16 = xor <64 x i32> %t15, %v16
  %t17 = xor <64 x i32> %t16, %v17
  %t18 = xor <64 x i32> %t17, %v18
  %t19 = xor <64 x i32> %t18, %v19
  %t20 = xor <64 x i32> %t19, %v20
  %t21 = xor <64 x i32> %t20, %v21
  %t22 = xor <64 x i32> %t21, %v22
  %t23 = xor <64 x i32> %t22, %v23
  %t24 = xor <64 x i32> %t23, %v24
  %t25 = xor <64 x i32> %t24, %v25
  %t26 = xor <64 x i32> %t25, %v26
  %t27 = xor <64 x i32> %t26, %v27
  %t28 = xor <64 x i32> %t27, %v28
  %t29 = xor <64 x i32> %t28, %v29
  %u0 = add <64 x i32> %t29, %v0
  %u1 = add <64 x i32> %u0, %v1
  %u2 = add <64 x i32> %u1, %v2
  %u3 = add <64 x i32> %u2, %v3
  %u4 = add <64 x i32> %u3, %v4
  %u5 = add <64 x i32> %u4, %v5
  %u6 = add <64 x i32> %u5, %v6
  %u7 = add <64 x i32> %u6, %v7
  %u8 = add <64 x i32> %u7, %v8
  %u9 = add <64 x i32> %u8, %v9
  %u10 = add <64 x i32> %u9, %v10
  %u11 = add <64 x i32> %u10, %v11
  %u12 = add <64 x i32> %u11, %v12
  %u13 = add <64 x i32> %u12, %v13
  %u14 = add <64 x i32> %u13, %v14
  %u15 = add <64 x i32> %u14, %v15
  %u16 = add <64 x i32> %u15, %v16
  %u17 = add <64 x i32> %u16, %v17
  %u18 = add <64 x i32> %u17, %v18
  %u19 = add <64 x i32> %u18, %v19
  %u20 = add <64 x i32> %u19, %v20
  %u21 = add <64 x i32> %u20, %v21
  %u22 = add <64 x i32> %u21, %v22
  %u23 = add <64 x i32> %u22, %v23
  %u24 = add <64 x i32> %u23, %v24
  %u25 = add <64 x i32> %u24, %v25
  %u26 = add <64 x i32> %u25, %v26
  %u27 = add <64 x i32> %u26, %v27
  %u28 = add <64 x i32> %u27, %v28
  %u29 = add <64 x i32> %u28, %v29
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 1, <64 x i32> %u29, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 40
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
