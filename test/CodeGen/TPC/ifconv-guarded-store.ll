; The guard that a store has of its own holds, too.
;
; RUN: %tpc-llc -O2 -tpc-pipeline=false %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=STORE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE-NOT: jmpr
; CODE: halt
; STORE: st_tnsr {{.*}}, {{!?}}SP
;@tensor z i32[64, 10] inout
;@index_space 10
;@expect z[i, j] = j % 2 == 1 && j > 4 ? j : 0

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
  br label %loop
loop:
  %x = phi i32 [ %x0, %entry ], [ %x.next, %end ]
  %v.0 = insertelement <64 x i32> poison, i32 %x, i32 0
  %v = shufflevector <64 x i32> %v.0, <64 x i32> poison, <64 x i32> zeroinitializer
  %c = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  %odd = and i32 %x, 1
  %is = icmp eq i32 %odd, 1
  %own = icmp sgt i32 %x, 4
  br i1 %is, label %then, label %end
then:
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> %v, i32 0, i1 %own, i1 false)
  br label %end
end:
  %x.next = add nsw i32 %x, 1
  %x.more = icmp slt i32 %x.next, %x1
  br i1 %x.more, label %loop, label %done
done:
  ret void
}
