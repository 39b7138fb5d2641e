; Types without registers.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a value of type double; the widest floating-point type is float
; CHECK: error: unsupported: a value of type <100 x i32>; registers hold
; CHECK: error: unsupported: a value of type i256; registers hold

define void @main(float %a, i32 %b) {
  %d = fpext float %a to double
  %f = insertelement <100 x i32> zeroinitializer, i32 %b, i32 0
  %e = sext i32 %b to i256
  store volatile double %d, ptr addrspace(1) null
  store volatile <100 x i32> %f, ptr addrspace(2) null
  store volatile i256 %e, ptr addrspace(2) null
  ret void
}
