; Operations that the machine does not have.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: 'atomicrmw'

define void @main() {
  %a = atomicrmw add ptr addrspace(1) null, i32 1 seq_cst
  ret void
}
