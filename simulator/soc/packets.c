/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * What a CP does with each packet.
 *
 * A packet that cannot go on (a fence, a barrier, a full engine) returns
 * -EAGAIN and is tried again when something changed. Register and message
 * writes take effect at once, so the register and message barriers are always
 * met.
 */
#include <errno.h>
#include <string.h>

#include "soc_priv.h"

#define QM(reg) TPC_GAUDI_QM_##reg

/* Largest packet without payload. */
#define MAX_PACKET TPC_GAUDI_LIN_DMA_SIZE

static uint64_t get64(const uint8_t *p)
{
	uint64_t v = 0;
	unsigned i;

	for (i = 0; i < 8; i++)
		v |= (uint64_t)p[i] << 8 * i;
	return v;
}

static bool cp_secure(const struct soc_stream *s)
{
	return soc_value(s->qman->regs, QM(GLBL_PROT)) >>
		       (QM(GLBL_PROT_CP_SHIFT) + s->index) &
	       1;
}

/*
 * assumed: an engine barrier of an upper CP also waits for the lower CP,
 * through which it feeds the engine.
 */
static bool engine_idle(const struct soc_stream *s)
{
	const struct soc_qman *qman = s->qman;

	if (qman->engine && soc_engine_busy(qman->engine))
		return false;
	return s->index == SOC_LOWER ||
	       !soc_stream_busy(&qman->stream[SOC_LOWER]);
}

enum guard { GO, SKIP, BLOCKED };

static enum guard guard(const struct soc_stream *s, unsigned pred,
			unsigned eng_barrier)
{
	if (!(s->predicates >> pred & 1))
		return SKIP;
	return eng_barrier && !engine_idle(s) ? BLOCKED : GO;
}

#define CHECK_GUARD(s, pred, barrier)                        \
	do {                                                 \
		enum guard guard_ = guard(s, pred, barrier); \
		if (guard_ != GO)                            \
			return guard_ == SKIP ? 0 : -EAGAIN; \
	} while (0)

/* A register as WREG packets address it. */
static int find_target(struct soc_stream *s, uint32_t reg_offset,
		       struct soc_regs **regs, uint32_t *offset)
{
	struct soc_qman *qman = s->qman;
	uint32_t base = soc_value(qman->regs, QM(LOCAL_RANGE_BASE));
	uint32_t size = soc_value(qman->regs, QM(LOCAL_RANGE_SIZE));

	if (reg_offset >= base && reg_offset - base < size) {
		*regs = qman->regs;
		*offset = reg_offset - base;
		return 0;
	}
	*regs = qman->engine;
	*offset = reg_offset;
	if (*regs && reg_offset < base)
		return 0;
	soc_why(qman->soc, "register offset 0x%x reaches nothing", reg_offset);
	return -ENXIO;
}

static int wreg(struct soc_stream *s, uint32_t reg_offset, uint32_t value)
{
	struct soc_regs *regs;
	uint32_t offset;
	int rc = find_target(s, reg_offset, &regs, &offset);

	if (!rc)
		rc = soc_block_write(s->qman->soc, regs, offset, value,
				     cp_secure(s));
	if (rc && rc != -EAGAIN)
		soc_stream_error(s, QM(GLBL_STS1_CP_WREG_ERR_MASK),
				 "register write error: %s", s->qman->soc->why);
	return rc;
}

static int do_wreg_32(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_wreg_32 p;

	tpc_gaudi_wreg_32_unpack(buf, TPC_GAUDI_WREG_32_SIZE, &p);
	CHECK_GUARD(s, p.pred, p.eng_barrier);
	return wreg(s, p.reg_offset, p.value);
}

static int do_wreg_bulk(struct soc_stream *s, const uint8_t *buf,
			const struct soc_cb *cb)
{
	uint64_t payload = cb->ptr + s->pos + TPC_GAUDI_WREG_BULK_SIZE;
	struct tpc_gaudi_wreg_bulk p;
	uint8_t word[8];
	int rc;

	tpc_gaudi_wreg_bulk_unpack(buf, TPC_GAUDI_WREG_BULK_SIZE, &p);
	if (!s->bulk)
		CHECK_GUARD(s, p.pred, p.eng_barrier);
	if (p.reg_offset % 8) {
		soc_stream_error(s, QM(GLBL_STS1_CP_WREG_ERR_MASK),
				 "WREG_BULK to offset 0x%x, which is not a "
				 "multiple of 8",
				 p.reg_offset);
		return -EINVAL;
	}
	while (s->bulk < 2u * p.size64) {
		if (soc_mem_read(s->qman->soc, payload + s->bulk / 2 * 8, word,
				 sizeof(word), cb->secure)) {
			soc_stream_error(s, QM(GLBL_STS1_CQF_RD_ERR_MASK),
					 "CQ read error: %s",
					 s->qman->soc->why);
			return -EFAULT;
		}
		rc = wreg(s, p.reg_offset + 4 * s->bulk,
			  (uint32_t)(get64(word) >> 32 * (s->bulk % 2)));
		if (rc)
			return rc;
		s->bulk++;
	}
	s->bulk = 0;
	return 0;
}

static int message(struct soc_stream *s, uint64_t addr, uint32_t value,
		   unsigned op, bool secure)
{
	struct soc *soc = s->qman->soc;
	int rc;

	if (op == 1)
		value = (uint32_t)soc_now_ns(); /* assumed: low half */
	if (op > 1) {
		soc_why(soc, "message operation %u has no model", op);
		rc = -EOPNOTSUPP;
	} else {
		rc = soc_message(soc, addr, value, secure);
	}
	if (rc && rc != -EAGAIN)
		soc_stream_error(s, QM(GLBL_STS1_CP_MSG_WR_ERR_MASK),
				 "message write error: %s", soc->why);
	return rc;
}

static int do_msg_long(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_msg_long p;

	tpc_gaudi_msg_long_unpack(buf, TPC_GAUDI_MSG_LONG_SIZE, &p);
	CHECK_GUARD(s, p.pred, p.eng_barrier);
	return message(s, p.addr, p.value, p.op, false);
}

/* assumed: secured only if the CP is; a user's CP gains nothing by it. */
static int do_msg_prot(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_msg_prot p;

	tpc_gaudi_msg_prot_unpack(buf, TPC_GAUDI_MSG_PROT_SIZE, &p);
	CHECK_GUARD(s, p.pred, p.eng_barrier);
	return message(s, p.addr, p.value, p.op, cp_secure(s));
}

static int do_msg_short(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_msg_short p;
	uint64_t base;

	tpc_gaudi_msg_short_unpack(buf, TPC_GAUDI_MSG_SHORT_SIZE, &p);
	CHECK_GUARD(s, 0, p.eng_barrier);
	base = soc_value64(s->qman->regs,
			   QM(CP_MSG_BASE_ADDR_LO(p.base, s->index)),
			   QM(CP_MSG_BASE_ADDR_HI(p.base, s->index)));
	if (!base) {
		soc_stream_error(s, QM(GLBL_STS1_CP_MSG_WR_ERR_MASK),
				 "message write error: base %u of this queue "
				 "manager is not programmed",
				 p.base);
		return -ENXIO;
	}
	return message(s, base + p.msg_addr_offset, p.value, p.op, false);
}

/*
 * The registers a LIN_DMA or CP_DMA programs: size, source, destination and
 * last the word behind the size, which starts the transfer (facts of the
 * driver's LDMA offsets).
 */
static int start_transfer(struct soc_stream *s, uint32_t tsize, uint64_t src,
			  const uint64_t *dst, uint32_t control)
{
	const struct soc_regs *regs = s->qman->regs;
	uint32_t size_at = soc_value(regs, QM(CP_LDMA_TSIZE_OFFSET(s->index)));
	uint32_t src_at =
		soc_value(regs, QM(CP_LDMA_SRC_BASE_LO_OFFSET(s->index)));
	uint32_t dst_at =
		soc_value(regs, QM(CP_LDMA_DST_BASE_LO_OFFSET(s->index)));
	int rc;

	rc = wreg(s, size_at, tsize);
	if (!rc)
		rc = wreg(s, src_at, (uint32_t)src);
	if (!rc)
		rc = wreg(s, src_at + 4, (uint32_t)(src >> 32));
	if (!rc && dst)
		rc = wreg(s, dst_at, (uint32_t)*dst);
	if (!rc && dst)
		rc = wreg(s, dst_at + 4, (uint32_t)(*dst >> 32));
	if (!rc)
		rc = wreg(s, size_at + 4, control);
	return rc;
}

#define COMMIT(field, value) \
	TPC_FIELD_PREP(TPC_GAUDI_DMA_CORE_COMMIT_##field, value)

static int do_lin_dma(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_lin_dma p;
	uint64_t dst;

	tpc_gaudi_lin_dma_unpack(buf, TPC_GAUDI_LIN_DMA_SIZE, &p);
	CHECK_GUARD(s, 0, p.eng_barrier);
	dst = p.dst_addr | (uint64_t)p.context_id_high << 56;
	return start_transfer(s, p.tsize, p.src_addr, &dst,
			      COMMIT(WR_COMP_EN, p.wr_comp_en) |
				      COMMIT(TRANSPOSE, p.transpose) |
				      COMMIT(DTYPE, p.dtype) |
				      COMMIT(LIN, p.lin) |
				      COMMIT(MEM_SET, p.mem_set) |
				      COMMIT(COMPRESS, p.compress) |
				      COMMIT(DECOMPRESS, p.decompress) |
				      COMMIT(CTX_ID, p.context_id_low));
}

static int do_cp_dma(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_cp_dma p;

	tpc_gaudi_cp_dma_unpack(buf, TPC_GAUDI_CP_DMA_SIZE, &p);
	CHECK_GUARD(s, p.pred, p.eng_barrier);
	if (s->index == SOC_LOWER) {
		soc_stream_error(s, QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK),
				 "CP_DMA in the lower CP");
		return -EINVAL;
	}
	return start_transfer(s, p.tsize, p.src_addr, NULL, 0);
}

static int do_fence(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_fence p;
	uint32_t at, count;

	tpc_gaudi_fence_unpack(buf, TPC_GAUDI_FENCE_SIZE, &p);
	CHECK_GUARD(s, p.pred, p.eng_barrier);
	at = QM(CP_FENCE_CNT(p.id, s->index));
	count = soc_value(s->qman->regs, at);
	s->in_fence = count < p.target_val;
	s->fence = p.id;
	if (s->in_fence)
		return -EAGAIN;
	if (count < p.dec_val) {
		soc_stream_error(
			s, 1u << (QM(GLBL_STS1_CP_FENCE_UDF_SHIFT) + p.id),
			"underflow of fence counter %u: %u minus %u", p.id,
			count, p.dec_val);
		return -EINVAL;
	}
	soc_set(s->qman->regs, at, count - p.dec_val);
	return 0;
}

/*
 * assumed: the packet at the start of a loop (sore 0) holds in jmp_ptr how
 * many times the body runs (0 counts as 1); the one at its end (sore 1) goes
 * back behind the start; o chooses one of two loops, which may be nested.
 */
static int do_repeat(struct soc_stream *s, const uint8_t *buf, uint32_t *next)
{
	struct tpc_gaudi_repeat p;
	struct soc_loop *loop;

	tpc_gaudi_repeat_unpack(buf, TPC_GAUDI_REPEAT_SIZE, &p);
	CHECK_GUARD(s, p.pred, p.eng_barrier);
	loop = &s->loops[p.o];
	if (loop->active != p.sore) {
		soc_stream_error(s, QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK),
				 "REPEAT %s %s loop %s open",
				 p.sore ? "ends the" : "starts the",
				 p.o ? "outer" : "inner",
				 p.sore ? "that is not" : "that is");
		return -EINVAL;
	}
	if (!p.sore) {
		loop->active = true;
		loop->left = p.jmp_ptr ? p.jmp_ptr : 1;
		loop->start = *next;
		return 0;
	}
	if (--loop->left)
		*next = loop->start;
	else
		loop->active = false;
	return 0;
}

static int do_arb_point(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_arb_point p;
	int rc;

	tpc_gaudi_arb_point_unpack(buf, TPC_GAUDI_ARB_POINT_SIZE, &p);
	CHECK_GUARD(s, p.pred, p.eng_barrier);
	rc = soc_arb_point(s, p.priority, p.rls);
	if (rc && rc != -EAGAIN)
		soc_stream_error(s, QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK), "%s",
				 s->qman->soc->why);
	return rc;
}

static int do_wait(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_wait p;

	tpc_gaudi_wait_unpack(buf, TPC_GAUDI_WAIT_SIZE, &p);
	CHECK_GUARD(s, 0, p.eng_barrier);
	soc_timer(s->qman->soc, s, p.num_cycles, p.id, p.inc_val);
	return 0;
}

static int do_stop(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_stop p;

	tpc_gaudi_stop_unpack(buf, TPC_GAUDI_STOP_SIZE, &p);
	CHECK_GUARD(s, 0, p.eng_barrier);
	soc_stream_error(s, QM(GLBL_STS1_CP_STOP_OP_MASK), "STOP packet");
	return -ECANCELED;
}

static int do_nop(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_nop p;

	tpc_gaudi_nop_unpack(buf, TPC_GAUDI_NOP_SIZE, &p);
	CHECK_GUARD(s, 0, p.eng_barrier);
	return 0;
}

static int load_predicates(struct soc_stream *s, uint64_t src)
{
	uint8_t table[TPC_GAUDI_PREDICATE_BYTES];
	uint32_t bits = 1; /* number 0 is not loaded */
	unsigned i;

	if (src % TPC_GAUDI_PREDICATE_BYTES) {
		soc_why(s->qman->soc,
			"predicates at 0x%llx, which is not a multiple of %u",
			(unsigned long long)src, TPC_GAUDI_PREDICATE_BYTES);
		return -EINVAL;
	}
	if (soc_mem_read(s->qman->soc, src, table, sizeof(table), false))
		return -EFAULT;
	for (i = 1; i < TPC_GAUDI_PREDICATES; i++)
		bits |= (uint32_t)(table[4 * i] & 1) << i;
	s->predicates = bits;
	return 0;
}

static int load_scalars(struct soc_stream *s, uint64_t src)
{
	uint8_t bytes[4 * TPC_GAUDI_SCALARS];
	unsigned i;

	if (soc_mem_read(s->qman->soc, src, bytes, sizeof(bytes), false))
		return -EFAULT;
	for (i = 0; i < TPC_GAUDI_SCALARS; i++)
		s->scalars[i] =
			(uint32_t)(get64(bytes + i / 2 * 8) >> 32 * (i % 2));
	return 0;
}

static int dispatch(struct soc_stream *s, const struct tpc_cb_packet *packet,
		    const uint8_t *buf, const struct soc_cb *cb,
		    uint32_t *next);

/* Runs the packet that the scalar registers hold. */
static int execute_scalars(struct soc_stream *s, bool upper)
{
	uint8_t buf[MAX_PACKET] = {0};
	const struct tpc_cb_packet *packet;
	unsigned first = upper ? 2 : 0;
	unsigned i, k;
	size_t size;

	for (i = first; i < TPC_GAUDI_SCALARS; i++)
		for (k = 0; k < 4; k++)
			buf[4 * (i - first) + k] =
				(uint8_t)(s->scalars[i] >> 8 * k);
	if (tpc_cb_parse(s->qman->soc->cb, buf, 4 * (TPC_GAUDI_SCALARS - first),
			 &packet, &size) ||
	    packet->payload >= 0 ||
	    packet->opcode == TPC_GAUDI_PACKET_LOAD_AND_EXE ||
	    packet->opcode == TPC_GAUDI_PACKET_REPEAT) {
		soc_stream_error(s, QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK),
				 "LOAD_AND_EXE: the scalars hold no packet "
				 "that can run there");
		return -EILSEQ;
	}
	return dispatch(s, packet, buf, NULL, NULL);
}

static int do_load_and_exe(struct soc_stream *s, const uint8_t *buf)
{
	struct tpc_gaudi_load_and_exe p;
	int rc = 0;

	tpc_gaudi_load_and_exe_unpack(buf, TPC_GAUDI_LOAD_AND_EXE_SIZE, &p);
	CHECK_GUARD(s, p.pred, p.eng_barrier);
	if (p.load)
		rc = p.dst ? load_scalars(s, p.src_addr)
			   : load_predicates(s, p.src_addr);
	if (rc) {
		soc_stream_error(s, QM(GLBL_STS1_CP_RD_ERR_MASK),
				 "CP read error: %s", s->qman->soc->why);
		return rc;
	}
	return p.exe ? execute_scalars(s, p.etype) : 0;
}

static int dispatch(struct soc_stream *s, const struct tpc_cb_packet *packet,
		    const uint8_t *buf, const struct soc_cb *cb, uint32_t *next)
{
	switch ((enum tpc_gaudi_packet)packet->opcode) {
	case TPC_GAUDI_PACKET_WREG_32:
		return do_wreg_32(s, buf);
	case TPC_GAUDI_PACKET_WREG_BULK:
		return do_wreg_bulk(s, buf, cb);
	case TPC_GAUDI_PACKET_MSG_LONG:
		return do_msg_long(s, buf);
	case TPC_GAUDI_PACKET_MSG_SHORT:
		return do_msg_short(s, buf);
	case TPC_GAUDI_PACKET_CP_DMA:
		return do_cp_dma(s, buf);
	case TPC_GAUDI_PACKET_REPEAT:
		return do_repeat(s, buf, next);
	case TPC_GAUDI_PACKET_MSG_PROT:
		return do_msg_prot(s, buf);
	case TPC_GAUDI_PACKET_FENCE:
		return do_fence(s, buf);
	case TPC_GAUDI_PACKET_LIN_DMA:
		return do_lin_dma(s, buf);
	case TPC_GAUDI_PACKET_NOP:
		return do_nop(s, buf);
	case TPC_GAUDI_PACKET_STOP:
		return do_stop(s, buf);
	case TPC_GAUDI_PACKET_ARB_POINT:
		return do_arb_point(s, buf);
	case TPC_GAUDI_PACKET_WAIT:
		return do_wait(s, buf);
	case TPC_GAUDI_PACKET_LOAD_AND_EXE:
		return do_load_and_exe(s, buf);
	}
	soc_stream_error(s, QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK),
			 "packet %s has no model", packet->name);
	return -EOPNOTSUPP;
}

/* Reads the packet at the stream's position; its size with payload. */
static int read_packet(struct soc_stream *s, const struct soc_cb *cb,
		       uint8_t *buf, const struct tpc_cb_packet **packet,
		       uint32_t *size)
{
	struct soc *soc = s->qman->soc;
	uint32_t left = cb->size - s->pos;
	size_t want = left < MAX_PACKET ? left : MAX_PACKET;
	size_t len;
	int rc;

	if (soc_mem_read(soc, cb->ptr + s->pos, buf, want, cb->secure)) {
		soc_stream_error(s, QM(GLBL_STS1_CQF_RD_ERR_MASK),
				 "CQ read error: %s", soc->why);
		return -EFAULT;
	}
	rc = tpc_cb_parse(soc->cb, buf, want, packet, &len);
	s->current = want >= 8 ? get64(buf) : 0;
	if (rc == -EILSEQ) {
		soc_stream_error(s, QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK),
				 "undefined opcode (packet 0x%016llx)",
				 (unsigned long long)s->current);
		return rc;
	}
	if (!*packet || !len || len > left) {
		soc_stream_error(
			s, QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK),
			"packet %s goes beyond the end of the command buffer",
			*packet ? (*packet)->name : "header");
		return -ENODATA;
	}
	*size = (uint32_t)len;
	return 0;
}

int soc_packet(struct soc_stream *stream, const struct soc_cb *cb)
{
	uint8_t buf[MAX_PACKET];
	const struct tpc_cb_packet *packet;
	uint32_t size, next;
	int rc;

	rc = read_packet(stream, cb, buf, &packet, &size);
	if (rc)
		return rc;
	next = stream->pos + size;
	rc = dispatch(stream, packet, buf, cb, &next);
	if (rc)
		return rc;
	/* A fence overflow of a write to its own counter stops it too. */
	if (stream->stopped)
		return -ECANCELED;
	stream->pos = next;
	stream->qman->soc->stats.packets++;
	return 0;
}
