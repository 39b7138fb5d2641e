// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Text of command buffers: fields of a register, "{SID=SOB_OBJ_8, SOD=1}", and
 * the names of the registers that some of them choose.
 */
#include "cbtext_priv.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* What has been read between the braces. */
struct fields_text {
	struct cb_text *t;
	const struct tpc_reg_ref *ref;
	uint32_t value;
	uint32_t seen; /* bits of fields that are given */
};

int cb_text_fits(struct cb_text *t, const char *at, const char *name,
		 unsigned width, bool is_signed, int64_t num)
{
	int64_t max = width >= 63 ? INT64_MAX : (1ll << width) - 1;
	int64_t min = is_signed ? -(max / 2) - 1 : 0;

	if (width == 64 || (num >= min && num <= max))
		return 0;
	return cb_text_error(t, at, "%lld does not fit %s (%lld..%lld)",
			     (long long)num, name, (long long)min,
			     (long long)max);
}

static uint32_t field_mask(const struct tpc_reg_field *f)
{
	return (uint32_t)cb_width_mask(f->width) << f->lsb;
}

static const struct tpc_reg_field *find_field(const struct tpc_reg *reg,
					      const char *name, size_t len)
{
	unsigned i;

	for (i = 0; i < reg->num_fields; i++)
		if (strlen(reg->fields[i].name) == len &&
		    !strncasecmp(reg->fields[i].name, name, len))
			return &reg->fields[i];
	return NULL;
}

static int list_fields(struct fields_text *x, const char *at, size_t len)
{
	const struct tpc_reg *reg = x->ref->reg;
	char names[256] = "";
	size_t n = 0;
	unsigned i;

	for (i = 0; i < reg->num_fields && n < sizeof(names); i++)
		n += (size_t)snprintf(names + n, sizeof(names) - n, "%s%s",
				      i ? ", " : "", reg->fields[i].name);
	if (!len)
		return cb_text_error(x->t, at,
				     "a field of the register expected; there "
				     "are %s",
				     n ? names : "none");
	return cb_text_error(x->t, at,
			     "the register has no field '%.*s'; there are %s",
			     (int)len, at, n ? names : "none");
}

static int put_field(struct fields_text *x, const struct tpc_reg_field *f,
		     const char *name, const char *at, int64_t num)
{
	if (cb_text_fits(x->t, at, f->name, f->width, false, num))
		return -EINVAL;
	if (x->seen & field_mask(f))
		return cb_text_error(x->t, name, "%s is given already",
				     f->name);
	x->seen |= field_mask(f);
	x->value |= (uint32_t)num << f->lsb;
	return 0;
}

/* ---- Registers that a field chooses ------------------------------------ */

/* The field that leaves members of the group out, NULL: there is none. */
static const struct tpc_reg_field *mask_field(const struct tpc_reg *reg,
					      const struct tpc_reg_field *group)
{
	unsigned i;

	for (i = 0; i < reg->num_fields; i++) {
		const struct tpc_reg_field *f = &reg->fields[i];

		if (f->array && !f->members && !strcmp(f->array, group->array))
			return f;
	}
	return NULL;
}

static const struct tpc_reg *array_of(const struct tpc_reg_ref *ref,
				      const struct tpc_reg_field *group)
{
	const struct tpc_reg_block *block = ref->instances->block;
	unsigned i;

	for (i = 0; i < block->num_regs; i++)
		if (!strcmp(block->regs[i].name, group->array))
			return &block->regs[i];
	return NULL;
}

/* Whether @t->p begins with the name of one of the array's registers. */
static bool names_member(const struct cb_text *t,
			 const struct tpc_reg_field *group)
{
	size_t len = strcspn(group->array, "%");

	return (size_t)(t->end - t->p) > len &&
	       !strncasecmp(t->p, group->array, len) && t->p[len] >= '0' &&
	       t->p[len] <= '9';
}

static int read_member(struct fields_text *x, const struct tpc_reg_field *group,
		       uint64_t *number)
{
	const struct tpc_reg *array = array_of(x->ref, group);
	struct cb_text *t = x->t;
	const char *at;

	cb_text_blanks(t);
	at = t->p;
	if (!names_member(t, group))
		return cb_text_error(t, at, "a register %s expected",
				     group->array);
	t->p += strcspn(group->array, "%");
	for (*number = 0; t->p < t->end && *t->p >= '0' && *t->p <= '9'; t->p++)
		if (*number <= UINT16_MAX)
			*number = *number * 10 + (uint64_t)(*t->p - '0');
	if (!array || *number >= array->count[0])
		return cb_text_error(t, at, "there is no register %.*s",
				     (int)(t->p - at), at);
	return 0;
}

/* SOB_OBJ_8|SOB_OBJ_9: members of one group; the others are left out. */
static int read_members(struct fields_text *x,
			const struct tpc_reg_field *group, const char *name)
{
	const struct tpc_reg_field *mask = mask_field(x->ref->reg, group);
	const char *first = x->t->p, *at;
	uint64_t number = 0, chosen = 0, members = 0;

	do {
		cb_text_blanks(x->t);
		at = x->t->p;
		if (read_member(x, group, &number))
			return -EINVAL;
		if (members && (!mask || number / group->members != chosen))
			return cb_text_error(x->t, at,
					     "%s takes registers of one group "
					     "of %u",
					     group->name, group->members);
		chosen = number / group->members;
		members |= 1ull << number % group->members;
	} while (cb_text_take(x->t, '|'));
	if (put_field(x, group, name, first, (int64_t)chosen))
		return -EINVAL;
	return mask ? put_field(
			      x, mask, first, first,
			      (int64_t)(cb_width_mask(mask->width) & ~members))
		    : 0;
}

/* A number of elements that all can be told apart by the group's field. */
static bool is_complete(const struct tpc_reg *array,
			const struct tpc_reg_field *group)
{
	return array && array->count[0] <= (uint64_t)group->members
						   << group->width;
}

static size_t print_members(const struct tpc_reg_ref *ref,
			    const struct tpc_reg_field *group, uint32_t value,
			    char *buf, size_t size)
{
	const struct tpc_reg_field *mask = mask_field(ref->reg, group);
	uint32_t number = (value & field_mask(group)) >> group->lsb;
	uint32_t out = mask ? (value & field_mask(mask)) >> mask->lsb : 0;
	size_t n = 0;
	unsigned i;

	for (i = 0; i < group->members && n < size; i++)
		if (!(out >> i & 1))
			n += (size_t)snprintf(
				buf + n, size - n, "%s%.*s%u", n ? " " : "",
				(int)strcspn(group->array, "%"), group->array,
				number * group->members + i);
	return n;
}

bool cb_reg_members(const struct tpc_reg_ref *ref, uint32_t value, char *buf,
		    size_t size)
{
	unsigned i;

	for (i = 0; i < ref->reg->num_fields; i++) {
		const struct tpc_reg_field *f = &ref->reg->fields[i];

		if (f->members && is_complete(array_of(ref, f), f))
			return print_members(ref, f, value, buf, size);
	}
	return false;
}

/* ---- Fields ------------------------------------------------------------ */

/* One NAME=VALUE, or NAME for 1. */
static int read_field(struct fields_text *x)
{
	const struct tpc_reg_field *f;
	struct cb_text *t = x->t;
	const char *at, *name;
	int64_t num = 1;
	size_t len;

	cb_text_blanks(t);
	name = at = t->p;
	len = tpc_expr_ident(t->p, t->end);
	f = find_field(x->ref->reg, name, len);
	if (!f)
		return list_fields(x, name, len);
	t->p += len;
	if (cb_text_take(t, '=')) {
		cb_text_blanks(t);
		at = t->p;
		if (f->members && names_member(t, f))
			return read_members(x, f, name);
		if (cb_text_expr(t, &num))
			return -EINVAL;
	}
	return put_field(x, f, name, at, num);
}

int cb_text_reg_fields(struct cb_text *t, const struct tpc_reg_ref *ref,
		       uint32_t *value)
{
	struct fields_text x = {.t = t, .ref = ref};

	do {
		if (read_field(&x))
			return -EINVAL;
	} while (cb_text_take(t, ','));
	if (!cb_text_take(t, '}'))
		return cb_text_error(t, t->p, "',' or '}' expected");
	*value = x.value;
	return 0;
}
