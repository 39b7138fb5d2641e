// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Buffers of command-buffer images in memory. */
#include "cbtext_priv.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
	tpc_symtab_free(&image->names);
	free(image);
}

bool cb_image_has(const struct tpc_cb_image *image, const char *name,
		  size_t len)
{
	return tpc_symtab_find(&image->names, name, len);
}

struct cb_buffer *cb_image_new_buffer(struct tpc_cb_image *image,
				      const char *name, size_t len)
{
	size_t count = image->count;
	struct cb_buffer *buffers, *b;

	/* At powers of two. */
	if (!(count & (count - 1))) {
		buffers = reallocarray(image->buffers, count ? 2 * count : 1,
				       sizeof(*buffers));
		if (!buffers)
			return NULL;
		image->buffers = buffers;
	}
	b = &image->buffers[count];
	memset(b, 0, sizeof(*b));
	b->name = strndup(name, len);
	if (!b->name || !tpc_symtab_get(&image->names, b->name, len)) {
		free(b->name);
		return NULL;
	}
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
	struct cb_buffer copy = {0}, *b;
	size_t len = strlen(buffer->name);

	if (!len || tpc_expr_ident(buffer->name, buffer->name + len) != len ||
	    (buffer->has_address && buffer->size &&
	     buffer->address > UINT64_MAX - buffer->size + 1))
		return -EINVAL;
	if (cb_image_has(image, buffer->name, len))
		return -EEXIST;
	if (buffer->size && cb_buffer_append(&copy, buffer->data, buffer->size))
		return -ENOMEM;
	b = cb_image_new_buffer(image, buffer->name, len);
	if (!b) {
		free(copy.data);
		return -ENOMEM;
	}
	b->data = copy.data;
	b->pub = *buffer;
	b->pub.name = b->name;
	b->pub.data = b->data;
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

static int by_start(const void *a, const void *b)
{
	const struct cb_index_entry *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

int cb_index_build(struct cb_index *index, const struct tpc_cb_image *image)
{
	struct cb_index_entry *e;
	uint64_t reach = 0;
	size_t i;

	index->count = 0;
	index->entries = calloc(image->count + 1, sizeof(*index->entries));
	if (!index->entries)
		return -ENOMEM;
	for (i = 0; i < image->count; i++) {
		const struct tpc_cb_buffer *b = &image->buffers[i].pub;

		if (!b->has_address)
			continue;
		index->entries[index->count++] = (struct cb_index_entry){
			.start = b->address,
			.last = b->address + (b->size ? b->size - 1 : 0),
			.number = i,
		};
	}
	qsort(index->entries, index->count, sizeof(*index->entries), by_start);
	for (e = index->entries; e < index->entries + index->count; e++) {
		reach = e->last > reach ? e->last : reach;
		e->reach = reach;
	}
	return 0;
}

/* Number of entries that start at an address or before it. */
static size_t count_up_to(const struct cb_index *index, uint64_t address)
{
	size_t lo = 0, hi = index->count, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (index->entries[mid].start <= address)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

long cb_index_find(const struct cb_index *index, uint64_t address)
{
	size_t i = count_up_to(index, address);
	long best = -1;

	/* What starts before may reach as far, too. */
	while (i-- && index->entries[i].reach >= address) {
		const struct cb_index_entry *e = &index->entries[i];

		if (e->last >= address && (best < 0 || (long)e->number < best))
			best = (long)e->number;
	}
	return best;
}

bool cb_index_starts(const struct cb_index *index, uint64_t address)
{
	size_t i = count_up_to(index, address);

	return i && index->entries[i - 1].start == address;
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

/* The search for buffers that others refer to. */
struct follow {
	struct tpc_cb_image *image;
	struct cb_index known; /* of before; those added have their address as
				  name */
	tpc_cb_read_fn *read;
	void *ctx;
};

/* Returns 1 if the buffer was added. */
static int follow_one(struct follow *f, size_t from, uint64_t address,
		      uint64_t size)
{
	struct tpc_cb_buffer b = f->image->buffers[from].pub;
	char name[32];
	const void *bytes;
	int err;

	snprintf(name, sizeof(name), "cb_%llx", (unsigned long long)address);
	if (!size || cb_index_starts(&f->known, address) ||
	    cb_image_has(f->image, name, strlen(name)))
		return 0;
	err = f->read(f->ctx, address, size, &bytes);
	if (err)
		return err == -ENOENT ? 0 : err;
	b.name = name;
	b.has_address = true;
	b.address = address;
	b.data = bytes;
	b.size = size;
	err = tpc_cb_image_add(f->image, &b);
	return err ? err : 1;
}

static int follow_all(struct follow *f)
{
	struct tpc_cb_image *image = f->image;
	const struct tpc_cb_packet *packet;
	uint64_t address, len;
	int added = 0, rc;
	size_t i, at, size;

	for (i = 0; i < image->count; i++) {
		for (at = 0; at < image->buffers[i].pub.size; at += size) {
			const uint8_t *p = image->buffers[i].data + at;

			if (tpc_cb_parse(image->cb, p,
					 image->buffers[i].pub.size - at,
					 &packet, &size))
				break;
			if (!feeds(packet, p, &address, &len))
				continue;
			rc = follow_one(f, i, address, len);
			if (rc < 0)
				return rc;
			added += rc;
		}
	}
	return added;
}

int tpc_cb_follow_with(struct tpc_cb_image *image, tpc_cb_read_fn *read,
		       void *ctx)
{
	struct follow f = {.image = image, .read = read, .ctx = ctx};
	int rc;

	if (cb_index_build(&f.known, image))
		return -ENOMEM;
	rc = follow_all(&f);
	free(f.known.entries);
	return rc;
}

/* A copy of memory in ours. */
struct memory_copy {
	uint64_t address;
	const uint8_t *bytes;
	size_t size;
};

static int read_copy(void *ctx, uint64_t address, size_t size,
		     const void **bytes)
{
	const struct memory_copy *m = ctx;

	if (address < m->address || address - m->address > m->size ||
	    size > m->size - (address - m->address))
		return -ENOENT;
	*bytes = m->bytes + (address - m->address);
	return 0;
}

int tpc_cb_follow(struct tpc_cb_image *image, uint64_t address,
		  const void *memory, size_t size)
{
	struct memory_copy copy = {address, memory, size};

	return tpc_cb_follow_with(image, read_copy, &copy);
}
