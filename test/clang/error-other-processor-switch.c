// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Switches of other processors by their name.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o
void main(tensor in, tensor out) {
  int5 at = {0};
  // CHECK: [[#@LINE+1]]:39: error: 'SW_UNPACK' does not exist on gaudi; it belongs to gaudi2
  uchar256 x = v_u8_ld_tnsr_b(at, in, SW_UNPACK);
  // CHECK: [[#@LINE+1]]:44: error: 'SW_BV8_2' does not exist on gaudi; it belongs to goya
  float64 y = v_f32_lookup((uint64){0}, 0, SW_BV8_2, 0);
  v_u8_st_tnsr(at, out, x);
  v_f32_st_tnsr(at, out, y);
}
