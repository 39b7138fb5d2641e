; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
; Half a vector that goes to memory is refused for each of its lanes: the same
; error at the same place is said once.
; RUN: not %tpc-llc %s -o %t.s 2>&1 | FileCheck %s --implicit-check-not=error
; RUN: not ls %t.s
; CHECK: error: unsupported: a lane of a vector as a scalar; no instruction reads one: store the vector to a tensor
declare <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32>, i8, i32, <64 x float>, i1, i1)

define void @main() {
  %x = call <64 x float> @llvm.tpc.ld.tnsr.v64f32.i1(<5 x i32> zeroinitializer, i8 0, i32 0, <64 x float> undef, i1 true, i1 false)
  %a = alloca <32 x float>
  %half = shufflevector <64 x float> %x, <64 x float> poison, <32 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7, i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15, i32 16, i32 17, i32 18, i32 19, i32 20, i32 21, i32 22, i32 23, i32 24, i32 25, i32 26, i32 27, i32 28, i32 29, i32 30, i32 31>
  store volatile <32 x float> %half, ptr %a
  ret void
}
