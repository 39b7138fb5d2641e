; LOOP compares signed numbers; an unsigned comparison becomes one that means the
; same.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE: {{ }}loop
;@tensor z i32[64, 10] out
;@index_space 10
;@expect z[i, j] = sum(k: 0..j) (k * k)

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
  %any = icmp ne i32 %x, 0
  br i1 %any, label %loop, label %join
loop:
  %i = phi i32 [ 0, %outer ], [ %i.next, %loop ]
  %a = phi i32 [ 0, %outer ], [ %a.next, %loop ]
  %t = mul i32 %i, %i
  %a.next = add i32 %a, %t
  %i.next = add nsw i32 %i, 1
  %more = icmp ult i32 %i.next, %x
  br i1 %more, label %loop, label %join
join:
  %r = phi i32 [ 0, %outer ], [ %a.next, %loop ]
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
