; Vectors do not fit scalar memory, and vector memory gives no single numbers.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: <64 x float> in scalar local memory; it holds 32-bit values, keep vectors in address space 2
; CHECK: error: unsupported: a single element out of vector local memory; no instruction reads it: load the whole vector, or keep the array in scalar memory

define void @main() {
  %v = load volatile <64 x float>, ptr addrspace(1) null
  %l = load volatile i32, ptr addrspace(2) null
  ret void
}
