; What kernels cannot be passed.
;
; RUN: rm -f %t
; RUN: not %tpc-llc -O0 -filetype=obj -o %t %s 2>&1 | FileCheck %s
; RUN: not ls %t
; CHECK: error: unsupported: a kernel parameter of type ptr; scalars of 32 bits
; CHECK: error: unsupported: a kernel parameter of type <64 x float>;

define void @main(ptr %p, <64 x float> %v, i32 %b) {
  %a = add i32 %b, 1
  ret void
}
