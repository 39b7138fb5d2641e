; Without a known number of iterations a guard chooses between the pipelined
; loop and the loop as it was. Its bound saturates.
;
; RUN: %tpc-llc -O2 %s -o - | FileCheck %s --check-prefix=CODE
; RUN: %run-kernel | FileCheck %s
; CODE-DAG: sub.i32{{.*}}st
; CODE-DAG: cmp_grt.i32
; CODE: jmpr
; CODE: loop 0, S0, 1
; CODE: loop 0, S{{[1-9][0-9]*}}, 1
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@arg n i32 = 40
;@tensor x i32[64, 40] in = random(1, -1000, 1000)
;@tensor z i32[64, 40] out
;@index_space 1
;@expect z[i, j] = (2 * x[i, j] ^ x[i, j]) + 2 * x[i, j]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %double = add <64 x i32> %x, %x
  %mixed = xor <64 x i32> %double, %x
  %y = add <64 x i32> %mixed, %double
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 1, <64 x i32> %y, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, %n
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
