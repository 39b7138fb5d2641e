; A loop whose iterations cannot overlap says why, if one asks.
;
; RUN: %tpc-llc -O2 -pass-remarks-missed=tpc-pipeliner %s -o /dev/null 2>&1 | FileCheck %s
; CHECK: remark-pipeliner.ll: remark: iterations do not overlap: its counter has no constant step

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)

define void @main(i32 %n, i32 %step) {
entry:
  br label %loop
loop:
  %x = phi i32 [ 0, %entry ], [ %next, %loop ]
  %c = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %v = add <64 x i32> %y, %y
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> %v, i32 0, i1 true, i1 false)
  %next = add nsw i32 %x, %step
  %more = icmp slt i32 %next, %n
  br i1 %more, label %loop, label %exit, !llvm.loop !0
exit:
  ret void
}

!0 = distinct !{!0, !1}
!1 = !{!"tpc.loop.taken"}
