// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Buffers of command-buffer images in memory. */
#include "cbtext_priv.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void cb_put_bits(void *bytes, unsigned lsb, unsigned width, uint64_t value)
{
	uint8_t *p = bytes;
	unsigned i;

	for (i = 0; i < width; i++) {
		uint8_t bit = (uint8_t)(1u << (lsb + i) % 8);

		if (value >> i & 1)
			p[(lsb + i) / 8] |= bit;
		else
			p[(lsb + i) / 8] &= (uint8_t)~bit;
	}
}

struct tpc_cb_image *tpc_cb_image_new(const struct tpc_cb *cb)
{
	struct tpc_cb_image *image = calloc(1, sizeof(*image));

	if (image)
		image->cb = cb;
	return image;
}

void tpc_cb_image_free(struct tpc_cb_image *image)
{
	size_t i;

	if (!image)
		return;
	for (i = 0; i < image->count; i++) {
		free(image->buffers[i].data);
		free(image->buffers[i].name);
	}
	free(image->buffers);
	free(image);
}

struct cb_buffer *cb_image_new_buffer(struct tpc_cb_image *image,
				      const char *name, size_t len)
{
	struct cb_buffer *buffers, *b;

	buffers = reallocarray(image->buffers, image->count + 1,
			       sizeof(*buffers));
	if (!buffers)
		return NULL;
	image->buffers = buffers;
	b = &buffers[image->count];
	memset(b, 0, sizeof(*b));
	b->name = strndup(name, len);
	if (!b->name)
		return NULL;
	b->pub.name = b->name;
	image->count++;
	return b;
}

/* Capacities are powers of two, so none has to be kept. */
static size_t capacity(size_t size)
{
	size_t cap = 256;

	while (cap < size)
		cap *= 2;
	return cap;
}

int cb_buffer_append(struct cb_buffer *b, const void *data, size_t size)
{
	size_t want = capacity(b->pub.size + size);
	uint8_t *bigger;

	if (!b->data || want != capacity(b->pub.size)) {
		bigger = realloc(b->data, want);
		if (!bigger)
			return -ENOMEM;
		b->data = bigger;
		b->pub.data = bigger;
	}
	memcpy(b->data + b->pub.size, data, size);
	b->pub.size += size;
	return 0;
}

int tpc_cb_image_add(struct tpc_cb_image *image,
		     const struct tpc_cb_buffer *buffer)
{
	size_t len = strlen(buffer->name), i;
	struct cb_buffer *b;

	if (!len || tpc_expr_ident(buffer->name, buffer->name + len) != len ||
	    (buffer->has_address && buffer->size &&
	     buffer->address > UINT64_MAX - buffer->size + 1))
		return -EINVAL;
	for (i = 0; i < image->count; i++)
		if (!strcmp(image->buffers[i].name, buffer->name))
			return -EEXIST;
	b = cb_image_new_buffer(image, buffer->name, len);
	if (!b)
		return -ENOMEM;
	b->pub.has_address = buffer->has_address;
	b->pub.address = buffer->address;
	b->pub.queue = buffer->queue;
	b->pub.stream = buffer->stream;
	if (buffer->size && cb_buffer_append(b, buffer->data, buffer->size)) {
		free(b->name);
		image->count--;
		return -ENOMEM;
	}
	return 0;
}

const struct tpc_cb *tpc_cb_image_chip(const struct tpc_cb_image *image)
{
	return image->cb;
}

size_t tpc_cb_image_count(const struct tpc_cb_image *image)
{
	return image->count;
}

const struct tpc_cb_buffer *tpc_cb_image_get(const struct tpc_cb_image *image,
					     size_t i)
{
	return i < image->count ? &image->buffers[i].pub : NULL;
}

static bool known_address(const struct tpc_cb_image *image, uint64_t address)
{
	size_t i;

	for (i = 0; i < image->count; i++)
		if (image->buffers[i].pub.has_address &&
		    image->buffers[i].pub.address == address)
			return true;
	return false;
}

/* A packet that makes the lower command processor read another buffer. */
static bool feeds(const struct tpc_cb_packet *packet, const uint8_t *at,
		  uint64_t *address, uint64_t *size)
{
	int src = cb_field_of_kind(packet, TPC_CB_ADDRESS);
	int tsize = cb_find_field(packet, "tsize", 5);

	if (!packet->feeds || src < 0 || tsize < 0)
		return false;
	*address = tpc_cb_field_get(&packet->fields[src], at);
	*size = tpc_cb_field_get(&packet->fields[tsize], at);
	return true;
}

static int follow_one(struct tpc_cb_image *image, size_t from, uint64_t lo,
		      uint64_t size, uint64_t address, const uint8_t *memory,
		      size_t memory_size)
{
	struct tpc_cb_buffer b = image->buffers[from].pub;
	char name[32];
	int err;

	if (!size || lo < address || lo - address > memory_size ||
	    size > memory_size - (lo - address) || known_address(image, lo))
		return 0;
	snprintf(name, sizeof(name), "cb_%llx", (unsigned long long)lo);
	b.name = name;
	b.has_address = true;
	b.address = lo;
	b.data = memory + (lo - address);
	b.size = size;
	err = tpc_cb_image_add(image, &b);
	return err == -EEXIST ? 0 : err ? err : 1;
}

int tpc_cb_follow(struct tpc_cb_image *image, uint64_t address,
		  const void *memory, size_t memory_size)
{
	const struct tpc_cb_packet *packet;
	int added = 0, rc;
	uint64_t lo, len;
	size_t i, at, size;

	for (i = 0; i < image->count; i++) {
		for (at = 0; at < image->buffers[i].pub.size; at += size) {
			const uint8_t *p = image->buffers[i].data + at;

			if (tpc_cb_parse(image->cb, p,
					 image->buffers[i].pub.size - at,
					 &packet, &size))
				break;
			if (!feeds(packet, p, &lo, &len))
				continue;
			rc = follow_one(image, i, lo, len, address, memory,
					memory_size);
			if (rc < 0)
				return rc;
			added += rc;
		}
	}
	return added;
}
