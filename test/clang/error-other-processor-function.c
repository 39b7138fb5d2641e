// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An intrinsic of another processor: the error names the processors that have
// it, once, and nothing else is said of its value.
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s \
// RUN:   --implicit-check-not=error: --implicit-check-not=warning:
// RUN: not %tpc-clang -march=gaudi -x c++ -c %s -o %t.o 2>&1 | FileCheck %s \
// RUN:   --implicit-check-not=error: --implicit-check-not=warning:
// RUN: not ls %t.o
void main(tensor a) {
  int256 sum = {0};
  // CHECK: :[[#@LINE+1]]:9: error: 'v_i8_mac_b' does not exist on gaudi; it belongs to goya and gaudi2
  sum = v_i8_mac_b((char256)1, (char256)2, sum);
  // CHECK: :[[#@LINE+1]]:16: error: 'v_f32_lookup_c1c2' does not exist on gaudi; it belongs to goya
  float128 c = v_f32_lookup_c1c2((uint64)0, 1, 0, c);
  // CHECK: :[[#@LINE+1]]:3: error: 'set_lut_32' does not exist on gaudi; it belongs to gaudi2
  set_lut_32(0, 4);
  sum = v_i8_mac_b((char256)1, (char256)2, sum);
}
