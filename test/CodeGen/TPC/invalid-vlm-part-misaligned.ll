; A vector that fills half a register and does not lie at a multiple of it.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O2 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a value of type <64 x i16>

define void @main(i32 %n) {
  %p = inttoptr i32 %n to ptr addrspace(2)
  %v = load <64 x i16>, ptr addrspace(2) %p, align 64
  store <64 x i16> %v, ptr addrspace(2) null
  ret void
}
