; Types without registers.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a value of type double; registers hold
; CHECK: error: unsupported: a value of type i64; registers hold
; CHECK: error: unsupported: a value of type <4 x i32>; registers hold

define void @main(float %a, i32 %b) {
  %d = fpext float %a to double
  %e = sext i32 %b to i64
  %f = insertelement <4 x i32> undef, i32 %b, i32 0
  ret void
}
