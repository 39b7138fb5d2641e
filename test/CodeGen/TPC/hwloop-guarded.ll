; A loop behind a guard is one LOOP; its counter is the iterator. The code in
; front and behind runs once.
;
; RUN: %tpc-llc -O2 -tpc-pipeline=false %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CODE: loop 0, S0, 1, {{<|!=}}, [[END:[.A-Za-z0-9_]+]]
; CODE-NOT: jmpr
; CODE: S32
; CODE: [[END]]:
; CHECK: -O2
; CHECK: PASS z
;@arg n i32 = 37
;@tensor z i32[64] out
;@index_space 1
;@expect z[i] = sum(k: 0..37) (k * k)

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
  %any = icmp sgt i32 %n, 0
  br i1 %any, label %loop, label %done
loop:
  %i = phi i32 [ 0, %0 ], [ %i2, %loop ]
  %s = phi i32 [ 0, %0 ], [ %s2, %loop ]
  %q = mul i32 %i, %i
  %s2 = add i32 %s, %q
  %i2 = add nsw i32 %i, 1
  %c = icmp slt i32 %i2, %n
  br i1 %c, label %loop, label %done
done:
  %t = phi i32 [ 0, %0 ], [ %s2, %loop ]
  %r.0 = insertelement <64 x i32> undef, i32 %t, i32 0
  %r = shufflevector <64 x i32> %r.0, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 0, <64 x i32> %r, i32 0, i1 true, i1 false)
  ret void
}
