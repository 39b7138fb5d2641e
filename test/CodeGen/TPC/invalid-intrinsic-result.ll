; Functions declared with other results than they have.
;
; RUN: not %tpc-llc -O0 -filetype=obj -o /dev/null %s 2>&1 | FileCheck %s
; CHECK: 'llvm.tpc.get.index.space.size': the result has another type
; CHECK: 'llvm.tpc.get.dim.size': this function has a result
; CHECK: 'llvm.tpc.set.csr.value': this function has no result
; CHECK: 'llvm.tpc.convert.v64i32.v128f32.i1': the source and the result must have the same number of elements

declare i32 @llvm.tpc.get.index.space.size()
declare void @llvm.tpc.get.dim.size(i32, i32)
declare i32 @llvm.tpc.set.csr.value(i32)
declare <64 x i32> @llvm.tpc.convert.v64i32.v128f32.i1(<128 x float>, i8, i32, <64 x i32>, i1, i1)
define void @main() {
  %a = call i32 @llvm.tpc.get.index.space.size()
  call void @llvm.tpc.get.dim.size(i32 0, i32 0)
  %b = call i32 @llvm.tpc.set.csr.value(i32 0)
  %c = call <64 x i32> @llvm.tpc.convert.v64i32.v128f32.i1(<128 x float> zeroinitializer, i8 0, i32 512, <64 x i32> poison, i1 1, i1 0)
  ret void
}
