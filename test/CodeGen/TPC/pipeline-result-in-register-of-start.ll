; A result of the loop gets the register that its counter starts from. The
; prologue writes it before LOOP reads the start.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
; RUN: %tpc-llc -O2 -stop-before=tpc-packetizer -o - %s \
; RUN:   | FileCheck --check-prefix=COPY %s
; COPY:     [[COPIED:\$s[0-9]+]] = SPU_MOV_S_S [[START:\$s[0-9]+]],
; COPY:     SPU_CMP_GRT_SP_S_IMM [[START]],
; COPY:     [[START]] = SPU_MOV_S_S
; COPY:     [[START]] = SPU_MOV_S_S
; COPY:     LOOP_S_IMM_IMM [[COPIED]],
;@tensor x i32[64, 8] in = random(1, -1000, 1000)
;@tensor z i32[64] out
;@arg n i32 = 7
;@index_space 1
;@expect z[i] = (sum(k: 1..8) x[i, k]) + 1

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main(i32 %given) {
entry:
  %n = and i32 %given, 15
  %none = icmp eq i32 %n, 0
  br i1 %none, label %exit, label %loop
loop:
  %i = phi i32 [ %n, %entry ], [ %i1, %loop ]
  %at = phi <5 x i32> [ zeroinitializer, %entry ], [ %next, %loop ]
  %sum = phi <64 x i32> [ zeroinitializer, %entry ], [ %sum1, %loop ]
  %row = and i32 %i, 7
  %next = insertelement <5 x i32> %at, i32 %row, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %next, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %sum1 = add <64 x i32> %sum, %x
  %i1 = add nsw i32 %i, -1
  %more = icmp sgt i32 %i, 1
  br i1 %more, label %loop, label %exit
exit:
  %last = phi i32 [ 100, %entry ], [ %i, %loop ]
  %all = phi <64 x i32> [ zeroinitializer, %entry ], [ %sum1, %loop ]
  %v = insertelement <64 x i32> undef, i32 %last, i32 0
  %vs = shufflevector <64 x i32> %v, <64 x i32> undef, <64 x i32> zeroinitializer
  %z = add <64 x i32> %all, %vs
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> zeroinitializer, i8 1, <64 x i32> %z, i32 0, i1 true, i1 false)
  ret void
}
