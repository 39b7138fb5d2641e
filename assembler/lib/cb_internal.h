/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the generated packet and register tables need of cb.c. */
#ifndef TPC_CB_INTERNAL_H
#define TPC_CB_INTERNAL_H

#include "tpc/cb.h"

#define CB_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* All chips that have records, NULL at the end. */
extern const struct tpc_cb *const cb_chips[];

size_t cb_pack(const struct tpc_cb *cb, const struct tpc_cb_packet *packet,
	       const void *in, void *buf);
int cb_unpack(const struct tpc_cb *cb, const struct tpc_cb_packet *packet,
	      const void *buf, size_t len, void *out);

#endif
