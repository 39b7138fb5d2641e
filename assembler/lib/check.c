// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* The checker: decodes the code, finds its loops, runs the checks. */
#include "check_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {
	[TPC_CHECK_EARLY] = "early",   [TPC_CHECK_ORDER] = "order",
	[TPC_CHECK_BUNDLE] = "bundle", [TPC_CHECK_DISTANCE] = "distance",
	[TPC_CHECK_LOOP] = "loop",     [TPC_CHECK_END] = "end",
	[TPC_CHECK_TYPE] = "type",
};

const char *tpc_check_name(unsigned check)
{
	return check < TPC_NUM_CHECKS ? names[check] : NULL;
}

int tpc_check_by_name(const char *name)
{
	int i;

	for (i = 0; i < TPC_NUM_CHECKS; i++)
		if (!strcmp(names[i], name))
			return i;
	return -EINVAL;
}

bool check_is(const struct tpc_op *op, unsigned mnemonic)
{
	return op && op->mnemonic == mnemonic;
}

bool check_is_jump(const struct tpc_op *op)
{
	return check_is(op, TPC_MN_JMPR) || check_is(op, TPC_MN_JMPA);
}

const struct tpc_op *check_op(const struct check *c, uint32_t at, unsigned slot)
{
	const struct tpc_op *op = &c->bundle[at].op[slot];

	return op->mnemonic == TPC_MN_NOP ? NULL : op;
}

const struct tpc_op *check_loop_op(const struct check *c, uint32_t at)
{
	const struct tpc_op *op = check_op(c, at, TPC_SLOT_SPU);

	return check_is(op, TPC_MN_LOOP) ? op : NULL;
}

/* Registers */

static void add(struct effects *out, unsigned file, unsigned index,
		unsigned sched, bool write)
{
	unsigned size = 1, i;

	if (file == TPC_FILE_Z || file == TPC_FILE_D)
		size = 2;
	if (file == TPC_FILE_A)
		size = 4;
	if (file == TPC_FILE_Z)
		file = TPC_FILE_S;
	if (file == TPC_FILE_D || file == TPC_FILE_A)
		file = TPC_FILE_V;
	for (i = 0; i < size && out->count < MAX_EFFECTS; i++)
		out->e[out->count++] = (struct effect){
			.file = file,
			.index = index + i,
			.sched = sched,
			.write = write,
		};
}

static bool is_register(unsigned file)
{
	return file != TPC_FILE_NONE && file != TPC_FILE_IMM &&
	       file != TPC_FILE_S_SPECIAL && file != TPC_FILE_V_SPECIAL &&
	       file != TPC_FILE_HW;
}

static void add_operand(const struct check *c, const struct tpc_op *op, int i,
			struct effects *out)
{
	const struct tpc_operand *o = &op->opnd[i];
	unsigned sched;

	if (!is_register(o->file) || o->flags & TPC_OPND_DIMMASK)
		return;
	if (o->flags & TPC_OPND_DEF) {
		sched = tpc_sched_result(c->sched, op, i);
		if (sched != TPC_SCHED_NONE)
			add(out, o->file, o->index, sched, true);
		if (!tpc_sched_accumulates(c->sched, op))
			return;
	}
	sched = tpc_sched_port(c->sched, op, i);
	if (sched != TPC_SCHED_NONE)
		add(out, o->file, o->index, sched, false);
}

void check_effects(const struct check *c, const struct tpc_op *op,
		   struct effects *out)
{
	unsigned sched;
	int i;

	out->count = 0;
	for (i = 0; i < op->nopnds; i++)
		add_operand(c, op, i, out);
	/* Predicate 0 is constant. */
	sched = tpc_sched_port(c->sched, op, TPC_SCHED_PRED);
	if (op->pred.index && sched != TPC_SCHED_NONE)
		add(out, op->pred.file, op->pred.index, sched, false);
}

/* Messages */

static struct tpc_loc loc_of(const struct check *c, uint32_t at)
{
	struct tpc_loc loc = {
		.line = tpc_object_line(c->obj, c->addr[at]),
	};

	loc.file = loc.line && tpc_object_source(c->obj)
			   ? tpc_object_source(c->obj)
			   : c->name;
	return loc;
}

/* " at 0x40" where lines are not known. */
static const char *place(const struct check *c, uint32_t at, char buf[24])
{
	buf[0] = '\0';
	if (!loc_of(c, at).line)
		snprintf(buf, 24, " at 0x%x", c->addr[at]);
	return buf;
}

const char *check_text(const struct check *c, const struct tpc_op *op,
		       char *buf, size_t size)
{
	struct tpc_printer printer = {.isa = c->isa};

	tpc_print_op(&printer, op, buf, size);
	return buf;
}

void check_report(struct check *c, enum tpc_check kind, uint32_t at,
		  const struct tpc_op *op, uint32_t other, const char *what,
		  const char *fmt, ...)
{
	char text[256], by[160], where[24];
	va_list args;

	if (!(c->checks >> kind & 1) || c->reported[at] >> kind & 1)
		return;
	c->reported[at] |= 1u << kind;
	c->found++;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	tpc_warning(c->diags, loc_of(c, at), "'%s'%s %s [-W%s]",
		    check_text(c, op, by, sizeof(by)), place(c, at, where),
		    text, names[kind]);
	if (what)
		tpc_note(c->diags, loc_of(c, other), "%s%s", what,
			 place(c, other, where));
}

/* Reading the code */

static int decode_at(const struct check *c, const uint8_t *code, size_t left,
		     struct tpc_bundle *bundle, char *why, size_t why_size)
{
	if (tpc_is_half(c->isa, code))
		return tpc_decode_half(c->isa, code, bundle, why, why_size);
	if (left >= TPC_BUNDLE_BYTES)
		return tpc_decode(c->isa, code, bundle, why, why_size);
	snprintf(why, why_size, "the code ends inside of it");
	return -EILSEQ;
}

/* Compressed bundles issue one after the other, as others do. */
static int decode_all(struct check *c, const uint8_t *code, uint32_t size)
{
	char why[160];
	uint32_t at;

	for (at = 0; at < size; c->count++) {
		c->addr[c->count] = at;
		if (decode_at(c, code + at, size - at, &c->bundle[c->count],
			      why, sizeof(why))) {
			tpc_error(c->diags, loc_of(c, c->count),
				  "0x%x is no instruction: %s", at, why);
			return -EILSEQ;
		}
		at += tpc_is_half(c->isa, code + at) ? TPC_HALF_BYTES
						     : TPC_BUNDLE_BYTES;
	}
	return 0;
}

int64_t check_bundle_at(const struct check *c, int64_t addr)
{
	uint32_t low = 0, high = c->count, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (c->addr[mid] < addr)
			low = mid + 1;
		else
			high = mid;
	}
	return addr < 0 ? -1 : (int64_t)low;
}

static int add_loop(struct check *c, uint32_t at, uint32_t last, unsigned depth)
{
	unsigned count = c->num_loops;
	struct loop *loops;

	/* At powers of two. */
	if (!(count & (count - 1))) {
		loops = reallocarray(c->loops, count ? 2 * count : 1,
				     sizeof(*loops));
		if (!loops)
			return -ENOMEM;
		c->loops = loops;
	}
	c->loops[c->num_loops++] = (struct loop){
		.at = at,
		.first = at + 2,
		.last = last,
		.depth = depth,
	};
	return 0;
}

/* Loops around others come first. @around: by how many loops more a bundle is
 * in than the one before it. */
static int walk_loops(struct check *c, int *around)
{
	const struct tpc_op *op;
	unsigned depth = 0;
	uint32_t i, last;
	int64_t end;

	for (i = 0; i < c->count; i++) {
		depth += around[i];
		op = check_loop_op(c, i);
		if (!op || !tpc_op_target(op, c->addr[i], &end))
			continue;
		last = (uint32_t)check_bundle_at(c, end) - 1;
		if (add_loop(c, i, last, depth))
			return -ENOMEM;
		if (i + 2 >= c->count || last < i + 2)
			continue;
		around[i + 2]++;
		if (last < c->count - 1)
			around[last + 1]--;
	}
	return 0;
}

static int find_loops(struct check *c)
{
	int *around = calloc(c->count, sizeof(*around));
	struct loop *l;
	uint32_t n;
	int err;

	c->loop_at = calloc(c->count, sizeof(*c->loop_at));
	c->loop_end = calloc(c->count, sizeof(*c->loop_end));
	err = around && c->loop_at && c->loop_end ? walk_loops(c, around)
						  : -ENOMEM;
	free(around);
	if (err)
		return err;
	for (n = c->num_loops; n; n--) {
		l = &c->loops[n - 1];
		c->loop_at[l->at] = n;
		if (l->last >= c->count)
			continue;
		l->next = c->loop_end[l->last];
		c->loop_end[l->last] = n;
	}
	return 0;
}

static bool is_delay_slot(const struct check *c, uint32_t at)
{
	return at && check_loop_op(c, at - 1);
}

static unsigned push(const struct check *c, uint32_t next[], bool fall[],
		     unsigned n, int64_t at, bool falls)
{
	unsigned i;

	if (at < 0 || at >= c->count)
		return n;
	for (i = 0; i < n; i++)
		if (next[i] == at) {
			fall[i] &= falls;
			return n;
		}
	if (n == MAX_SUCCESSORS)
		return n;
	next[n] = (uint32_t)at;
	fall[n] = falls;
	return n + 1;
}

/* Behind a LOOP's delay slot, or the last bundle of bodies. */
static unsigned loop_successors(const struct check *c, uint32_t at,
				uint32_t next[], bool fall[])
{
	const struct loop *l;
	unsigned n = 0;
	uint32_t i;

	if (is_delay_slot(c, at)) {
		if (!c->loop_at[at - 1])
			return 0;
		l = &c->loops[c->loop_at[at - 1] - 1];
		n = push(c, next, fall, n, l->first, false);
		return push(c, next, fall, n, (int64_t)l->last + 1, false);
	}
	for (i = c->loop_end[at]; i && n < MAX_SUCCESSORS; i = l->next) {
		l = &c->loops[i - 1];
		n = push(c, next, fall, n, l->first, false);
		n = push(c, next, fall, n, (int64_t)at + 1, false);
	}
	return n;
}

unsigned check_successors(const struct check *c, uint32_t at,
			  uint32_t next[MAX_SUCCESSORS],
			  bool fall[MAX_SUCCESSORS])
{
	const struct tpc_op *op = check_op(c, at, TPC_SLOT_SPU);
	unsigned n;
	int64_t target;

	if (check_is(op, TPC_MN_HALT) && !op->pred.index && !op->pred.invert)
		return 0;
	if (check_is_jump(op)) {
		n = 0;
		if (tpc_op_target(op, c->addr[at], &target) &&
		    target % TPC_BUNDLE_BYTES == 0)
			n = push(c, next, fall, n, check_bundle_at(c, target),
				 false);
		if (op->pred.index)
			n = push(c, next, fall, n, (int64_t)at + 1, true);
		return n;
	}
	n = loop_successors(c, at, next, fall);
	return n ? n : push(c, next, fall, 0, (int64_t)at + 1, false);
}

static int run(struct check *c, const uint8_t *code, uint32_t size)
{
	uint32_t most = size / TPC_HALF_BYTES;
	int err;

	c->bundle = calloc(most, sizeof(*c->bundle));
	c->addr = calloc(most, sizeof(*c->addr));
	c->reported = calloc(most, 1);
	if (!c->bundle || !c->addr || !c->reported)
		return -ENOMEM;
	err = decode_all(c, code, size);
	if (!err)
		err = find_loops(c);
	if (err)
		return err;
	check_types(c);
	if (!c->sched)
		return c->found;
	check_bundles(c);
	check_paths(c);
	check_loops(c);
	check_ends(c);
	return c->found;
}

int tpc_check(const struct tpc_object *obj, const char *name, unsigned checks,
	      struct tpc_diags *diags)
{
	int cpu = tpc_object_cpu(obj), ret;
	struct check c = {
		.obj = obj,
		.name = name,
		.checks = checks,
		.diags = diags,
	};
	const uint8_t *code;
	size_t size;

	if (cpu < 0)
		return -ENOTSUP;
	c.isa = tpc_isa_get(cpu);
	c.sched = tpc_sched_get(cpu);
	c.machine = tpc_machine_get(cpu);
	if (!c.isa)
		return -ENOTSUP;
	if ((!c.sched || !c.machine) && checks & ~(1u << TPC_CHECK_TYPE))
		return -ENOTSUP;
	code = tpc_object_code(obj, &size);
	if (!size)
		return 0;
	ret = run(&c, code, (uint32_t)size);
	free(c.bundle);
	free(c.addr);
	free(c.loops);
	free(c.loop_at);
	free(c.loop_end);
	free(c.reported);
	return ret;
}
