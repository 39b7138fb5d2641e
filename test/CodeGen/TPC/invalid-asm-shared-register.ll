; An input of another size in the register of an output of inline assembly.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O2 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a value of type bfloat in the register of an output of inline assembly of type i32

define void @main(bfloat %a) {
  %r = call i32 asm sideeffect "nop", "=s,0"(bfloat %a)
  ret void
}
