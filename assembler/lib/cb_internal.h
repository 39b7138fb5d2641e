/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the generated packet and register tables need of cb.c. */
#ifndef TPC_CB_INTERNAL_H
#define TPC_CB_INTERNAL_H

#include "tpc/cb.h"

#define TPC_CB_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* All chips that have records, NULL at the end. */
extern const struct tpc_cb *const tpc_cb_chips[];

size_t tpc_cb_pack(const struct tpc_cb *cb, const struct tpc_cb_packet *packet,
		   const void *in, void *buf);
int tpc_cb_unpack(const struct tpc_cb *cb, const struct tpc_cb_packet *packet,
		  const void *buf, size_t len, void *out);

#endif
