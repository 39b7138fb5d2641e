; No instruction reads a lane into a scalar.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a lane of a vector as a scalar

define void @main() {
  %v = load <64 x float>, ptr addrspace(2) null
  %l = extractelement <64 x float> %v, i32 3
  store float %l, ptr addrspace(1) null
  ret void
}
