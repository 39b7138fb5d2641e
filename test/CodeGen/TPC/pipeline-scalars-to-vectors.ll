; One scalar a bundle reaches the vector pipe.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x i32[64, 40] in = random(1, -1000, 1000)
;@tensor z i32[64, 40] out
;@index_space 1
;@expect z[i, j] = x[i, j] + 20 * j

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s0 = mul i32 %i, 2
  %b0.0 = insertelement <64 x i32> undef, i32 %s0, i32 0
  %b0 = shufflevector <64 x i32> %b0.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %t0 = add <64 x i32> %x, %b0
  %s1 = mul i32 %i, 3
  %b1.0 = insertelement <64 x i32> undef, i32 %s1, i32 0
  %b1 = shufflevector <64 x i32> %b1.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %t1 = add <64 x i32> %t0, %b1
  %s2 = mul i32 %i, 4
  %b2.0 = insertelement <64 x i32> undef, i32 %s2, i32 0
  %b2 = shufflevector <64 x i32> %b2.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %t2 = add <64 x i32> %t1, %b2
  %s3 = mul i32 %i, 5
  %b3.0 = insertelement <64 x i32> undef, i32 %s3, i32 0
  %b3 = shufflevector <64 x i32> %b3.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %t3 = add <64 x i32> %t2, %b3
  %s4 = mul i32 %i, 6
  %b4.0 = insertelement <64 x i32> undef, i32 %s4, i32 0
  %b4 = shufflevector <64 x i32> %b4.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %t4 = add <64 x i32> %t3, %b4
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 1, <64 x i32> %t4, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 40
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
