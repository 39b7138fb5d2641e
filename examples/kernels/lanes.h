// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exchanging lanes of a vector of 32-bit elements.
#ifndef LANES_H
#define LANES_H

// Lane k of the result is lane k ^ distance of v; distance is 1, 2, 4, 8, 16 or
// 32. A vector is four dual groups of 16 elements, each two groups of 8.
static int64 lanes_across(int64 v, const int distance) {
  if (distance == 32)
    return v_i32_mov_dual_group_all_b(v, 0xffffffff, 2, 3, 0, 1,
                                      MkWrA(3, 3, 3, 3), v);
  if (distance == 16)
    return v_i32_mov_dual_group_all_b(v, 0xffffffff, 1, 0, 3, 2,
                                      MkWrA(3, 3, 3, 3), v);
  // Within a dual group: bits 2:0 choose the element, bit 5 the group, bit 7
  // says that the lane is written.
  uint64 from = V_LANE_ID_32 ^ (unsigned)distance;
  uint64 control = (from & 7) | ((from & 8) << 2) | 0x80;
  return v_i32_shuffle_b(v, as_uchar256(control), 0, v);
}

// Whether a bit of the lane's number is set.
static bool64 lane_bit(const int bit) {
  return v_u32_cmp_neq_b(V_LANE_ID_32 & (unsigned)bit, 0);
}

#endif
