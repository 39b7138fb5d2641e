/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * From a decoded operation to one that can run: operands with their latency
 * classes, the guard, and the function of the mnemonic's family.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core_impl.h"

#define ALL_DIMS ((1u << TPC_CORE_DIMS) - 1)

static const prepare_fn families[TPC_MN_COUNT] = {
	[TPC_MN_ABS] = prepare_alu,
	[TPC_MN_ADD] = prepare_alu,
	[TPC_MN_AND] = prepare_alu,
	[TPC_MN_ASH] = prepare_alu,
	[TPC_MN_ASO] = prepare_system,
	[TPC_MN_BREV] = prepare_alu,
	[TPC_MN_CACHE_FLUSH] = prepare_system,
	[TPC_MN_CACHE_INVALIDATE] = prepare_system,
	[TPC_MN_CALC_FP_SPECIAL] = prepare_fp_special,
	[TPC_MN_CMP_EQ] = prepare_compare,
	[TPC_MN_CMP_GEQ] = prepare_compare,
	[TPC_MN_CMP_GRT] = prepare_compare,
	[TPC_MN_CMP_LEQ] = prepare_compare,
	[TPC_MN_CMP_LESS] = prepare_compare,
	[TPC_MN_CMP_NEQ] = prepare_compare,
	[TPC_MN_CONVERT] = prepare_convert,
	[TPC_MN_CONVERT_INT16] = prepare_convert_int,
	[TPC_MN_CONVERT_INT32] = prepare_convert_int,
	[TPC_MN_CONVERT_INT8] = prepare_convert_int,
	[TPC_MN_CONVERT_UINT16] = prepare_convert_int,
	[TPC_MN_CONVERT_UINT32] = prepare_convert_int,
	[TPC_MN_CONVERT_UINT8] = prepare_convert_int,
	[TPC_MN_DBG] = prepare_control,
	[TPC_MN_EXTRACT_EXP] = prepare_alu,
	[TPC_MN_FCLASS] = prepare_alu,
	[TPC_MN_FIND_FIRST] = prepare_alu,
	[TPC_MN_FORM_FP_NUM] = prepare_fp_fields,
	[TPC_MN_GEN_ADDR] = prepare_gen_addr,
	[TPC_MN_GET_LUT_ENTRY_AND_INTERVAL_START] = prepare_fp_fields,
	[TPC_MN_HALT] = prepare_control,
	[TPC_MN_JMPA] = prepare_control,
	[TPC_MN_JMPR] = prepare_control,
	[TPC_MN_LD_G] = prepare_global,
	[TPC_MN_LD_L] = prepare_local,
	[TPC_MN_LD_L_V] = prepare_local_vector,
	[TPC_MN_LD_L_V_HIGH] = prepare_local_vector,
	[TPC_MN_LD_L_V_LOW] = prepare_local_vector,
	[TPC_MN_LD_TNSR] = prepare_tensor,
	[TPC_MN_LD_TNSR_HIGH] = prepare_tensor,
	[TPC_MN_LD_TNSR_LOW] = prepare_tensor,
	[TPC_MN_LOOKUP] = prepare_lookup,
	[TPC_MN_LOOKUP_1C] = prepare_lookup,
	[TPC_MN_LOOKUP_2C] = prepare_lookup,
	[TPC_MN_LOOP] = prepare_control,
	[TPC_MN_MAC] = prepare_mac,
	[TPC_MN_MAX] = prepare_alu,
	[TPC_MN_MIN] = prepare_alu,
	[TPC_MN_MOV] = prepare_move,
	[TPC_MN_MOV_DG] = prepare_permute,
	[TPC_MN_MOV_FROM_HW_REG] = prepare_move,
	[TPC_MN_MOV_G] = prepare_permute,
	[TPC_MN_MOV_IRF_DIM] = prepare_mov_irf_dim,
	[TPC_MN_MUL] = prepare_mac,
	[TPC_MN_NEARBYINT] = prepare_nearbyint,
	[TPC_MN_NOT] = prepare_alu,
	[TPC_MN_OR] = prepare_alu,
	[TPC_MN_PACK] = prepare_permute,
	[TPC_MN_POPCNT] = prepare_alu,
	[TPC_MN_PREFETCH] = prepare_global,
	[TPC_MN_PRMT_INDX] = prepare_prmt_indx,
	[TPC_MN_SEL2_GEQ] = prepare_select,
	[TPC_MN_SEL2_GRT] = prepare_select,
	[TPC_MN_SEL2_LEQ] = prepare_select,
	[TPC_MN_SEL2_LESS] = prepare_select,
	[TPC_MN_SEL_EQ] = prepare_select,
	[TPC_MN_SEL_GEQ] = prepare_select,
	[TPC_MN_SEL_GRT] = prepare_select,
	[TPC_MN_SEL_LEQ] = prepare_select,
	[TPC_MN_SEL_LESS] = prepare_select,
	[TPC_MN_SEL_NEQ] = prepare_select,
	[TPC_MN_SET_INDX] = prepare_set_indx,
	[TPC_MN_SHL] = prepare_alu,
	[TPC_MN_SHR] = prepare_alu,
	[TPC_MN_SHUFFLE] = prepare_permute,
	[TPC_MN_ST_G] = prepare_global,
	[TPC_MN_ST_L] = prepare_local,
	[TPC_MN_ST_L_V] = prepare_local_vector,
	[TPC_MN_ST_L_V_HIGH] = prepare_local_vector,
	[TPC_MN_ST_L_V_LOW] = prepare_local_vector,
	[TPC_MN_ST_TNSR] = prepare_tensor,
	[TPC_MN_ST_TNSR_HIGH] = prepare_tensor,
	[TPC_MN_ST_TNSR_LOW] = prepare_tensor,
	[TPC_MN_SUB] = prepare_alu,
	[TPC_MN_UDIV_4STEP] = prepare_udiv,
	[TPC_MN_UNPACK] = prepare_permute,
	[TPC_MN_XOR] = prepare_alu,
};

int prep_refuse(struct prep *p, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(p->why, p->why_size, fmt, args);
	va_end(args);
	return -ENOSYS;
}

bool prep_vector(const struct prep *p)
{
	if (p->op->slot == TPC_SLOT_VPU)
		return true;
	return p->op->slot == TPC_SLOT_LOAD && p->u->nres &&
	       p->u->res[0].file == TPC_FILE_V;
}

static unsigned group_size(unsigned file)
{
	switch (file) {
	case TPC_FILE_Z:
	case TPC_FILE_D:
		return 2;
	case TPC_FILE_A:
		return 4;
	default:
		return 1;
	}
}

static unsigned member_file(unsigned file)
{
	switch (file) {
	case TPC_FILE_Z:
		return TPC_FILE_S;
	case TPC_FILE_D:
	case TPC_FILE_A:
		return TPC_FILE_V;
	default:
		return file;
	}
}

/* Bytes of an element; predicates and untyped operations count as words. */
static unsigned element_bytes(unsigned type)
{
	unsigned bits = type == TPC_TYPE_NONE ? 32 : tpc_type_bits(type);

	return bits < 8 ? (bits == 1 ? 4 : 1) : bits / 8;
}

static void add_result(struct prep *p, const struct tpc_operand *o, int i)
{
	const struct tpc_sched *sched = p->core->sched;
	struct uop *u = p->u;

	u->res_port = tpc_sched_port(sched, p->op, i);
	for (unsigned k = 0; k < group_size(o->file); k++) {
		struct result *r = &u->res[u->nres++];

		r->file = member_file(o->file);
		r->index = o->index + k;
		r->rclass = tpc_sched_result(sched, p->op, i);
	}
}

static void add_source(struct prep *p, const struct tpc_operand *o, int i)
{
	struct source *s = &p->u->src[p->u->nsrc++];

	s->file = o->file;
	s->index = o->index;
	s->regs = group_size(o->file);
	s->port = tpc_sched_port(p->core->sched, p->op, i);
	s->width = p->u->element;
	s->imm = o->imm;
}

static int add_operands(struct prep *p)
{
	const struct tpc_op *op = p->op;
	struct uop *u = p->u;

	for (int i = 0; i < op->nopnds; i++) {
		const struct tpc_operand *o = &op->opnd[i];

		if (o->flags & TPC_OPND_DEF) {
			if (u->nres)
				return prep_refuse(p, "two results");
			add_result(p, o, i);
		} else if (o->flags & TPC_OPND_DIMMASK) {
			u->dims = o->imm;
		} else if (o->flags & TPC_OPND_IMPLIED) {
			u->implied_port = tpc_sched_port(p->core->sched, op, i);
		} else if (u->nsrc < MAX_SOURCES) {
			add_source(p, o, i);
		}
	}
	return 0;
}

static void add_guard(struct prep *p)
{
	const struct tpc_pred *pred = &p->op->pred;
	struct uop *u = p->u;

	u->guard_index = pred->index;
	u->guard_invert = pred->invert;
	u->guard_port = tpc_sched_port(p->core->sched, p->op, TPC_SCHED_PRED);
	/* SP0 and VP0 are constant true */
	if (!pred->index || u->guard_port == TPC_SCHED_NONE)
		u->guard = pred->invert ? GUARD_NEVER : GUARD_ALWAYS;
	else
		u->guard =
			pred->file == TPC_FILE_VP ? GUARD_VECTOR : GUARD_SCALAR;
}

static int add_constants(struct prep *p)
{
	struct uop *u = p->u;

	if (!prep_vector(p))
		return 0;
	for (unsigned i = 0; i < u->nsrc; i++) {
		struct vec *v;

		if (u->src[i].file != TPC_FILE_IMM)
			continue;
		v = aligned_alloc(64, sizeof(*v));
		if (!v)
			return -ENOMEM;
		broadcast(v, u->src[i].imm, u->src[i].width);
		u->constant[i] = v;
	}
	return 0;
}

int prepare_op(struct tpc_core *core, const struct tpc_op *op, uint32_t pc,
	       struct uop *u, char *why, size_t why_size)
{
	struct prep p = {core, op, u, why, why_size};
	int err;

	memset(u, 0, sizeof(*u));
	u->op = op;
	u->pc = pc;
	u->dims = ALL_DIMS;
	u->element = element_bytes(op->type);
	u->sign_extend = op->type == TPC_TYPE_I16 || op->type == TPC_TYPE_I8;
	snprintf(why, why_size, "this operation");
	if (op->mnemonic >= TPC_MN_COUNT || !families[op->mnemonic])
		return -ENOSYS;
	err = add_operands(&p);
	if (err)
		return err;
	add_guard(&p);
	err = families[op->mnemonic](&p);
	if (!err)
		err = add_constants(&p);
	if (err)
		unprepare_op(u);
	return err;
}

void unprepare_op(struct uop *u)
{
	for (unsigned i = 0; i < MAX_SOURCES; i++) {
		free(u->constant[i]);
		u->constant[i] = NULL;
	}
}
