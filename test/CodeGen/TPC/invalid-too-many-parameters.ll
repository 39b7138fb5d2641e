; Scalars beyond the registers lie in a tensor, whose number must be known.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a kernel with more than 31 scalar parameters needs the number of its tensors in the attribute "tpc-num-tensors"

define void @main(i32 %a0, i32 %a1, i32 %a2, i32 %a3, i32 %a4, i32 %a5, i32 %a6, i32 %a7, i32 %a8, i32 %a9, i32 %a10, i32 %a11, i32 %a12, i32 %a13, i32 %a14, i32 %a15, i32 %a16, i32 %a17, i32 %a18, i32 %a19, i32 %a20, i32 %a21, i32 %a22, i32 %a23, i32 %a24, i32 %a25, i32 %a26, i32 %a27, i32 %a28, i32 %a29, i32 %a30, i32 %a31) {

  ret void
}
