; Stores on all sides of ifs in ifs: each happens under both of its conditions, in
; whatever polarity.
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
;@expect z[i, j] = j > 2 ? (j % 2 == 1 ? 1 : 2) : (j % 2 == 1 ? 3 : 4)

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
  %c = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  %is = icmp sgt i32 %x, 2
  %odd = and i32 %x, 1
  %is2 = icmp eq i32 %odd, 1
  br i1 %is, label %then, label %else
then:
  br i1 %is2, label %then.odd, label %then.even
then.odd:
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> splat (i32 1), i32 0, i1 true, i1 false)
  br label %then.end
then.even:
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> splat (i32 2), i32 0, i1 true, i1 false)
  br label %then.end
then.end:
  br label %end
else:
  br i1 %is2, label %else.odd, label %else.even
else.odd:
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> splat (i32 3), i32 0, i1 true, i1 false)
  br label %else.end
else.even:
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> splat (i32 4), i32 0, i1 true, i1 false)
  br label %else.end
else.end:
  br label %end
end:
  %x.next = add nsw i32 %x, 1
  %x.more = icmp slt i32 %x.next, %x1
  br i1 %x.more, label %outer, label %done
done:
  ret void
}
