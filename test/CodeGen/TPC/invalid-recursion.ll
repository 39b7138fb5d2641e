; There is no stack.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: {{.*}}.ll: error: recursion into 'rec': there is no stack; use a loop (in function 'rec')

define void @rec(i32 %x) {
  call void @rec(i32 %x)
  ret void
}
define void @main() {
  call void @rec(i32 1)
  ret void
}
