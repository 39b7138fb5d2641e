; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
; A variable that is not defined is the only error.
; RUN: not %tpc-llc %s -o %t.s 2>&1 | FileCheck %s --implicit-check-not=error: \
; RUN:   --implicit-check-not='annot select'
; RUN: not ls %t.s
; CHECK: error: variable 'elsewhere': not defined in this kernel
@elsewhere = external addrspace(1) global i32
define void @main() {
  %x = load i32, ptr addrspace(1) @elsewhere
  store i32 %x, ptr addrspace(1) null
  ret void
}
