/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The arbiter of a queue manager: one stream at a time between an ARB_POINT
 * that asks and one that releases.
 *
 * assumed: MASK names the streams that take part; by priority, the greatest
 * number goes first and the lowest stream among equals; in weighted round
 * robin a stream goes up to its weight (0 counts as 1) before the next one. A
 * stream that releases with turns left keeps its place until it asks again or
 * cannot go on.
 */
#include <errno.h>

#include "soc_priv.h"

#define QM(reg) TPC_GAUDI_QM_##reg

void soc_arb_reset(struct soc_qman *qman)
{
	unsigned i;

	qman->arb.owner = -1;
	qman->arb.turn = TPC_GAUDI_UPPER_STREAMS - 1; /* so that 0 is first */
	qman->arb.credit = 0;
	qman->arb.hold = false;
	for (i = 0; i < SOC_STREAMS; i++)
		qman->stream[i].arb_wait = false;
}

static int by_priority(const struct soc_qman *qman)
{
	int best = -1;
	unsigned i;

	for (i = 0; i < TPC_GAUDI_UPPER_STREAMS; i++) {
		const struct soc_stream *s = &qman->stream[i];

		if (!s->arb_wait)
			continue;
		if (best < 0 ||
		    s->arb_priority > qman->stream[best].arb_priority)
			best = (int)i;
	}
	return best;
}

static uint32_t weight(const struct soc_qman *qman, unsigned stream)
{
	uint32_t w = soc_value(qman->regs, QM(ARB_WRR_WEIGHT(stream)));

	return w ? w : 1;
}

static int by_weight(struct soc_qman *qman)
{
	struct soc_arb *arb = &qman->arb;
	unsigned i;

	if (arb->credit && qman->stream[arb->turn].arb_wait) {
		arb->credit--;
		return (int)arb->turn;
	}
	for (i = 1; i <= TPC_GAUDI_UPPER_STREAMS; i++) {
		unsigned next = (arb->turn + i) % TPC_GAUDI_UPPER_STREAMS;

		if (!qman->stream[next].arb_wait)
			continue;
		arb->turn = next;
		arb->credit = weight(qman, next) - 1;
		return (int)next;
	}
	return -1;
}

static void grant(struct soc_qman *qman)
{
	uint32_t cfg = soc_value(qman->regs, QM(ARB_CFG_0));
	int next;

	if (qman->arb.owner >= 0 || qman->arb.hold)
		return;
	if (TPC_FIELD_GET(TPC_GAUDI_QM_ARB_CFG_0_TYPE, cfg))
		next = by_weight(qman);
	else
		next = by_priority(qman);
	if (next < 0)
		return;
	qman->arb.owner = next;
	qman->stream[next].arb_wait = false;
	soc_kick(qman->soc, &qman->stream[next]);
}

int soc_arb_point(struct soc_stream *stream, unsigned priority, bool release)
{
	struct soc_qman *qman = stream->qman;
	uint32_t cfg = soc_value(qman->regs, QM(ARB_CFG_0));
	uint32_t mask = TPC_FIELD_GET(TPC_GAUDI_QM_ARB_CFG_0_MASK, cfg);

	if (!TPC_FIELD_GET(TPC_GAUDI_QM_ARB_CFG_0_EN, cfg) ||
	    stream->index >= TPC_GAUDI_UPPER_STREAMS ||
	    !(mask & (1u << stream->index)))
		return 0;
	if (soc_value64(qman->regs, QM(ARB_BASE_LO), QM(ARB_BASE_HI)) &&
	    !TPC_FIELD_GET(TPC_GAUDI_QM_ARB_CFG_0_IS_MASTER, cfg)) {
		soc_why(qman->soc, "arbitration by another queue manager "
				   "(ARB_BASE is set) is not modelled");
		return -EOPNOTSUPP;
	}
	if (release) {
		if (qman->arb.owner != (int)stream->index)
			return 0;
		qman->arb.owner = -1;
		qman->arb.hold =
			TPC_FIELD_GET(TPC_GAUDI_QM_ARB_CFG_0_TYPE, cfg) &&
			qman->arb.credit;
		grant(qman);
		return 0;
	}
	if (qman->arb.owner == (int)stream->index)
		return 0;
	stream->arb_wait = true;
	stream->arb_priority = priority;
	if (qman->arb.turn == stream->index)
		qman->arb.hold = false;
	grant(qman);
	return qman->arb.owner == (int)stream->index ? 0 : -EAGAIN;
}

void soc_arb_blocked(struct soc_stream *stream)
{
	struct soc_arb *arb = &stream->qman->arb;

	if (!arb->hold || arb->turn != stream->index)
		return;
	arb->hold = false;
	grant(stream->qman);
}
