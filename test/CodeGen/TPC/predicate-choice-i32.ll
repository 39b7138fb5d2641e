; A choice between vector predicates, by a scalar and by a vector predicate, and
; predicates that a loop carries.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@arg n i32 = 6
;@tensor x i32[64] in = random(1, -100, 100)
;@tensor y i32[64] out
;@index_space 1
;@expect y[i] = (x[i] < 10 ? 1 : 0) + (x[i] > 50 ? 2 : 0) + (x[i] < 10 ? 4 : 0)

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %a = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %p = icmp slt <64 x i32> %a, splat (i32 10)
  %q = icmp sgt <64 x i32> %a, splat (i32 50)
  %c = icmp sgt i32 %n, 3
  %s = select i1 %c, <64 x i1> %p, <64 x i1> %q
  %t = select <64 x i1> %s, <64 x i1> zeroinitializer, <64 x i1> %q
  br label %loop
loop:
  %i = phi i32 [ 0, %0 ], [ %next, %loop ]
  %m = phi <64 x i1> [ %s, %0 ], [ %k, %loop ]
  %k = phi <64 x i1> [ %t, %0 ], [ %m, %loop ]
  %next = add i32 %i, 1
  %done = icmp sge i32 %next, %n
  br i1 %done, label %out, label %loop
out:
  ; Six rounds: k holds what m held first, and m what k did.
  %one = select <64 x i1> %k, <64 x i32> splat (i32 1), <64 x i32> zeroinitializer
  %two = select <64 x i1> %m, <64 x i32> splat (i32 2), <64 x i32> zeroinitializer
  %four = select <64 x i1> %s, <64 x i32> splat (i32 4), <64 x i32> zeroinitializer
  %u = or <64 x i32> %one, %two
  %r = or <64 x i32> %u, %four
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
