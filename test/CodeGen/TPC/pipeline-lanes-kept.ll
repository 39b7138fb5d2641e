; Lanes that a predicate leaves alone come from the iteration before.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x i32[64, 3] in = random(1, -1000, 1000)
;@tensor z i32[64, 3] out
;@index_space 1
;@expect z[i, j] = x[i, j] > 0 ? x[i, j] : j > 0 && (x[i, j - 1] else 0) > 0 ? (x[i, j - 1] else 0) : j > 1 && (x[i, j - 2] else 0) > 0 ? (x[i, j - 2] else 0) : 0

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %k = phi <64 x i32> [ zeroinitializer, %entry ], [ %k1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %p = icmp sgt <64 x i32> %x, zeroinitializer
  %k1 = select <64 x i1> %p, <64 x i32> %x, <64 x i32> %k
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 1, <64 x i32> %k1, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 3
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
