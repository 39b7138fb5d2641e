; Sums wrap around as products do.
;
; RUN: %tpc-llc -O2 -tpc-pipeline=false %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CODE: {{ }}loop
; CODE-NOT: mul
; CODE: halt
; CHECK: -O2
; CHECK: PASS z
;@arg n i32 = 9
;@arg start i32 = -5
;@arg step i32 = 7
;@tensor z i32[64, 9] out
;@index_space 1
;@expect z[i, j] = -5 + j * 4

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n, i32 %start, i32 %step) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %big = mul i32 %i, 1073741825
  %p = mul i32 %big, 4
  %x = add i32 %p, %start
  %v.0 = insertelement <64 x i32> poison, i32 %x, i32 0
  %v = shufflevector <64 x i32> %v.0, <64 x i32> poison, <64 x i32> zeroinitializer
  %c = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> %v, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, %n
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
