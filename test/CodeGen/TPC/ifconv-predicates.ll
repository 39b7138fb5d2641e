; A predicate that is chosen by an if, and comparisons of predicates.
;
; RUN: %tpc-llc -O2 -tpc-pipeline=false %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE-NOT: jmpr
; CODE: halt
;@tensor z i32[64, 10] inout
;@index_space 10
;@expect z[i, j] = j == 0 ? 0 : j == 1 ? 0 : j == 2 ? 0 : j == 3 ? 3 : j == 4 ? 0 : j == 5 ? 3 : j == 6 ? 3 : j == 7 ? 0 : j == 8 ? 3 : 0

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
  %odd = and i32 %x, 1
  %is = icmp eq i32 %odd, 1
  %large = icmp sgt i32 %x, 5
  %small = icmp slt i32 %x, 2
  br i1 %is, label %then, label %join
then:
  %same = icmp eq i1 %large, %small
  br label %join
join:
  %p = phi i1 [ %large, %outer ], [ %same, %then ]
  %less = icmp ult i1 %small, %p
  %less32 = zext i1 %less to i32
  %p32 = zext i1 %p to i32
  %d = shl i32 %less32, 1
  %r = or i32 %p32, %d
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
