; A loop that does not count, inside of one that does.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE: jmpr
; CODE: halt
;@tensor z i32[64, 10] out
;@index_space 10
;@expect z[i, j] = j == 0 ? 0 : j == 1 ? 1 : j == 2 ? 3 : j == 3 ? 5 : j == 4 ? 8 : j == 5 ? 11 : j == 6 ? 14 : j == 7 ? 17 : j == 8 ? 21 : 25

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
  %a = phi i32 [ 0, %outer ], [ %b.next, %latch ]
  %i.next = add nsw i32 %i, 1
  br label %while
while:
  %u = phi i32 [ %i.next, %loop ], [ %u.next, %while ]
  %b = phi i32 [ %a, %loop ], [ %b.next, %while ]
  %b.next = add i32 %b, 1
  %u.next = lshr i32 %u, 1
  %go = icmp ne i32 %u.next, 0
  br i1 %go, label %while, label %latch
latch:
  %more = icmp slt i32 %i.next, %x
  br i1 %more, label %loop, label %join
join:
  %r = phi i32 [ 0, %outer ], [ %b.next, %latch ]
  br label %end
end:
  %v.0 = insertelement <64 x i32> poison, i32 %r, i32 0
  %v = shufflevector <64 x i32> %v.0, <64 x i32> poison, <64 x i32> zeroinitializer
  %c.0 = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c.0, i8 0, <64 x i32> %v, i32 0, i1 true, i1 false)
  %x.next = add nsw i32 %x, 1
  %x.more = icmp slt i32 %x.next, %x1
  br i1 %x.more, label %outer, label %done
done:
  ret void
}
