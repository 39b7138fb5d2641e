/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The command-buffer builder: memory, sticky errors, and the public functions,
 * which hand each packet to the chip's provider.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "provider.h"

#define DEFAULT_LIMIT 0x80000000u /* sizes are 32-bit in the uAPI */
#define FIRST_ROOM    256

/* A builder with a table of its own, so that it needs no device. */
struct builder {
	struct tpc_cmdbuf cb;
	struct tpc_ops ops;
};

static int new_builder(const struct tpc_ops *ops, struct tpc_cmdbuf **out)
{
	struct builder *b = calloc(1, sizeof(*b));

	if (!b)
		return -ENOMEM;
	b->ops = *ops;
	b->cb.ops = &b->ops;
	b->cb.limit = DEFAULT_LIMIT;
	*out = &b->cb;
	return 0;
}

int tpc_cmdbuf_new(struct tpc_device *dev, struct tpc_cmdbuf **out)
{
	return new_builder(dev->ops, out);
}

int tpc_cmdbuf_new_for(const char *chip, struct tpc_cmdbuf **out)
{
	const struct tpc_ops *provider = tpc_provider_by_name(chip);
	struct tpc_ops ops;

	if (!provider)
		return -EOPNOTSUPP;
	tpc_ops_fill(&ops, provider);
	return new_builder(&ops, out);
}

void tpc_cmdbuf_free(struct tpc_cmdbuf *cb)
{
	if (!cb)
		return;
	free(cb->data);
	free(cb); /* first member of its builder */
}

void tpc_cmdbuf_reset(struct tpc_cmdbuf *cb)
{
	cb->size = 0;
	cb->error = 0;
	cb->message[0] = 0;
}

void tpc_cmdbuf_limit(struct tpc_cmdbuf *cb, size_t size)
{
	cb->limit = size < DEFAULT_LIMIT ? size : DEFAULT_LIMIT;
}

const void *tpc_cmdbuf_data(const struct tpc_cmdbuf *cb)
{
	return cb->data;
}

size_t tpc_cmdbuf_size(const struct tpc_cmdbuf *cb)
{
	return cb->size;
}

int tpc_cmdbuf_error(const struct tpc_cmdbuf *cb)
{
	return cb->error;
}

const char *tpc_cmdbuf_message(const struct tpc_cmdbuf *cb)
{
	return cb->message;
}

int tpc_cmdbuf_fail(struct tpc_cmdbuf *cb, int err, const char *fmt, ...)
{
	va_list args;

	if (cb->error)
		return cb->error;
	va_start(args, fmt);
	vsnprintf(cb->message, sizeof(cb->message), fmt, args);
	va_end(args);
	cb->error = err;
	return err;
}

void *tpc_cmdbuf_grow(struct tpc_cmdbuf *cb, size_t size)
{
	size_t room = cb->room ? cb->room : FIRST_ROOM;
	uint8_t *data;

	if (cb->error)
		return NULL;
	if (size > cb->limit || cb->size > cb->limit - size) {
		tpc_cmdbuf_fail(cb, -EFBIG,
				"a packet of %zu bytes at offset %zu exceeds "
				"the limit of %zu bytes",
				size, cb->size, cb->limit);
		return NULL;
	}
	if (cb->data && cb->size + size <= cb->room)
		return cb->data + cb->size;
	while (room < cb->size + size)
		room *= 2;
	data = realloc(cb->data, room);
	if (!data) {
		tpc_cmdbuf_fail(cb, -ENOMEM, "out of memory");
		return NULL;
	}
	cb->data = data;
	cb->room = room;
	return cb->data + cb->size;
}

void tpc_cmdbuf_commit(struct tpc_cmdbuf *cb, size_t size)
{
	cb->size += size;
}

int tpc_cmdbuf_pad(struct tpc_cmdbuf *cb, size_t align)
{
	size_t size = -cb->size & (align - 1);
	void *at = tpc_cmdbuf_grow(cb, size);

	if (!at)
		return cb->error;
	memset(at, 0, size);
	tpc_cmdbuf_commit(cb, size);
	return 0;
}

int tpc_cmdbuf_wreg32(struct tpc_cmdbuf *cb, uint32_t reg, uint32_t value,
		      unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->wreg32(cb, reg, value, ctl);
}

int tpc_cmdbuf_wreg_bulk(struct tpc_cmdbuf *cb, uint32_t reg,
			 const uint32_t *values, size_t count, unsigned ctl)
{
	return cb->error ? cb->error
			 : cb->ops->wreg_bulk(cb, reg, values, count, ctl);
}

int tpc_cmdbuf_msg_long(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
			unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->msg_long(cb, addr, value, ctl);
}

int tpc_cmdbuf_msg_prot(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
			unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->msg_prot(cb, addr, value, ctl);
}

int tpc_cmdbuf_msg_short(struct tpc_cmdbuf *cb, unsigned base, uint32_t offset,
			 uint32_t value, unsigned ctl)
{
	return cb->error ? cb->error
			 : cb->ops->msg_short(cb, base, offset, value, ctl);
}

int tpc_cmdbuf_fence(struct tpc_cmdbuf *cb, unsigned id, unsigned target,
		     unsigned dec, unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->fence(cb, id, target, dec, ctl);
}

int tpc_cmdbuf_lin_dma(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t src,
		       uint32_t size, unsigned ctl)
{
	return cb->error ? cb->error
			 : cb->ops->lin_dma(cb, dst, src, size, ctl);
}

int tpc_cmdbuf_memset(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t pattern,
		      uint32_t size, unsigned ctl)
{
	return cb->error ? cb->error
			 : cb->ops->memset(cb, dst, pattern, size, ctl);
}

int tpc_cmdbuf_cp_dma(struct tpc_cmdbuf *cb, uint64_t src, uint32_t size,
		      unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->cp_dma(cb, src, size, ctl);
}

int tpc_cmdbuf_wait(struct tpc_cmdbuf *cb, unsigned id, unsigned inc,
		    uint32_t cycles, unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->wait(cb, id, inc, cycles, ctl);
}

int tpc_cmdbuf_repeat(struct tpc_cmdbuf *cb, bool end, bool outer,
		      uint32_t count, unsigned ctl)
{
	return cb->error ? cb->error
			 : cb->ops->repeat(cb, end, outer, count, ctl);
}

int tpc_cmdbuf_load_and_exe(struct tpc_cmdbuf *cb, uint64_t src, unsigned what,
			    unsigned ctl)
{
	return cb->error ? cb->error
			 : cb->ops->load_and_exe(cb, src, what, ctl);
}

int tpc_cmdbuf_arb_point(struct tpc_cmdbuf *cb, unsigned priority, bool release,
			 unsigned ctl)
{
	return cb->error ? cb->error
			 : cb->ops->arb_point(cb, priority, release, ctl);
}

int tpc_cmdbuf_nop(struct tpc_cmdbuf *cb, unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->nop(cb, ctl);
}

int tpc_cmdbuf_stop(struct tpc_cmdbuf *cb, unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->stop(cb, ctl);
}

int tpc_cmdbuf_sob(struct tpc_cmdbuf *cb, unsigned sob, unsigned mode,
		   unsigned value, unsigned ctl)
{
	return cb->error ? cb->error : cb->ops->sob(cb, sob, mode, value, ctl);
}

int tpc_cmdbuf_monitor(struct tpc_cmdbuf *cb, unsigned monitor, unsigned sob,
		       unsigned value, uint64_t addr, uint32_t data)
{
	return cb->error
		       ? cb->error
		       : cb->ops->monitor(cb, monitor, sob, value, addr, data);
}
