; Words and vectors through one pointer that cannot be told apart.
;
; RUN: rm -f %t.o
; RUN: not %tpc-llc -filetype=obj -o %t.o %s 2>&1 | FileCheck %s
; RUN: not ls %t.o
; CHECK: error: {{.*}}words and vectors are accessed through one address; they lie in different memories: use one address for each
define void @main(i32 %a, i32 %n) {
entry:
  %p = inttoptr i32 %a to ptr
  br label %loop
loop:
  %q = phi ptr [ %p, %entry ], [ %q.next, %loop ]
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  store i32 %i, ptr %q
  store <64 x i32> zeroinitializer, ptr %q
  %q.next = getelementptr i8, ptr %q, i32 256
  %i.next = add i32 %i, 1
  %more = icmp ult i32 %i.next, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}
