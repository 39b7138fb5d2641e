// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Clang has no letter for the fifth coordinate; a note says what to write.
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s

void main(tensor in) {
  int5 at = {0};
  // CHECK: :[[#@LINE+2]]:5: error: illegal vector component name 'q'
  // CHECK: note: the fifth coordinate is '[4]' or '.s4', with others '.s01234'
  at.q = 3;
  // CHECK: :[[#@LINE+2]]:5: error: illegal vector component name
  // CHECK: note: the fifth coordinate is
  at.xyzwq = 1;
  // CHECK: :[[#@LINE+2]]:5: error: illegal vector component name
  // CHECK-NOT: note: the fifth
  at.k = 1;
}
