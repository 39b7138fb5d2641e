; An intrinsic that does not exist.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: 'llvm.tpc.bogus.v64f32': no instruction of this name

declare void @llvm.tpc.bogus.v64f32(i32)
define void @main() {
  call void @llvm.tpc.bogus.v64f32(i32 1)
  ret void
}
