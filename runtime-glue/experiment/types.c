/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: element types, their names, ranges and bit patterns. */
#include <errno.h>
#include <string.h>

#include "internal.h"

static const struct {
	const char *name;
	unsigned size;
	bool real;
	int64_t min, max;
} types[TPC_EXPERIMENT_NUM_TYPES] = {
	[TPC_EXPERIMENT_F32] = {"f32", 4, true, 0, 0},
	[TPC_EXPERIMENT_BF16] = {"bf16", 2, true, 0, 0},
	[TPC_EXPERIMENT_I32] = {"i32", 4, false, INT32_MIN, INT32_MAX},
	[TPC_EXPERIMENT_U32] = {"u32", 4, false, 0, UINT32_MAX},
	[TPC_EXPERIMENT_I16] = {"i16", 2, false, INT16_MIN, INT16_MAX},
	[TPC_EXPERIMENT_U16] = {"u16", 2, false, 0, UINT16_MAX},
	[TPC_EXPERIMENT_I8] = {"i8", 1, false, INT8_MIN, INT8_MAX},
	[TPC_EXPERIMENT_U8] = {"u8", 1, false, 0, UINT8_MAX},
};

const char *tpc_experiment_type_name(enum tpc_experiment_type type)
{
	return type < TPC_EXPERIMENT_NUM_TYPES ? types[type].name : "?";
}

unsigned tpc_experiment_type_size(enum tpc_experiment_type type)
{
	return type < TPC_EXPERIMENT_NUM_TYPES ? types[type].size : 0;
}

int tpc_experiment_type_by_name(const char *name)
{
	for (int i = 0; i < TPC_EXPERIMENT_NUM_TYPES; i++)
		if (!strcmp(types[i].name, name))
			return i;
	return -ENOENT;
}

bool exp_type_is_real(enum tpc_experiment_type type)
{
	return types[type].real;
}

int64_t exp_type_min(enum tpc_experiment_type type)
{
	return types[type].min;
}

int64_t exp_type_max(enum tpc_experiment_type type)
{
	return types[type].max;
}

int64_t exp_type_wrap(enum tpc_experiment_type type, int64_t v)
{
	switch (type) {
	case TPC_EXPERIMENT_I32:
		return (int32_t)v;
	case TPC_EXPERIMENT_U32:
		return (uint32_t)v;
	case TPC_EXPERIMENT_I16:
		return (int16_t)v;
	case TPC_EXPERIMENT_U16:
		return (uint16_t)v;
	case TPC_EXPERIMENT_I8:
		return (int8_t)v;
	case TPC_EXPERIMENT_U8:
		return (uint8_t)v;
	default:
		return v;
	}
}

int64_t exp_type_saturate(enum tpc_experiment_type type, int64_t v)
{
	if (v < types[type].min)
		return types[type].min;
	return v > types[type].max ? types[type].max : v;
}

/*
 * A double to the 8-bit exponent formats, nearest even, from the double's own
 * bits: going through float first would round twice for bf16.
 */
static uint32_t round_bits(double v, unsigned mantissa)
{
	uint64_t bits, sign, frac, half, rest;
	uint32_t out;
	int exponent;
	unsigned drop;

	memcpy(&bits, &v, sizeof(bits));
	sign = bits >> 63 << (mantissa + 8);
	exponent = (int)(bits >> 52 & 0x7ff) - 1023;
	frac = bits & ((1ull << 52) - 1);
	if (exponent == 1024) /* infinity or NaN */
		return sign | 0xffu << mantissa |
		       (frac ? 1u << (mantissa - 1) : 0);
	if (exponent > 127)
		return sign | 0xffu << mantissa;
	drop = 52 - mantissa;
	frac |= 1ull << 52;
	if (exponent < -126) { /* subnormal in the format */
		if (exponent < -126 - (int)mantissa - 1)
			return sign;
		drop += -126 - exponent;
		out = 0;
	} else {
		frac &= (1ull << 52) - 1;
		out = (uint32_t)(exponent + 127) << mantissa;
	}
	half = 1ull << (drop - 1);
	rest = frac & ((1ull << drop) - 1);
	out += frac >> drop;
	if (rest > half || (rest == half && (out & 1)))
		out++; /* a carry runs into the exponent, as it should */
	return sign | out;
}

uint32_t exp_real_bits(enum tpc_experiment_type type, double v)
{
	return round_bits(v, type == TPC_EXPERIMENT_BF16 ? 7 : 23);
}

double exp_bits_real(enum tpc_experiment_type type, uint32_t bits)
{
	float f;

	if (type == TPC_EXPERIMENT_BF16)
		bits <<= 16;
	memcpy(&f, &bits, sizeof(f));
	return f;
}

double exp_round_f32(double v)
{
	return exp_bits_real(TPC_EXPERIMENT_F32,
			     exp_real_bits(TPC_EXPERIMENT_F32, v));
}

double exp_round_bf16(double v)
{
	return exp_bits_real(TPC_EXPERIMENT_BF16,
			     exp_real_bits(TPC_EXPERIMENT_BF16, v));
}

/* Tensor memory is little-endian whatever the host is. */
static uint32_t load_bits(const void *p, uint64_t index, unsigned size)
{
	const uint8_t *b = (const uint8_t *)p + index * size;
	uint32_t bits = 0;

	for (unsigned i = 0; i < size; i++)
		bits |= (uint32_t)b[i] << 8 * i;
	return bits;
}

static void store_bits(void *p, uint64_t index, unsigned size, uint32_t bits)
{
	uint8_t *b = (uint8_t *)p + index * size;

	for (unsigned i = 0; i < size; i++)
		b[i] = bits >> 8 * i;
}

int64_t exp_load_int(enum tpc_experiment_type type, const void *p,
		     uint64_t index)
{
	return exp_type_wrap(type, load_bits(p, index, types[type].size));
}

double exp_load_real(enum tpc_experiment_type type, const void *p,
		     uint64_t index)
{
	return exp_bits_real(type, load_bits(p, index, types[type].size));
}

void exp_store_int(enum tpc_experiment_type type, void *p, uint64_t index,
		   int64_t v)
{
	store_bits(p, index, types[type].size, (uint32_t)v);
}

void exp_store_real(enum tpc_experiment_type type, void *p, uint64_t index,
		    double v)
{
	store_bits(p, index, types[type].size, exp_real_bits(type, v));
}

/* Bit patterns as numbers that grow with the value, -0 and +0 both 0. */
static int64_t ordered(enum tpc_experiment_type type, uint32_t bits)
{
	uint32_t sign = type == TPC_EXPERIMENT_BF16 ? 0x8000u : 0x80000000u;
	int64_t magnitude = bits & (sign - 1);

	return bits & sign ? -magnitude : magnitude;
}

uint64_t exp_ulp_distance(enum tpc_experiment_type type, uint32_t a, uint32_t b)
{
	int64_t d = ordered(type, a) - ordered(type, b);

	return d < 0 ? -d : d;
}
