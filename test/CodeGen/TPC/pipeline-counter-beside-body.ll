; A scalar that counts beside the body waits for nothing, and stores in their
; order make operations be scheduled again and again. All parts of the body begin
; in the first stage, so that the prologue is short: of three stages.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
; RUN: %tpc-llc -O2 -stop-before=tpc-packetizer -o - %s \
; RUN:   | FileCheck --check-prefix=STAGES %s
; STAGES: LOOP_IMM_IMM_IMM 0, 38, 1,
;@tensor y i32[64, 161] in = random(1, -1000, 1000)
;@tensor z i32[64, 161] out
;@index_space 1
;@expect z[i, j] = j == 160 ? 1120 : 2 * y[i, j]

declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)
declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %c = phi i32 [ 0, %entry ], [ %c1, %loop ]
  %at0 = phi <5 x i32> [ <i32 0, i32 0, i32 0, i32 0, i32 0>, %entry ], [ %to0, %loop ]
  %at1 = phi <5 x i32> [ <i32 0, i32 1, i32 0, i32 0, i32 0>, %entry ], [ %to1, %loop ]
  %at2 = phi <5 x i32> [ <i32 0, i32 2, i32 0, i32 0, i32 0>, %entry ], [ %to2, %loop ]
  %at3 = phi <5 x i32> [ <i32 0, i32 3, i32 0, i32 0, i32 0>, %entry ], [ %to3, %loop ]
  %x0 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at0, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y0 = add <64 x i32> %x0, %x0
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at0, i8 1, <64 x i32> %y0, i32 0, i1 true, i1 false)
  %x1 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at1, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y1 = add <64 x i32> %x1, %x1
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at1, i8 1, <64 x i32> %y1, i32 0, i1 true, i1 false)
  %x2 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at2, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y2 = add <64 x i32> %x2, %x2
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at2, i8 1, <64 x i32> %y2, i32 0, i1 true, i1 false)
  %x3 = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at3, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y3 = add <64 x i32> %x3, %x3
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %at3, i8 1, <64 x i32> %y3, i32 0, i1 true, i1 false)
  %e0 = extractelement <5 x i32> %at0, i32 1
  %f0 = add i32 %e0, 4
  %to0 = insertelement <5 x i32> %at0, i32 %f0, i32 1
  %e1 = extractelement <5 x i32> %at1, i32 1
  %f1 = add i32 %e1, 4
  %to1 = insertelement <5 x i32> %at1, i32 %f1, i32 1
  %e2 = extractelement <5 x i32> %at2, i32 1
  %f2 = add i32 %e2, 4
  %to2 = insertelement <5 x i32> %at2, i32 %f2, i32 1
  %e3 = extractelement <5 x i32> %at3, i32 1
  %f3 = add i32 %e3, 4
  %to3 = insertelement <5 x i32> %at3, i32 %f3, i32 1
  %c1 = add nuw i32 %c, 28
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 40
  br i1 %more, label %loop, label %exit
exit:
  %v = insertelement <64 x i32> undef, i32 %c1, i32 0
  %vs = shufflevector <64 x i32> %v, <64 x i32> undef, <64 x i32> zeroinitializer
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> <i32 0, i32 160, i32 0, i32 0, i32 0>, i8 1, <64 x i32> %vs, i32 0, i1 true, i1 false)
  ret void
}
