; The copies of an unrolled body have an index register each, which counts by the
; number of copies.
;
; RUN: %tpc-llc -O2 -tpc-pipeline=false %s -o %t.s
; RUN: FileCheck %s --check-prefix=CODE --input-file=%t.s
; RUN: FileCheck %s --check-prefix=STEP --input-file=%t.s
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE-COUNT-4: ld_tnsr
; CODE-NOT: ld_tnsr
; CODE: {{ }}loop
; CODE: halt
; STEP: {{ }}loop
; STEP-DAG: add.i32 b00010 [[A:I[0-9]+]], 0x4, [[A]]
; STEP-DAG: add.i32 b00010 [[B:I[0-9]+]], 0x4, [[B]]
; STEP-DAG: add.i32 b00010 [[C:I[0-9]+]], 0x4, [[C]]
; STEP-DAG: add.i32 b00010 [[D:I[0-9]+]], 0x4, [[D]]
; STEP: {{ }}loop
;@arg n i32 = 11
;@tensor z i32[64, 11] out
;@tensor y i32[64, 11] in = random(1, -1000, 1000)
;@index_space 1
;@expect z[i, j] = 2 * y[i, j]

declare <5 x i32> @llvm.tpc.get.index.space.offset()
declare <5 x i32> @llvm.tpc.get.index.space.size()
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)

define void @main(i32 %n) {
entry:
  %any = icmp sgt i32 %n, 0
  br i1 %any, label %loop, label %done
loop:
  %i = phi i32 [ 0, %entry ], [ %i.next, %loop ]
  %c = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %v = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c, i8 1, i32 0, <64 x i32> poison, i1 true, i1 false)
  %w = add <64 x i32> %v, %v
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> %w, i32 0, i1 true, i1 false)
  %i.next = add nuw nsw i32 %i, 1
  %more = icmp slt i32 %i.next, %n
  br i1 %more, label %loop, label %done, !llvm.loop !0
done:
  ret void
}

!0 = distinct !{!0, !1}
!1 = !{!"llvm.loop.unroll.count", i32 4}
