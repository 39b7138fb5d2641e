; The last coordinate of a loop, behind it: no copy of the register in the loop.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE: {{ }}loop
; CODE: {{^}}.LBB{{.*}}:
; CODE-NOT: mov b11111
; CODE: add.i32 b00010 [[I:I[0-9]+]], 0x1, [[I]]
; CODE: halt
;@arg n i32 = 6
;@tensor z i32[64, 7] out
;@tensor y i32[64, 7] in = random(1, -1000, 1000)
;@index_space 1
;@expect z[i, j] = j < 6 ? 2 * y[i, j] : y[i, 5]

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
  %k = phi <5 x i32> [ zeroinitializer, %entry ], [ %c, %loop ]
  %c = insertelement <5 x i32> %k, i32 %i, i32 1
  %v = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c, i8 1, i32 0, <64 x i32> poison, i1 true, i1 false)
  %w = add <64 x i32> %v, %v
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> %w, i32 0, i1 true, i1 false)
  %i.next = add nuw nsw i32 %i, 1
  %more = icmp slt i32 %i.next, %n
  br i1 %more, label %loop, label %done
done:
  %last = phi <5 x i32> [ zeroinitializer, %entry ], [ %c, %loop ]
  %l = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %last, i8 1, i32 0, <64 x i32> poison, i1 true, i1 false)
  %d = extractelement <5 x i32> %last, i32 1
  %d1 = add i32 %d, 1
  %after = insertelement <5 x i32> %last, i32 %d1, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %after, i8 0, <64 x i32> %l, i32 0, i1 true, i1 false)
  ret void
}
