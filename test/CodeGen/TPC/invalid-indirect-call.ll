; Calls by pointer.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: indirect calls do not exist on a TPC; call the function by its name

define void @main() {
  %g = load ptr, ptr addrspace(1) null
  call void %g()
  ret void
}
