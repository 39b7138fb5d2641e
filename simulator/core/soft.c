/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Arithmetic in any rounding mode, on integers only. The lane loops use it
 * where the host's nearest-even arithmetic does not give the device's bits.
 */
#include "num.h"

typedef unsigned __int128 u128;

static unsigned top_bit(u128 v)
{
	uint64_t hi = v >> 64;

	return hi ? 127 - __builtin_clzll(hi) : 63 - __builtin_clzll(v);
}

/*
 * Whether a magnitude is rounded away from zero. @kept: the kept bits are odd;
 * @rest: the cut bits, left-aligned in 32 bits; @sticky: more below them.
 *
 * assumed: stochastic rounding adds a random word to the 32 bits below the
 * cut and carries out of them.
 */
static bool round_away(bool sign, bool odd, uint32_t rest, bool sticky,
		       unsigned rm, uint32_t random)
{
	switch (rm) {
	case TPC_ROUND_RZ:
		return false;
	case TPC_ROUND_RU:
		return !sign && (rest || sticky);
	case TPC_ROUND_RD:
		return sign && (rest || sticky);
	case TPC_ROUND_SR:
		return (uint64_t)rest + random > UINT32_MAX;
	case TPC_ROUND_RHAZ:
		return rest >= 0x80000000u;
	default:
		return rest > 0x80000000u ||
		       (rest == 0x80000000u && (sticky || odd));
	}
}

/* Cuts @v to multiples of 2^@cut (cut >= 0), rounded, as v >> cut. */
static u128 cut_bits(u128 v, unsigned cut, bool sign, bool sticky, unsigned rm,
		     uint32_t random)
{
	u128 kept, below;
	uint32_t rest;

	if (!cut)
		return v + round_away(sign, v & 1, 0, sticky, rm, random);
	if (cut > 127) {
		/* everything lies far below the lowest kept bit */
		return round_away(sign, false, 0, sticky || v, rm, random);
	}
	kept = v >> cut;
	below = v << (128 - cut);
	rest = below >> 96;
	sticky |= (below << 32) != 0;
	return kept + round_away(sign, kept & 1, rest, sticky, rm, random);
}

static uint32_t pack_inf(bool sign, unsigned rm)
{
	bool to_max = rm == TPC_ROUND_RZ || (rm == TPC_ROUND_RU && sign) ||
		      (rm == TPC_ROUND_RD && !sign);

	return (sign ? F32_SIGN : 0) | (to_max ? F32_EXP - 1 : F32_EXP);
}

/*
 * Rounds to a format with binary32's exponent range and @man mantissa bits.
 * The result is a binary32 pattern whose lower mantissa bits are zero, except
 * that an overflow to the largest number has them set.
 */
static uint32_t pack(const struct soft *s, unsigned man, unsigned rm,
		     uint32_t random)
{
	int top, unit;
	u128 sig;

	if (!s->sig)
		return s->sign ? F32_SIGN : 0;
	top = (int)top_bit(s->sig) + s->exp;
	unit = (top < -126 ? -126 : top) - (int)man;
	if (unit >= s->exp)
		sig = cut_bits(s->sig, unit - s->exp, s->sign, s->sticky, rm,
			       random);
	else
		sig = s->sig << (s->exp - unit);
	if (!sig)
		return s->sign ? F32_SIGN : 0;
	top = (int)top_bit(sig) + unit;
	if (top > 127)
		return pack_inf(s->sign, rm);
	if (top < -126) /* subnormal */
		return s->sign ? F32_SIGN : 0;
	if (top_bit(sig) > 23) /* rounded up to the next power of two */
		sig >>= 1;
	else
		sig <<= 23 - top_bit(sig);
	return (s->sign ? F32_SIGN : 0) | (uint32_t)(top + 127) << 23 |
	       ((uint32_t)sig & F32_MAN);
}

static uint32_t pack_format(const struct soft *s, bool bf16, unsigned rm,
			    uint32_t random)
{
	return pack(s, bf16 ? 7 : 23, rm, random);
}

static struct soft unpack(uint32_t x)
{
	struct soft s = {.sign = x >> 31};
	int e = x >> 23 & 0xff;

	if (e) {
		s.exp = e - 127 - 23;
		s.sig = (x & F32_MAN) | (F32_MAN + 1);
	}
	return s;
}

static bool is_inf(uint32_t x)
{
	return (x & ~F32_SIGN) == F32_EXP;
}

static struct soft add_magnitudes(struct soft hi, struct soft lo)
{
	struct soft s = hi;
	unsigned d = hi.exp - lo.exp;

	if (d > 76) {
		/* lo is below 2^-28 units of hi: a sticky bit is enough */
		s.sig = hi.sig << 30;
		s.exp -= 30;
		if (hi.sign != lo.sign)
			s.sig--;
		s.sticky = true;
		return s;
	}
	s.sig = hi.sig << d;
	s.exp = lo.exp;
	if (hi.sign == lo.sign) {
		s.sig += lo.sig;
	} else if (s.sig >= lo.sig) {
		s.sig -= lo.sig;
	} else {
		s.sig = lo.sig - s.sig;
		s.sign = lo.sign;
	}
	return s;
}

static uint32_t fma_any(uint32_t a, uint32_t b, uint32_t c, bool bf16,
			unsigned rm, uint32_t random)
{
	struct soft sa, sb, sc, p, s;
	bool psign = (a ^ b) >> 31;

	a = f32_flush(a);
	b = f32_flush(b);
	c = f32_flush(c);
	if (f32_is_nan(a) || f32_is_nan(b) || f32_is_nan(c))
		return F32_NAN;
	if (is_inf(a) || is_inf(b)) {
		if (!(a << 1) || !(b << 1))
			return F32_NAN;
		if (is_inf(c) && (c >> 31) != psign)
			return F32_NAN;
		return psign ? F32_SIGN | F32_EXP : F32_EXP;
	}
	if (is_inf(c))
		return c;
	sa = unpack(a);
	sb = unpack(b);
	sc = unpack(c);
	p.sign = psign;
	p.exp = sa.exp + sb.exp;
	p.sig = sa.sig * sb.sig;
	p.sticky = false;
	if (!p.sig && !sc.sig) {
		if (psign == sc.sign)
			return psign ? F32_SIGN : 0;
		return rm == TPC_ROUND_RD ? F32_SIGN : 0;
	}
	if (!p.sig)
		return pack_format(&sc, bf16, rm, random);
	if (!sc.sig)
		return pack_format(&p, bf16, rm, random);
	s = p.exp >= sc.exp ? add_magnitudes(p, sc) : add_magnitudes(sc, p);
	if (!s.sig && !s.sticky)
		return rm == TPC_ROUND_RD ? F32_SIGN : 0;
	return pack_format(&s, bf16, rm, random);
}

static uint16_t narrow(uint32_t x)
{
	return f32_is_nan(x) ? BF16_NAN : x >> 16;
}

uint32_t soft_fma(uint32_t a, uint32_t b, uint32_t c, unsigned rm,
		  uint32_t random)
{
	return fma_any(a, b, c, false, rm, random);
}

uint16_t soft_fma_bf16(uint32_t a, uint32_t b, uint32_t c, unsigned rm,
		       uint32_t random)
{
	return narrow(fma_any(a, b, c, true, rm, random));
}

uint32_t soft_add(uint32_t a, uint32_t b, unsigned rm, uint32_t random)
{
	return fma_any(a, 0x3f800000u, b, false, rm, random);
}

uint16_t soft_add_bf16(uint32_t a, uint32_t b, unsigned rm, uint32_t random)
{
	return narrow(fma_any(a, 0x3f800000u, b, true, rm, random));
}

/* A zero of the product's sign as addend leaves product and sign alone. */
uint32_t soft_mul(uint32_t a, uint32_t b, unsigned rm, uint32_t random)
{
	return fma_any(a, b, (a ^ b) & F32_SIGN, false, rm, random);
}

uint16_t soft_mul_bf16(uint32_t a, uint32_t b, unsigned rm, uint32_t random)
{
	return narrow(fma_any(a, b, (a ^ b) & F32_SIGN, true, rm, random));
}

uint16_t soft_f32_to_bf16(uint32_t a, unsigned rm, uint32_t random)
{
	struct soft s;

	a = f32_flush(a);
	if (f32_is_nan(a) || is_inf(a))
		return narrow(a);
	s = unpack(a);
	return narrow(pack_format(&s, true, rm, random));
}

static struct soft from_i64(int64_t v)
{
	struct soft s = {.sign = v < 0};

	s.sig = v < 0 ? -(uint64_t)v : (uint64_t)v;
	return s;
}

uint32_t soft_i64_to_f32(int64_t v, unsigned rm, uint32_t random)
{
	struct soft s = from_i64(v);

	return v ? pack_format(&s, false, rm, random) : 0;
}

uint16_t soft_i64_to_bf16(int64_t v, unsigned rm, uint32_t random)
{
	struct soft s = from_i64(v);

	return v ? narrow(pack_format(&s, true, rm, random)) : 0;
}

/* |a| rounded to an integer; a is finite. Saturates far above 2^63. */
static uint64_t magnitude(uint32_t a, unsigned rm, uint32_t random)
{
	struct soft s = unpack(a);

	if (!s.sig)
		return 0;
	if (s.exp >= 40)
		return UINT64_MAX;
	if (s.exp >= 0)
		return (uint64_t)s.sig << s.exp;
	return cut_bits(s.sig, -s.exp, s.sign, false, rm, random);
}

int64_t soft_f32_to_int(uint32_t a, unsigned rm, uint32_t random, int64_t min,
			int64_t max)
{
	uint64_t m;
	int64_t v;

	a = f32_flush(a);
	if (f32_is_nan(a))
		return 0;
	if (is_inf(a))
		return a >> 31 ? min : max;
	m = magnitude(a, rm, random);
	if (m > INT64_MAX)
		return a >> 31 ? min : max;
	v = a >> 31 ? -(int64_t)m : (int64_t)m;
	return v < min ? min : v > max ? max : v;
}

uint32_t soft_f32_nearbyint(uint32_t a, unsigned rm, uint32_t random)
{
	uint32_t sign = a & F32_SIGN;
	uint64_t m;

	a = f32_flush(a);
	if (f32_is_nan(a))
		return F32_NAN;
	if ((a >> 23 & 0xff) >= 127 + 23) /* integral already, or infinite */
		return a;
	m = magnitude(a, rm, random);
	return sign | f32_bits((float)m);
}

int64_t soft_shift_round(int64_t v, int shift, unsigned rm, uint32_t random)
{
	bool sign = v < 0;
	u128 m = sign ? -(uint64_t)v : (uint64_t)v;

	if (shift < 0) {
		m = shift < -62 ? (m ? (u128)INT64_MAX : 0) : m << -shift;
		if (m > INT64_MAX)
			m = INT64_MAX;
	} else {
		m = cut_bits(m, shift, sign, false, rm, random);
	}
	return sign ? -(int64_t)m : (int64_t)m;
}
