; Vectors are accumulated around a loop.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE: {{ }}loop
; CODE-NOT: set_indx
; CODE: add.i32 b00010 I
;@tensor z i32[64, 10] out
;@tensor y i32[64, 10] in = random(1, -100, 100)
;@index_space 10
;@expect z[i, j] = sum(k: 0..j) y[i, k]

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)

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
  br i1 %any, label %loop, label %end
loop:
  %i = phi i32 [ 0, %outer ], [ %i.next, %loop ]
  %a = phi <64 x i32> [ zeroinitializer, %outer ], [ %a.next, %loop ]
  %c = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %t = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c, i8 1, i32 0, <64 x i32> poison, i1 true, i1 false)
  %a.next = add <64 x i32> %a, %t
  %i.next = add nsw i32 %i, 1
  %more = icmp slt i32 %i.next, %x
  br i1 %more, label %loop, label %end
end:
  %v = phi <64 x i32> [ zeroinitializer, %outer ], [ %a.next, %loop ]
  %c.0 = insertelement <5 x i32> zeroinitializer, i32 %x, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c.0, i8 0, <64 x i32> %v, i32 0, i1 true, i1 false)
  %x.next = add nsw i32 %x, 1
  %x.more = icmp slt i32 %x.next, %x1
  br i1 %x.more, label %outer, label %done
done:
  ret void
}
