; Vectors do not fit scalar memory, scalars not vector memory.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: <64 x float> in scalar local memory; it holds 32-bit values, keep vectors in address space 2
; CHECK: error: unsupported: i32 in vector local memory; it holds whole vectors

define void @main() {
  %v = load <64 x float>, ptr addrspace(1) null
  %l = load i32, ptr addrspace(2) null
  ret void
}
