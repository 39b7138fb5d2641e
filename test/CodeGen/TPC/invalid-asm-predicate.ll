; Vector predicates of inline assembly have a bit for each byte.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O2 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a value of type <64 x i1> as an operand of inline assembly with the constraint 'V'

define void @main() {
  %p = call <64 x i1> asm sideeffect "nop", "=V"()
  ret void
}
