/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The inside of a command-buffer builder, for providers. */
#ifndef TPC_LIB_CMDBUF_H
#define TPC_LIB_CMDBUF_H

#include <stddef.h>
#include <stdint.h>

struct tpc_ops;

struct tpc_cmdbuf {
	const struct tpc_ops *ops;
	uint8_t *data;
	size_t size;
	size_t room;
	size_t limit;
	int error; /* of the first packet that failed */
	char message[160];
};

/*
 * tpc_cmdbuf_grow() - room for @size more bytes at the end, NULL when the
 * builder failed. They belong to the buffer after tpc_cmdbuf_commit().
 */
void *tpc_cmdbuf_grow(struct tpc_cmdbuf *cb, size_t size);
void tpc_cmdbuf_commit(struct tpc_cmdbuf *cb, size_t size);

/* Makes the builder fail; returns the error it fails with. */
int tpc_cmdbuf_fail(struct tpc_cmdbuf *cb, int err, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Appends fill bytes up to a multiple of @align, a power of two. */
int tpc_cmdbuf_pad(struct tpc_cmdbuf *cb, size_t align);

#endif
