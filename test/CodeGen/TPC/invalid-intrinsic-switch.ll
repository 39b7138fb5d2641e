; A switch that the instruction does not have.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: 'llvm.tpc.add.v64f32.v64f32.v64f32.i1': no form of 'add' has these switches (0x80) with these operands; legal are: st carry

declare <64 x float> @llvm.tpc.add.v64f32.v64f32.v64f32.i1(<64 x float>, <64 x float>, i8, i32, <64 x float>, i1, i1)
define void @main() {
  %a = call <64 x float> @llvm.tpc.add.v64f32.v64f32.v64f32.i1(<64 x float> undef, <64 x float> undef, i8 0, i32 128, <64 x float> undef, i1 1, i1 0)
  ret void
}
