// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Text of command buffers: one packet. Operands are read in the order in which
 * one needs another: data may name fields of the register it is written to,
 * an offset counts from the message base.
 */
#include "cbtext_priv.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Numbers below are offsets, addresses lie above (16-bit fields). */
#define MAX_OFFSET 0xffff

struct packet_text {
	struct cb_text *t;
	const struct tpc_cb_packet *packet;
	const char *name;		    /* place of the packet's name */
	const char *given[CB_MAX_FIELDS];   /* where a field's value stands */
	const char *pending[CB_MAX_FIELDS]; /* as above, not read yet */
	uint64_t value[CB_MAX_FIELDS];
	const char *payload; /* behind the brace of the list, NULL: none */
	unsigned positional;
};

int cb_find_field(const struct tpc_cb_packet *packet, const char *name,
		  size_t len)
{
	unsigned i;

	for (i = 0; i < packet->num_fields; i++) {
		const struct tpc_cb_field *f = &packet->fields[i];

		if (strlen(f->name) == len && !strncasecmp(f->name, name, len))
			return (int)i;
		if (f->alias && strlen(f->alias) == len &&
		    !strncasecmp(f->alias, name, len))
			return (int)i;
	}
	return -1;
}

int cb_field_of_kind(const struct tpc_cb_packet *packet, unsigned kind)
{
	unsigned i;

	for (i = 0; i < packet->num_fields; i++)
		if (packet->fields[i].kind == kind)
			return (int)i;
	return -1;
}

uint64_t cb_base_address(const struct tpc_cb *cb,
			 const struct tpc_cb_queue *queue, unsigned base)
{
	uint64_t address;
	unsigned i;

	for (i = 0; i < cb->num_bases; i++) {
		const struct tpc_cb_base *b = &cb->bases[i];

		if (b->index != base ||
		    (b->secure && !(queue && queue->secure_bases)))
			continue;
		return tpc_reg_find(cb, b->reg, &address) ? 0 : address;
	}
	return 0;
}

/* Address of offset @value in the window, 0 if it is not in there. */
static uint64_t from_window(const struct tpc_cb *cb, const char *block,
			    const struct tpc_cb_window *window, uint64_t value)
{
	uint64_t address;

	if (!block || value < window->base ||
	    value - window->base >= window->size ||
	    tpc_block_find(cb, block, &address))
		return 0;
	return address + (value - window->base);
}

/* And the other way. */
static bool to_window(const struct tpc_cb *cb, const char *block,
		      const struct tpc_cb_window *window, uint64_t address,
		      uint64_t *offset)
{
	uint64_t start;

	if (!block || tpc_block_find(cb, block, &start) || address < start ||
	    address - start >= window->size)
		return false;
	*offset = address - start + window->base;
	return true;
}

uint64_t cb_target(const struct tpc_cb *cb, const struct tpc_cb_queue *queue,
		   const struct tpc_cb_field *field, uint64_t value,
		   unsigned base)
{
	uint64_t start;

	switch (field->kind) {
	case TPC_CB_ADDRESS:
		return value;
	case TPC_CB_MESSAGE:
		start = cb_base_address(cb, queue, base);
		return start ? start + value : 0;
	case TPC_CB_REGISTER:
		if (!queue)
			return 0;
		start = from_window(cb, queue->engine, &cb->engine, value);
		return start ? start
			     : from_window(cb, queue->qman, &cb->qman, value);
	default:
		return 0;
	}
}

static int list_fields(struct packet_text *x, const char *at, size_t len)
{
	char names[256] = "";
	size_t n = 0;
	unsigned i;

	for (i = 0; i < x->packet->num_fields && n < sizeof(names); i++)
		n += (size_t)snprintf(names + n, sizeof(names) - n, "%s%s",
				      i ? ", " : "", x->packet->fields[i].name);
	return cb_text_error(x->t, at, "%s has no field '%.*s'; there are %s",
			     x->packet->name, (int)len, at, n ? names : "none");
}

/* Puts a value off until all operands have been seen. */
static int put_off(struct packet_text *x, int field, const char *at)
{
	struct cb_text *t = x->t;
	const char *open = NULL;
	unsigned depth = 0;

	if (x->given[field])
		return cb_text_error(t, at, "%s is given already",
				     x->packet->fields[field].name);
	cb_text_blanks(t);
	x->given[field] = at;
	x->pending[field] = t->p;
	for (; t->p < t->end && *t->p != '\n'; t->p++) {
		if (*t->p == '{' && !depth++)
			open = t->p;
		if (*t->p == '}' && depth)
			depth--;
		if (*t->p == ',' && !depth)
			break;
	}
	return depth ? cb_text_error(t, open, "'{' without '}'") : 0;
}

static int read_payload(struct packet_text *x)
{
	struct cb_text *t = x->t;
	const char *open = t->p - 1;

	if (x->packet->payload < 0)
		return cb_text_error(t, open, "%s takes no list",
				     x->packet->name);
	if (x->payload)
		return cb_text_error(t, open, "a second list");
	x->payload = t->p;
	while (t->p < t->end && *t->p != '}')
		t->p++;
	if (t->p == t->end)
		return cb_text_error(t, open, "'{' without '}'");
	t->p++;
	return 0;
}

static int read_positional(struct packet_text *x, const char *at)
{
	if (x->positional == x->packet->num_operands)
		return cb_text_error(x->t, at,
				     x->positional
					     ? "%s takes %u operands before "
					       "those with names"
					     : "%s takes operands by name only",
				     x->packet->name, x->positional);
	return put_off(x, x->packet->operands[x->positional++], at);
}

/* name=value, a flag, a list, or the next operand without a name. */
static int read_operand(struct packet_text *x)
{
	struct cb_text *t = x->t;
	const char *at;
	size_t len;
	int field;

	cb_text_blanks(t);
	at = t->p;
	if (x->packet->payload >= 0 && cb_text_take(t, '{'))
		return read_payload(x);
	len = tpc_expr_ident(t->p, t->end);
	field = cb_find_field(x->packet, at, len);
	t->p += len;
	if (len && cb_text_take(t, '=')) {
		if (field < 0)
			return list_fields(x, at, len);
		return put_off(x, field, at);
	}
	if (len && field >= 0 && x->packet->fields[field].width == 1) {
		if (x->given[field])
			return cb_text_error(t, at, "%.*s is given already",
					     (int)len, at);
		x->given[field] = at;
		x->value[field] = 1;
		return 0;
	}
	t->p = at;
	return read_positional(x, at);
}

/* Where the packet writes to; 0 if that is not known. */
static uint64_t target_of(const struct packet_text *x)
{
	static const uint8_t kinds[] = {TPC_CB_REGISTER, TPC_CB_MESSAGE,
					TPC_CB_ADDRESS};
	int base = cb_find_field(x->packet, "base", 4);
	int f = cb_field_of_kind(x->packet, TPC_CB_LOCAL);
	size_t i;

	if (f >= 0 && x->value[f])
		return 0;
	for (i = 0; i < sizeof(kinds); i++) {
		f = cb_field_of_kind(x->packet, kinds[i]);
		if (f >= 0)
			return cb_target(x->t->cb, x->t->queue,
					 &x->packet->fields[f], x->value[f],
					 base < 0 ? 0
						  : (unsigned)x->value[base]);
	}
	return 0;
}

/* {FIELD=VALUE, ...}; the brace has been read. */
static int read_reg_fields(struct packet_text *x, int field)
{
	struct cb_text *t = x->t;
	struct tpc_reg_ref ref;
	uint32_t value;

	if (tpc_reg_at(t->cb, target_of(x), &ref))
		return cb_text_error(t, t->p - 1,
				     "fields need a register with a name as "
				     "the target");
	if (cb_text_reg_fields(t, &ref, &value))
		return -EINVAL;
	x->value[field] = value;
	return 0;
}

bool cb_window_offset(const struct tpc_cb *cb, const struct tpc_cb_queue *queue,
		      uint64_t address, uint64_t *offset)
{
	/* The engine's part of the window may reach the queue manager too. */
	return to_window(cb, queue->qman, &cb->qman, address, offset) ||
	       to_window(cb, queue->engine, &cb->engine, address, offset);
}

/* An address of the window that WREG packets reach, as offset in it. */
static int window_offset(struct packet_text *x, const char *at, int64_t *num)
{
	const struct tpc_cb_queue *queue = x->t->queue;
	uint64_t address = (uint64_t)*num;
	int local = cb_field_of_kind(x->packet, TPC_CB_LOCAL);
	uint64_t offset;

	if (*num >= 0 && *num <= MAX_OFFSET)
		return 0;
	if (local >= 0 && x->value[local])
		return cb_text_error(x->t, at,
				     "with %s the register is an offset below "
				     "0x%x",
				     x->packet->fields[local].name,
				     MAX_OFFSET + 1);
	if (!queue)
		return cb_text_error(x->t, at,
				     "an address needs .queue before it, which "
				     "says whose registers a packet reaches");
	if (!cb_window_offset(x->t->cb, queue, address, &offset))
		return cb_text_error(
			x->t, at,
			"queue %s does not reach 0x%llx, only %s and %s",
			queue->name, (unsigned long long)address,
			queue->engine ? queue->engine : "no engine",
			queue->qman ? queue->qman : "no queue manager");
	*num = (int64_t)offset;
	return 0;
}

/* An address as offset from a message base, which is chosen if not given. */
static int message_offset(struct packet_text *x, const char *at, int64_t *num)
{
	const struct tpc_cb *cb = x->t->cb;
	int base = cb_find_field(x->packet, "base", 4);
	uint64_t address = (uint64_t)*num;
	uint64_t start;
	unsigned i;

	if ((*num >= 0 && *num <= MAX_OFFSET) || base < 0)
		return 0;
	for (i = 0; i < cb->num_bases; i++) {
		unsigned index = cb->bases[i].index;

		if (x->given[base] && index != x->value[base])
			continue;
		start = cb_base_address(cb, x->t->queue, index);
		if (!start || address < start || address - start > MAX_OFFSET)
			continue;
		*num = (int64_t)(address - start);
		x->value[base] = index;
		return 0;
	}
	return cb_text_error(x->t, at,
			     "no message base of this queue is near 0x%llx",
			     (unsigned long long)address);
}

static int read_value(struct packet_text *x, int field)
{
	const struct tpc_cb_field *f = &x->packet->fields[field];
	struct cb_text *t = x->t;
	const char *at = x->pending[field];
	int64_t num;

	if (!at)
		return 0;
	t->p = at;
	if (f->kind == TPC_CB_DATA && cb_text_take(t, '{')) {
		if (read_reg_fields(x, field))
			return -EINVAL;
	} else {
		if (cb_text_expr(t, &num))
			return -EINVAL;
		if (f->kind == TPC_CB_REGISTER && window_offset(x, at, &num))
			return -EINVAL;
		if (f->kind == TPC_CB_MESSAGE && message_offset(x, at, &num))
			return -EINVAL;
		if (cb_text_fits(x->t, at, f->name, f->width,
				 f->kind == TPC_CB_DATA, num))
			return -EINVAL;
		x->value[field] = (uint64_t)num & cb_width_mask(f->width);
	}
	cb_text_blanks(t);
	if (t->p < t->end && *t->p != ',' && *t->p != '\n')
		return cb_text_error(t, t->p,
				     "',' or the end of the line "
				     "expected");
	return 0;
}

static int read_values(struct packet_text *x)
{
	static const uint8_t order[] = {TPC_CB_NUMBER,	 TPC_CB_LOCAL,
					TPC_CB_REGISTER, TPC_CB_ADDRESS,
					TPC_CB_MESSAGE,	 TPC_CB_DATA};
	unsigned i, k;

	for (k = 0; k < sizeof(order); k++)
		for (i = 0; i < x->packet->num_fields; i++)
			if (x->packet->fields[i].kind == order[k] &&
			    read_value(x, (int)i))
				return -EINVAL;
	return 0;
}

/* Operands without names cannot be left out. */
static int check_operands(struct packet_text *x)
{
	unsigned i;

	for (i = 0; i < x->packet->num_operands; i++) {
		int field = x->packet->operands[i];

		if (!x->given[field])
			return cb_text_error(x->t, x->name, "%s needs %s",
					     x->packet->name,
					     x->packet->fields[field].name);
	}
	return 0;
}

/* The values of the list, behind the fixed part of the packet. */
static int append_payload(struct packet_text *x, struct cb_buffer *b,
			  uint64_t *count)
{
	struct cb_text *t = x->t;
	uint8_t bytes[8];
	int64_t num;

	*count = 0;
	t->p = x->payload;
	if (!x->payload)
		return 0;
	for (cb_text_space(t); !cb_text_take(t, '}'); cb_text_space(t)) {
		if (*count && !cb_text_take(t, ','))
			return cb_text_error(t, t->p, "',' or '}' expected");
		cb_text_space(t);
		if (*count && cb_text_take(t, '}'))
			break;
		if (cb_text_expr(t, &num))
			return -EINVAL;
		cb_put_bits(bytes, 0, 64, (uint64_t)num);
		if (cb_buffer_append(b, bytes, sizeof(bytes)))
			return -ENOMEM;
		(*count)++;
	}
	return 0;
}

/* The number of values is counted; if it is given it must be right. */
static int check_count(struct packet_text *x, uint64_t count)
{
	int field = x->packet->payload;

	if (field < 0)
		return 0;
	if (x->given[field] && x->value[field] != count)
		return cb_text_error(x->t, x->given[field],
				     "%s is %llu, but the list has %llu values",
				     x->packet->fields[field].name,
				     (unsigned long long)x->value[field],
				     (unsigned long long)count);
	if (count > cb_width_mask(x->packet->fields[field].width))
		return cb_text_error(x->t, x->payload,
				     "the list has %llu values, %s holds %llu",
				     (unsigned long long)count, x->packet->name,
				     (unsigned long long)cb_width_mask(
					     x->packet->fields[field].width));
	x->value[field] = count;
	return 0;
}

static int emit(struct packet_text *x)
{
	struct cb_buffer *b = cb_text_buffer(x->t);
	uint8_t bytes[CB_MAX_PACKET] = {0};
	uint64_t count;
	size_t at;
	unsigned i;
	int err;

	if (!b)
		return -ENOMEM;
	at = b->pub.size;
	err = cb_buffer_append(b, bytes, x->packet->size);
	if (!err)
		err = append_payload(x, b, &count);
	if (!err)
		err = check_count(x, count);
	if (err == -ENOMEM)
		x->t->out_of_memory = true;
	if (err)
		return err;
	cb_put_bits(b->data + at, x->t->cb->opcode_lsb, x->t->cb->opcode_width,
		    x->packet->opcode);
	for (i = 0; i < x->packet->num_fields; i++)
		cb_put_bits(b->data + at, x->packet->fields[i].lsb,
			    x->packet->fields[i].width, x->value[i]);
	return 0;
}

int cb_text_packet(struct cb_text *t, const struct tpc_cb_packet *packet,
		   const char *name)
{
	struct packet_text x = {.t = t, .packet = packet, .name = name};
	const char *end;
	unsigned i;
	int err;

	for (i = 0; i < packet->num_fields; i++)
		x.value[i] = packet->fields[i].preset;
	cb_text_blanks(t);
	if (t->p < t->end && *t->p != '\n') {
		do {
			if (read_operand(&x))
				return -EINVAL;
		} while (cb_text_take(t, ','));
	}
	end = t->p;
	err = check_operands(&x);
	if (!err)
		err = read_values(&x);
	if (!err)
		err = emit(&x);
	t->p = end;
	return err;
}
