; An accumulator that is read by the next iteration at the latency of its
; port.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x f32[64, 40] in = each(i, k) (i * 7 + k * 3) % 16
;@tensor z f32[64] out
;@index_space 1
;@expect z[i] = sum(k: 0..40) (x[i, k] * x[i, k])

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64f32(<5 x i32>, i8, <64 x float>, i32, i1, i1)
declare <64 x float> @llvm.fma.v64f32(<64 x float>, <64 x float>, <64 x float>)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %s = phi <64 x float> [ zeroinitializer, %entry ], [ %s1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> %at, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %s1 = call <64 x float> @llvm.fma.v64f32(<64 x float> %x, <64 x float> %x, <64 x float> %s)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 40
  br i1 %more, label %loop, label %exit
exit:
  call void @llvm.tpc.st.tnsr.v64f32(<5 x i32> zeroinitializer, i8 1, <64 x float> %s1, i32 0, i1 true, i1 false)
  ret void
}
