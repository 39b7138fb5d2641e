; A call with another number of arguments than the function has.
;
; RUN: not %tpc-llc -O0 -filetype=obj -o /dev/null %s 2>&1 | FileCheck %s
; CHECK: 'llvm.tpc.add.v64f32.v64f32.v64f32.i1': expected 7 arguments, not 2
; CHECK: 'llvm.tpc.get.dim.size': expected 2 arguments, not 1

declare <64 x float> @llvm.tpc.add.v64f32.v64f32.v64f32.i1(<64 x float>, <64 x float>)
declare i32 @llvm.tpc.get.dim.size(i32)
define void @main() {
  %v = call <64 x float> @llvm.tpc.add.v64f32.v64f32.v64f32.i1(<64 x float> zeroinitializer, <64 x float> zeroinitializer)
  %w = call i32 @llvm.tpc.get.dim.size(i32 0)
  ret void
}
