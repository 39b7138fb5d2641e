; A tensor store is never followed by a tensor load exactly four bundles
; later.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x i32[64, 9] in = random(1, -1000, 1000)
;@tensor w i32[64, 9] in = random(2, -1000, 1000)
;@tensor z i32[64, 9] out
;@tensor v i32[64, 9, 9] out
;@index_space 1
;@expect z[i, j] = x[i, j] + w[i, j]
;@expect v[i, j, k] = j == k ? x[i, j] - w[i, j] : -1515870811

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %w = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = add <64 x i32> %x, %w
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 2, <64 x i32> %y, i32 0, i1 true, i1 false)
  %d = sub <64 x i32> %x, %w
  %at2 = insertelement <5 x i32> %at, i32 %i, i32 2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at2, i8 3, <64 x i32> %d, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 9
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
