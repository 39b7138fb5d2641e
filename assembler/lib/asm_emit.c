// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Second pass: statements to bytes. */
#include "asm_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

int tpc_asm_resolve(void *ctx, const char *name, size_t len,
		    struct tpc_value *value)
{
	struct tpc_asm *as = ctx;
	struct tpc_sym *sym;

	if (len == 1 && *name == '.') {
		as->used_address = true;
		*value = (struct tpc_value){.num = as->pc, .labels = 1};
		return 0;
	}
	if (*name >= '0' && *name <= '9') {
		as->used_address = true;
		return tpc_asm_find_local(as, name, len, value);
	}
	sym = tpc_symtab_find(&as->symtab, name, len);
	if (!sym || !sym->line)
		return -ENOENT;
	*value = sym->value;
	as->used_address |= sym->label;
	return 0;
}

struct tpc_parser tpc_asm_parser(struct tpc_asm *as,
				 const struct tpc_stmt *stmt)
{
	return (struct tpc_parser){
		.isa = as->isa,
		.diags = as->diags,
		.file = stmt->source->name,
		.line = stmt->line,
		.pc = stmt->addr,
		.resolve = tpc_asm_resolve,
		.alias = as->aliases.num_lists ? tpc_asm_alias : NULL,
		.ctx = as,
	};
}

static struct tpc_loc stmt_loc(const struct tpc_asm *as,
			       const struct tpc_stmt *stmt)
{
	return (struct tpc_loc){stmt->source->name, stmt->line, stmt->col};
}

static int encode(const struct tpc_isa *isa, const struct tpc_stmt *stmt,
		  const struct tpc_bundle *bundle, uint8_t *bytes, char *why,
		  size_t why_size)
{
	return stmt->half ? tpc_encode_half(isa, bundle, bytes, why, why_size)
			  : tpc_encode(isa, bundle, bytes, why, why_size);
}

/* Where the first operation stands that does not go with those before it. */
static struct tpc_loc conflict_loc(const struct tpc_asm *as,
				   const struct tpc_stmt *stmt,
				   const struct tpc_bundle *bundle)
{
	struct tpc_loc loc = stmt_loc(as, stmt);
	const char *at = stmt->text, *end = at + stmt->len;
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct tpc_bundle part;
	unsigned slot;

	if (stmt->half && !tpc_fits_half(as->isa, bundle))
		return loc;
	tpc_bundle_init(as->isa, &part);
	for (slot = 0; slot < TPC_NUM_SLOTS && at; slot++) {
		part.op[slot] = bundle->op[slot];
		if (encode(as->isa, stmt, &part, bytes, NULL, 0))
			break;
		at = memchr(at, ';', end - at);
		at += at ? 1 : 0;
	}
	if (!at)
		return loc;
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	loc.col += at - stmt->text;
	return loc;
}

static int emit_bundle(struct tpc_asm *as, const struct tpc_stmt *stmt)
{
	struct tpc_parser parser = tpc_asm_parser(as, stmt);
	struct tpc_bundle bundle;
	char why[160];

	as->lines[stmt->addr / TPC_BUNDLE_BYTES] =
		tpc_source_line(stmt->source, stmt->line);
	if (tpc_parse_bundle(&parser, stmt->text, stmt->len, stmt->col,
			     &bundle)) {
		as->errors++;
		tpc_asm_note_origin(as);
		return -EINVAL;
	}
	if (encode(as->isa, stmt, &bundle, as->code + stmt->addr, why,
		   sizeof(why)))
		return tpc_asm_error(as, conflict_loc(as, stmt, &bundle), "%s",
				     why);
	tpc_asm_metadata_learn(as, &bundle);
	return 0;
}

static int put_value(struct tpc_cursor *c, uint8_t *bytes, unsigned unit)
{
	int64_t min = unit == 8 ? INT64_MIN : -(INT64_C(1) << (8 * unit - 1));
	int64_t max = unit == 8 ? INT64_MAX : (INT64_C(1) << 8 * unit) - 1;
	struct tpc_value value;
	const char *at;
	unsigned i;

	tpc_cursor_blanks(c);
	at = c->p;
	if (tpc_cursor_expr(c, &value))
		return -EINVAL;
	/* 64 bits hold what the expression has, signed or not. */
	if (unit < 8 && (value.num < min || value.num > max))
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
				     "value %lld is out of range %lld..%lld",
				     (long long)value.num, (long long)min,
				     (long long)max);
	for (i = 0; i < unit; i++)
		bytes[i] = (uint64_t)value.num >> 8 * i;
	return 0;
}

static int put_float(struct tpc_cursor *c, uint8_t *bytes, unsigned unit)
{
	char text[64] = "";
	const char *at;
	size_t len;
	float value;

	tpc_cursor_blanks(c);
	at = c->p;
	while (c->p < c->end && *c->p != ',' && *c->p != ' ' && *c->p != '\t')
		c->p++;
	len = c->p - at;
	if (len && len < sizeof(text)) {
		memcpy(text, at, len);
		if (!tpc_expr_float(text, &value)) {
			memcpy(bytes, &value, unit);
			return 0;
		}
	}
	return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
			     "'%.*s' is no floating-point number",
			     len < 40 ? (int)len : 40, at);
}

/* The first pass has counted the commas: there is room for every item. */
static int emit_data(struct tpc_asm *as, const struct tpc_stmt *stmt,
		     int (*put)(struct tpc_cursor *c, uint8_t *bytes,
				unsigned unit))
{
	struct tpc_cursor c = {
		.as = as,
		.p = stmt->text,
		.end = stmt->text + stmt->len,
		.line = stmt->line,
		.col = stmt->col,
		.start = stmt->text,
	};
	uint8_t *bytes = as->code + stmt->addr;

	for (;; bytes += stmt->unit) {
		if (put(&c, bytes, stmt->unit))
			return -EINVAL;
		tpc_cursor_blanks(&c);
		if (c.p == c.end || *c.p != ',')
			return tpc_cursor_end(&c);
		c.p++;
	}
}

/* Whole bundles become NOP; the rest of a bundle begun stays zero. */
static int emit_fill(struct tpc_asm *as, const struct tpc_stmt *stmt)
{
	uint32_t addr = stmt->addr, end = addr + stmt->size;
	struct tpc_bundle nop;

	tpc_bundle_init(as->isa, &nop);
	addr += -addr & (TPC_BUNDLE_BYTES - 1);
	for (; addr + TPC_BUNDLE_BYTES <= end; addr += TPC_BUNDLE_BYTES) {
		as->lines[addr / TPC_BUNDLE_BYTES] =
			tpc_source_line(stmt->source, stmt->line);
		if (tpc_encode(as->isa, &nop, as->code + addr, NULL, 0))
			return tpc_asm_error(as, stmt_loc(as, stmt),
					     "a NOP cannot be encoded");
	}
	return 0;
}

static void emit_stmt(struct tpc_asm *as, const struct tpc_stmt *stmt)
{
	as->pc = stmt->addr;
	as->index = (size_t)(stmt - as->stmts);
	as->source = stmt->source;
	switch (stmt->kind) {
	case TPC_STMT_BUNDLE:
		emit_bundle(as, stmt);
		return;
	case TPC_STMT_DATA:
		emit_data(as, stmt, put_value);
		return;
	case TPC_STMT_FLOAT:
		emit_data(as, stmt, put_float);
		return;
	case TPC_STMT_ZERO:
		return;
	case TPC_STMT_FILL:
		emit_fill(as, stmt);
		return;
	}
}

static void check_end(struct tpc_asm *as)
{
	if (as->pair)
		tpc_asm_error(as, as->pair_loc,
			      "two bundles must follow .pair");
	else if (as->addr % TPC_BUNDLE_BYTES)
		tpc_asm_error(as, stmt_loc(as, as->stmts + as->num_stmts - 1),
			      "the code ends at byte 0x%x, which is no "
			      "multiple of %d; put .p2align 5 at the end",
			      as->addr, TPC_BUNDLE_BYTES);
}

void tpc_asm_emit(struct tpc_asm *as)
{
	size_t i;

	/* One more than needed: there is code even for an empty text. */
	as->code = calloc(1, as->addr + 1);
	as->lines = calloc(as->addr / TPC_BUNDLE_BYTES + 1, sizeof(*as->lines));
	if (!as->code || !as->lines) {
		tpc_asm_nomem(as);
		return;
	}
	for (i = 0; i < as->num_stmts && !tpc_diags_full(as->diags); i++)
		emit_stmt(as, &as->stmts[i]);
	as->source = NULL;
	check_end(as);
}
