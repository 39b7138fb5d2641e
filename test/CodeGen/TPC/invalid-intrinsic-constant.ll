; Data types, dimension masks and byte masks are constants.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: 'llvm.tpc.add.i32.i32.i32.i1': the data type must be a constant
; CHECK: error: 'llvm.tpc.set.indx': the dimension mask must be a constant
; CHECK: error: 'llvm.tpc.mov.group.v64f32.v64f32.i1': the byte mask must be a constant

declare i32 @llvm.tpc.add.i32.i32.i32.i1(i32, i32, i8, i32, i32, i1, i1)
declare <5 x i32> @llvm.tpc.set.indx(<5 x i32>, i32, i32, i32, i1, i1)
declare <64 x float> @llvm.tpc.mov.group.v64f32.v64f32.i1(<64 x float>, i32, i32, <64 x float>, i1, i1)
define void @main(i8 %t, i32 %m) {
  %a = call i32 @llvm.tpc.add.i32.i32.i32.i1(i32 %m, i32 %m, i8 %t, i32 0, i32 undef, i1 1, i1 0)
  %b = call <5 x i32> @llvm.tpc.set.indx(<5 x i32> zeroinitializer, i32 %m, i32 0, i32 0, i1 1, i1 0)
  %c = call <64 x float> @llvm.tpc.mov.group.v64f32.v64f32.i1(<64 x float> zeroinitializer, i32 %m, i32 0, <64 x float> zeroinitializer, i1 1, i1 0)
  ret void
}
