// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The bits of a function's name are an error, and those of a constant a constant.
// RUN: not %tpc-clang -O2 -c %s -o %t.o -Wall 2>&1 | FileCheck %s --implicit-check-not=warning:
static const int64 one = as_int64((float64)1.0f);
void main(tensor a) {
  // CHECK: error: reference to overloaded function could not be resolved; did you mean to call it?
  v_i32_st_tnsr((int5){0}, a, one + as_int64(v_i8_mov_vb));
}
