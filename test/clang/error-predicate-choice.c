// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Clang has no choice between vectors of bool by a scalar; a note says what to
// write.
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s

void main(tensor in, int a) {
  bool256 p = 0, q = 1, r;
  // CHECK: :[[#@LINE+2]]:13: error: invalid operands
  // CHECK: note: write '(bool256)(condition) ? p : q' for a choice between predicates
  r = a > 3 ? p : q;
  // CHECK: :[[#@LINE+2]]:13: error: invalid operands
  // CHECK: note: write '(bool256)(condition) ? p : q'
  r = a > 3 ? p : 0;
  // CHECK: :[[#@LINE+2]]:9: error: invalid operands
  // CHECK-NOT: note: write
  r = p + q;
}
