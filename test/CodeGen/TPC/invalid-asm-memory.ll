; Operands of inline assembly in memory.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: an operand in memory in inline assembly

define void @main() {
  call void asm sideeffect "nop", "*m"(ptr addrspace(1) elementtype(i32) null)
  ret void
}
