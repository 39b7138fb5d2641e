; An iteration loads the element that the one before it has stored.
;
; RUN: %run-kernel | FileCheck %s
; CHECK: PASS z
; CHECK: -O2
; CHECK: PASS z
;@tensor z i32[64, 11] inout = random(2, -90, 90)
;@index_space 1
;@expect z[i, j] = wrap_i32(z[i, 0] * round(pow(3, j)))

declare <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32>, i8, i32, <64 x i32>, i1, i1)
declare void @llvm.tpc.st.tnsr.v64i32(<5 x i32>, i8, <64 x i32>, i32, i1, i1)

define void @main() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %i1, %loop ]
  %at = insertelement <5 x i32> zeroinitializer, i32 %i, i32 1
  %j = add i32 %i, 1
  %next = insertelement <5 x i32> zeroinitializer, i32 %j, i32 1
  %x = call <64 x i32> @llvm.tpc.ld.tnsr.v64i32.i1(<5 x i32> %at, i8 0, i32 0, <64 x i32> undef, i1 true, i1 false)
  %y = mul <64 x i32> %x, <i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3, i32 3>
  call void @llvm.tpc.st.tnsr.v64i32(<5 x i32> %next, i8 0, <64 x i32> %y, i32 0, i1 true, i1 false)
  %i1 = add nsw i32 %i, 1
  %more = icmp slt i32 %i1, 10
  br i1 %more, label %loop, label %exit
exit:
  ret void
}
