; Inline assembly.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: inline assembly

define void @main() {
  call void asm sideeffect "nop", ""()
  ret void
}
