; -O0: one operation a bundle, and empty bundles by the latencies of the records:
; 4 from the SPU to itself, 7 to the data of a store.
;
; RUN: %tpc-llc -verify %s | FileCheck %s
; CHECK:         add.i32 S[[A:[0-9]+]], S0, 0x1
; CHECK-COUNT-3: nop; nop; nop; nop
; CHECK-NEXT:    mul.i32 S[[B:[0-9]+]], S[[A]], S[[A]]
; CHECK-COUNT-6: nop; nop; nop; nop
; CHECK-NEXT:    st_l 0x0, S[[B]]

define void @main(i32 %a) {
  %b = add i32 %a, 1
  %c = mul i32 %b, %b
  store i32 %c, ptr addrspace(1) null
  ret void
}
