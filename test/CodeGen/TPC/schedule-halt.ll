; A kernel ends in HALT in both computing slots and three empty bundles.
;
; RUN: %tpc-llc %s | FileCheck %s
; CHECK:      nop; nop; nop; cache_invalidate
; CHECK-NEXT: nop; nop; nop; cache_flush
; CHECK:      nop; halt; halt; nop
; CHECK-NEXT: nop; nop; nop; nop
; CHECK-NEXT: nop; nop; nop; nop
; CHECK-NEXT: nop; nop; nop; nop
; CHECK-NOT:  nop; nop

define void @main() {
  ret void
}
