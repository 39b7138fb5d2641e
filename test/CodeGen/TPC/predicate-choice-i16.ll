; A choice between vector predicates, by a scalar and by a vector predicate, and
; predicates that a loop carries.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS y
;@arg n i32 = 6
;@tensor x i16[128] in = random(1, -100, 100)
;@tensor y i16[128] out
;@index_space 1
;@expect y[i] = (x[i] < 10 ? 1 : 0) + (x[i] > 50 ? 2 : 0) + (x[i] < 10 ? 4 : 0)

declare <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32>, i8, i32, <128 x i16>, i1, i1)
declare void @llvm.tpc.st.tnsr.v128i16(<5 x i32>, i8, <128 x i16>, i32, i1, i1)

define void @main(i32 %n) {
  %a = call <128 x i16> @llvm.tpc.ld.tnsr.v128i16.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <128 x i16> undef, i1 true, i1 false)
  %p = icmp slt <128 x i16> %a, splat (i16 10)
  %q = icmp sgt <128 x i16> %a, splat (i16 50)
  %c = icmp sgt i32 %n, 3
  %s = select i1 %c, <128 x i1> %p, <128 x i1> %q
  %t = select <128 x i1> %s, <128 x i1> zeroinitializer, <128 x i1> %q
  br label %loop
loop:
  %i = phi i32 [ 0, %0 ], [ %next, %loop ]
  %m = phi <128 x i1> [ %s, %0 ], [ %k, %loop ]
  %k = phi <128 x i1> [ %t, %0 ], [ %m, %loop ]
  %next = add i32 %i, 1
  %done = icmp sge i32 %next, %n
  br i1 %done, label %out, label %loop
out:
  ; Six rounds: k holds what m held first, and m what k did.
  %one = select <128 x i1> %k, <128 x i16> splat (i16 1), <128 x i16> zeroinitializer
  %two = select <128 x i1> %m, <128 x i16> splat (i16 2), <128 x i16> zeroinitializer
  %four = select <128 x i1> %s, <128 x i16> splat (i16 4), <128 x i16> zeroinitializer
  %u = or <128 x i16> %one, %two
  %r = or <128 x i16> %u, %four
  call void @llvm.tpc.st.tnsr.v128i16(<5 x i32> zeroinitializer, i8 1, <128 x i16> %r, i32 0, i1 true, i1 false)
  ret void
}
