// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Canonical text of operations and bundles.
 */
#include "isa_tables.h"
#include "tpc/text.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Text that is written as far as there is room, and counted on. */
struct out {
	char *buf;
	size_t size, len;
};

static void emit(struct out *o, const char *text, size_t len)
{
	size_t room;

	if (o->len + 1 < o->size) {
		room = o->size - o->len - 1;
		memcpy(o->buf + o->len, text, len < room ? len : room);
	}
	o->len += len;
}

static void emit_str(struct out *o, const char *text)
{
	emit(o, text, strlen(text));
}

static void __attribute__((format(printf, 2, 3))) emit_fmt(struct out *o,
							   const char *fmt, ...)
{
	char text[64];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	emit_str(o, text);
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
	char digits[8];
	unsigned n = 0;

	if (base == 10) {
		emit_fmt(o, "%u", value);
		return;
	}
	if (base == 16) {
		emit_fmt(o, "0x%x", value);
		return;
	}
	emit_str(o, "0b");
	do {
		digits[n++] = '0' + (value & 1);
		value >>= 1;
	} while (value);
	while (n)
		emit(o, &digits[--n], 1);
}

static void print_switch(struct out *o, const struct isa_switch *s,
			 unsigned value)
{
	const char *name = value_name(s, value);

	switch (s->style) {
	case ISA_STYLE_SUFFIX:
		emit_fmt(o, ".%s", name ? name : isa_group_names[s->group]);
		return;
	case ISA_STYLE_FLAG:
		emit_fmt(o, " %s", isa_group_names[s->group]);
		return;
	case ISA_STYLE_TRAILING:
		emit_fmt(o, ", %s", name ? name : "?");
		return;
	case ISA_STYLE_VALUE:
		if (name) {
			emit_fmt(o, " %s", name);
			return;
		}
		/* fall through */
	default:
		emit_fmt(o, " %s=", isa_group_names[s->group]);
		if (name)
			emit_str(o, name);
		else
			print_number(o, value, s->base);
	}
}

/* Those before the operands, or those behind them. */
static void print_switches(struct out *o, const struct tpc_op *op,
			   const struct isa_form *form, bool trailing)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i, value;

	for (i = 0; i < form->pub.num_switches; i++, s++) {
		if (s->flags & ISA_SW_TEXTONLY || s->style == ISA_STYLE_HIDDEN ||
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

static void print_register(struct out *o, const struct tpc_operand *opnd)
{
	if (opnd->file == TPC_FILE_S_SPECIAL)
		emit_str(o, isa_s_specials[opnd->index]);
	else if (opnd->file == TPC_FILE_V_SPECIAL)
		emit_str(o, isa_v_specials[opnd->index]);
	else if (opnd->file == TPC_FILE_HW)
		emit_str(o, isa_hw_names[opnd->index]);
	else
		emit_fmt(o, "%s%u", tpc_file_prefix(opnd->file), opnd->index);
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
	else if (addr < 0)
		emit_fmt(o, ".-0x%" PRIx64, (uint64_t)-addr);
	else
		emit_fmt(o, ".+0x%" PRIx64, (uint64_t)addr);
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
		emit_str(o, "b");
		for (i = 5; i--;)
			emit(o, opnd->imm >> i & 1 ? "1" : "0", 1);
		break;
	case ISA_KIND_LOOPIMM:
		emit_fmt(o, "%" PRIu32, opnd->imm);
		break;
	case ISA_KIND_LOOPCMP:
		emit_str(o, isa_loop_cmps[opnd->imm]);
		break;
	default:
		emit_fmt(o, "0x%" PRIx32, opnd->imm);
	}
}

static void print_pred(struct out *o, const struct tpc_op *op)
{
	const struct tpc_pred *pred = &op->pred;

	if (pred->file == TPC_FILE_SP && !pred->index && !pred->invert)
		return;
	emit_fmt(o, "%s %s%s%u", op->nopnds ? "," : "", pred->invert ? "!" : "",
		 tpc_file_prefix(pred->file), pred->index);
}

static void put_op(struct out *o, const struct tpc_printer *p,
		   const struct tpc_op *op)
{
	const struct isa_form *form = isa_form(p->isa, op->form);
	unsigned i;

	emit_str(o, tpc_mnemonic_name(op->mnemonic));
	if (op->type != TPC_TYPE_NONE && op->type != form->default_type) {
		emit_str(o, ".");
		emit_str(o, tpc_type_name(op->type));
	}
	print_switches(o, op, form, false);
	for (i = 0; i < op->nopnds; i++) {
		if (i && form->opnd[i].sep == ',')
			emit_str(o, ",");
		emit_str(o, " ");
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
