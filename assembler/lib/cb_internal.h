/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the generated packet and register tables need of cb.c. */
#ifndef TPC_CB_INTERNAL_H
#define TPC_CB_INTERNAL_H

#include "tpc/cb.h"

#define CB_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* All chips that have records, NULL at the end. */
extern const struct tpc_cb *const cb_chips[];

/* The lowest @width bits. */
static inline uint64_t cb_width_mask(unsigned width)
{
	return width >= 64 ? ~0ull : (1ull << width) - 1;
}

/* Puts a number into a little-endian string of bytes. */
void cb_put_bits(void *buf, unsigned lsb, unsigned width, uint64_t value);

size_t cb_pack(const struct tpc_cb *cb, const struct tpc_cb_packet *packet,
	       const void *in, void *buf);
int cb_unpack(const struct tpc_cb *cb, const struct tpc_cb_packet *packet,
	      const void *buf, size_t len, void *out);

#endif
