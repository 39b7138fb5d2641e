; A small if: the operation runs under a guard.
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
;@expect z[i, j] = j % 2 == 1 ? j * 7 : j

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
  br i1 %is, label %then, label %join
then:
  %t = mul i32 %x, 7
  br label %join
join:
  %r = phi i32 [ %x, %outer ], [ %t, %then ]
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
