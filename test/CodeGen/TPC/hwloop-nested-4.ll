; 4 loops around each other, all of them hardware loops.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CHECK: -O2
; CHECK: PASS z
; CODE-COUNT-4: {{ }}loop
; CODE-NOT: {{ }}loop
; CODE-NOT: jmpr
;@tensor z i32[64, 6] out
;@index_space 6
;@expect z[i, j] = sum(k0: 0..2, k1: 0..3, k2: 0..2) (j + k0 + k1 + k2)

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
  br label %l0
l0:
  %i0 = phi i32 [ 0, %outer ], [ %i0.n, %e0 ]
  %a0 = phi i32 [ 0, %outer ], [ %b0, %e0 ]
  br label %l1
l1:
  %i1 = phi i32 [ 0, %l0 ], [ %i1.n, %e1 ]
  %a1 = phi i32 [ %a0, %l0 ], [ %b1, %e1 ]
  br label %l2
l2:
  %i2 = phi i32 [ 0, %l1 ], [ %i2.n, %e2 ]
  %a2 = phi i32 [ %a1, %l1 ], [ %b2, %e2 ]
  %t0 = add i32 %x, %i0
  %t1 = add i32 %t0, %i1
  %t2 = add i32 %t1, %i2
  %sum = add i32 %a2, %t2
  br label %e2
e2:
  %b2 = phi i32 [ %sum, %l2 ]
  %i2.n = add nsw i32 %i2, 1
  %m2 = icmp slt i32 %i2.n, 2
  br i1 %m2, label %l2, label %e1
e1:
  %b1 = phi i32 [ %b2, %e2 ]
  %i1.n = add nsw i32 %i1, 1
  %m1 = icmp slt i32 %i1.n, 3
  br i1 %m1, label %l1, label %e0
e0:
  %b0 = phi i32 [ %b1, %e1 ]
  %i0.n = add nsw i32 %i0, 1
  %m0 = icmp slt i32 %i0.n, 2
  br i1 %m0, label %l0, label %join
join:
  %r = phi i32 [ %b0, %e0 ]
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
