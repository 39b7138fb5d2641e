// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Without a stack there are no arguments whose number is not known.
// RUN: not %tpc-clang -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o
static int sum(int count, ...) {
  __builtin_va_list list;
  int s = 0;
  // CHECK: :[[#@LINE+1]]:3: error: {{.*}}a function cannot have a variable number of arguments, as there is no stack
  __builtin_va_start(list, count);
  while (count--)
    s += __builtin_va_arg(list, int);
  return s;
}
void main(tensor a, int n) {
  v_i32_st_tnsr((int5){0}, a, (int64)sum(2, n, 3));
}
