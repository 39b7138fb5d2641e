/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Reductions at memory: one element, atomically against other cores.
 *
 * assumed: integers wrap, floating point rounds to nearest even.
 */
#include <string.h>

#include "core_impl.h"

static uint32_t reduce_f32(uint32_t m, uint32_t v, int op)
{
	float a = f32_in(m), b = f32_in(v);

	switch (op) {
	case TPC_RMW_ADD:
		return f32_out(a + b);
	case TPC_RMW_SUB:
		return f32_out(a - b);
	case TPC_RMW_MIN:
		return f32_is_nan(m) || b < a ? f32_result(v) : f32_result(m);
	default:
		return f32_is_nan(m) || b > a ? f32_result(v) : f32_result(m);
	}
}

static uint16_t reduce_bf16(uint16_t m, uint16_t v, int op)
{
	float a = f32_in(bf16_wide(m)), b = f32_in(bf16_wide(v));

	switch (op) {
	case TPC_RMW_ADD:
		return bf16_round(f32_bits(a + b));
	case TPC_RMW_SUB:
		return bf16_round(f32_bits(a - b));
	default:
		return reduce_f32(bf16_wide(m), bf16_wide(v), op) >> 16;
	}
}

static int64_t widen(uint32_t v, unsigned type)
{
	switch (type) {
	case TPC_TYPE_I32:
		return (int32_t)v;
	case TPC_TYPE_I16:
		return (int16_t)v;
	case TPC_TYPE_I8:
		return (int8_t)v;
	default:
		return v;
	}
}

static uint32_t reduce(uint32_t m, uint32_t v, int op, unsigned type)
{
	int64_t a = widen(m, type), b = widen(v, type);

	if (type == TPC_TYPE_F32)
		return reduce_f32(m, v, op);
	if (type == TPC_TYPE_BF16)
		return reduce_bf16(m, v, op);
	switch (op) {
	case TPC_RMW_ADD:
		return (uint32_t)(a + b);
	case TPC_RMW_SUB:
		return (uint32_t)(a - b);
	case TPC_RMW_MIN:
		return (uint32_t)(b < a ? b : a);
	default:
		return (uint32_t)(b > a ? b : a);
	}
}

#define REDUCE(T)                                                    \
	do {                                                         \
		T *m = memory, old, v;                               \
		memcpy(&v, value, sizeof(v));                        \
		old = __atomic_load_n(m, __ATOMIC_RELAXED);          \
		while (!__atomic_compare_exchange_n(                 \
			m, &old, (T)reduce(old, v, op, type), false, \
			__ATOMIC_RELAXED, __ATOMIC_RELAXED))         \
			;                                            \
	} while (0)

bool rmw_element(void *memory, const void *value, int op, unsigned type)
{
	unsigned bytes = tpc_type_bits(type) / 8;

	if (op > TPC_RMW_MAX || (uintptr_t)memory % bytes)
		return false;
	switch (type) {
	case TPC_TYPE_F32:
	case TPC_TYPE_I32:
	case TPC_TYPE_U32:
		REDUCE(uint32_t);
		return true;
	case TPC_TYPE_BF16:
	case TPC_TYPE_I16:
	case TPC_TYPE_U16:
		REDUCE(uint16_t);
		return true;
	case TPC_TYPE_I8:
	case TPC_TYPE_U8:
		REDUCE(uint8_t);
		return true;
	default:
		return false;
	}
}
