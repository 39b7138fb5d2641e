; Two jumps of a block have one empty bundle between them, an unconditional one
; two behind it; every label that is jumped to exists.
;
; RUN: %tpc-llc -verify %s | FileCheck %s
; CHECK:      jmpr .LBB0_2, SP{{[0-9]+}}
; CHECK-NEXT: nop; nop; nop; nop
; CHECK-NEXT: nop; jmpr .LBB0_1; nop; nop
; CHECK-NEXT: nop; nop; nop; nop
; CHECK-NEXT: nop; nop; nop; nop
; CHECK:      .LBB0_1:
; CHECK:      .LBB0_2:

define void @main(i32 %a) {
  %c = icmp eq i32 %a, 0
  br i1 %c, label %one, label %two
two:
  store i32 2, ptr addrspace(1) null
  ret void
one:
  store i32 1, ptr addrspace(1) null
  ret void
}
