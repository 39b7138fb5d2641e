// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A type of another processor is an error by name, too.
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s \
// RUN:   --implicit-check-not=error: --implicit-check-not=warning:
// CHECK: :[[#@LINE+1]]:16: error: 'half128' does not exist on gaudi; it belongs to gaudi2
static float f(half128 x) { return 0; }
void main(tensor a) {
  half128 h = 0;
  // CHECK: :[[#@LINE+1]]:3: error: 'minifloat256' does not exist on gaudi; it belongs to gaudi2
  minifloat256 m;
}
