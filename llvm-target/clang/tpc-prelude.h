// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What TPC-C declares before the first line of every kernel: types, switches,
// small helpers. The intrinsics are not here: tpc-clang declares each one when
// it is first named, from the table of TPCIntrinsics.td.
#define __local__
#define __global__ __attribute__((address_space(3)))
#define __global __attribute__((address_space(3)))
#define __local

typedef __bf16 bf16;
typedef __bf16 bfloat;
typedef __bf16 _BFloat16;
typedef __global void *gptr;
typedef const __global void *cgptr;

// Number of a tensor descriptor; parameters of this type have no register.
typedef int tensor;

#define __tpc_vector(T, N) T __attribute__((ext_vector_type(N)))
typedef __tpc_vector(float, 64) float64;
typedef __tpc_vector(int, 64) int64;
typedef __tpc_vector(unsigned int, 64) uint64;
typedef __tpc_vector(__bf16, 128) bfloat128;
typedef __tpc_vector(short, 128) short128;
typedef __tpc_vector(unsigned short, 128) ushort128;
typedef __tpc_vector(signed char, 256) char256;
typedef __tpc_vector(unsigned char, 256) uchar256;
typedef __tpc_vector(int, 5) int5;
// One bit a byte lane, whatever the element's width.
typedef __tpc_vector(bool, 256) __attribute__((aligned(256))) bool256;
typedef bool256 bool128;
typedef bool256 bool64;

// Two and four vector registers.
#define __tpc_pair(A, B)                                                       \
  typedef struct _##A##_##B##_pair_t {                                         \
    A v1;                                                                      \
    B v2;                                                                      \
  } A##_##B##_pair_t, A##_##B
#define __tpc_double(A, W)                                                     \
  typedef struct _##A##_pair_t {                                               \
    A v1;                                                                      \
    A v2;                                                                      \
  } A##_pair_t, A##_##A##_pair_t, W
#define __tpc_quad(A, W)                                                       \
  typedef struct _##W {                                                        \
    A v1;                                                                      \
    A v2;                                                                      \
    A v3;                                                                      \
    A v4;                                                                      \
  } W
__tpc_double(float64, float128);
__tpc_double(int64, int128);
__tpc_double(uint64, uint128);
__tpc_double(bfloat128, bfloat256);
__tpc_double(short128, short256);
__tpc_double(ushort128, ushort256);
__tpc_double(char256, char512);
__tpc_double(uchar256, uchar512);
__tpc_quad(float64, float256);
__tpc_quad(int64, int256);
__tpc_quad(uint64, uint256);
__tpc_pair(float64, int64);
__tpc_pair(float64, uint64);
__tpc_pair(int64, float64);
__tpc_pair(int64, uint64);
__tpc_pair(uint64, float64);
__tpc_pair(uint64, int64);
__tpc_pair(bfloat128, short128);
__tpc_pair(bfloat128, ushort128);
__tpc_pair(short128, bfloat128);
__tpc_pair(short128, ushort128);
__tpc_pair(ushort128, bfloat128);
__tpc_pair(ushort128, short128);
__tpc_pair(char256, uchar256);
__tpc_pair(uchar256, char256);

// `#pragma clang loop machine_unroll_count(N)` of the public compiler unrolls
// after selection; here a loop is unrolled in one place.
#define machine_unroll_count unroll_count

// Two scalars.
#define __tpc_scalar_pair(T, N)                                                \
  typedef struct _##N {                                                        \
    T v1;                                                                      \
    T v2;                                                                      \
  } N
__tpc_scalar_pair(unsigned int, uint32_t_pair_t);
__tpc_scalar_pair(unsigned short, uint16_t_pair_t);
__tpc_scalar_pair(unsigned char, uint8_t_pair_t);
__tpc_scalar_pair(int, int32_t_pair_t);

// All predicates are one type; the casts are for sources that make them.
#define to_bool64(x) ((bool64)(x))
#define to_bool128(x) ((bool128)(x))
#define from_bool64(x) ((bool256)(x))
#define from_bool128(x) ((bool256)(x))

// The bits of a value as another type of the same size. The comma makes a value
// of it first: Clang fails at the bits of a function's name.
#define __tpc_bits(T, x) __builtin_bit_cast(T, ((void)0, (x)))
#define as_char(x) __tpc_bits(signed char, x)
#define as_uchar(x) __tpc_bits(unsigned char, x)
#define as_short(x) __tpc_bits(short, x)
#define as_ushort(x) __tpc_bits(unsigned short, x)
#define as_int(x) __tpc_bits(int, x)
#define as_uint(x) __tpc_bits(unsigned int, x)
#define as_float(x) __tpc_bits(float, x)
#define as_bf16(x) __tpc_bits(bf16, x)
#define as_bfloat(x) __tpc_bits(bf16, x)
#define as_char256(x) __tpc_bits(char256, x)
#define as_uchar256(x) __tpc_bits(uchar256, x)
#define as_short128(x) __tpc_bits(short128, x)
#define as_ushort128(x) __tpc_bits(ushort128, x)
#define as_int64(x) __tpc_bits(int64, x)
#define as_uint64(x) __tpc_bits(uint64, x)
#define as_float64(x) __tpc_bits(float64, x)
#define as_bfloat128(x) __tpc_bits(bfloat128, x)

//@switches@

// Older names of rounding modes; used as `e_round_down << 16`.
enum {
  e_round_half_ne = 0,
  e_round_zero = 1,
  e_round_up = 2,
  e_round_down = 3,
  e_round_stochastic = 4,
  e_round_default = 5,
};
// Older names of switches; the source shifts them into place.
enum {
  e_no_negation = 0,
  e_with_negation = 1,
  e_no_saturation = 0,
  e_saturation = 1,
  e_group_0 = 0,
  e_group_1 = 1,
  e_every_second_element = 0,
  e_every_forth_element = 1,
  e_lower_half_group = 0,
  e_higher_half_group = 1,
  e_func_variant_default = 0,
  e_func_variant_tanh = 1,
  e_func_variant_sqrt_rsqrt = 2,
  e_func_variant_sin_cos = 3,
};
// Look-up tables (facts 3.4).
enum {
  e_fp32_tanh = 0,
  e_fp32_rsqrt = 1,
  e_fp32_log2 = 2,
  e_fp32_sqrt = 128,
  e_fp32_rcp = 129,
  e_fp32_sin_cos = 130,
  e_fp32_pow2 = 256,
  e_bf16_tanh = 257,
  e_bf16_rsqrt = 384,
  e_bf16_log2 = 385,
  e_bf16_sqrt = 386,
  e_bf16_rcp = 387,
  e_bf16_sin_cos = 388,
  e_bf16_pow2 = 389,
};
// Functions of CALC_FP_SPECIAL.
enum {
  e_fp_recip = 0,
  e_fp_rsqrt = 1,
  e_fp_sqrt = 2,
  e_fp_log = 3,
  e_fp_exp = 4,
  e_fp_tanh = 5,
  e_fp_div = 6,
  e_fp_pow = 7,
};
// Control word of read-modify-write stores: data type (facts 2.8), operation.
enum {
  RMW_DT_INT8 = 0,
  RMW_DT_INT16 = 1,
  RMW_DT_INT32 = 2,
  RMW_DT_UINT8 = 3,
  RMW_DT_UINT16 = 4,
  RMW_DT_UINT32 = 5,
  RMW_DT_BF16 = 6,
  RMW_DT_FP32 = 7,
  RMW_OP_ADD = 0 << 4,
  RMW_OP_SUB = 1 << 4,
  RMW_OP_MIN = 2 << 4,
  RMW_OP_MAX = 3 << 4,
  RMW_OP_MAX_0_ADD = 4 << 4,
  RMW_SET = 1 << 6,
  RMW_TNSR_DT = 1 << 7,
  e_rmw_int8 = 0,
  e_rmw_int16 = 1,
  e_rmw_int32 = 2,
  e_rmw_uint8 = 3,
  e_rmw_uint16 = 4,
  e_rmw_uint32 = 5,
  e_rmw_bf16 = 6,
  e_rmw_fp32 = 7,
  e_rmw_add = 0,
  e_rmw_sub = 1,
  e_rmw_min = 2,
  e_rmw_max = 3,
  e_rmw_atomic = 1,
  e_rmw_set = 1,
  e_tnsr_dt_srf = 0,
  e_tnsr_dt_desc = 1,
};
// Lanes of conversions between elements of different sizes.
enum { SW_LANE_0 = 0, SW_LANE_1 = 1, SW_LANE_2 = 2, SW_LANE_3 = 3 };
#define MkRMW(dt, op, rmw, dl) ((dt) | ((op) << 4) | ((rmw) << 6) | ((dl) << 7))
#define MkWrA(w0, w1, w2, w3)                                                  \
  (((w0) << 16) | ((w1) << 18) | ((w2) << 20) | ((w3) << 22))
#define MkWr(l, u)                                                             \
  (((l) ? SW_WR_LOWER_GROUP : 0) | ((u) ? SW_WR_UPPER_GROUP : 0))

// Control words of MOV_DUAL_GROUP.
#define MdgCtrlSingle(src, dst, lower, upper)                                  \
  ((unsigned)((src) | ((dst) << 2) | ((lower) << 4) | ((upper) << 5)))
#define MdgCtrlAll(src0, src1, src2, src3)                                     \
  ((unsigned)((src0) | ((src1) << 2) | ((src2) << 4) | ((src3) << 6)))
#define UPPER_HALF (1 << 2)

// Versions of the public compiler, whose language this is.
#define VERSION2DEC(a, b, c) (((a) << 16) + ((b) << 8) + (c))
#define __HABANA_TOOL_VERSION VERSION2DEC(0, 13, 0)
#define __TPC_DROP_VERSION VERSION2DEC(47, 0, 0)

// Four steps of a division: v1 of the income is the numerator before step 0
// and the remainder in the end, v2 the quotient (facts 8.2).
#define __tpc_udiv(N, T, BITS, P)                                              \
  static inline __attribute__((overloadable)) P N##_udiv_4step(                \
      T a, unsigned step, int switches, P income, bool predicate,              \
      bool polarity) {                                                         \
    if (predicate != polarity)                                                 \
      for (unsigned bit = BITS - step, n = 0; n < 4; n++) {                    \
        bit--;                                                                 \
        if ((income.v1 >> bit) >= a) {                                         \
          income.v1 -= a << bit;                                               \
          income.v2 |= 1u << bit;                                              \
        }                                                                      \
      }                                                                        \
    return income;                                                             \
  }                                                                            \
  static inline __attribute__((overloadable)) P N##_udiv_4step(                \
      T a, unsigned step, int switches, P income) {                            \
    return N##_udiv_4step(a, step, switches, income, 1, 0);                    \
  }
__tpc_udiv(u32, unsigned int, 32, uint32_t_pair_t)
__tpc_udiv(u16, unsigned short, 16, uint16_t_pair_t)
__tpc_udiv(u8, unsigned char, 8, uint8_t_pair_t)

// Shift, round and narrow whole groups, in the machine's order of elements:
// element i of member vN becomes element K * i + N - 1. assumed: each element
// of the result has its own shift.
#define __tpc_no_linear                                                        \
  __attribute__((diagnose_if(options != 0, "options must be 0", "error")))
#define __tpc_narrow2(D, A, F, V, SHIFT)                                       \
  static inline D V(A a, SHIFT shift, const int options)                       \
      __tpc_no_linear {                                                        \
    uint64 s = as_uint64(shift);                                               \
    D low = F##_b(a.v1, as_char256(s & 0xffff), 0, 0, (D)0);                   \
    return F##_b(a.v2, as_char256(s >> 16), 1, 0, low);                        \
  }
__tpc_narrow2(short128, int128, v_convert_int32_to_i16,
              int_convert_int128_to_short128, short128)
__tpc_narrow2(ushort128, uint128, v_convert_uint32_to_u16,
              uint_convert_uint128_to_ushort128, ushort128)
#define __tpc_narrow4(D, A, F, V, SHIFT)                                       \
  static inline D V(A a, SHIFT shift, const int options)                       \
      __tpc_no_linear {                                                        \
    uint64 s = as_uint64(shift);                                               \
    D r = F##_b(a.v1, as_char256(s & 255), 0, 0, (D)0);                        \
    r = F##_b(a.v2, as_char256((s >> 8) & 255), 1, 0, r);                      \
    r = F##_b(a.v3, as_char256((s >> 16) & 255), 2, 0, r);                     \
    return F##_b(a.v4, as_char256(s >> 24), 3, 0, r);                          \
  }
#define __tpc_narrow2b(D, A, F, V)                                             \
  static inline D V(A a, D shift, const int options) __tpc_no_linear {         \
    ushort128 s = as_ushort128(shift);                                         \
    D low = F##_b(a.v1, as_char256(s & 255), 0, 0, (D)0, 1, 0);                \
    return F##_b(a.v2, as_char256(s >> 8), 1, 0, low, 1, 0);                   \
  }
__tpc_narrow2b(char256, short256, v_convert_int16_to_i8,
               int_convert_short256_to_char256)
__tpc_narrow2b(uchar256, ushort256, v_convert_uint16_to_u8,
               uint_convert_ushort256_to_uchar256)
__tpc_narrow4(char256, int256, v_convert_int32_to_i8,
              int_convert_int256_to_char256, char256)
__tpc_narrow4(uchar256, uint256, v_convert_uint32_to_u8,
              uint_convert_uint256_to_uchar256, uchar256)

// Prints at most one value, into a tensor after the kernel's own. The compiler
// defines __tpc_extern, as predefined macros are not there yet.
__tpc_extern int printf(const char *, ...) __asm__("tpc.printf");

#define V_LANE_ID_32 read_lane_id_4b_b()
#define V_LANE_ID_16 read_lane_id_2b_b()
#define V_LANE_ID_8 read_lane_id_1b_b()
#define LFSR read_lfsr_b()
#define LFSR_NO_CHANGE read_lfsrnc()
#define S_LFSR s_read_lfsr()
#define S_LFSR_NO_CHANGE s_read_lfsrnc()
