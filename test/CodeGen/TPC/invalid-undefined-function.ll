; Nothing is linked to a kernel.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: {{.*}}.ll: error: function 'ext' is not defined; a kernel has to contain everything it calls

declare void @ext()
define void @main() {
  call void @ext()
  ret void
}
