; A loop that cannot become a hardware loop says why, if one asks.
;
; RUN: %tpc-llc -O2 -pass-remarks-missed=tpc-hardware-loops %s -o /dev/null 2>&1 | FileCheck %s
; RUN: %tpc-llc -O2 %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=QUIET --allow-empty
; CHECK: remark-hardware-loop.ll: remark: no hardware loop: its iterations cannot be counted in front of it
; QUIET-NOT: remark

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)

define void @main(i32 %n) {
entry:
  br label %loop
loop:
  %x = phi i32 [ %n, %entry ], [ %half, %loop ]
  %half = lshr i32 %x, 1
  %c = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  %v.0 = insertelement <64 x i32> poison, i32 %half, i32 0
  %v = shufflevector <64 x i32> %v.0, <64 x i32> poison, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> %v, i32 0, i1 true, i1 false)
  %odd = and i32 %half, 5
  %more = icmp ne i32 %odd, 4
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
