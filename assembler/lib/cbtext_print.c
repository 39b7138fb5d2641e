// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Command buffers to text that assembles to the same bytes. */
#include "cbtext_priv.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Column at which comments start, where the statement leaves room. */
#define COMMENT_COLUMN 56

struct printer {
	const struct tpc_cb_image *image;
	const struct tpc_cb_print_options *options;
	const struct tpc_cb_buffer *buffer;
	struct cb_launch *launch;
	struct cb_index index;
	FILE *out;
	char line[512]; /* the statement that grows */
	size_t len;
	char note[512]; /* its comment */
	size_t note_len;
	bool launched; /* the packet has started a launch */
};

static __attribute__((format(printf, 4, 5))) void
add(char *buf, size_t size, size_t *len, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(buf + *len, size - *len, fmt, args);
	va_end(args);
	*len += n < 0 ? 0 : (size_t)n;
	if (*len >= size)
		*len = size - 1;
}

#define put(pr, ...) \
	add((pr)->line, sizeof((pr)->line), &(pr)->len, __VA_ARGS__)
#define note(pr, ...) \
	add((pr)->note, sizeof((pr)->note), &(pr)->note_len, __VA_ARGS__)

/* Statement and comment to the output. */
static void flush(struct printer *pr)
{
	int column;

	if (pr->options->plain || !pr->note_len) {
		fprintf(pr->out, "\t%s\n", pr->line);
	} else {
		column = COMMENT_COLUMN - 8;
		fprintf(pr->out, "\t%-*s // %s\n", column, pr->line, pr->note);
	}
	pr->len = 0;
	pr->note_len = 0;
	pr->line[0] = '\0';
	pr->note[0] = '\0';
}

static uint64_t field_value(const struct tpc_cb_packet *packet, int field,
			    const uint8_t *at)
{
	return field < 0 ? 0 : tpc_cb_field_get(&packet->fields[field], at);
}

/* The name of a register's address, if it has one. */
static bool name_of(const struct printer *pr, uint64_t address, char *buf,
		    size_t size)
{
	return address && !tpc_reg_name(pr->image->cb, address, buf, size);
}

/* The fields of a register that are not 0, or of a register without fields
 * the number itself. */
static void note_value(struct printer *pr, uint64_t address, uint32_t value)
{
	struct tpc_reg_ref ref;
	char names[128];
	unsigned i;

	if (tpc_reg_at(pr->image->cb, address, &ref))
		return;
	for (i = 0; i < ref.reg->num_fields; i++) {
		const struct tpc_reg_field *f = &ref.reg->fields[i];
		uint64_t mask = (1ull << f->width) - 1;
		uint64_t part = value >> f->lsb & mask;

		if (part)
			note(pr, "%s%s=%" PRIu64, pr->note_len ? " " : "",
			     f->name, part);
	}
	if (cb_reg_members(&ref, value, names, sizeof(names)))
		note(pr, "%s(%s)", pr->note_len ? " " : "", names);
}

static void note_range(struct printer *pr, uint64_t address)
{
	const struct tpc_cb_range *range = tpc_cb_range(pr->image->cb, address);
	long number = cb_index_find(&pr->index, address);
	const struct tpc_cb_buffer *b;

	if (number >= 0) {
		b = &pr->image->buffers[number].pub;
		note(pr, "%s%s", pr->note_len ? " " : "", b->name);
		if (address != b->address)
			note(pr, "+0x%" PRIx64, address - b->address);
	} else if (range) {
		note(pr, "%s%s+0x%" PRIx64, pr->note_len ? " " : "",
		     range->name, address - range->base);
	}
}

/* Whether @name, read in place of @value, gives @value again. */
static bool reads_back(const struct printer *pr,
		       const struct tpc_cb_field *field, uint64_t value,
		       uint64_t address)
{
	uint64_t offset;

	/* The text of a message gives the base. */
	if (field->kind != TPC_CB_REGISTER)
		return true;
	return cb_window_offset(pr->image->cb, pr->buffer->queue, address,
				&offset) &&
	       offset == value;
}

/* Whether register offsets of this packet count from where names end. */
static bool is_local(const struct tpc_cb_packet *packet, const uint8_t *at)
{
	return field_value(packet, cb_field_of_kind(packet, TPC_CB_LOCAL), at);
}

static void put_value(struct printer *pr, const struct tpc_cb_packet *packet,
		      const struct tpc_cb_field *field, const uint8_t *at)
{
	uint64_t value = tpc_cb_field_get(field, at);
	uint64_t base =
		field_value(packet, cb_find_field(packet, "base", 4), at);
	uint64_t address = is_local(packet, at)
				   ? 0
				   : cb_target(pr->image->cb, pr->buffer->queue,
					       field, value, (unsigned)base);
	char name[128];

	if (name_of(pr, address, name, sizeof(name)) &&
	    reads_back(pr, field, value, address)) {
		put(pr, "%s", name);
		return;
	}
	put(pr, "0x%" PRIx64, value);
	if (field->kind == TPC_CB_ADDRESS)
		note_range(pr, value);
	else if (address)
		note(pr, "%s%s", pr->note_len ? " " : "", name);
}

static bool is_operand(const struct tpc_cb_packet *packet, unsigned field)
{
	unsigned i;

	for (i = 0; i < packet->num_operands; i++)
		if (packet->operands[i] == field)
			return true;
	return false;
}

/* Named fields: those that are not as text would leave them. */
static void put_named(struct printer *pr, const struct tpc_cb_packet *packet,
		      const uint8_t *at, bool *any)
{
	unsigned i;

	for (i = 0; i < packet->num_fields; i++) {
		const struct tpc_cb_field *f = &packet->fields[i];
		uint64_t value = tpc_cb_field_get(f, at);
		/* The base belongs to the offset even if it is 0. */
		bool base = !strcmp(f->name, "base");

		if (is_operand(packet, i) || (int)i == packet->payload ||
		    (value == f->preset && !base))
			continue;
		put(pr, "%s", *any ? ", " : " ");
		*any = true;
		if (f->width == 1 && value == 1) {
			put(pr, "%s", f->alias ? f->alias : f->name);
			continue;
		}
		put(pr, "%s=", f->name);
		put_value(pr, packet, f, at);
	}
}

/* Register the packet writes first, 0 if not known. */
static uint64_t target_of(const struct printer *pr,
			  const struct tpc_cb_packet *packet, const uint8_t *at)
{
	uint64_t base =
		field_value(packet, cb_find_field(packet, "base", 4), at);
	int field = cb_field_of_kind(packet, TPC_CB_REGISTER);

	if (field < 0)
		field = cb_field_of_kind(packet, TPC_CB_MESSAGE);
	if (field < 0 && cb_field_of_kind(packet, TPC_CB_DATA) >= 0)
		field = cb_field_of_kind(packet, TPC_CB_ADDRESS);
	if (field < 0 || is_local(packet, at))
		return 0;
	return cb_target(pr->image->cb, pr->buffer->queue,
			 &packet->fields[field], field_value(packet, field, at),
			 (unsigned)base);
}

static void written(struct printer *pr, uint64_t address, uint32_t value)
{
	if (pr->launch && cb_launch_write(pr->launch, address, value))
		pr->launched = true;
}

static void put_payload(struct printer *pr, const struct tpc_cb_packet *packet,
			const uint8_t *at, bool any)
{
	uint64_t count = field_value(packet, packet->payload, at);
	uint64_t target = target_of(pr, packet, at);
	char name[128];
	uint64_t i;
	unsigned k;

	put(pr, "%s{%s", any ? ", " : " ", count ? "" : "}");
	if (!count)
		return;
	flush(pr);
	for (i = 0; i < count; i++) {
		uint64_t value = 0;

		for (k = 0; k < 8; k++)
			value |= (uint64_t)at[packet->size + 8 * i + k]
				 << 8 * k;
		put(pr, "\t0x%016" PRIx64 "%s", value,
		    i + 1 < count ? "," : " }");
		for (k = 0; target && k < 2; k++) {
			uint64_t reg = target + 8 * i + 4 * k;

			written(pr, reg, (uint32_t)(value >> 32 * k));
			if (name_of(pr, reg, name, sizeof(name)))
				note(pr, "%s%s=0x%x", k ? " " : "",
				     strchr(name, '.') + 1,
				     (uint32_t)(value >> 32 * k));
		}
		if (i + 1 < count)
			flush(pr);
	}
}

static void note_place(struct printer *pr, size_t at, const uint8_t *bytes,
		       size_t size)
{
	size_t i;

	if (!pr->options->bytes)
		return;
	if (pr->buffer->has_address)
		note(pr, "%" PRIx64 ":", pr->buffer->address + at);
	else
		note(pr, "%zx:", at);
	for (i = 0; i < size; i++)
		note(pr, "%s%02x", i % 4 ? "" : " ", bytes[i]);
}

static void print_packet(struct printer *pr, const struct tpc_cb_packet *packet,
			 size_t offset, const uint8_t *at)
{
	int data = cb_field_of_kind(packet, TPC_CB_DATA);
	uint64_t target = target_of(pr, packet, at);
	bool any = false;
	const char *p;
	unsigned i;

	note_place(pr, offset, at, packet->size);
	for (p = packet->name; *p; p++)
		put(pr, "%c", *p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
	for (i = 0; i < packet->num_operands; i++) {
		put(pr, "%s", any ? ", " : " ");
		any = true;
		put_value(pr, packet, &packet->fields[packet->operands[i]], at);
	}
	put_named(pr, packet, at, &any);
	if (data >= 0 && target) {
		uint32_t value = (uint32_t)field_value(packet, data, at);

		note_value(pr, target, value);
		written(pr, target, value);
	}
	if (packet->payload >= 0)
		put_payload(pr, packet, at, any);
	flush(pr);
	if (pr->launched && pr->options->launches && !pr->options->plain)
		cb_launch_print(pr->launch, pr->out);
	pr->launched = false;
}

/* Whether all bits of the fixed part belong to the opcode or a field. */
static bool is_owned(const struct tpc_cb *cb,
		     const struct tpc_cb_packet *packet, const uint8_t *at)
{
	uint8_t clean[CB_MAX_PACKET] = {0};
	unsigned i;

	cb_put_bits(clean, cb->opcode_lsb, cb->opcode_width, packet->opcode);
	for (i = 0; i < packet->num_fields; i++)
		cb_put_bits(clean, packet->fields[i].lsb,
			    packet->fields[i].width,
			    tpc_cb_field_get(&packet->fields[i], at));
	return !memcmp(clean, at, packet->size);
}

/* Up to 8 bytes that are no packet. Returns their number. */
static size_t print_data(struct printer *pr, size_t offset, const uint8_t *at,
			 size_t left, const char *why)
{
	uint64_t value = 0;
	size_t i;

	if (left >= 8) {
		for (i = 0; i < 8; i++)
			value |= (uint64_t)at[i] << 8 * i;
		put(pr, ".quad 0x%016" PRIx64, value);
		left = 8;
	} else {
		for (i = 0; i < left; i++)
			put(pr, "%s0x%02x", i ? ", " : ".byte ", at[i]);
	}
	note_place(pr, offset, at, left);
	note(pr, "%s%s", pr->note_len ? " " : "", why);
	flush(pr);
	return left;
}

static void print_buffer(struct printer *pr)
{
	const struct tpc_cb_buffer *b = pr->buffer;
	const struct tpc_cb *cb = pr->image->cb;
	const struct tpc_cb_packet *packet;
	size_t at, size;
	int err;

	for (at = 0; at < b->size; at += size) {
		const uint8_t *p = b->data + at;
		const char *why = NULL;

		err = tpc_cb_parse(cb, p, b->size - at, &packet, &size);
		if (err == -EILSEQ)
			why = "no packet has this opcode";
		else if (err)
			why = "the packet goes beyond the end";
		else if (!is_owned(cb, packet, p))
			why = "bits that no field owns";
		if (why)
			size = print_data(pr, at, p, b->size - at, why);
		else
			print_packet(pr, packet, at, p);
	}
}

static void print_header(struct printer *pr, const struct tpc_cb_buffer *last)
{
	const struct tpc_cb_buffer *b = pr->buffer;

	if (b->queue &&
	    (!last || last->queue != b->queue || last->stream != b->stream)) {
		fprintf(pr->out, ".queue %s", b->queue->name);
		if (b->stream)
			fprintf(pr->out, ", %u", b->stream);
		putc('\n', pr->out);
	}
	fprintf(pr->out, ".buffer %s", b->name);
	if (b->has_address)
		fprintf(pr->out, ", 0x%" PRIx64, b->address);
	putc('\n', pr->out);
}

int tpc_cb_print(const struct tpc_cb_image *image,
		 const struct tpc_cb_print_options *options, FILE *out)
{
	struct printer pr = {.image = image, .options = options, .out = out};
	const struct tpc_cb_buffer *last = NULL;
	size_t i;

	if (cb_index_build(&pr.index, image))
		return -ENOMEM;
	if (options->launches)
		pr.launch = cb_launch_new(image->cb);
	fprintf(out, ".chip %s\n", image->cb->name);
	for (i = 0; i < image->count; i++) {
		pr.buffer = &image->buffers[i].pub;
		print_header(&pr, last);
		print_buffer(&pr);
		last = pr.buffer;
	}
	cb_launch_free(pr.launch);
	free(pr.index.entries);
	return fflush(out) || ferror(out) ? -EIO : 0;
}
