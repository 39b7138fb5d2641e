// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Text of command buffers: lines, symbols and directives. */
#include "cbtext_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A quoted token in a message is cut here. */
#define MAX_QUOTE 40
/* Longest name of a register or block. */
#define MAX_NAME 64

/* Places are asked for in the order of the text, or nearly so. */
static struct tpc_loc loc_of(struct cb_text *t, const char *at)
{
	const char *eol;

	if (!t->line || at < t->line_start) {
		t->line_start = t->text;
		t->line = 1;
	}
	while ((eol = memchr(t->line_start, '\n', at - t->line_start))) {
		t->line_start = eol + 1;
		t->line++;
	}
	return (struct tpc_loc){
		.file = t->options->file,
		.line = t->line,
		.col = (unsigned)(at - t->line_start) + 1,
	};
}

int cb_text_error(struct cb_text *t, const char *at, const char *fmt, ...)
{
	va_list args;

	t->errors++;
	if (t->diags && !tpc_diags_full(t->diags)) {
		va_start(args, fmt);
		tpc_vdiag(t->diags, TPC_SEV_ERROR, loc_of(t, at), fmt, args);
		va_end(args);
	}
	return -EINVAL;
}

static int nomem(struct cb_text *t)
{
	t->out_of_memory = true;
	return -ENOMEM;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

void cb_text_blanks(struct cb_text *t)
{
	while (t->p < t->end && is_blank(*t->p))
		t->p++;
}

void cb_text_space(struct cb_text *t)
{
	while (t->p < t->end && (is_blank(*t->p) || *t->p == '\n'))
		t->p++;
}

bool cb_text_take(struct cb_text *t, char c)
{
	cb_text_blanks(t);
	if (t->p == t->end || *t->p != c)
		return false;
	t->p++;
	return true;
}

static bool at_line_end(struct cb_text *t)
{
	cb_text_blanks(t);
	return t->p == t->end || *t->p == '\n';
}

static void skip_line(struct cb_text *t)
{
	while (t->p < t->end && *t->p != '\n')
		t->p++;
}

static int unexpected(struct cb_text *t, const char *what)
{
	const char *end = t->p;

	while (end < t->end && *end != '\n' && end - t->p < MAX_QUOTE)
		end++;
	while (end > t->p && is_blank(end[-1]))
		end--;
	if (end == t->p)
		return cb_text_error(t, t->p, "%s expected", what);
	return cb_text_error(t, t->p, "%s expected before '%.*s'", what,
			     (int)(end - t->p), t->p);
}

/* Names of the chip: registers, blocks and address ranges. */
static bool find_address(const struct cb_text *t, const char *name, size_t len,
			 uint64_t *address)
{
	char text[MAX_NAME];
	unsigned i;

	if (len >= sizeof(text))
		return false;
	memcpy(text, name, len);
	text[len] = '\0';
	if (!tpc_reg_find(t->cb, text, address) ||
	    !tpc_block_find(t->cb, text, address))
		return true;
	for (i = 0; i < t->cb->num_ranges; i++) {
		if (strcasecmp(t->cb->ranges[i].name, text))
			continue;
		*address = t->cb->ranges[i].base;
		return true;
	}
	return false;
}

static int resolve(void *ctx, const char *name, size_t len,
		   struct tpc_value *value)
{
	struct cb_text *t = ctx;
	const struct tpc_sym *sym = tpc_symtab_find(t->symtab, name, len);
	uint64_t address;

	*value = (struct tpc_value){0};
	if (sym && sym->line) {
		*value = sym->value;
		return 0;
	}
	if (find_address(t, name, len, &address)) {
		value->num = (int64_t)address;
		return 0;
	}
	/* It may be defined further down. */
	return t->first ? 0 : -ENOENT;
}

int cb_text_expr(struct cb_text *t, int64_t *num)
{
	struct tpc_value value;
	struct tpc_expr e = {
		.p = t->p,
		.end = t->end,
		.resolve = resolve,
		.ctx = t,
	};

	if (tpc_expr_parse(&e, &value))
		return cb_text_error(t, e.err_at, "%s", e.err);
	t->p = e.p;
	*num = value.num;
	return 0;
}

/* The second reading meets what the first one has defined. */
static int define(struct cb_text *t, const char *name, size_t len, int64_t num,
		  bool label)
{
	struct tpc_loc loc = loc_of(t, name);
	struct tpc_sym *sym = tpc_symtab_get(t->symtab, name, len);

	if (!sym)
		return nomem(t);
	if (sym->line && (sym->line != loc.line || sym->col != loc.col)) {
		cb_text_error(t, name, "'%.*s' is defined already", (int)len,
			      name);
		if (t->diags)
			tpc_note(t->diags,
				 (struct tpc_loc){.file = loc.file,
						  .line = sym->line,
						  .col = sym->col},
				 "the first definition is here");
		return -EINVAL;
	}
	sym->line = loc.line;
	sym->col = loc.col;
	sym->label = label;
	sym->value = (struct tpc_value){.num = num};
	return 0;
}

static struct cb_buffer *start_buffer(struct cb_text *t, const char *name,
				      size_t len)
{
	struct cb_buffer *b = cb_image_new_buffer(t->image, name, len);

	if (!b) {
		nomem(t);
		return NULL;
	}
	b->pub.queue = t->queue;
	b->pub.stream = t->stream;
	t->buffer = b;
	return b;
}

struct cb_buffer *cb_text_buffer(struct cb_text *t)
{
	return t->buffer ? t->buffer : start_buffer(t, "cb", 2);
}

static size_t take_name(struct cb_text *t, const char **name)
{
	size_t len;

	cb_text_blanks(t);
	len = tpc_expr_ident(t->p, t->end);
	*name = t->p;
	t->p += len;
	return len;
}

static int chip_directive(struct cb_text *t)
{
	const char *name;
	size_t len = take_name(t, &name);
	char text[MAX_NAME];

	if (!len)
		return unexpected(t, "the name of a chip");
	if (t->buffer || t->named_chip)
		return cb_text_error(t, name,
				     "the chip is given once, before the "
				     "first buffer");
	snprintf(text, sizeof(text), "%.*s", (int)len, name);
	if (!tpc_cb_get(text))
		return cb_text_error(t, name, "no chip is called '%s'", text);
	t->named_chip = true;
	t->cb = t->image->cb = tpc_cb_get(text);
	return 0;
}

/* .queue NAME[, STREAM] */
static int queue_directive(struct cb_text *t)
{
	const struct tpc_cb_queue *queue;
	int64_t stream = 0;
	const char *name, *at;
	size_t len = take_name(t, &name);

	if (!len)
		return unexpected(t, "the name of a queue");
	queue = tpc_cb_queue_by_name(t->cb, name, len);
	if (!queue)
		return cb_text_error(t, name, "%s has no queue '%.*s'",
				     t->cb->name, (int)len, name);
	if (cb_text_take(t, ',')) {
		cb_text_blanks(t);
		at = t->p;
		if (cb_text_expr(t, &stream))
			return -EINVAL;
		if (stream < 0 || stream >= queue->streams)
			return cb_text_error(t, at,
					     "stream %lld is out of range "
					     "0..%u",
					     (long long)stream,
					     queue->streams - 1);
	}
	t->queue = queue;
	t->stream = (unsigned)stream;
	return 0;
}

/* .buffer NAME[, ADDRESS] */
static int buffer_directive(struct cb_text *t)
{
	struct cb_buffer *b;
	const char *name;
	size_t len = take_name(t, &name);
	int64_t address = 0;
	bool has_address;

	if (!len)
		return unexpected(t, "the name of a buffer");
	if (cb_image_has(t->image, name, len))
		return cb_text_error(t, name,
				     "there is a buffer '%.*s' already",
				     (int)len, name);
	has_address = cb_text_take(t, ',');
	if (has_address && cb_text_expr(t, &address))
		return -EINVAL;
	b = start_buffer(t, name, len);
	if (!b)
		return -ENOMEM;
	b->pub.has_address = has_address;
	b->pub.address = (uint64_t)address;
	return has_address ? define(t, name, len, address, true) : 0;
}

/* .set NAME, VALUE */
static int set_directive(struct cb_text *t)
{
	const char *name;
	size_t len = take_name(t, &name);
	int64_t num;

	if (!len)
		return unexpected(t, "the name of a symbol");
	if (!cb_text_take(t, ','))
		return unexpected(t, "','");
	if (cb_text_expr(t, &num))
		return -EINVAL;
	return define(t, name, len, num, false);
}

static int data_directive(struct cb_text *t, unsigned bytes)
{
	uint8_t encoded[8] = {0};
	struct cb_buffer *b = cb_text_buffer(t);
	const char *at;
	int64_t num;

	if (!b)
		return -ENOMEM;
	do {
		cb_text_blanks(t);
		at = t->p;
		if (cb_text_expr(t, &num))
			return -EINVAL;
		if (bytes < 8 && (num < -(1ll << (8 * bytes - 1)) ||
				  num >= 1ll << 8 * bytes))
			return cb_text_error(t, at,
					     "%lld does not fit %u bytes",
					     (long long)num, bytes);
		cb_put_bits(encoded, 0, 8 * bytes, (uint64_t)num);
		if (cb_buffer_append(b, encoded, bytes))
			return nomem(t);
	} while (cb_text_take(t, ','));
	return 0;
}

static int byte_directive(struct cb_text *t)
{
	return data_directive(t, 1);
}

static int long_directive(struct cb_text *t)
{
	return data_directive(t, 4);
}

static int quad_directive(struct cb_text *t)
{
	return data_directive(t, 8);
}

static const struct {
	const char *name;
	int (*read)(struct cb_text *t);
} directives[] = {
	{".buffer", buffer_directive}, {".byte", byte_directive},
	{".chip", chip_directive},     {".long", long_directive},
	{".quad", quad_directive},     {".queue", queue_directive},
	{".set", set_directive},
};

static int read_directive(struct cb_text *t, const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < sizeof(directives) / sizeof(directives[0]); i++)
		if (strlen(directives[i].name) == len &&
		    !strncasecmp(directives[i].name, name, len))
			return directives[i].read(t);
	return cb_text_error(t, name,
			     "unknown directive '%.*s'; there are .buffer, "
			     ".byte, .chip, .long, .quad, .queue and .set",
			     (int)len, name);
}

static int read_label(struct cb_text *t, const char *name, size_t len)
{
	struct cb_buffer *b = cb_text_buffer(t);

	if (!b)
		return -ENOMEM;
	if (!b->pub.has_address)
		return cb_text_error(t, name,
				     "a label needs a buffer with an address; "
				     "'%s' has none",
				     b->name);
	return define(t, name, len, (int64_t)(b->pub.address + b->pub.size),
		      true);
}

static int read_packet(struct cb_text *t, const char *name, size_t len)
{
	unsigned i;

	for (i = 0; i < t->cb->num_packets; i++) {
		const struct tpc_cb_packet *packet = &t->cb->packets[i];

		if (strlen(packet->name) == len &&
		    !strncasecmp(packet->name, name, len))
			return cb_text_packet(t, packet, name);
	}
	return cb_text_error(t, name, "%s has no packet '%.*s'", t->cb->name,
			     (int)len, name);
}

static int read_statement(struct cb_text *t)
{
	const char *name;
	size_t len = take_name(t, &name);

	if (len && cb_text_take(t, ':')) {
		if (read_label(t, name, len))
			return -EINVAL;
		len = take_name(t, &name);
		if (!len && at_line_end(t))
			return 0;
	}
	if (!len)
		return unexpected(t, "a packet or a directive");
	if (*name == '.')
		return read_directive(t, name, len);
	return read_packet(t, name, len);
}

static void read_line(struct cb_text *t)
{
	const char *start = t->p;

	if (at_line_end(t))
		return;
	if (!read_statement(t) && !at_line_end(t))
		unexpected(t, "the end of the line");
	/* A list in braces may have ended on another line. */
	if (t->p == start)
		t->p++;
	skip_line(t);
}

/* name.size of all buffers, for the second reading. */
static int define_sizes(struct tpc_symtab *symtab, struct cb_text *t,
			char **storage)
{
	size_t room = 1, i;
	char *p;

	for (i = 0; i < t->image->count; i++)
		room += strlen(t->image->buffers[i].name) + sizeof(".size");
	*storage = p = malloc(room);
	if (!p)
		return nomem(t);
	for (i = 0; i < t->image->count; i++) {
		struct cb_buffer *b = &t->image->buffers[i];
		int len = sprintf(p, "%s.size", b->name);
		struct tpc_sym *sym = tpc_symtab_get(symtab, p, (size_t)len);

		if (!sym)
			return nomem(t);
		if (!sym->line) {
			sym->line = UINT32_MAX;
			sym->value.num = (int64_t)b->pub.size;
			sym->label = true;
		}
		p += len + 1;
	}
	return 0;
}

/* Comments become blanks, so that every place keeps its line and column. */
static void blank_comments(char *p, char *end)
{
	bool block = false, line = false;

	for (; p < end; p++) {
		bool pair = p + 1 < end;

		if (*p == '\n') {
			line = false;
		} else if (block) {
			block = !(pair && *p == '*' && p[1] == '/');
			if (!block)
				*p++ = ' ';
			*p = ' ';
		} else if (line || *p == '#' ||
			   (pair && *p == '/' && p[1] == '/')) {
			line = true;
			*p = ' ';
		} else if (pair && *p == '/' && p[1] == '*') {
			block = true;
			*p++ = ' ';
			*p = ' ';
		}
	}
}

static int read_text(struct cb_text *t)
{
	t->image = tpc_cb_image_new(t->cb);
	if (!t->image)
		return nomem(t);
	t->p = t->text;
	while (t->p < t->end && !t->out_of_memory) {
		if (t->diags && tpc_diags_full(t->diags))
			break;
		read_line(t);
		if (t->p < t->end)
			t->p++;
	}
	return t->out_of_memory ? -ENOMEM : t->errors ? -EINVAL : 0;
}

/* What .set has defined is known from its line on. */
static void forget_values(struct tpc_symtab *symtab)
{
	size_t i;

	for (i = 0; i < symtab->count; i++)
		if (!symtab->syms[i].label)
			symtab->syms[i].line = 0;
}

static int assemble(struct cb_text *t, struct tpc_diags *diags,
		    struct tpc_cb_image **image)
{
	const struct cb_text fresh = *t;
	char *storage = NULL;
	int err;

	t->first = true;
	err = read_text(t);
	if (err != -ENOMEM) {
		forget_values(t->symtab);
		err = define_sizes(t->symtab, t, &storage);
	}
	tpc_cb_image_free(t->image);
	*t = fresh;
	if (!err) {
		t->diags = diags;
		err = read_text(t);
		if (err)
			tpc_cb_image_free(t->image);
		else
			*image = t->image;
	}
	free(storage);
	return err;
}

int tpc_cb_assemble(const char *text, size_t len,
		    const struct tpc_cb_text_options *options,
		    struct tpc_diags *diags, struct tpc_cb_image **image)
{
	struct tpc_symtab symtab = {0};
	char *copy = malloc(len + 1);
	struct cb_text t = {
		.options = options,
		.cb = options->cb,
		.text = copy,
		.end = copy + len,
		.symtab = &symtab,
	};
	int err;

	if (!copy)
		return -ENOMEM;
	memcpy(copy, text, len);
	blank_comments(copy, copy + len);
	err = tpc_diags_set_source(diags, options->file, text, len);
	if (!err)
		err = assemble(&t, diags, image);
	tpc_symtab_free(&symtab);
	free(copy);
	return err;
}
