; A choice between vector predicates, by a scalar and by a vector predicate, and
; predicates that a loop carries.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@arg n i32 = 6
;@tensor x i8[256] in = random(1, -100, 100)
;@tensor y i8[256] out
;@index_space 1
;@expect y[i] = (x[i] < 10 ? 1 : 0) + (x[i] > 50 ? 2 : 0) + (x[i] < 10 ? 4 : 0)

declare <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32>, i8, i32, <256 x i8>, i1, i1)
declare void @llvm.tpc.st.tnsr.v256i8(<5 x i32>, i8, <256 x i8>, i32, i1, i1)

define void @main(i32 %n) {
  %a = call <256 x i8> @llvm.tpc.ld.tnsr.v256i8.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <256 x i8> undef, i1 true, i1 false)
  %p = icmp slt <256 x i8> %a, splat (i8 10)
  %q = icmp sgt <256 x i8> %a, splat (i8 50)
  %c = icmp sgt i32 %n, 3
  %s = select i1 %c, <256 x i1> %p, <256 x i1> %q
  %t = select <256 x i1> %s, <256 x i1> zeroinitializer, <256 x i1> %q
  br label %loop
loop:
  %i = phi i32 [ 0, %0 ], [ %next, %loop ]
  %m = phi <256 x i1> [ %s, %0 ], [ %k, %loop ]
  %k = phi <256 x i1> [ %t, %0 ], [ %m, %loop ]
  %next = add i32 %i, 1
  %done = icmp sge i32 %next, %n
  br i1 %done, label %out, label %loop
out:
  ; Six rounds: k holds what m held first, and m what k did.
  %one = select <256 x i1> %k, <256 x i8> splat (i8 1), <256 x i8> zeroinitializer
  %two = select <256 x i1> %m, <256 x i8> splat (i8 2), <256 x i8> zeroinitializer
  %four = select <256 x i1> %s, <256 x i8> splat (i8 4), <256 x i8> zeroinitializer
  %u = or <256 x i8> %one, %two
  %r = or <256 x i8> %u, %four
  call void @llvm.tpc.st.tnsr.v256i8(<5 x i32> zeroinitializer, i8 1, <256 x i8> %r, i32 0, i1 true, i1 false)
  ret void
}
