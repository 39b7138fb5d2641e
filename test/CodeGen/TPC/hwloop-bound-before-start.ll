; The same downwards.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CODE: {{(max|min).i32}}
; CODE: {{ }}loop S
; CODE: halt
; CHECK: -O2
; CHECK: PASS z
;@arg n i32 = 7
;@arg s i32 = 5
;@tensor z i32[64, 12] inout
;@tensor y i32[64, 12] in = random(1, -1000, 1000)
;@index_space 1
;@expect z[i, j] = j == 5 ? 2 * y[i, j] : 0
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)

define void @main(i32 %n, i32 %s) {
entry:
  br label %loop
loop:
  %i = phi i32 [ %s, %entry ], [ %i1, %loop ]
  %c = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %y = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %c, i8 1, i32 0, <64 x i32> undef, i1 true, i1 false)
  %v = add <64 x i32> %y, %y
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %c, i8 0, <64 x i32> %v, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, -1
  %more = icmp sgt i32 %i1, %n
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
