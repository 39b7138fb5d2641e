; A kernel returns nothing.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a kernel that returns i32; write results to a tensor

define i32 @main() {
  ret i32 0
}
