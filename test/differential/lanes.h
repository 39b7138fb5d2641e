/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Vector operations on the host, for the evaluation of generated programs: a
 * loop over the lanes each, in plain C. Nothing is shared with the simulator.
 *
 * bf16 lanes are floats that hold bf16 values. A predicate has one byte, 0 or
 * 1, for each byte lane, as the machine has one bit.
 */
#ifndef DIFFERENTIAL_LANES_H
#define DIFFERENTIAL_LANES_H

#include <stdbool.h>
#include <stdint.h>

/* type, lanes, C type of a lane, bits of an element */
#define INT_TYPES(X)              \
	X(i32, 64, int32_t, 32)   \
	X(u32, 64, uint32_t, 32)  \
	X(i16, 128, int16_t, 16)  \
	X(u16, 128, uint16_t, 16) \
	X(i8, 256, int8_t, 8)     \
	X(u8, 256, uint8_t, 8)
#define FLOAT_TYPES(X)        \
	X(f32, 64, float, 32) \
	X(bf16, 128, float, 16)
#define ALL_TYPES(X) FLOAT_TYPES(X) INT_TYPES(X)

#define DECLARE_VECTOR(T, N, C, W) \
	typedef struct {           \
		C e[N];            \
	} h_##T;
ALL_TYPES(DECLARE_VECTOR)

typedef struct {
	uint8_t e[256];
} h_bool;

#define DECLARE_PAIR(T, N, C, W)      \
	typedef struct {              \
		h_##T v1, v2;         \
	} h_##T##_x2;                 \
	typedef struct {              \
		h_##T v1, v2, v3, v4; \
	} h_##T##_x4;
ALL_TYPES(DECLARE_PAIR)

typedef struct {
	int32_t e[5];
} h_int5;

#define DECLARE_ALL(T, N, C, W)                                     \
	h_##T add_##T(h_##T a, h_##T b);                            \
	h_##T sub_##T(h_##T a, h_##T b);                            \
	h_##T min_##T(h_##T a, h_##T b);                            \
	h_##T max_##T(h_##T a, h_##T b);                            \
	h_##T mul_##T(h_##T a, h_##T b);                            \
	h_##T all_##T(C a);                                         \
	h_bool cmp_eq_##T(h_##T a, h_##T b);                        \
	h_bool cmp_neq_##T(h_##T a, h_##T b);                       \
	h_bool cmp_less_##T(h_##T a, h_##T b);                      \
	h_bool cmp_leq_##T(h_##T a, h_##T b);                       \
	h_bool cmp_grt_##T(h_##T a, h_##T b);                       \
	h_bool cmp_geq_##T(h_##T a, h_##T b);                       \
	/* a where the predicate is not the polarity, else b */     \
	h_##T merge_##T(h_##T a, h_##T b, h_bool p, bool polarity); \
	h_##T load_##T(h_int5 at);                                  \
	void store_##T(h_int5 at, h_##T v);                         \
	void put_##T(h_int5 at, C v);
ALL_TYPES(DECLARE_ALL)

#define DECLARE_INT(T, N, C, W)                                         \
	h_##T add_sat_##T(h_##T a, h_##T b);                            \
	h_##T sub_sat_##T(h_##T a, h_##T b);                            \
	h_##T and_##T(h_##T a, h_##T b);                                \
	h_##T or_##T(h_##T a, h_##T b);                                 \
	h_##T xor_##T(h_##T a, h_##T b);                                \
	h_##T not_##T(h_##T a);                                         \
	h_##T neg_##T(h_##T a);                                         \
	h_##T abs_##T(h_##T a);                                         \
	h_##T shl_##T(h_##T a, h_##T b);                                \
	h_##T shr_##T(h_##T a, h_##T b); /* logical */                  \
	h_##T sra_##T(h_##T a, h_##T b); /* as C: by the type's sign */ \
	h_##T div_##T(h_##T a, h_##T b);                                \
	h_##T rem_##T(h_##T a, h_##T b);
INT_TYPES(DECLARE_INT)

#define DECLARE_FLOAT(T, N, C, W)                                   \
	h_##T mac_##T(h_##T a, h_##T b, h_##T c); /* rounds once */ \
	h_##T neg_##T(h_##T a);                                     \
	h_##T abs_##T(h_##T a);
FLOAT_TYPES(DECLARE_FLOAT)

float to_bf16(float x);

/* Rounding as the switches: 0 to nearest even, 1 to zero, 2 up, 3 down. */
int32_t round_f32(float x, int mode);
h_i32 cvt_f32_i32(h_f32 a, int mode);
h_f32 cvt_i32_f32(h_i32 a);
h_i16 cvt_bf16_i16(h_bf16 a, int mode);
h_bf16 cvt_i16_bf16(h_i16 a);

/* Interleaved: element R*j + k is lane j of register k. */
h_f32_x2 widen_bf16(h_bf16 a);
h_bf16 narrow_f32(h_f32_x2 a);
h_f32_x2 mac_acc32_bf16(h_bf16 a, h_bf16 b, h_f32_x2 c);
h_i32_x2 mac_i16(h_i16 a, h_i16 b, h_i32_x2 c);
h_u32_x2 mac_u16(h_u16 a, h_u16 b, h_u32_x2 c);
h_i32_x4 mac_i8(h_i8 a, h_i8 b, h_i32_x4 c);
h_u32_x4 mac_u8(h_u8 a, h_u8 b, h_u32_x4 c);

/* In order: element k of the registers is element k. */
h_f32_x2 linear_bf16_f32(h_bf16 a);
h_bf16 linear_f32_bf16(h_f32_x2 a);
h_i32_x2 linear_i16_i32(h_i16 a);
h_i16 linear_i32_i16(h_i32_x2 a); /* lanes must fit */
h_i32_x4 linear_i8_i32(h_i8 a);
h_i8 linear_i32_i8(h_i32_x4 a); /* lanes must fit */

h_u32 lane_id_u32(void);
h_u16 lane_id_u16(void);
h_u8 lane_id_u8(void);

h_bool bool_and(h_bool a, h_bool b);
h_bool bool_or(h_bool a, h_bool b);
h_bool bool_xor(h_bool a, h_bool b);
h_bool bool_not(h_bool a);
h_bool bool_merge(h_bool a, h_bool b, h_bool p, bool polarity);

h_int5 int5_add(h_int5 a, h_int5 b, unsigned mask, h_int5 old);
h_int5 int5_sub(h_int5 a, h_int5 b, unsigned mask, h_int5 old);
h_int5 int5_mul(h_int5 a, h_int5 b, unsigned mask, h_int5 old);
h_int5 int5_min(h_int5 a, h_int5 b, unsigned mask, h_int5 old);
h_int5 int5_max(h_int5 a, h_int5 b, unsigned mask, h_int5 old);
h_int5 int5_set(int32_t value, h_int5 old, unsigned mask);

int32_t sat_i32(int64_t x);
uint32_t sat_u32(int64_t x);

/* Tensors of all types: inputs, results. Filled and compared by the runner. */
enum { IN_ROWS = 8 };
struct host_tensors {
	void *in[8], *out[8]; /* in the order of ALL_TYPES */
	unsigned out_rows;
};
extern struct host_tensors host_tensors;

/* The programs of a generated file. */
struct host_arguments {
	int32_t a[4];
	float f[2];
};
void host_programs(const struct host_arguments *arguments);

#endif
