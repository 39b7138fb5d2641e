// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * The text of a bundle: cuts it into slots, reads mnemonics and suffixes.
 */
#include "parse_priv.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static struct tpc_loc loc_of(const struct parse *ps, const char *at)
{
	return (struct tpc_loc){
		.file = ps->p->file,
		.line = ps->p->line,
		.col = ps->col + (unsigned)(at - ps->line),
	};
}

int parse_error(const struct parse *ps, const char *at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	tpc_vdiag(ps->p->diags, TPC_SEV_ERROR, loc_of(ps, at), fmt, args);
	va_end(args);
	return -EINVAL;
}

void parse_note(const struct parse *ps, const char *at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	tpc_vdiag(ps->p->diags, TPC_SEV_NOTE, loc_of(ps, at), fmt, args);
	va_end(args);
}

const struct isa_mnemonic *parse_find_mnemonic(const struct tpc_isa *isa,
					       const char *at, unsigned len)
{
	uint32_t h = ISA_HASH_START;
	char lower[64];
	unsigned i;

	if (len > isa->max_mnemonic_len || len >= sizeof(lower))
		return NULL;
	for (i = 0; i < len; i++) {
		lower[i] = to_lower(at[i]);
		h = isa_hash_add(h, lower[i]);
	}
	for (h = isa_hash_end(h);; h++) {
		const uint16_t n = isa->hash[h & (isa->hash_size - 1u)];
		const struct isa_mnemonic *m = &isa->mnemonics[n - 1];

		if (!n)
			return NULL;
		if (m->len == len && !memcmp(m->name, lower, len))
			return m;
	}
}

static unsigned word_len(const struct parse *ps)
{
	const char *p = ps->pos;

	while (p < ps->end && is_word(*p))
		p++;
	return p - ps->pos;
}

/* Names the slots a mnemonic does exist in. */
static int wrong_slot(const struct parse *ps)
{
	char slots[48] = "";
	unsigned i;

	if (parse_foreign_slot(ps))
		return -EINVAL;
	if (ps->mnemonic->slot[ISA_LOOP].num_forms)
		return parse_error(ps, ps->mnemonic_at,
				   "'%.*s' fills a bundle and must stand alone",
				   (int)ps->mnemonic_len, ps->mnemonic_at);
	for (i = 0; i < TPC_NUM_SLOTS; i++)
		if (ps->mnemonic->slot[i].num_forms) {
			strcat(slots, *slots ? ", " : "");
			strcat(slots, tpc_slot_name(i));
		}
	return parse_error(ps, ps->mnemonic_at,
			   "'%.*s' is no operation of the %s slot, but of: %s",
			   (int)ps->mnemonic_len, ps->mnemonic_at,
			   tpc_slot_name(ps->slot), slots);
}

static int find_type(const char *at, unsigned len)
{
	unsigned i;

	for (i = 0; i < isa_num_types; i++)
		if (isa_types[i].len == len &&
		    word_is(at, len, isa_types[i].name))
			return i;
	return -1;
}

static int bad_suffix(const struct parse *ps, unsigned len)
{
	unsigned whole = ps->pos + len - ps->mnemonic_at;

	if (parse_foreign_mnemonic(ps, ps->mnemonic_at, whole) ||
	    parse_lacks_value(ps, ps->pos, len) ||
	    parse_foreign_word(ps, ps->pos, len, ISA_WORD_ALONE, -1))
		return -EINVAL;
	return parse_error(ps, ps->pos,
			   "'%.*s' is neither a data type nor a switch of %s",
			   (int)len, ps->pos, ps->mnemonic->name);
}

/* .f32 .rz .from_hw_reg, behind the dot. */
static int parse_suffix(struct parse *ps)
{
	unsigned len = word_len(ps), whole;
	const struct isa_mnemonic *m;
	const struct isa_word *w;
	int type;

	if (ps->type == TPC_TYPE_NONE) {
		type = find_type(ps->pos, len);
		if (type >= 0) {
			ps->type = type;
			ps->type_at = ps->pos;
			ps->pos += len;
			return 0;
		}
	}
	w = parse_find_word(ps, ps->pos, len, ISA_WORD_ALONE, -1);
	if (w) {
		ps->pos += len;
		return parse_give(ps, w->group, w->value, true, ps->pos - len);
	}
	whole = ps->pos + len - ps->mnemonic_at;
	m = parse_find_mnemonic(ps->isa, ps->mnemonic_at, whole);
	if (!m || ps->type != TPC_TYPE_NONE)
		return bad_suffix(ps, len);
	ps->mnemonic = m;
	ps->mnemonic_len = whole;
	ps->pos += len;
	return 0;
}

static int parse_mnemonic(struct parse *ps)
{
	unsigned len = word_len(ps);

	ps->mnemonic_at = ps->pos;
	ps->mnemonic_len = len;
	if (!len)
		return parse_error(ps, ps->pos,
				   "expected an instruction, found '%.1s'",
				   ps->pos);
	ps->mnemonic = parse_find_mnemonic(ps->isa, ps->pos, len);
	if (!ps->mnemonic && parse_foreign_mnemonic(ps, ps->pos, len))
		return -EINVAL;
	if (!ps->mnemonic)
		return parse_error(ps, ps->pos, "unknown instruction '%.*s'",
				   (int)len, ps->pos);
	ps->pos += len;
	while (ps->pos < ps->end && *ps->pos == '.') {
		ps->pos++;
		if (parse_suffix(ps))
			return -EINVAL;
	}
	if (!ps->mnemonic->slot[ps->slot].num_forms)
		return wrong_slot(ps);
	if (ps->pos < ps->end && !is_blank(*ps->pos))
		return parse_error(ps, ps->pos, "unexpected '%.1s'", ps->pos);
	return 0;
}

static int parse_items(struct parse *ps)
{
	bool comma = false;

	skip_blanks(ps);
	while (ps->pos < ps->end) {
		if (parse_item(ps, comma))
			return -EINVAL;
		skip_blanks(ps);
		comma = ps->pos < ps->end && *ps->pos == ',';
		if (!comma)
			continue;
		ps->pos++;
		skip_blanks(ps);
		if (ps->pos == ps->end)
			return parse_error(ps, ps->pos - 1,
					   "operand expected after ','");
	}
	return 0;
}

static int parse_op(struct parse *ps, struct tpc_op *op)
{
	ps->type = TPC_TYPE_NONE;
	ps->num_tokens = 0;
	ps->num_given = 0;
	if (parse_mnemonic(ps) || parse_items(ps))
		return -EINVAL;
	return parse_encode(ps, op);
}

/* Operations that may or must stand alone: loop, halt. Returns 1 if done. */
static int parse_alone(struct parse *ps, struct tpc_bundle *bundle)
{
	const struct isa_mnemonic *m =
		parse_find_mnemonic(ps->isa, ps->pos, word_len(ps));
	static const uint32_t none[TPC_NUM_FIELDS];
	unsigned i, slot;

	if (!m)
		return 0;
	if (m->slot[ISA_LOOP].num_forms) {
		ps->slot = ISA_LOOP;
		return parse_op(ps, &bundle->op[TPC_SLOT_SPU]) ? -EINVAL : 1;
	}
	if (m->mnemonic != TPC_MN_HALT)
		return 0;
	ps->pos += m->len;
	skip_blanks(ps);
	if (ps->pos != ps->end)
		return parse_error(ps, ps->pos, "halt takes no operands");
	for (i = 0; i < 2; i++) {
		slot = isa_form(ps->isa, ps->isa->halt[i])->pub.slot;
		isa_op_from_raw(ps->isa, ps->isa->halt[i], slot, none,
				&bundle->op[slot]);
	}
	return 1;
}

/* Cuts off the text of the next slot. Returns false at the end. */
static bool next_segment(struct parse *ps, const char **next, const char *end)
{
	const char *from = *next, *to;

	if (!from)
		return false;
	to = memchr(from, ';', end - from);
	*next = to ? to + 1 : NULL;
	if (!to)
		to = end;
	ps->pos = from;
	ps->end = to;
	skip_blanks(ps);
	while (ps->end > ps->pos && is_blank(ps->end[-1]))
		ps->end--;
	return true;
}

static bool is_nop(const struct parse *ps)
{
	return ps->end - ps->pos == 3 && word_is(ps->pos, 3, "nop");
}

int tpc_parse_bundle(const struct tpc_parser *p, const char *text, size_t len,
		     unsigned col, struct tpc_bundle *bundle)
{
	const char *next = text;
	struct tpc_bundle made;
	struct parse ps;
	unsigned slot;
	int ret;

	/* Tokens and switches are filled as they come. */
	ps.p = p;
	ps.isa = p->isa;
	ps.line = text;
	ps.col = col;
	tpc_bundle_init(p->isa, &made);
	for (slot = 0; next_segment(&ps, &next, text + len); slot++) {
		if (ps.pos == ps.end && !next && slot)
			break; /* semicolon at the end */
		if (slot == TPC_NUM_SLOTS)
			return parse_error(&ps, ps.pos,
					   "more than %d slots in a bundle",
					   TPC_NUM_SLOTS);
		if (ps.pos == ps.end)
			return parse_error(&ps, ps.pos,
					   "empty slot: write nop");
		if (is_nop(&ps))
			continue;
		if (!slot && !next) {
			ret = parse_alone(&ps, &made);
			if (ret < 0)
				return ret;
			if (ret)
				break;
		}
		ps.slot = slot;
		if (parse_op(&ps, &made.op[slot]))
			return -EINVAL;
	}
	*bundle = made;
	return 0;
}
