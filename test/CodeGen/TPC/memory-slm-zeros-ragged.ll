; A variable of zeros that ends within a word: that word is stored, too.
;
; RUN: %tpc-llc -O1 %s -o - | FileCheck %s
; CHECK: {{^}}main:
; CHECK-DAG: st_l 0x0, S0
; CHECK-DAG: st_l 0x4, S0
; CHECK-NOT: st_l
; CHECK: halt

@bytes = internal addrspace(1) global [5 x i8] zeroinitializer

define void @main() {
  %last = getelementptr i8, ptr addrspace(1) @bytes, i32 4
  %v = load volatile i8, ptr addrspace(1) %last
  ret void
}
