; A loop with a branch back; the sum is in a register.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
;@arg n i32 = 100
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = sum(k: 0..100) k

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  br label %loop
loop:
  %i = phi i32 [ 0, %0 ], [ %i2, %loop ]
  %s = phi i32 [ 0, %0 ], [ %s2, %loop ]
  %s2 = add i32 %s, %i
  %i2 = add i32 %i, 1
  %c = icmp slt i32 %i2, %n
  br i1 %c, label %loop, label %done
done:
  %q = add i32 %s2, 0
  %r.0 = insertelement <64 x i32> undef, i32 %q, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
