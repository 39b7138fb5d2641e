; The body reads its own iterator and that of the loop around it.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor x i32[64, 40] in = random(1, -1000, 1000)
;@tensor z i32[64, 13] out
;@index_space 1
;@expect z[i, n] = sum(k: 0..n) (x[i, k] + k * n)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  br label %outer
outer:
  %n = phi i32 [ 0, %entry ], [ %n1, %next ]
  %any = icmp sgt i32 %n, 0
  br i1 %any, label %loop, label %next
loop:
  %i = phi i32 [ 0, %outer ], [ %i1, %loop ]
  %acc = phi <64 x i32> [ zeroinitializer, %outer ], [ %acc1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %s = mul i32 %i, %n
  %b.0 = insertelement <64 x i32> undef, i32 %s, i32 0
  %b = shufflevector <64 x i32> %b.0, <64 x i32> undef, <64 x i32> zeroinitializer
  %p = add <64 x i32> %x, %b
  %acc1 = add <64 x i32> %acc, %p
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, %n
  br i1 %more, label %loop, label %next
next:
  %sum = phi <64 x i32> [ zeroinitializer, %outer ], [ %acc1, %loop ]
  %to = insertelement <5 x i32> zeroinitializer, i32 %n, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %to, i8 1, <64 x i32> %sum, i32 0, i1 true, i1 false)
  %n1 = add nsw i32 %n, 1
  %again = icmp slt i32 %n1, 13
  br i1 %again, label %outer, label %exit
exit:
  ret void
}
