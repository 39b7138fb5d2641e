; The verifier looks into inline assembly, too.
;
; RUN: not %tpc-llc -O2 -verify -filetype=obj -o %t %s 2>&1 | FileCheck %s
; CHECK: error: {{.*}} is read 1 bundles behind

define void @main(i32 %a) {
  %r = call i32 asm sideeffect "nop; add.i32 $0, $1, 1\0Anop; add.i32 $0, $0, $1", "=&s,s"(i32 %a)
  ret void
}
