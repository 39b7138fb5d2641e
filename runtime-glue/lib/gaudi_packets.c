/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Gaudi's packets, thin over the functions and tables that are generated from
 * assembler/queues/Gaudi.td.
 */
#include <errno.h>
#include <string.h>

#include "gaudi.h"
#include "tpc/cb.h"

#define CTL_BARRIERS (TPC_PKT_EB | TPC_PKT_RB | TPC_PKT_MB)
#define CTL_MESSAGE  (TPC_PKT_WEAK | TPC_PKT_NO_SNOOP | TPC_PKT_TIMESTAMP)
#define CTL_PRED     (~0xffu)

typedef size_t (*pack_fn)(const void *in, void *buf);

/* One packet on its way into a builder. */
struct packet {
	struct tpc_cmdbuf *cb;
	const struct tpc_cb_packet *table;
	unsigned ctl;
};

static const struct tpc_cb_field *find_field(const struct tpc_cb_packet *table,
					     const char *name)
{
	unsigned i;

	for (i = 0; i < table->num_fields; i++)
		if (!strcmp(table->fields[i].name, name))
			return &table->fields[i];
	return NULL;
}

/* Checks that a value fits its field; gives it back, 0 if it does not. */
static uint64_t fit(struct packet *p, const char *name, uint64_t value)
{
	const struct tpc_cb_field *field = find_field(p->table, name);
	uint64_t max;

	if (!field) {
		tpc_cmdbuf_fail(p->cb, -EOPNOTSUPP, "%s has no field %s",
				p->table->name, name);
		return 0;
	}
	max = field->width < 64 ? (1ull << field->width) - 1 : UINT64_MAX;
	if (value <= max)
		return value;
	tpc_cmdbuf_fail(p->cb, -EINVAL,
			"%s: %s 0x%llx is out of range 0..0x%llx",
			p->table->name, name, (unsigned long long)value,
			(unsigned long long)max);
	return 0;
}

/* Starts a packet that takes the bits @allowed of @ctl. */
static struct packet start(struct tpc_cmdbuf *cb, enum tpc_gaudi_packet opcode,
			   unsigned ctl, unsigned allowed)
{
	struct packet p = {cb, NULL, ctl};

	p.table = tpc_cb_packet(tpc_cb_get(cb->ops->chip), opcode);
	if (ctl & ~allowed)
		tpc_cmdbuf_fail(cb, -EINVAL,
				"%s does not take control bits %#x",
				p.table->name, ctl & ~allowed);
	return p;
}

static uint8_t pred(struct packet *p)
{
	return (uint8_t)fit(p, "pred", p->ctl >> 8);
}

/* Appends a packet and @payload bytes of room behind it. */
static void *append(struct packet *p, const void *in, pack_fn pack,
		    size_t payload)
{
	uint8_t *at = tpc_cmdbuf_grow(p->cb, p->table->size + payload);
	size_t size;

	if (!at)
		return NULL;
	size = pack(in, at);
	if (!size) {
		tpc_cmdbuf_fail(p->cb, -EINVAL, "%s: a field is out of range",
				p->table->name);
		return NULL;
	}
	tpc_cmdbuf_commit(p->cb, size + payload);
	return at + size;
}

/* A typed pack function as one that takes any packet. */
#define PACK(name)                                           \
	static size_t pack_##name(const void *in, void *buf) \
	{                                                    \
		return tpc_gaudi_##name##_pack(in, buf);     \
	}
PACK(arb_point)
PACK(cp_dma)
PACK(fence)
PACK(lin_dma)
PACK(load_and_exe)
PACK(msg_long)
PACK(msg_prot)
PACK(msg_short)
PACK(nop)
PACK(repeat)
PACK(stop)
PACK(wait)
PACK(wreg_32)
PACK(wreg_bulk)

static int put(struct packet *p, const void *in, pack_fn pack)
{
	append(p, in, pack, 0);
	return p->cb->error;
}

#define BARRIERS(p)                              \
	.eng_barrier = !!((p).ctl & TPC_PKT_EB), \
	.reg_barrier = !!((p).ctl & TPC_PKT_RB), \
	.msg_barrier = !!((p).ctl & TPC_PKT_MB)
#define MESSAGE(p)                                    \
	.weakly_ordered = !!((p).ctl & TPC_PKT_WEAK), \
	.no_snoop = !!((p).ctl & TPC_PKT_NO_SNOOP),   \
	.op = (p).ctl & TPC_PKT_TIMESTAMP ? TPC_GAUDI_MSG_OP_TIMESTAMP : 0

/*
 * The driver's headers require the register barrier in packets that use the
 * engine's registers, so it is set in them whatever the caller says (KD).
 */
int tpc_gaudi_wreg32(struct tpc_cmdbuf *cb, uint32_t reg, uint32_t value,
		     unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_WREG_32, ctl | TPC_PKT_RB,
				CTL_BARRIERS | CTL_PRED);
	struct tpc_gaudi_wreg_32 in = {
		.value = value,
		.reg_offset = (uint16_t)fit(&p, "reg_offset", reg),
		.pred = pred(&p),
		BARRIERS(p),
	};

	if (reg % 4)
		return tpc_cmdbuf_fail(
			cb, -EINVAL,
			"WREG_32: reg_offset 0x%x is no multiple "
			"of 4",
			reg);
	return put(&p, &in, pack_wreg_32);
}

static void put_le32(uint8_t *at, uint32_t value)
{
	at[0] = (uint8_t)value;
	at[1] = (uint8_t)(value >> 8);
	at[2] = (uint8_t)(value >> 16);
	at[3] = (uint8_t)(value >> 24);
}

/* Pairs of registers from an offset that is a multiple of 8. */
static int put_pairs(struct tpc_cmdbuf *cb, uint32_t reg,
		     const uint32_t *values, size_t pairs, unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_WREG_BULK,
				ctl | TPC_PKT_RB, CTL_BARRIERS | CTL_PRED);
	struct tpc_gaudi_wreg_bulk in = {
		.size64 = (uint16_t)fit(&p, "size64", pairs),
		.reg_offset = (uint16_t)fit(&p, "reg_offset", reg),
		.pred = pred(&p),
		BARRIERS(p),
	};
	uint8_t *at;
	size_t i;

	if (cb->error)
		return cb->error;
	at = append(&p, &in, pack_wreg_bulk, pairs * 8);
	for (i = 0; at && i < pairs * 2; i++)
		put_le32(at + 4 * i, values[i]);
	return cb->error;
}

int tpc_gaudi_wreg_bulk(struct tpc_cmdbuf *cb, uint32_t reg,
			const uint32_t *values, size_t count, unsigned ctl)
{
	if (!count)
		return tpc_cmdbuf_fail(cb, -EINVAL, "WREG_BULK: no values");
	if (reg % 8) {
		tpc_gaudi_wreg32(cb, reg, values[0], ctl);
		reg += 4;
		values++;
		count--;
	}
	if (!cb->error && count / 2)
		put_pairs(cb, reg, values, count / 2, ctl);
	if (!cb->error && count % 2)
		tpc_gaudi_wreg32(cb, reg + 4 * (uint32_t)(count - 1),
				 values[count - 1], ctl);
	return cb->error;
}

int tpc_gaudi_msg_long(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
		       unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_MSG_LONG, ctl,
				CTL_BARRIERS | CTL_MESSAGE | CTL_PRED);
	struct tpc_gaudi_msg_long in = {
		.addr = addr,
		.value = value,
		.pred = pred(&p),
		MESSAGE(p),
		BARRIERS(p),
	};

	return put(&p, &in, pack_msg_long);
}

int tpc_gaudi_msg_prot(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
		       unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_MSG_PROT, ctl,
				CTL_BARRIERS | CTL_MESSAGE | CTL_PRED);
	struct tpc_gaudi_msg_prot in = {
		.addr = addr,
		.value = value,
		.pred = pred(&p),
		MESSAGE(p),
		BARRIERS(p),
	};

	return put(&p, &in, pack_msg_prot);
}

int tpc_gaudi_msg_short(struct tpc_cmdbuf *cb, unsigned base, uint32_t offset,
			uint32_t value, unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_MSG_SHORT, ctl,
				CTL_BARRIERS | CTL_MESSAGE);
	struct tpc_gaudi_msg_short in = {
		.value = value,
		.msg_addr_offset = (uint16_t)fit(&p, "msg_addr_offset", offset),
		.base = (uint8_t)fit(&p, "base", base),
		MESSAGE(p),
		BARRIERS(p),
	};

	return put(&p, &in, pack_msg_short);
}

int tpc_gaudi_fence(struct tpc_cmdbuf *cb, unsigned id, unsigned target,
		    unsigned dec, unsigned ctl)
{
	struct packet p =
		start(cb, TPC_GAUDI_PACKET_FENCE, ctl, CTL_BARRIERS | CTL_PRED);
	struct tpc_gaudi_fence in = {
		.id = (uint8_t)fit(&p, "id", id),
		.target_val = (uint8_t)fit(&p, "target_val", target),
		.dec_val = (uint8_t)fit(&p, "dec_val", dec),
		.pred = pred(&p),
		BARRIERS(p),
	};

	return put(&p, &in, pack_fence);
}

static int put_dma(struct packet *p, uint64_t dst, uint64_t src, uint32_t size,
		   bool fill)
{
	struct tpc_gaudi_lin_dma in = {
		.tsize = size,
		.src_addr = src,
		.dst_addr = fit(p, "dst_addr", dst),
		.lin = 1,
		.mem_set = fill,
		.wr_comp_en = !!(p->ctl & TPC_PKT_COMPLETION),
		BARRIERS(*p),
	};

	return put(p, &in, pack_lin_dma);
}

int tpc_gaudi_lin_dma(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t src,
		      uint32_t size, unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_LIN_DMA, ctl | TPC_PKT_RB,
				CTL_BARRIERS | TPC_PKT_COMPLETION);

	return put_dma(&p, dst, src, size, false);
}

int tpc_gaudi_memset(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t pattern,
		     uint32_t size, unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_LIN_DMA, ctl | TPC_PKT_RB,
				CTL_BARRIERS | TPC_PKT_COMPLETION);

	return put_dma(&p, dst, pattern, size, true);
}

int tpc_gaudi_cp_dma(struct tpc_cmdbuf *cb, uint64_t src, uint32_t size,
		     unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_CP_DMA, ctl | TPC_PKT_RB,
				CTL_BARRIERS | CTL_PRED);
	struct tpc_gaudi_cp_dma in = {
		.tsize = size,
		.src_addr = src,
		.pred = pred(&p),
		BARRIERS(p),
	};

	return put(&p, &in, pack_cp_dma);
}

int tpc_gaudi_wait(struct tpc_cmdbuf *cb, unsigned id, unsigned inc,
		   uint32_t cycles, unsigned ctl)
{
	/* The register and message barriers must be 0 (KD). */
	struct packet p = start(cb, TPC_GAUDI_PACKET_WAIT, ctl, TPC_PKT_EB);
	struct tpc_gaudi_wait in = {
		.id = (uint8_t)fit(&p, "id", id),
		.inc_val = (uint8_t)fit(&p, "inc_val", inc),
		.num_cycles = (uint32_t)fit(&p, "num_cycles", cycles),
		BARRIERS(p),
	};

	return put(&p, &in, pack_wait);
}

int tpc_gaudi_repeat(struct tpc_cmdbuf *cb, bool end, bool outer,
		     uint32_t count, unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_REPEAT, ctl | TPC_PKT_RB,
				CTL_BARRIERS | CTL_PRED);
	struct tpc_gaudi_repeat in = {
		.sore = end,
		.o = outer,
		.jmp_ptr = (uint16_t)fit(&p, "jmp_ptr", count),
		.pred = pred(&p),
		BARRIERS(p),
	};

	return put(&p, &in, pack_repeat);
}

int tpc_gaudi_load_and_exe(struct tpc_cmdbuf *cb, uint64_t src, unsigned what,
			   unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_LOAD_AND_EXE,
				ctl | TPC_PKT_RB, CTL_BARRIERS | CTL_PRED);
	struct tpc_gaudi_load_and_exe in = {
		.src_addr = src,
		.dst = !!(what & TPC_LOAD_SCALARS),
		.load = !!(what & TPC_LOAD_LOAD),
		.exe = !!(what & TPC_LOAD_EXECUTE),
		.etype = !!(what & TPC_LOAD_UPPER),
		.pred = pred(&p),
		BARRIERS(p),
	};
	unsigned known = TPC_LOAD_SCALARS | TPC_LOAD_LOAD | TPC_LOAD_EXECUTE |
			 TPC_LOAD_UPPER;

	if (what & ~known || !(what & (TPC_LOAD_LOAD | TPC_LOAD_EXECUTE)))
		return tpc_cmdbuf_fail(cb, -EINVAL,
				       "LOAD_AND_EXE: 0x%x neither loads nor "
				       "executes, or has unknown bits",
				       what);
	return put(&p, &in, pack_load_and_exe);
}

int tpc_gaudi_arb_point(struct tpc_cmdbuf *cb, unsigned priority, bool release,
			unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_ARB_POINT, ctl,
				CTL_BARRIERS | CTL_PRED);
	struct tpc_gaudi_arb_point in = {
		.priority = (uint8_t)fit(&p, "priority", priority),
		.rls = release,
		.pred = pred(&p),
		BARRIERS(p),
	};

	return put(&p, &in, pack_arb_point);
}

int tpc_gaudi_nop(struct tpc_cmdbuf *cb, unsigned ctl)
{
	struct packet p = start(cb, TPC_GAUDI_PACKET_NOP, ctl, CTL_BARRIERS);
	struct tpc_gaudi_nop in = {BARRIERS(p)};

	return put(&p, &in, pack_nop);
}

int tpc_gaudi_stop(struct tpc_cmdbuf *cb, unsigned ctl)
{
	/* The register and message barriers must be 0 (KD). */
	struct packet p = start(cb, TPC_GAUDI_PACKET_STOP, ctl, TPC_PKT_EB);
	struct tpc_gaudi_stop in = {BARRIERS(p)};

	return put(&p, &in, pack_stop);
}

/* ---- Sync objects and monitors ---------------------------------------- */

/* Users have the block E_N, the driver works with W_S (KD, SYN). */
#define SYNC_BASE TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_E_N)

uint64_t tpc_gaudi_sob_addr(unsigned sob)
{
	return SYNC_BASE + TPC_GAUDI_SYNC_MNGR_SOB_OBJ(sob);
}

static int check_range(struct tpc_cmdbuf *cb, const char *what, unsigned value,
		       unsigned max)
{
	if (value <= max)
		return 0;
	return tpc_cmdbuf_fail(cb, -EINVAL, "%s %u is out of range 0..%u", what,
			       value, max);
}

#define NUM_SOBS \
	((TPC_GAUDI_SYNC_MNGR_MON_ARM_SID_MASK + 1) * TPC_GAUDI_SOBS_PER_GROUP)
#define NUM_MONITORS                              \
	((TPC_GAUDI_SYNC_MNGR_MON_PAY_ADDRH(0) -  \
	  TPC_GAUDI_SYNC_MNGR_MON_PAY_ADDRL(0)) / \
	 4)

int tpc_gaudi_sob(struct tpc_cmdbuf *cb, unsigned sob, unsigned mode,
		  unsigned value, unsigned ctl)
{
	if (check_range(cb, "sync object", sob, NUM_SOBS - 1) ||
	    check_range(cb, "sync object mode", mode, TPC_SOB_ADD) ||
	    check_range(cb, "sync object value", value, TPC_GAUDI_SOB_MAX))
		return cb->error;
	return tpc_gaudi_msg_long(
		cb, tpc_gaudi_sob_addr(sob),
		TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_SOB_OBJ_VAL, value) |
			TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_SOB_OBJ_INC, mode),
		ctl);
}

/* All members of the group but one are masked out of the condition. */
static uint32_t arm_word(unsigned sob, unsigned value)
{
	unsigned member = sob % TPC_GAUDI_SOBS_PER_GROUP;
	unsigned others =
		~(1u << member) & (TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK_MASK >>
				   TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK_SHIFT);

	return TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SID,
			      sob / TPC_GAUDI_SOBS_PER_GROUP) |
	       TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK, others) |
	       TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOD, value);
}

int tpc_gaudi_monitor(struct tpc_cmdbuf *cb, unsigned monitor, unsigned sob,
		      unsigned value, uint64_t addr, uint32_t data)
{
	if (check_range(cb, "monitor", monitor, NUM_MONITORS - 1) ||
	    check_range(cb, "sync object", sob, NUM_SOBS - 1) ||
	    check_range(cb, "monitor value", value, TPC_GAUDI_SOB_MAX))
		return cb->error;
	tpc_cmdbuf_msg_long(
		cb, SYNC_BASE + TPC_GAUDI_SYNC_MNGR_MON_PAY_ADDRL(monitor),
		(uint32_t)addr, TPC_PKT_RB);
	tpc_cmdbuf_msg_long(
		cb, SYNC_BASE + TPC_GAUDI_SYNC_MNGR_MON_PAY_ADDRH(monitor),
		(uint32_t)(addr >> 32), TPC_PKT_RB);
	tpc_cmdbuf_msg_long(
		cb, SYNC_BASE + TPC_GAUDI_SYNC_MNGR_MON_PAY_DATA(monitor), data,
		TPC_PKT_RB);
	return tpc_cmdbuf_msg_long(
		cb, SYNC_BASE + TPC_GAUDI_SYNC_MNGR_MON_ARM(monitor),
		arm_word(sob, value), TPC_PKT_RB | TPC_PKT_MB);
}
