; An accumulation under a condition is the operation with a guard.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE: {{ }}loop
; CODE-NOT: jmpr
; CODE: add.i32 V{{.*}}, SP
; CODE-NOT: jmpr
; CODE: halt
;@tensor z i32[64, 10] inout
;@index_space 10
;@expect z[i, j] = sum(k: 0..j) (k % 2 == 1 ? k : 0)

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  %o = call <5 x i32> @llvm.tpc.get.index.space.offset()
  %s = call <5 x i32> @llvm.tpc.get.index.space.size()
  %e = add <5 x i32> %o, %s
  %x0 = extractelement <5 x i32> %o, i32 0
  %x1 = extractelement <5 x i32> %e, i32 0
  br label %outer
outer:
  %x = phi i32 [ %x0, %entry ], [ %x.next, %end ]
  %any = icmp sgt i32 %x, 0
  br i1 %any, label %loop, label %join
loop:
  %i = phi i32 [ 0, %outer ], [ %i.next, %latch ]
  %a = phi <64 x i32> [ zeroinitializer, %outer ], [ %a.next, %latch ]
  %odd = and i32 %i, 1
  %is = icmp eq i32 %odd, 1
  br i1 %is, label %then, label %latch
then:
  %b.0 = insertelement <64 x i32> poison, i32 %i, i32 0
  %b = shufflevector <64 x i32> %b.0, <64 x i32> poison, <64 x i32> zeroinitializer
  %t = add <64 x i32> %a, %b
  br label %latch
latch:
  %a.next = phi <64 x i32> [ %a, %loop ], [ %t, %then ]
  %i.next = add nsw i32 %i, 1
  %more = icmp slt i32 %i.next, %x
  br i1 %more, label %loop, label %join
join:
  %w = phi <64 x i32> [ zeroinitializer, %outer ], [ %a.next, %latch ]
  br label %end
end:
  %c.0 = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c.0, i8 0, <64 x i32> %w, i32 0, i1 true, i1 false)
  %x.next = add nsw i32 %x, 1
  %x.more = icmp slt i32 %x.next, %x1
  br i1 %x.more, label %outer, label %done
done:
  ret void
}
