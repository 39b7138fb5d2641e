// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Coordinates: literals, elements, sums, as parameters.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64, 3, 2] in = random(1, -1000, 1000)
//@tensor y i32[64, 3, 2] out
//@index_space 1, 3, 2
//@expect y[i, j, k] = x[i, 2 - j, 1 - k]

static int5 mirror(int5 at) {
  int5 last = {0, 2, 1};
  int5 r = last - at;
  r[0] = at[0];
  return r;
}

void main(tensor in, tensor out) {
  int5 first = get_index_space_offset();
  int5 end = first + get_index_space_size();
  for (int k = first[2]; k < end[2]; k++)
    for (int j = first[1]; j < end[1]; j++) {
      int5 at = {0, j, k};
      v_i32_st_tnsr(at, out, v_i32_ld_tnsr_b(mirror(at), in));
    }
}
