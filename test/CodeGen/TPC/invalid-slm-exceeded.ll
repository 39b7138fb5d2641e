; More variables than scalar memory.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: scalar local memory exceeded: 1200 bytes are needed for variables and saved registers, 1024 exist

@a = internal addrspace(1) global [300 x i32] undef
define void @main(i32 %x) {
  store i32 %x, ptr addrspace(1) @a
  ret void
}
