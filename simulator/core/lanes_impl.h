/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * For the lane files only: names of the instruction set being compiled for,
 * and the frames of the loops.
 */
#ifndef TPC_CORE_LANES_IMPL_H
#define TPC_CORE_LANES_IMPL_H

#include "lanes.h"
#include "num.h"

#define LANES_PASTE(a, b)  a##_##b
#define LANES_PASTE2(a, b) LANES_PASTE(a, b)
/* LANES_SET is base or v3, from the build. */
#define LANES_NAME(a) LANES_PASTE2(a, LANES_SET)

/* Element types of C for the integer types. */
typedef int32_t elem_i32;
typedef uint32_t elem_u32;
typedef int16_t elem_i16;
typedef uint16_t elem_u16;
typedef int8_t elem_i8;
typedef uint8_t elem_u8;

#define LANE_ARGS                                           \
	void *const *d_, const void *const *s_, unsigned n, \
		const struct lane_arg *arg

/* One result, one to three sources; EXPR over a, b, c. */
#define LOOP1(name, T, R, EXPR)                    \
	static void name(LANE_ARGS)                \
	{                                          \
		R *restrict d = d_[0];             \
		const T *restrict pa = s_[0];      \
		for (unsigned i = 0; i < n; i++) { \
			T a = pa[i];               \
			d[i] = (R)(EXPR);          \
		}                                  \
	}

#define LOOP2(name, T, R, EXPR)                    \
	static void name(LANE_ARGS)                \
	{                                          \
		R *restrict d = d_[0];             \
		const T *restrict pa = s_[0];      \
		const T *restrict pb = s_[1];      \
		for (unsigned i = 0; i < n; i++) { \
			T a = pa[i];               \
			T b = pb[i];               \
			d[i] = (R)(EXPR);          \
		}                                  \
	}

#define LOOP3(name, T, R, EXPR)                    \
	static void name(LANE_ARGS)                \
	{                                          \
		R *restrict d = d_[0];             \
		const T *restrict pa = s_[0];      \
		const T *restrict pb = s_[1];      \
		const T *restrict pc = s_[2];      \
		for (unsigned i = 0; i < n; i++) { \
			T a = pa[i];               \
			T b = pb[i];               \
			T c = pc[i];               \
			d[i] = (R)(EXPR);          \
		}                                  \
	}

/* Cases of a switch over types, for functions find_<type>() of a file. */
#define FIND_CASES_32(op)            \
	case TPC_TYPE_I32:           \
		return find_i32(op); \
	case TPC_TYPE_U32:           \
		return find_u32(op);
#define FIND_CASES_NARROW(op)        \
	case TPC_TYPE_I16:           \
		return find_i16(op); \
	case TPC_TYPE_U16:           \
		return find_u16(op); \
	case TPC_TYPE_I8:            \
		return find_i8(op);  \
	case TPC_TYPE_U8:            \
		return find_u8(op);

static inline uint32_t lane_random(const struct lane_arg *arg, unsigned i)
{
	return arg->random ? arg->random[i] : 0;
}

/* The families of one set. NULL where they have no such loop. */
lane_fn LANES_NAME(lanes_int)(enum lane_op op, enum tpc_type type);
lane_fn LANES_NAME(lanes_bits)(enum lane_op op, enum tpc_type type);
lane_fn LANES_NAME(lanes_mul)(enum lane_op op, enum tpc_type type);
lane_fn LANES_NAME(lanes_fp)(enum lane_op op, enum tpc_type type, bool round);
lane_fn LANES_NAME(lanes_cmp)(enum lane_op op, enum tpc_type type);

#endif
