/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Tensor accesses: LD_TNSR, ST_TNSR, their halves, PARTIAL, PACK and
 * reductions, and GEN_ADDR (facts 7).
 *
 * assumed, where facts 7.2 leave it open: HIGH starts at the coordinates it is
 * given; PARTIAL moves the element at the coordinates to lane `offset`; a
 * predicate is 32 bytes of memory, lowest bits first; dimensions that
 * valid_dim_mask leaves out neither add to the address nor have bounds.
 */
#include <string.h>

#include "core_impl.h"

enum { P_TENSOR, P_FLAGS, P_FIRST, P_BYTES };

#define FLAG_PARTIAL 1u
#define FLAG_RMW     2u
#define FLAG_PACK    4u
#define FLAG_REG     8u

/* The lanes of an access that lie inside the tensor. */
struct access {
	const struct tensor *t;
	uint64_t addr; /* of lane 0, even if that is outside */
	unsigned lanes;
	unsigned lo;  /* first lane inside */
	unsigned hi;  /* one past the last */
	int64_t step; /* bytes from lane to lane */
};

static void set_access(const struct tensor *t, const struct irf *at,
		       unsigned lanes, struct access *a)
{
	int64_t offset = 0, c0 = at->dim[0], left;
	bool inside = true;

	a->t = t;
	a->lanes = lanes;
	a->lo = 0;
	a->hi = lanes;
	for (unsigned d = 0; d < TPC_CORE_DIMS; d++) {
		if (!(t->dims >> d & 1))
			continue;
		offset += (int64_t)at->dim[d] * t->raw.dim[d].stride;
		if (d && (at->dim[d] < 0 ||
			  (uint32_t)at->dim[d] >= t->raw.dim[d].size))
			inside = false;
	}
	a->addr = t->raw.base + (uint64_t)(offset * t->width);
	a->step = t->width;
	if (t->dims & 1) {
		a->step *= t->raw.dim[0].stride;
		left = (int64_t)t->raw.dim[0].size - c0;
		if (c0 < 0)
			a->lo = c0 < -(int64_t)lanes ? lanes : (unsigned)-c0;
		a->hi = left < 0 ? 0 : left < lanes ? (unsigned)left : lanes;
	}
	if (!inside || a->lo > a->hi)
		a->lo = a->hi = 0;
}

static const struct tensor *tensor_of(struct tpc_core *core,
				      const struct uop *u, bool store)
{
	unsigned id = u->param[P_TENSOR];
	const struct tensor *t;

	if (u->param[P_FLAGS] & FLAG_REG)
		id = regs_read_s(&core->regs,
				 store ? core->mach->store_tensor_reg
				       : core->mach->load_tensor_reg,
				 u->implied_port);
	if (id >= core->mach->tensors) {
		core_fault(core, u, FAULT_ILLEGAL, "tensor %u", id);
		return NULL;
	}
	t = &core->tensor[id];
	if (!t->width) {
		core_unsupported(core, u, "data type of tensor %u", id);
		return NULL;
	}
	return t;
}

static void access_error(struct tpc_core *core, const struct uop *u,
			 enum tpc_fault fault, const struct access *a,
			 unsigned lane)
{
	core_fault(core, u, fault, "tensor %u, address 0x%llx",
		   (unsigned)(a->t - core->tensor),
		   (unsigned long long)(a->addr + lane * a->step));
}

typedef int transfer_fn(struct tpc_core *core, uint64_t addr, void *bytes,
			size_t size);

static int write_bytes(struct tpc_core *core, uint64_t addr, void *bytes,
		       size_t size)
{
	return mem_write(core, addr, bytes, size);
}

/* Moves the elements in bounds, in one piece if they lie side by side. */
static bool transfer(struct tpc_core *core, const struct uop *u,
		     const struct access *a, transfer_fn *move,
		     enum tpc_fault fault, uint8_t *bytes)
{
	unsigned w = a->t->width;

	if (a->lo == a->hi)
		return true;
	if (a->step == w) {
		if (!move(core, a->addr + a->lo * w, bytes + a->lo * w,
			  (a->hi - a->lo) * w))
			return true;
		access_error(core, u, fault, a, a->lo);
		return false;
	}
	for (unsigned i = a->lo; i < a->hi; i++) {
		if (move(core, a->addr + i * a->step, bytes + i * w, w)) {
			access_error(core, u, fault, a, i);
			return false;
		}
	}
	return true;
}

static void pad(uint8_t *to, const struct tensor *t, unsigned lanes)
{
	struct vec v;

	broadcast(&v, t->raw.pad, t->width);
	memcpy(to, &v, lanes * t->width);
}

/* Fills @a->lanes elements at @to. */
static bool load(struct tpc_core *core, const struct uop *u,
		 const struct access *a, uint8_t *to)
{
	if (a->lo || a->hi < a->lanes)
		pad(to, a->t, a->lanes);
	return transfer(core, u, a, mem_read, FAULT_HBW_READ, to);
}

static bool store(struct tpc_core *core, const struct uop *u,
		  const struct access *a, const uint8_t *from)
{
	return transfer(core, u, a, write_bytes, FAULT_HBW_WRITE,
			(uint8_t *)from);
}

/* Lanes that PARTIAL chooses: [first, first + count). */
static bool partial(struct tpc_core *core, const struct uop *u, int64_t reg,
		    unsigned lanes, unsigned *first, unsigned *count)
{
	const struct tpc_machine *m = core->mach;
	uint32_t word = regs_read_s(&core->regs, reg, u->implied_port);

	*first = tpc_word_field(word, m->partial_offset);
	*count = tpc_word_field(word, m->partial_size) + 1;
	if (*first + *count <= lanes)
		return true;
	core_unsupported(core, u, "PARTIAL of %u elements at lane %u of %u",
			 *count, *first, lanes);
	return false;
}

static void byte_range(struct vec *mask, unsigned first, unsigned bytes)
{
	memset(mask, 0, sizeof(*mask));
	memset(mask->b + first, 0xff, bytes);
}

/* What a load or store accesses; @start: byte of the register it begins at. */
static bool begin(struct tpc_core *core, const struct uop *u, bool is_store,
		  struct access *a, unsigned *start)
{
	const struct tensor *t = tensor_of(core, u, is_store);
	int64_t reg = is_store ? core->mach->store_partial_reg
			       : core->mach->load_partial_reg;
	unsigned first = 0, lanes;
	struct irf at;

	if (!t)
		return false;
	src_irf(core, u, 0, &at);
	lanes = u->param[P_BYTES] / t->width;
	if (u->param[P_FLAGS] & FLAG_PARTIAL &&
	    !partial(core, u, reg, lanes, &first, &lanes))
		return false;
	set_access(t, &at, lanes, a);
	*start = u->param[P_FIRST] + first * t->width;
	return true;
}

static void exec_ld_tnsr(struct tpc_core *core, const struct uop *u)
{
	unsigned start, bytes;
	struct access a;
	struct vec *out;

	if (!begin(core, u, false, &a, &start))
		return;
	bytes = a.lanes * a.t->width;
	out = res_begin(core);
	if (!load(core, u, &a, out->b + start)) {
		regs_release(&core->regs, out);
		return;
	}
	if (bytes < VEC_BYTES) {
		struct vec mask;

		byte_range(&mask, start, bytes);
		res_v(core, u, 0, out, &mask);
	} else {
		res_v(core, u, 0, out, NULL);
	}
}

static void exec_ld_tnsr_vp(struct tpc_core *core, const struct uop *u)
{
	struct vpred p = {{0}}, own = {{0}};
	struct access a;
	unsigned start;

	if (!begin(core, u, false, &a, &start) ||
	    !load(core, u, &a, (uint8_t *)&p + start))
		return;
	memset((uint8_t *)&own + start, 0xff, a.lanes * a.t->width);
	res_vp(core, u, 0, &p, &own);
}

/*
 * PACK on Gaudi: memory element j + 64k is register element 2j + k of 16 bits,
 * which undoes the interleave of all-lanes converts (facts 7.2, inferred).
 */
static void pack16(const struct vec *from, struct vec *to)
{
	for (unsigned j = 0; j < VEC_BYTES / 4; j++) {
		to->h[j] = from->h[2 * j];
		to->h[j + VEC_BYTES / 4] = from->h[2 * j + 1];
	}
}

/* The reduction of a store: -1 for none. */
static bool reduction(struct tpc_core *core, const struct uop *u,
		      const struct tensor *t, int *op, unsigned *type)
{
	const struct tpc_machine *m = core->mach;
	uint32_t word;

	*op = t->rmw_set ? t->rmw_op : -1;
	*type = t->type;
	if (!(u->param[P_FLAGS] & FLAG_RMW))
		return true;
	word = regs_read_s(&core->regs, m->rmw_reg, u->implied_port);
	*op = tpc_word_field(word, m->rmw_set)
		      ? (int)tpc_word_field(word, m->rmw_op)
		      : -1;
	if (!tpc_word_field(word, m->rmw_descriptor_type))
		*type = tpc_memory_type(tpc_word_field(word, m->rmw_type));
	if (tpc_type_bits(*type) == 8 * t->width)
		return true;
	core_unsupported(core, u, "a reduction of %s in a tensor of %s",
			 tpc_type_name(*type), tpc_type_name(t->type));
	return false;
}

static bool store_reduced(struct tpc_core *core, const struct uop *u,
			  const struct access *a, const uint8_t *from, int op,
			  unsigned type)
{
	unsigned w = a->t->width;

	for (unsigned i = a->lo; i < a->hi; i++) {
		void *p = mem_map(core, a->addr + i * a->step, w, true);

		if (!p) {
			access_error(core, u, FAULT_HBW_WRITE, a, i);
			return false;
		}
		if (!rmw_element(p, from + i * w, op, type)) {
			core_unsupported(core, u, "a reduction of %s",
					 tpc_type_name(type));
			return false;
		}
	}
	return true;
}

static void store_bytes(struct tpc_core *core, const struct uop *u,
			const uint8_t *value)
{
	unsigned start, type;
	struct access a;
	int op;

	if (!begin(core, u, true, &a, &start) ||
	    !reduction(core, u, a.t, &op, &type))
		return;
	value += start;
	if (op < 0)
		store(core, u, &a, value);
	else
		store_reduced(core, u, &a, value, op, type);
}

static void exec_st_tnsr(struct tpc_core *core, const struct uop *u)
{
	const void *value = src_lanes(core, u, 1, 0);
	struct vec packed;

	if (u->param[P_FLAGS] & FLAG_PACK) {
		pack16(value, &packed);
		value = &packed;
	}
	store_bytes(core, u, value);
}

static void exec_st_tnsr_vp(struct tpc_core *core, const struct uop *u)
{
	struct vpred p;

	src_vp(core, u, 1, &p);
	store_bytes(core, u, (const uint8_t *)&p);
}

/* Sets flags, and the tensor if its number is in the operation. */
static void tensor_operand(struct prep *p)
{
	const struct tpc_op *op = p->op;
	struct uop *u = p->u;

	u->param[P_FLAGS] = 0;
	if (tpc_op_switch(op, TPC_SW_PARTIAL))
		u->param[P_FLAGS] |= FLAG_PARTIAL;
	if (tpc_op_switch(op, TPC_SW_RMW_SEL))
		u->param[P_FLAGS] |= FLAG_RMW;
	if (tpc_op_switch(op, TPC_SW_PACK))
		u->param[P_FLAGS] |= FLAG_PACK;
	if (tpc_op_switch(op, TPC_SW_TNSR_REG)) {
		u->param[P_FLAGS] |= FLAG_REG;
		return;
	}
	/* the number is the first source that is no register */
	u->param[P_TENSOR] = u->src[0].imm;
	for (unsigned i = 0; i + 1 < u->nsrc; i++) {
		u->src[i] = u->src[i + 1];
		u->constant[i] = u->constant[i + 1];
		u->constant[i + 1] = NULL;
	}
	u->nsrc--;
}

int prepare_tensor(struct prep *p)
{
	bool is_load = p->op->slot == TPC_SLOT_LOAD;
	struct uop *u = p->u;
	unsigned size;
	bool vp;

	tensor_operand(p);
	if (u->nsrc != (is_load ? 1 : 2) || u->src[0].file != TPC_FILE_I)
		return prep_refuse(p, "this operand form");
	vp = is_load ? u->res[0].file == TPC_FILE_VP
		     : u->src[1].file == TPC_FILE_VP;
	size = vp ? sizeof(struct vpred) : VEC_BYTES;
	u->element = 1;
	u->param[P_FIRST] = 0;
	u->param[P_BYTES] = size / 2;
	switch (p->op->mnemonic) {
	case TPC_MN_LD_TNSR:
	case TPC_MN_ST_TNSR:
		u->param[P_BYTES] = size;
		break;
	case TPC_MN_LD_TNSR_HIGH:
	case TPC_MN_ST_TNSR_HIGH:
		u->param[P_FIRST] = size / 2;
		break;
	default:
		break;
	}
	if (vp && u->param[P_FLAGS] & (FLAG_PACK | FLAG_RMW))
		return prep_refuse(p, "PACK or RMW of a predicate");
	if (is_load)
		u->exec = vp ? exec_ld_tnsr_vp : exec_ld_tnsr;
	else
		u->exec = vp ? exec_st_tnsr_vp : exec_st_tnsr;
	return 0;
}

/* --- GEN_ADDR ---------------------------------------------------------------
 */

/* No bounds are checked (facts 7.3). */
static void exec_gen_addr(struct tpc_core *core, const struct uop *u)
{
	const struct tensor *t = tensor_of(core, u, false);
	struct access a;
	struct adrf ad;
	struct irf at;

	if (!t)
		return;
	src_irf(core, u, 0, &at);
	set_access(t, &at, 1, &a);
	ad.addr = a.addr;
	ad.type = t->type;
	ad.tensor = (uint8_t)(t - core->tensor);
	res_ad(core, u, 0, &ad);
}

int prepare_gen_addr(struct prep *p)
{
	tensor_operand(p);
	if (p->u->nsrc != 1)
		return prep_refuse(p, "this operand form");
	p->u->exec = exec_gen_addr;
	return 0;
}
