// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lanes outside of a tensor read padding and write nothing.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[150] in pad 3 = random(1, -4, 4)
//@tensor y f32[150] out
//@index_space 3
//@expect y[i] = x[i] - (x[i + 1] else 3)

void main(tensor in, tensor out) {
  int5 first = get_index_space_offset();
  int5 end = first + get_index_space_size();
  for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
    int5 at = {i}, next = {i + 1};
    v_f32_st_tnsr(at, out,
                  v_f32_ld_tnsr_b(at, in) - v_f32_ld_tnsr_b(next, in));
  }
}
