/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Packing, unpacking and naming of packets and registers by the tables. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "cb_internal.h"

const struct tpc_cb *tpc_cb_get(const char *chip)
{
	unsigned i;

	for (i = 0; cb_chips[i]; i++)
		if (!strcmp(cb_chips[i]->name, chip))
			return cb_chips[i];
	return NULL;
}

/* Bits of a little-endian string of bytes; a field spans nine at most. */
static uint64_t get_bits(const uint8_t *bytes, unsigned lsb, unsigned width)
{
	uint64_t value = 0;
	unsigned got = 0;
	unsigned take;

	while (got < width) {
		unsigned shift = (lsb + got) % 8;

		take = 8 - shift;
		if (take > width - got)
			take = width - got;
		value |= ((uint64_t)(bytes[(lsb + got) / 8] >> shift) &
			  cb_width_mask(take))
			 << got;
		got += take;
	}
	return value;
}

void cb_put_bits(void *buf, unsigned lsb, unsigned width, uint64_t value)
{
	uint8_t *bytes = buf;
	unsigned done = 0;
	unsigned take;

	while (done < width) {
		unsigned shift = (lsb + done) % 8;
		uint8_t mask;

		take = 8 - shift;
		if (take > width - done)
			take = width - done;
		mask = (uint8_t)(cb_width_mask(take) << shift);
		bytes[(lsb + done) / 8] &= (uint8_t)~mask;
		bytes[(lsb + done) / 8] |=
			(uint8_t)((value >> done) << shift) & mask;
		done += take;
	}
}

uint64_t tpc_cb_field_get(const struct tpc_cb_field *field, const void *buf)
{
	return get_bits(buf, field->lsb, field->width);
}

static uint64_t load_member(const struct tpc_cb_field *field, const void *in)
{
	const char *from = (const char *)in + field->member;
	uint8_t u8;
	uint16_t u16;
	uint32_t u32;
	uint64_t u64;

	switch (field->member_size) {
	case 1:
		memcpy(&u8, from, sizeof(u8));
		return u8;
	case 2:
		memcpy(&u16, from, sizeof(u16));
		return u16;
	case 4:
		memcpy(&u32, from, sizeof(u32));
		return u32;
	default:
		memcpy(&u64, from, sizeof(u64));
		return u64;
	}
}

static void store_member(const struct tpc_cb_field *field, void *out,
			 uint64_t value)
{
	char *to = (char *)out + field->member;
	uint8_t u8 = (uint8_t)value;
	uint16_t u16 = (uint16_t)value;
	uint32_t u32 = (uint32_t)value;

	switch (field->member_size) {
	case 1:
		memcpy(to, &u8, sizeof(u8));
		break;
	case 2:
		memcpy(to, &u16, sizeof(u16));
		break;
	case 4:
		memcpy(to, &u32, sizeof(u32));
		break;
	default:
		memcpy(to, &value, sizeof(value));
		break;
	}
}

size_t cb_pack(const struct tpc_cb *cb, const struct tpc_cb_packet *packet,
	       const void *in, void *buf)
{
	const struct tpc_cb_field *field;
	unsigned i;

	for (i = 0; i < packet->num_fields; i++) {
		field = &packet->fields[i];
		if (load_member(field, in) & ~cb_width_mask(field->width))
			return 0;
	}
	memset(buf, 0, packet->size);
	cb_put_bits(buf, cb->opcode_lsb, cb->opcode_width, packet->opcode);
	for (i = 0; i < packet->num_fields; i++) {
		field = &packet->fields[i];
		cb_put_bits(buf, field->lsb, field->width,
			    load_member(field, in));
	}
	return packet->size;
}

int cb_unpack(const struct tpc_cb *cb, const struct tpc_cb_packet *packet,
	      const void *buf, size_t len, void *out)
{
	unsigned i;

	if (len < packet->size)
		return -ENODATA;
	if (get_bits(buf, cb->opcode_lsb, cb->opcode_width) != packet->opcode)
		return -EILSEQ;
	for (i = 0; i < packet->num_fields; i++)
		store_member(&packet->fields[i], out,
			     tpc_cb_field_get(&packet->fields[i], buf));
	return 0;
}

const struct tpc_cb_packet *tpc_cb_packet(const struct tpc_cb *cb,
					  unsigned opcode)
{
	unsigned i;

	for (i = 0; i < cb->num_packets; i++)
		if (cb->packets[i].opcode == opcode)
			return &cb->packets[i];
	return NULL;
}

const char *tpc_cb_packet_name(const struct tpc_cb *cb, unsigned opcode)
{
	const struct tpc_cb_packet *packet = tpc_cb_packet(cb, opcode);

	return packet ? packet->name : NULL;
}

int tpc_cb_parse(const struct tpc_cb *cb, const void *buf, size_t len,
		 const struct tpc_cb_packet **packet, size_t *size)
{
	const struct tpc_cb_packet *p;

	*packet = NULL;
	*size = 0;
	if (len * 8 < cb->opcode_lsb + cb->opcode_width)
		return -ENODATA;
	p = tpc_cb_packet(
		cb, (unsigned)get_bits(buf, cb->opcode_lsb, cb->opcode_width));
	if (!p)
		return -EILSEQ;
	*packet = p;
	if (len < p->size)
		return -ENODATA;
	*size = p->size;
	if (p->payload >= 0)
		*size += 8 * tpc_cb_field_get(&p->fields[p->payload], buf);
	return *size > len ? -ENODATA : 0;
}

/* Which element of the array @reg is at @offset. */
static bool reg_covers(const struct tpc_reg *reg, uint32_t offset,
		       unsigned index[2])
{
	uint32_t rest = offset - reg->offset;
	unsigned i = 0;
	unsigned j;

	if (offset < reg->offset)
		return false;
	for (i = 0; i < reg->count[0]; i++) {
		if (rest < (uint32_t)i * reg->stride[0])
			return false;
		if (reg->count[1] == 1) {
			/* Straight to the element: arrays may be long. */
			i = rest / reg->stride[0];
			if (i >= reg->count[0] || rest % reg->stride[0])
				return false;
			index[0] = i;
			index[1] = 0;
			return true;
		}
		j = (rest - i * reg->stride[0]) / reg->stride[1];
		if (j < reg->count[1] &&
		    i * reg->stride[0] + j * reg->stride[1] == rest) {
			index[0] = i;
			index[1] = j;
			return true;
		}
	}
	return false;
}

static const struct tpc_reg_instances *
find_block(const struct tpc_cb *cb, uint64_t address, unsigned *instance)
{
	const struct tpc_reg_instances *n;
	uint64_t rest;
	unsigned i;

	for (i = 0; i < cb->num_instances; i++) {
		n = &cb->instances[i];
		if (address < n->base)
			continue;
		rest = address - n->base;
		if (rest / n->stride < n->count &&
		    rest % n->stride < n->block->size) {
			*instance = (unsigned)(rest / n->stride);
			return n;
		}
	}
	return NULL;
}

int tpc_reg_at(const struct tpc_cb *cb, uint64_t address,
	       struct tpc_reg_ref *ref)
{
	const struct tpc_reg_block *block;
	unsigned i;

	memset(ref, 0, sizeof(*ref));
	ref->instances = find_block(cb, address, &ref->instance);
	if (!ref->instances)
		return -ENXIO;
	block = ref->instances->block;
	ref->offset = (uint32_t)((address - ref->instances->base) %
				 ref->instances->stride);
	if (ref->offset % 4)
		return -ENOENT;
	for (i = 0; i < block->num_regs; i++) {
		if (!reg_covers(&block->regs[i], ref->offset, ref->index))
			continue;
		ref->reg = &block->regs[i];
		return 0;
	}
	return -ENOENT;
}

/* Copies @name with its '%' replaced by the indices. */
static void expand(const char *name, const unsigned index[2], char *buf,
		   size_t size)
{
	unsigned n = 0;
	size_t used = 0;
	int len;

	for (; *name && used < size; name++) {
		if (*name == '%' && n < 2)
			len = snprintf(buf + used, size - used, "%u",
				       index[n++]);
		else
			len = snprintf(buf + used, size - used, "%c", *name);
		used += (size_t)len;
	}
	if (!used && size)
		buf[0] = '\0';
}

static void block_text(const struct tpc_reg_instances *n, unsigned instance,
		       char *buf, size_t size)
{
	const char *place = strchr(n->text, '%');

	if (!place)
		snprintf(buf, size, "%s", n->text);
	else if (n->index_names)
		snprintf(buf, size, "%.*s%s%s", (int)(place - n->text), n->text,
			 n->index_names[instance], place + 1);
	else
		snprintf(buf, size, "%.*s%u%s", (int)(place - n->text), n->text,
			 instance, place + 1);
}

int tpc_reg_name(const struct tpc_cb *cb, uint64_t address, char *buf,
		 size_t size)
{
	struct tpc_reg_ref ref;
	char block[64];
	char reg[64];
	int rc = tpc_reg_at(cb, address, &ref);

	if (rc == -ENXIO) {
		snprintf(buf, size, "0x%llx", (unsigned long long)address);
		return -ENOENT;
	}
	block_text(ref.instances, ref.instance, block, sizeof(block));
	if (rc) {
		snprintf(buf, size, "%s+0x%x", block, ref.offset);
		return -ENOENT;
	}
	ref.index[0] += ref.reg->first_index;
	expand(ref.reg->name, ref.index, reg, sizeof(reg));
	snprintf(buf, size, "%s.%s", block, reg);
	return 0;
}

static int find_block_text(const struct tpc_cb *cb, const char *name,
			   size_t len, const struct tpc_reg_instances **found,
			   unsigned *instance)
{
	char text[64];
	unsigned i, k;

	for (i = 0; i < cb->num_instances; i++) {
		for (k = 0; k < cb->instances[i].count; k++) {
			block_text(&cb->instances[i], k, text, sizeof(text));
			if (strlen(text) != len || strncasecmp(text, name, len))
				continue;
			*found = &cb->instances[i];
			*instance = k;
			return 0;
		}
	}
	return -ENOENT;
}

/* Matches @name against a register name with '%'; gives the indices. */
static bool match_reg(const struct tpc_reg *reg, const char *name,
		      unsigned index[2])
{
	const char *pattern = reg->name;
	unsigned n = 0;

	index[0] = 0;
	index[1] = 0;
	for (; *pattern; pattern++) {
		if (*pattern != '%') {
			if (toupper((unsigned char)*name) != *pattern)
				return false;
			name++;
			continue;
		}
		if (!isdigit((unsigned char)*name) || n == 2)
			return false;
		if (*name == '0' && isdigit((unsigned char)name[1]))
			return false;
		for (; isdigit((unsigned char)*name); name++) {
			index[n] = index[n] * 10 + (unsigned)(*name - '0');
			if (index[n] > UINT16_MAX)
				return false;
		}
		n++;
	}
	if (*name || index[0] < reg->first_index)
		return false;
	index[0] -= n ? reg->first_index : 0;
	return index[0] < reg->count[0] && index[1] < reg->count[1];
}

int tpc_reg_find(const struct tpc_cb *cb, const char *name, uint64_t *address)
{
	const struct tpc_reg_instances *n;
	const char *dot = strchr(name, '.');
	unsigned index[2];
	unsigned instance;
	unsigned i;

	if (!dot ||
	    find_block_text(cb, name, (size_t)(dot - name), &n, &instance))
		return -ENOENT;
	for (i = 0; i < n->block->num_regs; i++) {
		const struct tpc_reg *reg = &n->block->regs[i];

		if (!match_reg(reg, dot + 1, index))
			continue;
		*address = n->base + (uint64_t)n->stride * instance +
			   reg->offset + index[0] * reg->stride[0] +
			   index[1] * reg->stride[1];
		return 0;
	}
	return -ENOENT;
}

int tpc_block_find(const struct tpc_cb *cb, const char *name, uint64_t *address)
{
	const struct tpc_reg_instances *n;
	unsigned instance;
	int rc = find_block_text(cb, name, strlen(name), &n, &instance);

	if (!rc)
		*address = n->base + (uint64_t)n->stride * instance;
	return rc;
}

const struct tpc_cb_queue *tpc_cb_queue(const struct tpc_cb *cb, unsigned queue,
					unsigned *stream)
{
	const struct tpc_cb_queue *q;
	unsigned i;

	for (i = 0; i < cb->num_queues; i++) {
		q = &cb->queues[i];
		if (queue < q->first || queue - q->first >= q->streams)
			continue;
		if (stream)
			*stream = queue - q->first;
		return q;
	}
	return NULL;
}

const struct tpc_cb_queue *tpc_cb_queue_by_name(const struct tpc_cb *cb,
						const char *name, size_t len)
{
	unsigned i;

	for (i = 0; i < cb->num_queues; i++)
		if (strlen(cb->queues[i].name) == len &&
		    !strncasecmp(cb->queues[i].name, name, len))
			return &cb->queues[i];
	return NULL;
}

const struct tpc_cb_range *tpc_cb_range(const struct tpc_cb *cb,
					uint64_t address)
{
	const struct tpc_cb_range *r;
	unsigned i;

	for (i = 0; i < cb->num_ranges; i++) {
		r = &cb->ranges[i];
		if (address >= r->base && address - r->base < r->size)
			return r;
	}
	return NULL;
}

const char *tpc_cb_cause_name(const struct tpc_cb *cb, const char *engine,
			      unsigned bit)
{
	unsigned i;

	for (i = 0; i < cb->num_causes; i++)
		if (cb->causes[i].bit == bit &&
		    !strcmp(cb->causes[i].engine, engine))
			return cb->causes[i].name;
	return NULL;
}
