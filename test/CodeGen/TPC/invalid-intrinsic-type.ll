; A data type that the form does not have: the legal ones are listed.
;
; RUN: not %tpc-llc -O0 -filetype=obj -o /dev/null %s 2>&1 | FileCheck %s
; CHECK: 'llvm.tpc.mul.v64f32.v64f32.v64f32.i1': no form of 'mul' has this data type with these operands; legal are: i32 u32; f32 bf16

declare <64 x float> @llvm.tpc.mul.v64f32.v64f32.v64f32.i1(<64 x float>, <64 x float>, i8, i32, <64 x float>, i1, i1)
define void @main() {
  %v = call <64 x float> @llvm.tpc.mul.v64f32.v64f32.v64f32.i1(<64 x float> zeroinitializer, <64 x float> zeroinitializer, i8 4, i32 0, <64 x float> undef, i1 1, i1 0)
  ret void
}
