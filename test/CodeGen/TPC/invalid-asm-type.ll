; A vector that fills no register as an operand of inline assembly.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O2 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a value of type <4 x i32> as an operand of inline assembly with the constraint 'v'

define void @main() {
  call void asm sideeffect "nop", "v"(<4 x i32> zeroinitializer)
  ret void
}
