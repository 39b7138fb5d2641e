; A constant of an inner loop stands in front of the outer one.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
; RUN: %tpc-llc -O2 -tpc-pipeline=false -stop-before=tpc-packetizer -o - %s \
; RUN:   | FileCheck --check-prefix=LOOP %s
; LOOP:     VPU_MOV_FLAVOR_VP_IMM
; LOOP:     LOOP_IMM
; LOOP-NOT: VPU_MOV_FLAVOR_VP_IMM
; LOOP:     LOOP_
; LOOP:     LOOP_END
; LOOP-NOT: VPU_MOV_FLAVOR_VP_IMM
; LOOP:     LOOP_END
;@tensor x i32[64, 8, 6] in = random(1, -1000, 1000)
;@tensor z i32[64, 8, 6] out
;@index_space 1
;@expect z[i, j, k] = x[(i * 11 + 7) % 64, j, k]

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  br label %outer
outer:
  %k = phi i32 [ 0, %entry ], [ %k1, %next ]
  %row = insertelement <5 x i32> zeroinitializer, i32 %k, i32 2
  br label %loop
loop:
  %i = phi i32 [ 0, %outer ], [ %i1, %loop ]
  %at = insertelement <5 x i32> %row, i32 %i, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = shufflevector <64 x i32> %x, <64 x i32> undef, <64 x i32> <i32 7, i32 18, i32 29, i32 40, i32 51, i32 62, i32 9, i32 20, i32 31, i32 42, i32 53, i32 0, i32 11, i32 22, i32 33, i32 44, i32 55, i32 2, i32 13, i32 24, i32 35, i32 46, i32 57, i32 4, i32 15, i32 26, i32 37, i32 48, i32 59, i32 6, i32 17, i32 28, i32 39, i32 50, i32 61, i32 8, i32 19, i32 30, i32 41, i32 52, i32 63, i32 10, i32 21, i32 32, i32 43, i32 54, i32 1, i32 12, i32 23, i32 34, i32 45, i32 56, i32 3, i32 14, i32 25, i32 36, i32 47, i32 58, i32 5, i32 16, i32 27, i32 38, i32 49, i32 60>
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at, i8 1, <64 x i32> %y, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 8
  br i1 %more, label %loop, label %next
next:
  %k1 = add nsw i32 %k, 1
  %again = icmp slt i32 %k1, 6
  br i1 %again, label %outer, label %exit
exit:
  ret void
}
