; Four items in an iteration, as a pragma leaves them.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x i32[64, 40] in = random(1, -1000, 1000)
;@tensor z i32[64, 40] out
;@index_space 1
;@expect z[i, j] = x[i, j] * x[i, j]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %j0 = add i32 %i, 0
  %at0 = insertelement <5 x i32> zeroinitializer, i32 %j0, i32 1
  %x0 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at0, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y0 = mul <64 x i32> %x0, %x0
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at0, i8 1, <64 x i32> %y0, i32 0, i1 true, i1 false)
  %j1 = add i32 %i, 1
  %at1 = insertelement <5 x i32> zeroinitializer, i32 %j1, i32 1
  %x1 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at1, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y1 = mul <64 x i32> %x1, %x1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at1, i8 1, <64 x i32> %y1, i32 0, i1 true, i1 false)
  %j2 = add i32 %i, 2
  %at2 = insertelement <5 x i32> zeroinitializer, i32 %j2, i32 1
  %x2 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at2, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y2 = mul <64 x i32> %x2, %x2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at2, i8 1, <64 x i32> %y2, i32 0, i1 true, i1 false)
  %j3 = add i32 %i, 3
  %at3 = insertelement <5 x i32> zeroinitializer, i32 %j3, i32 1
  %x3 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at3, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y3 = mul <64 x i32> %x3, %x3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at3, i8 1, <64 x i32> %y3, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 4
  %more = icmp slt i32 %i1, 40
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
