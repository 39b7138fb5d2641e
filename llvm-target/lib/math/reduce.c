/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Reductions: every lane of the result holds the sum, product, largest or
 * smallest element of all lanes.
 *
 * In each step a vector meets itself with its halves exchanged: halves of the
 * vector, of the dual groups, of a group (facts 8.4). The order is the same in
 * all lanes, so all of them get the same bits. No tables are needed: the
 * controls of SHUFFLE come from the numbers of the lanes.
 */

#define inline_fn static inline __attribute__((always_inline))

#define ALL_GROUPS                                                             \
  (SW_WR_LOWER_GROUP0 | SW_WR_UPPER_GROUP0 | SW_WR_LOWER_GROUP1 |              \
   SW_WR_UPPER_GROUP1 | SW_WR_LOWER_GROUP2 | SW_WR_UPPER_GROUP2 |              \
   SW_WR_LOWER_GROUP3 | SW_WR_UPPER_GROUP3)
#define SWAP_GROUPS                                                            \
  (SW_GROUP0_EN | SW_GROUP1_EN | SW_DUAL_GROUP0_EN | SW_DUAL_GROUP1_EN |       \
   SW_DUAL_GROUP2_EN | SW_DUAL_GROUP3_EN)

/*
 * The control that leaves each element in its place; exclusive or with a power
 * of 2 exchanges elements at that distance. Only the lowest byte of an
 * element's control counts.
 */
inline_fn uchar256 controls4(void) {
  uint64 lane = V_LANE_ID_32;

  return as_uchar256((lane & 7) | ((lane & 8) << 2) | 0x80);
}

inline_fn uchar256 controls2(void) {
  ushort128 lane = V_LANE_ID_16;

  return as_uchar256((lane & 15) | ((lane & 16) << 1) | 0x80);
}

inline_fn uchar256 controls1(void) { return (V_LANE_ID_8 & 63) | 0x80; }

/* x = OP(x, x with parts exchanged), from the largest parts to the smallest */
#define STEP_DUAL(t, op, x, a, b, c, d)                                        \
  op(x, v_##t##_mov_dual_group_all_b(x, 0xffffffff, a, b, c, d, ALL_GROUPS, x))
#define STEP_GROUP(t, op, x)                                                   \
  op(x, v_##t##_mov_group_b(x, 0xffffffff, SWAP_GROUPS, x))
#define STEP(t, op, x, control) op(x, v_##t##_shuffle_b(x, control, 0, x))

#define GROUPS(t, op, x)                                                       \
  x = STEP_DUAL(t, op, x, 2, 3, 0, 1);                                         \
  x = STEP_DUAL(t, op, x, 1, 0, 3, 2);                                         \
  x = STEP_GROUP(t, op, x)

#define REDUCE4(vector, t, name, op)                                           \
  vector __tpc_v_##t##_reduce_##name(vector x) {                               \
    uchar256 c = controls4();                                                  \
                                                                               \
    GROUPS(t, op, x);                                                          \
    x = STEP(t, op, x, c ^ 4);                                                 \
    x = STEP(t, op, x, c ^ 2);                                                 \
    return STEP(t, op, x, c ^ 1);                                              \
  }

#define REDUCE2(vector, t, name, op)                                           \
  vector __tpc_v_##t##_reduce_##name(vector x) {                               \
    uchar256 c = controls2();                                                  \
                                                                               \
    GROUPS(t, op, x);                                                          \
    x = STEP(t, op, x, c ^ 8);                                                 \
    x = STEP(t, op, x, c ^ 4);                                                 \
    x = STEP(t, op, x, c ^ 2);                                                 \
    return STEP(t, op, x, c ^ 1);                                              \
  }

#define REDUCE1(vector, t, name, op)                                           \
  vector __tpc_v_##t##_reduce_##name(vector x) {                               \
    uchar256 c = controls1();                                                  \
                                                                               \
    GROUPS(t, op, x);                                                          \
    x = STEP(t, op, x, c ^ 16);                                                \
    x = STEP(t, op, x, c ^ 8);                                                 \
    x = STEP(t, op, x, c ^ 4);                                                 \
    x = STEP(t, op, x, c ^ 2);                                                 \
    return STEP(t, op, x, c ^ 1);                                              \
  }

REDUCE4(float64, f32, add, v_f32_add_b)
REDUCE4(float64, f32, mul, v_f32_mul_b)
REDUCE4(float64, f32, max, v_f32_max_b)
REDUCE4(float64, f32, min, v_f32_min_b)
REDUCE4(int64, i32, add, v_i32_add_b)
REDUCE4(int64, i32, max, v_i32_max_b)
REDUCE4(int64, i32, min, v_i32_min_b)
REDUCE4(uint64, u32, add, v_u32_add_b)
REDUCE4(uint64, u32, max, v_u32_max_b)
REDUCE4(uint64, u32, min, v_u32_min_b)
REDUCE2(bfloat128, bf16, max, v_bf16_max_b)
REDUCE2(bfloat128, bf16, min, v_bf16_min_b)
REDUCE2(short128, i16, add, v_i16_add_b)
REDUCE2(short128, i16, max, v_i16_max_b)
REDUCE2(short128, i16, min, v_i16_min_b)
REDUCE2(ushort128, u16, add, v_u16_add_b)
REDUCE2(ushort128, u16, max, v_u16_max_b)
REDUCE2(ushort128, u16, min, v_u16_min_b)
REDUCE1(char256, i8, max, v_i8_max_b)
REDUCE1(char256, i8, min, v_i8_min_b)
REDUCE1(uchar256, u8, max, v_u8_max_b)
REDUCE1(uchar256, u8, min, v_u8_min_b)

/* Sums and products of bf16 are computed in binary32 and rounded once. */
#define REDUCE_WIDE(name, op)                                                  \
  bfloat128 __tpc_v_bf16_reduce_##name(bfloat128 x) {                          \
    float128 w = v_convert_bf16_to_f32_all_b(x);                               \
                                                                               \
    w.v1 = op(w.v1, w.v2);                                                     \
    w.v1 = __tpc_v_f32_reduce_##name(w.v1);                                    \
    w.v2 = w.v1;                                                               \
    return v_convert_f32_to_bf16_all_b(w);                                     \
  }

REDUCE_WIDE(add, v_f32_add_b)
REDUCE_WIDE(mul, v_f32_mul_b)
