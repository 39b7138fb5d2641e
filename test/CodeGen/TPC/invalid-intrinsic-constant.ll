; Data types, tensors and masks are constants.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: 'llvm.tpc.ld.tnsr.v64f32.i1': the tensor number must be a constant
; CHECK: error: 'llvm.tpc.set.indx': the dimension mask must be a constant

declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)
declare <5 x i32> @llvm.tpc.set.indx(<5 x i32>, i32, i32, i32, i1, i1)
define void @main(i8 %t, i32 %m) {
  %a = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 %t, i32 0, <64 x float> undef, i1 1, i1 0)
  %b = call <5 x i32> @llvm.tpc.set.indx(<5 x i32> zeroinitializer, i32 %m, i32 0, i32 0, i1 1, i1 0)
  ret void
}
