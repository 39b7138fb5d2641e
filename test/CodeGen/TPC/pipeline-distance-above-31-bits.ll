; Start and bound are further apart than a signed number can tell.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@arg from i32 = -2147483648
;@arg to i32 = 2000000000
;@tensor x i32[64, 14] in = random(1, -1000, 1000)
;@tensor z i32[64, 14] out
;@index_space 1
;@expect z[i, j] = sum(k: 0..j + 1) (x[i, k] * (1 - 2 * ((j - k) % 2)))

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %from, i32 %to) {
entry:
  br label %loop
loop:
  %i = phi i32 [ %from, %entry ], [ %i1, %loop ]
  %acc = phi <64 x i32> [ zeroinitializer, %entry ], [ %y, %loop ]
  %row = phi i32 [ 0, %entry ], [ %row1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %row, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = sub <64 x i32> %x, %acc
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 1, <64 x i32> %y, i32 0, i1 true, i1 false)
  %row1 = add i32 %row, 1
  %i1 = add nsw i32 %i, 300000000
  %more = icmp slt i32 %i1, %to
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
