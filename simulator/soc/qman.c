/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Queue managers: four streams that fetch command buffers from a ring in
 * memory, and a lower one that the others feed.
 *
 * assumed: a command buffer is read packet by packet as it runs, not ahead;
 * the PQ's consumer index moves when a command buffer is taken from the ring;
 * an error always stops the stream, whatever GLBL_ERR_CFG says.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "soc_priv.h"

#define QM(reg) TPC_GAUDI_QM_##reg

void soc_qman_reset(struct soc_qman *qman)
{
	unsigned i;

	for (i = 0; i < SOC_STREAMS; i++) {
		struct soc_stream *s = &qman->stream[i];
		struct soc_stream *next = s->next;
		bool queued = s->queued;

		memset(s, 0, sizeof(*s));
		s->next = next;
		s->queued = queued;
		s->qman = qman;
		s->index = i;
		s->predicates = 1; /* number 0 is always true */
	}
	soc_arb_reset(qman);
}

bool soc_stream_busy(const struct soc_stream *stream)
{
	const struct soc_regs *regs = stream->qman->regs;
	unsigned s = stream->index;

	if (stream->running || stream->cq_count)
		return true;
	return s < TPC_GAUDI_UPPER_STREAMS &&
	       soc_value(regs, QM(PQ_PI(s))) != soc_value(regs, QM(PQ_CI(s)));
}

static bool bit(uint32_t word, uint32_t mask, unsigned index)
{
	return (word & mask) >> __builtin_ctz(mask) >> index & 1;
}

bool soc_qman_can_run(const struct soc_stream *stream)
{
	uint32_t cfg0 = soc_value(stream->qman->regs, QM(GLBL_CFG0));
	uint32_t cfg1 = soc_value(stream->qman->regs, QM(GLBL_CFG1));
	unsigned s = stream->index;

	return !stream->stopped && bit(cfg0, QM(GLBL_CFG0_CP_EN_MASK), s) &&
	       bit(cfg0, QM(GLBL_CFG0_CQF_EN_MASK), s) &&
	       !bit(cfg1, QM(GLBL_CFG1_CP_STOP_MASK), s) &&
	       !bit(cfg1, QM(GLBL_CFG1_CQF_STOP_MASK), s);
}

void soc_stream_error(struct soc_stream *stream, uint32_t sts1,
		      const char *format, ...)
{
	struct soc_qman *qman = stream->qman;
	const struct soc_cb *cb = &stream->cq[stream->cq_head];
	struct soc_fault fault = {
		.kind = SOC_FAULT_QMAN,
		.engine = qman->engine_id,
		.stream = stream->index,
		.cause = sts1,
	};
	uint32_t at = QM(GLBL_STS1(stream->index));
	char text[256];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	soc_set(qman->regs, at, soc_value(qman->regs, at) | sts1);
	stream->stopped = true;
	if (!stream->running) {
		soc_raise(qman->soc, &fault, "%s stream %u: %s", qman->name,
			  stream->index, text);
		return;
	}
	fault.cb_addr = cb->ptr;
	fault.cb_size = cb->size;
	soc_raise(qman->soc, &fault,
		  "%s stream %u: %s, at offset 0x%x of the command buffer at "
		  "0x%llx",
		  qman->name, stream->index, text, stream->pos,
		  (unsigned long long)cb->ptr);
}

static bool push_cq(struct soc_stream *stream, uint64_t ptr, uint32_t size,
		    uint32_t ctl, bool secure)
{
	struct soc_cb *cb;

	if (stream->cq_count == SOC_CQ_DEPTH)
		return false;
	cb = &stream->cq[(stream->cq_head + stream->cq_count) % SOC_CQ_DEPTH];
	cb->ptr = ptr;
	cb->size = size;
	cb->ctl = ctl;
	cb->secure = secure;
	stream->cq_count++;
	return true;
}

static bool prot_bit(const struct soc_qman *qman, uint32_t mask, unsigned s)
{
	return bit(soc_value(qman->regs, QM(GLBL_PROT)), mask, s);
}

static uint32_t get32(const uint8_t *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

/* Takes the next entry of the PQ into the CQ. */
static bool fetch_pq(struct soc_stream *stream)
{
	struct soc_qman *qman = stream->qman;
	struct soc_regs *regs = qman->regs;
	unsigned s = stream->index;
	uint32_t ci, log, mask;
	uint64_t base;
	uint8_t e[TPC_GAUDI_PQ_ENTRY_SIZE];

	if (s >= TPC_GAUDI_UPPER_STREAMS ||
	    !bit(soc_value(regs, QM(GLBL_CFG0)), QM(GLBL_CFG0_PQF_EN_MASK),
		 s) ||
	    bit(soc_value(regs, QM(GLBL_CFG1)), QM(GLBL_CFG1_PQF_STOP_MASK), s))
		return false;
	ci = soc_value(regs, QM(PQ_CI(s)));
	if (ci == soc_value(regs, QM(PQ_PI(s))))
		return false;
	log = soc_value(regs, QM(PQ_SIZE(s)));
	mask = log < 31 ? (1u << log) - 1 : 0x7fffffff;
	base = soc_value64(regs, QM(PQ_BASE_LO(s)), QM(PQ_BASE_HI(s)));
	if (soc_mem_read(qman->soc, base + (uint64_t)(ci & mask) * sizeof(e), e,
			 sizeof(e),
			 prot_bit(qman, QM(GLBL_PROT_PQF_MASK), s))) {
		soc_stream_error(stream, QM(GLBL_STS1_PQF_RD_ERR_MASK),
				 "PQ read error: %s", qman->soc->why);
		return false;
	}
	soc_set(regs, QM(PQ_CI(s)), (ci + 1) & (mask << 1 | 1));
	return push_cq(stream,
		       get32(e + TPC_GAUDI_PQ_ENTRY_PTR_LO) |
			       (uint64_t)get32(e + TPC_GAUDI_PQ_ENTRY_PTR_HI)
				       << 32,
		       get32(e + TPC_GAUDI_PQ_ENTRY_LEN),
		       get32(e + TPC_GAUDI_PQ_ENTRY_CTL),
		       prot_bit(qman, QM(GLBL_PROT_CQF_MASK), s));
}

/* The command buffer is through: room for the next, and a step to idle. */
static bool finish_cb(struct soc_stream *stream)
{
	if (stream->loops[0].active || stream->loops[1].active) {
		soc_stream_error(stream, QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK),
				 "the command buffer ends inside of a REPEAT");
		return false;
	}
	stream->running = false;
	stream->cq_head = (stream->cq_head + 1) % SOC_CQ_DEPTH;
	stream->cq_count--;
	if (stream->index == SOC_LOWER)
		soc_kick_qman(stream->qman);
	return true;
}

bool soc_stream_step(struct soc_stream *stream)
{
	const struct soc_cb *cb;
	int rc;

	if (!soc_qman_can_run(stream))
		return false;
	if (!stream->running) {
		if (!stream->cq_count && !fetch_pq(stream))
			return false;
		stream->running = true;
		stream->pos = 0;
		stream->bulk = 0;
	}
	cb = &stream->cq[stream->cq_head];
	if (stream->pos < cb->size) {
		rc = soc_packet(stream, cb);
		if (rc)
			return false;
	}
	if (stream->pos < cb->size)
		return true;
	return finish_cb(stream);
}

void soc_fence_add(struct soc_stream *stream, unsigned fence, uint32_t inc)
{
	struct soc_regs *regs = stream->qman->regs;
	uint32_t at = QM(CP_FENCE_CNT(fence, stream->index));
	uint32_t value = soc_value(regs, at) + inc;

	if (value > TPC_GAUDI_FENCE_MAX) {
		soc_set(regs, at, TPC_GAUDI_FENCE_MAX);
		soc_stream_error(
			stream,
			1u << (QM(GLBL_STS1_CP_FENCE_OVF_SHIFT) + fence),
			"overflow of fence counter %u", fence);
		return;
	}
	soc_set(regs, at, value);
	soc_kick(stream->qman->soc, stream);
}

static void flush(struct soc_qman *qman, uint32_t cfg1)
{
	unsigned i;

	for (i = 0; i < SOC_STREAMS; i++) {
		struct soc_stream *s = &qman->stream[i];

		if (!bit(cfg1, QM(GLBL_CFG1_CQF_FLUSH_MASK), i) &&
		    !bit(cfg1, QM(GLBL_CFG1_CP_FLUSH_MASK), i))
			continue;
		s->cq_count = 0;
		s->running = false;
		memset(s->loops, 0, sizeof(s->loops));
	}
}

static int write_port(struct soc_qman *qman, unsigned s, uint32_t ctl)
{
	struct soc_regs *regs = qman->regs;
	struct soc_stream *stream = &qman->stream[s];

	if (!push_cq(stream,
		     soc_value64(regs, QM(CQ_PTR_LO(s)), QM(CQ_PTR_HI(s))),
		     soc_value(regs, QM(CQ_TSIZE(s))), ctl,
		     prot_bit(qman, QM(GLBL_PROT_CQF_MASK), s))) {
		soc_why(qman->soc, "the CQ of %s stream %u is full", qman->name,
			s);
		return -EAGAIN;
	}
	soc_kick(qman->soc, stream);
	return 0;
}

int soc_qm_write(struct soc_regs *regs, const struct soc_slot *slot,
		 uint32_t offset, uint32_t value)
{
	struct soc_qman *qman = regs->owner;
	uint32_t first = slot->reg->offset;
	unsigned i = slot->index[0];
	unsigned j = slot->index[1];

	if (first == QM(CQ_CTL(0))) {
		int rc = write_port(qman, i, value);

		if (!rc)
			soc_set(regs, offset, value);
		return rc;
	}
	if (first == QM(CP_FENCE_RDATA(0, 0))) {
		soc_fence_add(&qman->stream[j], i,
			      TPC_FIELD_GET(TPC_GAUDI_QM_CP_FENCE_RDATA_INC_VAL,
					    value));
		return 0;
	}
	if (first == QM(GLBL_STS1(0))) {
		/* Writing a 1 clears (KD). */
		soc_set(regs, offset, soc_value(regs, offset) & ~value);
		return 0;
	}
	if (first == QM(CP_FENCE_CNT(0, 0)))
		value &= QM(CP_FENCE_CNT_VAL_MASK);
	soc_set(regs, offset, value);
	if (offset == QM(ARB_CFG_0) && !(value & QM(ARB_CFG_0_EN_MASK)))
		soc_arb_reset(qman);
	if (offset == QM(GLBL_CFG1))
		flush(qman, value);
	if (offset == QM(GLBL_CFG0) || offset == QM(GLBL_CFG1) ||
	    offset == QM(ARB_CFG_0))
		soc_kick_qman(qman);
	if (first == QM(PQ_PI(0)))
		soc_kick(qman->soc, &qman->stream[i]);
	if (first == QM(CP_FENCE_CNT(0, 0)))
		soc_kick(qman->soc, &qman->stream[j]);
	return 0;
}

static uint32_t global_status(const struct soc_qman *qman)
{
	uint32_t cfg1 = soc_value(qman->regs, QM(GLBL_CFG1));
	uint32_t sts = 0;
	unsigned i;

	for (i = 0; i < SOC_STREAMS; i++) {
		const struct soc_stream *s = &qman->stream[i];

		if (i < TPC_GAUDI_UPPER_STREAMS) {
			if (soc_value(qman->regs, QM(PQ_PI(i))) ==
			    soc_value(qman->regs, QM(PQ_CI(i))))
				sts |= 1u << (QM(GLBL_STS0_PQF_IDLE_SHIFT) + i);
			if (bit(cfg1, QM(GLBL_CFG1_PQF_STOP_MASK), i))
				sts |= 1u
				       << (QM(GLBL_STS0_PQF_IS_STOP_SHIFT) + i);
		}
		if (!s->cq_count)
			sts |= 1u << (QM(GLBL_STS0_CQF_IDLE_SHIFT) + i);
		if (!s->running)
			sts |= 1u << (QM(GLBL_STS0_CP_IDLE_SHIFT) + i);
		if (bit(cfg1, QM(GLBL_CFG1_CQF_STOP_MASK), i))
			sts |= 1u << (QM(GLBL_STS0_CQF_IS_STOP_SHIFT) + i);
		if (s->stopped || bit(cfg1, QM(GLBL_CFG1_CP_STOP_MASK), i))
			sts |= 1u << (QM(GLBL_STS0_CP_IS_STOP_SHIFT) + i);
	}
	return sts;
}

static uint32_t agent_status(const struct soc_qman *qman)
{
	unsigned i;

	if (qman->engine && soc_engine_busy(qman->engine))
		return 0;
	for (i = 0; i < SOC_STREAMS; i++)
		if (soc_stream_busy(&qman->stream[i]))
			return 0;
	return QM(CGM_STS_AGENT_IDLE_MASK) | QM(CGM_STS_AXI_IDLE_MASK) |
	       QM(CGM_STS_CP_IDLE_MASK);
}

static uint32_t cp_status(const struct soc_stream *s)
{
	uint32_t sts = QM(CP_STS_RRDY_MASK) | QM(CP_STS_MRDY_MASK);

	if (!s->qman->engine || !soc_engine_busy(s->qman->engine))
		sts |= QM(CP_STS_ERDY_MASK);
	if (s->stopped)
		sts |= QM(CP_STS_SW_STOP_MASK);
	if (s->in_fence)
		sts |= QM(CP_STS_FENCE_IN_PROGRESS_MASK) |
		       TPC_FIELD_PREP(TPC_GAUDI_QM_CP_STS_FENCE_ID, s->fence);
	return sts;
}

uint32_t soc_qm_read(struct soc_regs *regs, const struct soc_slot *slot,
		     uint32_t offset)
{
	struct soc_qman *qman = regs->owner;
	uint32_t first = slot->reg->offset;
	const struct soc_stream *s =
		&qman->stream[slot->index[0] % SOC_STREAMS];
	const struct soc_cb *cb = &s->cq[s->cq_head];

	if (offset == QM(GLBL_STS0))
		return global_status(qman);
	if (offset == QM(CGM_STS))
		return agent_status(qman);
	if (first == QM(CP_STS(0)))
		return cp_status(s);
	if (first == QM(CQ_IFIFO_CNT(0)))
		return s->cq_count > 3 ? 3 : s->cq_count;
	if (first == QM(PQ_STS1(0)) || first == QM(CQ_STS1(0)))
		return s->cq_count ? QM(CQ_STS1_BUSY_MASK)
				   : QM(CQ_STS1_BUF_EMPTY_MASK);
	if (first == QM(CQ_PTR_LO_STS(0)))
		return (uint32_t)(cb->ptr + s->pos);
	if (first == QM(CQ_PTR_HI_STS(0)))
		return (uint32_t)((cb->ptr + s->pos) >> 32);
	if (first == QM(CQ_TSIZE_STS(0)))
		return cb->size;
	if (first == QM(CQ_CTL_STS(0)))
		return cb->ctl;
	if (first == QM(CP_CURRENT_INST_LO(0)))
		return (uint32_t)s->current;
	if (first == QM(CP_CURRENT_INST_HI(0)))
		return (uint32_t)(s->current >> 32);
	return soc_value(regs, offset);
}
