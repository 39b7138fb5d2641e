; Predicates of more lanes than a register has are no values.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a value of type <512 x i1>; registers hold

define void @main() {
  %v = load volatile <256 x i1>, ptr addrspace(2) null
  %s = shufflevector <256 x i1> %v, <256 x i1> poison, <512 x i32> zeroinitializer
  %p = extractelement <512 x i1> %s, i32 300
  %w = zext i1 %p to i32
  store volatile i32 %w, ptr addrspace(1) null
  ret void
}
