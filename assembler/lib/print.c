// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Canonical text of operations and bundles.
 */
#include "isa_tables.h"
#include "tpc/text.h"

#include <inttypes.h>

/* Text that is written as far as there is room, and counted on. */
struct out {
	char *buf;
	size_t size, len;
};

/* What is printed is a few bytes long: calls would cost more than they do. */
static inline void emit_char(struct out *o, char c)
{
	if (o->len + 1 < o->size)
		o->buf[o->len] = c;
	o->len++;
}

static inline void emit_str(struct out *o, const char *text)
{
	while (*text)
		emit_char(o, *text++);
}

static void emit_decimal(struct out *o, uint32_t value)
{
	char digits[10];
	unsigned n = 0;

	do {
		digits[n++] = (char)('0' + value % 10);
		value /= 10;
	} while (value);
	while (n)
		emit_char(o, digits[--n]);
}

/* With 1 or 4 bits a digit. */
static void emit_bits(struct out *o, uint64_t value, unsigned bits)
{
	unsigned n = 64 / bits - 1;

	while (n && !(value >> n * bits))
		n--;
	do
		emit_char(o, "0123456789abcdef"[value >> n * bits &
						((1u << bits) - 1)]);
	while (n--);
}

static void emit_hex(struct out *o, uint64_t value)
{
	emit_str(o, "0x");
	emit_bits(o, value, 4);
}

static int finish(struct out *o)
{
	if (o->size)
		o->buf[o->len < o->size ? o->len : o->size - 1] = 0;
	return (int)o->len;
}

static const char *value_name(const struct isa_switch *s, unsigned value)
{
	unsigned i;

	for (i = 0; i < s->num_values; i++)
		if (isa_values[s->first_value + i].value == value)
			return isa_values[s->first_value + i].name;
	return NULL;
}

static void print_number(struct out *o, unsigned value, unsigned base)
{
	if (base == 10) {
		emit_decimal(o, value);
	} else if (base == 16) {
		emit_hex(o, value);
	} else {
		emit_str(o, "0b");
		emit_bits(o, value, 1);
	}
}

static void print_switch(struct out *o, const struct isa_switch *s,
			 unsigned value)
{
	const char *name = value_name(s, value);

	if (s->style == ISA_STYLE_TRAILING)
		emit_char(o, ',');
	emit_char(o, s->style == ISA_STYLE_SUFFIX ? '.' : ' ');
	if (s->style == ISA_STYLE_FLAG ||
	    (s->style == ISA_STYLE_SUFFIX && !name)) {
		emit_str(o, isa_group_names[s->group]);
		return;
	}
	if (s->style == ISA_STYLE_TRAILING && !name)
		name = "?";
	if (name && s->style != ISA_STYLE_PAIR) {
		emit_str(o, name);
		return;
	}
	emit_str(o, isa_group_names[s->group]);
	emit_char(o, '=');
	if (name)
		emit_str(o, name);
	else
		print_number(o, value, s->base);
}

/* Those before the operands, or those behind them. */
static void print_switches(struct out *o, const struct tpc_op *op,
			   const struct isa_form *form, bool trailing)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i, value;

	for (i = 0; i < form->pub.num_switches; i++, s++) {
		if (s->flags & ISA_SW_TEXTONLY ||
		    s->style == ISA_STYLE_HIDDEN ||
		    (s->style == ISA_STYLE_TRAILING) != trailing)
			continue;
		if (isa_find_switch(form, s->group, op->type, op->raw) != s)
			continue;
		value = op->raw[s->place.field] >> s->place.lo &
			isa_mask(s->place.width);
		if (s->omit < 0 || value != (unsigned)s->omit)
			print_switch(o, s, value);
	}
}

static void print_numbered(struct out *o, unsigned file, unsigned index)
{
	emit_str(o, tpc_file_prefix(file));
	emit_decimal(o, index);
}

static void print_register(struct out *o, const struct tpc_operand *opnd)
{
	if (opnd->file == TPC_FILE_S_SPECIAL)
		emit_str(o, isa_s_specials[opnd->index]);
	else if (opnd->file == TPC_FILE_V_SPECIAL)
		emit_str(o, isa_v_specials[opnd->index]);
	else if (opnd->file == TPC_FILE_HW)
		emit_str(o, isa_hw_names[opnd->index]);
	else
		print_numbered(o, opnd->file, opnd->index);
}

/* A label, or the distance from the bundle. */
static void print_target(struct out *o, const struct tpc_printer *p,
			 const struct tpc_op *op)
{
	const char *name = NULL;
	int64_t addr = 0;

	tpc_op_target(op, p->pc, &addr);
	if (p->label && addr >= 0 && addr <= UINT32_MAX)
		name = p->label(p->ctx, (uint32_t)addr);
	addr -= p->pc;
	if (name)
		emit_str(o, name);
	else
		emit_str(o, addr < 0 ? ".-" : ".+");
	if (!name)
		emit_hex(o, addr < 0 ? -(uint64_t)addr : (uint64_t)addr);
}

static void print_operand(struct out *o, const struct tpc_printer *p,
			  const struct tpc_op *op, const struct isa_operand *io,
			  const struct tpc_operand *opnd)
{
	unsigned i;

	switch (io->kind) {
	case ISA_KIND_REG:
	case ISA_KIND_HW:
	case ISA_KIND_IMPLIED:
		print_register(o, opnd);
		break;
	case ISA_KIND_TARGET:
	case ISA_KIND_LOOPEND:
		print_target(o, p, op);
		break;
	case ISA_KIND_DIMMASK:
		emit_char(o, 'b');
		for (i = 5; i--;)
			emit_char(o, opnd->imm >> i & 1 ? '1' : '0');
		break;
	case ISA_KIND_LOOPIMM:
		emit_decimal(o, opnd->imm);
		break;
	case ISA_KIND_LOOPCMP:
		emit_str(o, isa_loop_cmps[opnd->imm]);
		break;
	default:
		emit_hex(o, opnd->imm);
	}
}

static void print_pred(struct out *o, const struct tpc_op *op)
{
	const struct tpc_pred *pred = &op->pred;

	if (pred->file == TPC_FILE_SP && !pred->index && !pred->invert)
		return;
	emit_str(o, op->nopnds ? ", " : " ");
	if (pred->invert)
		emit_char(o, '!');
	print_numbered(o, pred->file, pred->index);
}

static void put_op(struct out *o, const struct tpc_printer *p,
		   const struct tpc_op *op)
{
	const struct isa_form *form = isa_form(p->isa, op->form);
	unsigned i;

	emit_str(o, tpc_mnemonic_name(op->mnemonic));
	if (op->type != TPC_TYPE_NONE && op->type != form->default_type) {
		emit_char(o, '.');
		emit_str(o, tpc_type_name(op->type));
	}
	print_switches(o, op, form, false);
	for (i = 0; i < op->nopnds; i++) {
		if (i && form->opnd[i].sep == ',')
			emit_char(o, ',');
		emit_char(o, ' ');
		print_operand(o, p, op, &form->opnd[i], &op->opnd[i]);
	}
	print_switches(o, op, form, true);
	print_pred(o, op);
}

int tpc_print_op(const struct tpc_printer *p, const struct tpc_op *op,
		 char *buf, size_t size)
{
	struct out o = {buf, size, 0};

	put_op(&o, p, op);
	return finish(&o);
}

int tpc_print_bundle(const struct tpc_printer *p,
		     const struct tpc_bundle *bundle, char *buf, size_t size)
{
	const struct tpc_op *spu = &bundle->op[TPC_SLOT_SPU];
	struct out o = {buf, size, 0};
	unsigned slot;

	if (isa_form(p->isa, spu->form)->flags & ISA_FORM_LOOP) {
		put_op(&o, p, spu);
		return finish(&o);
	}
	for (slot = 0; slot < TPC_NUM_SLOTS; slot++) {
		if (slot)
			emit_str(&o, "; ");
		put_op(&o, p, &bundle->op[slot]);
	}
	return finish(&o);
}

bool tpc_op_target(const struct tpc_op *op, uint32_t pc, int64_t *addr)
{
	unsigned i;

	for (i = 0; i < op->nopnds; i++) {
		if (!(op->opnd[i].flags & TPC_OPND_LABEL))
			continue;
		if (op->opnd[i].flags & TPC_OPND_IMM32)
			*addr = (int64_t)pc + (int32_t)op->opnd[i].imm;
		else
			*addr = (int64_t)pc + op->opnd[i].imm +
				TPC_BUNDLE_BYTES;
		return true;
	}
	return false;
}
