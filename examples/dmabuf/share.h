/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * What the two processes say to each other: one message with the descriptor,
 * then single letters.
 */
#ifndef DMABUF_SHARE_H
#define DMABUF_SHARE_H

#include <stdbool.h>
#include <stdint.h>

/* The memory holds @elements floats of input, then as many of output. */
struct share_offer {
	uint32_t magic;
	uint32_t elements;
	uint64_t output_offset; /* bytes */
	uint64_t bytes;		/* of the whole memory */
	float alpha;		/* output = alpha * input */
	uint32_t closes_first; /* the exporter closes, then says SHARE_CLOSED */
};

#define SHARE_MAGIC  0x54504321
#define SHARE_CLOSED 'c' /* exporter: descriptor and device are closed */
#define SHARE_DONE   'd' /* importer: the kernel has run */

/* All return 0 or a negative errno. */
int share_listen(const char *path, int *sock);	/* waits for one peer */
int share_connect(const char *path, int *sock); /* waits up to 10 s for it */
int share_send_offer(int sock, const struct share_offer *offer, int fd);
int share_receive_offer(int sock, struct share_offer *offer, int *fd);
int share_say(int sock, char letter);
int share_expect(int sock, char letter);

#endif
