// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sorts every row of x, at most 64 elements wide, in ascending order: a bitonic
// network inside one vector register. Index space: rows.

#include "lanes.h"

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(x, 0);

  for (int row = first[0]; row < end[0]; row++) {
    int5 at = {0, row};
    // Lanes behind the end sort to the end.
    bool64 inside = v_u32_cmp_less_b(V_LANE_ID_32, (unsigned)width);
    int64 v = v_i32_mov_vb(v_i32_ld_tnsr_b(at, x), 0, 0x7fffffff, inside);
#pragma unroll
    for (int size = 2; size <= 64; size *= 2) {
#pragma unroll
      for (int distance = size / 2; distance > 0; distance /= 2) {
        int64 other = lanes_across(v, distance);
        // The lower lane of a pair keeps the smaller element where the
        // sequence of length `size` ascends, the upper one where it descends.
        bool64 largest = v_i1_xor_b(lane_bit(distance), lane_bit(size));
        int64 small = v_i32_min_b(v, other);
        v = v_i32_max_vb(v, other, 0, small, largest);
      }
    }
    v_i32_st_tnsr(at, y, v);
  }
}
