; Assembly outside of functions.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: assembly outside of functions would never run

module asm "nop"

define void @main() {
  ret void
}
