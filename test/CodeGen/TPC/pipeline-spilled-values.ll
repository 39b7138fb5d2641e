; Vectors that were spilled are loaded and stored in the body.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x i32[64, 2] in = random(1, -1000, 1000)
;@tensor z i32[64, 2] out
;@index_space 1
;@expect z[i, j] = i * 0 + wrap_i32(x[i, 0] * 1 + (j < 1 ? 0 : x[i, 1] + 44 * x[i, 0]))

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %a0 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a0n, %loop ]
  %a1 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a1n, %loop ]
  %a2 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a2n, %loop ]
  %a3 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a3n, %loop ]
  %a4 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a4n, %loop ]
  %a5 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a5n, %loop ]
  %a6 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a6n, %loop ]
  %a7 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a7n, %loop ]
  %a8 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a8n, %loop ]
  %a9 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a9n, %loop ]
  %a10 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a10n, %loop ]
  %a11 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a11n, %loop ]
  %a12 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a12n, %loop ]
  %a13 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a13n, %loop ]
  %a14 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a14n, %loop ]
  %a15 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a15n, %loop ]
  %a16 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a16n, %loop ]
  %a17 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a17n, %loop ]
  %a18 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a18n, %loop ]
  %a19 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a19n, %loop ]
  %a20 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a20n, %loop ]
  %a21 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a21n, %loop ]
  %a22 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a22n, %loop ]
  %a23 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a23n, %loop ]
  %a24 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a24n, %loop ]
  %a25 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a25n, %loop ]
  %a26 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a26n, %loop ]
  %a27 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a27n, %loop ]
  %a28 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a28n, %loop ]
  %a29 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a29n, %loop ]
  %a30 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a30n, %loop ]
  %a31 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a31n, %loop ]
  %a32 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a32n, %loop ]
  %a33 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a33n, %loop ]
  %a34 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a34n, %loop ]
  %a35 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a35n, %loop ]
  %a36 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a36n, %loop ]
  %a37 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a37n, %loop ]
  %a38 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a38n, %loop ]
  %a39 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a39n, %loop ]
  %a40 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a40n, %loop ]
  %a41 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a41n, %loop ]
  %a42 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a42n, %loop ]
  %a43 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a43n, %loop ]
  %a44 = phi <64 x i32> [ zeroinitializer, %entry ], [ %a44n, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %a0n = add <64 x i32> %a0, %x
  %a1n = add <64 x i32> %a1, %a0n
  %a2n = add <64 x i32> %a2, %a1n
  %a3n = add <64 x i32> %a3, %a2n
  %a4n = add <64 x i32> %a4, %a3n
  %a5n = add <64 x i32> %a5, %a4n
  %a6n = add <64 x i32> %a6, %a5n
  %a7n = add <64 x i32> %a7, %a6n
  %a8n = add <64 x i32> %a8, %a7n
  %a9n = add <64 x i32> %a9, %a8n
  %a10n = add <64 x i32> %a10, %a9n
  %a11n = add <64 x i32> %a11, %a10n
  %a12n = add <64 x i32> %a12, %a11n
  %a13n = add <64 x i32> %a13, %a12n
  %a14n = add <64 x i32> %a14, %a13n
  %a15n = add <64 x i32> %a15, %a14n
  %a16n = add <64 x i32> %a16, %a15n
  %a17n = add <64 x i32> %a17, %a16n
  %a18n = add <64 x i32> %a18, %a17n
  %a19n = add <64 x i32> %a19, %a18n
  %a20n = add <64 x i32> %a20, %a19n
  %a21n = add <64 x i32> %a21, %a20n
  %a22n = add <64 x i32> %a22, %a21n
  %a23n = add <64 x i32> %a23, %a22n
  %a24n = add <64 x i32> %a24, %a23n
  %a25n = add <64 x i32> %a25, %a24n
  %a26n = add <64 x i32> %a26, %a25n
  %a27n = add <64 x i32> %a27, %a26n
  %a28n = add <64 x i32> %a28, %a27n
  %a29n = add <64 x i32> %a29, %a28n
  %a30n = add <64 x i32> %a30, %a29n
  %a31n = add <64 x i32> %a31, %a30n
  %a32n = add <64 x i32> %a32, %a31n
  %a33n = add <64 x i32> %a33, %a32n
  %a34n = add <64 x i32> %a34, %a33n
  %a35n = add <64 x i32> %a35, %a34n
  %a36n = add <64 x i32> %a36, %a35n
  %a37n = add <64 x i32> %a37, %a36n
  %a38n = add <64 x i32> %a38, %a37n
  %a39n = add <64 x i32> %a39, %a38n
  %a40n = add <64 x i32> %a40, %a39n
  %a41n = add <64 x i32> %a41, %a40n
  %a42n = add <64 x i32> %a42, %a41n
  %a43n = add <64 x i32> %a43, %a42n
  %a44n = add <64 x i32> %a44, %a43n
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 1, <64 x i32> %a44n, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 2
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
