// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[j, i] = x[i, j]. Blocks of 64 * 64 elements are turned in vector local
// memory: for each bit of the lane numbers, pairs of rows that differ in this
// bit swap the halves of their lanes that differ in it. Index space: blocks
// along both dimensions of x.

#include "lanes.h"

int64 block[64];

static void swap_halves(const int bit) {
  bool64 upper = lane_bit(bit);
  for (int pair = 0; pair < 32; pair++) {
    // The pair's number with a 0 put in at the bit's place.
    const int low = pair & (bit - 1);
    const int k = (pair - low) * 2 + low;
    int64 a = block[k], b = block[k + bit];
    block[k] = v_i32_mov_vb(lanes_across(b, bit), 0, a, upper);
    block[k + bit] = v_i32_mov_vb(lanes_across(a, bit), 0, b, upper, 1);
  }
}

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();

  for (int j = first[1] * 64; j < end[1] * 64; j += 64) {
    for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
      int5 from = {i, j}, to = {j, i};
      for (int k = 0; k < 64; k++) {
        from[1] = j + k;
        block[k] = v_i32_ld_tnsr_b(from, x);
      }
      swap_halves(32);
      swap_halves(16);
      swap_halves(8);
      swap_halves(4);
      swap_halves(2);
      swap_halves(1);
      for (int k = 0; k < 64; k++) {
        to[1] = i + k;
        v_i32_st_tnsr(to, y, block[k]);
      }
    }
  }
}
