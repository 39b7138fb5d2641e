/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * DMA engines: linear and strided copies and fills, one descriptor at a time.
 *
 * assumed: a COMMIT takes a snapshot of the registers into a short queue; an
 * unused dimension may have size 0 or 1; source and destination of a strided
 * transfer have to hold the same number of bytes.
 */
#include <errno.h>
#include <string.h>

#include "soc_priv.h"

#define DMA(reg) TPC_GAUDI_DMA_CORE_##reg

/* Shorter transfers are made at once, without the pool. */
#define INLINE_BYTES (64 * 1024)

#define DIMS 5

/* Runs over the bytes of one side, contiguous piece by piece. */
struct walk {
	uint64_t base;
	const uint32_t *size;
	const uint32_t *stride;
	uint32_t at[DIMS];
};

static uint64_t dim_size(uint32_t size)
{
	return size ? size : 1;
}

/* Bytes of a side; UINT64_MAX if that does not fit. */
static uint64_t total_bytes(const uint32_t size[DIMS])
{
	uint64_t total = size[0];
	unsigned d;

	for (d = 1; d < DIMS; d++)
		if (__builtin_mul_overflow(total, dim_size(size[d]), &total))
			return UINT64_MAX;
	return total;
}

static uint64_t walk_addr(const struct walk *w, uint64_t *left)
{
	uint64_t addr = w->base + w->at[0];
	unsigned d;

	for (d = 1; d < DIMS; d++)
		addr += (uint64_t)w->at[d] * w->stride[d];
	*left = w->size[0] - w->at[0];
	return addr;
}

static void walk_advance(struct walk *w, uint64_t bytes)
{
	unsigned d = 0;

	w->at[0] += (uint32_t)bytes;
	if (w->at[0] < w->size[0])
		return;
	w->at[0] = 0;
	for (d = 1; d < DIMS; d++) {
		if (++w->at[d] < dim_size(w->size[d]))
			return;
		w->at[d] = 0;
	}
}

/* State of one transfer, outside of the lock or inside of it. */
struct transfer {
	struct soc *soc;
	const struct soc_dma_desc *desc;
	bool locked;	/* the caller holds the lock */
	uint32_t error; /* bits of ERR_CAUSE */
	uint64_t bad;	/* address */
};

static char *map(struct transfer *t, uint64_t addr, size_t *len)
{
	char *host;

	if (!t->locked)
		soc_lock(t->soc);
	host = soc_map(t->soc, addr, len, t->desc->secure);
	if (!t->locked)
		soc_unlock(t->soc);
	return host;
}

static int fail(struct transfer *t, uint32_t error, uint64_t addr)
{
	t->error = error;
	t->bad = addr;
	return -EFAULT;
}

static bool is_cfg(uint64_t addr)
{
	return addr >= TPC_GAUDI_CFG_BASE &&
	       addr - TPC_GAUDI_CFG_BASE < TPC_GAUDI_CFG_SIZE;
}

/* Words from memory to registers. */
static int copy_to_cfg(struct transfer *t, uint64_t dst, const char *src,
		       size_t len)
{
	uint32_t word;
	size_t i;
	int rc = 0;

	if (dst % 4 || len % 4)
		return fail(t, DMA(ERR_CAUSE_LBW_WR_ERR_MASK), dst);
	if (!t->locked)
		soc_lock(t->soc);
	for (i = 0; i < len && !rc; i += 4) {
		memcpy(&word, src + i, sizeof(word));
		rc = soc_reg_write(t->soc, dst + i, word, t->desc->secure);
	}
	if (!t->locked)
		soc_unlock(t->soc);
	return rc ? fail(t, DMA(ERR_CAUSE_LBW_WR_ERR_MASK), dst) : 0;
}

static int copy_piece(struct transfer *t, uint64_t dst, uint64_t src,
		      size_t len)
{
	size_t part;

	while (len) {
		char *from, *to;

		part = len;
		from = map(t, src, &part);
		if (!from)
			return fail(t, DMA(ERR_CAUSE_HBW_RD_ERR_MASK), src);
		if (is_cfg(dst)) {
			if (copy_to_cfg(t, dst, from, part))
				return -EFAULT;
		} else {
			to = map(t, dst, &part);
			if (!to)
				return fail(t, DMA(ERR_CAUSE_HBW_WR_ERR_MASK),
					    dst);
			memmove(to, from, part);
		}
		dst += part;
		src += part;
		len -= part;
	}
	return 0;
}

static int copy_strided(struct transfer *t, uint64_t total)
{
	const struct soc_dma_desc *d = t->desc;
	struct walk src = {
		.base = d->src, .size = d->src_size, .stride = d->src_stride};
	struct walk dst = {
		.base = d->dst, .size = d->dst_size, .stride = d->dst_stride};

	while (total) {
		uint64_t from_left, to_left, len;
		uint64_t from = walk_addr(&src, &from_left);
		uint64_t to = walk_addr(&dst, &to_left);

		len = from_left < to_left ? from_left : to_left;
		if (copy_piece(t, to, from, len))
			return -EFAULT;
		walk_advance(&src, len);
		walk_advance(&dst, len);
		total -= len;
	}
	return 0;
}

static int fill(struct transfer *t)
{
	uint64_t dst = t->desc->dst;
	uint64_t left = t->desc->dst_size[0];
	uint8_t pattern[8];
	uint64_t phase = 0;
	unsigned i;

	for (i = 0; i < 8; i++)
		pattern[i] = (uint8_t)(t->desc->src >> 8 * i);
	while (left) {
		size_t part = left;
		char *to = map(t, dst, &part);
		size_t k;

		if (!to)
			return fail(t, DMA(ERR_CAUSE_HBW_WR_ERR_MASK), dst);
		for (k = 0; k < part && k < 8; k++)
			to[k] = (char)pattern[(phase + k) % 8];
		/* Doubling what is there: k stays a multiple of eight. */
		while (k < part) {
			size_t more = part - k < k ? part - k : k;

			memcpy(to + k, to, more);
			k += more;
		}
		phase += part;
		dst += part;
		left -= part;
	}
	return 0;
}

static uint64_t bytes_of(const struct soc_dma_desc *d)
{
	if (d->commit & DMA(COMMIT_LIN_MASK))
		return d->dst_size[0];
	return total_bytes(d->dst_size);
}

static int run(struct transfer *t)
{
	const struct soc_dma_desc *d = t->desc;

	if (!(d->commit & DMA(COMMIT_LIN_MASK)))
		return copy_strided(t, bytes_of(d));
	if (d->commit & DMA(COMMIT_MEM_SET_MASK))
		return fill(t);
	return copy_piece(t, d->dst, d->src, d->dst_size[0]);
}

static void raise_error(struct soc_dma *dma, uint32_t error, uint64_t addr,
			const char *why)
{
	struct soc_fault fault = {
		.kind = SOC_FAULT_DMA,
		.engine = GAUDI_ENGINE_ID_DMA_0 + dma->index,
		.cause = error,
	};
	struct soc_regs *regs = dma->regs;
	const char *name = "transfer refused";

	if (error & DMA(ERR_CAUSE_HBW_RD_ERR_MASK))
		name = "HBW read error";
	else if (error & DMA(ERR_CAUSE_HBW_WR_ERR_MASK))
		name = "HBW write error";
	else if (error & DMA(ERR_CAUSE_LBW_WR_ERR_MASK))
		name = "LBW write error";
	soc_set(regs, DMA(ERR_CAUSE), soc_value(regs, DMA(ERR_CAUSE)) | error);
	dma->stopped = true;
	soc_raise(dma->soc, &fault, "DMA%u: %s at 0x%llx%s%s", dma->index, name,
		  (unsigned long long)addr, why ? ": " : "", why ? why : "");
}

/* Takes the first descriptor off the queue; the lock is held. */
static void finish(struct soc_dma *dma, const struct transfer *t)
{
	const struct soc_dma_desc d = dma->fifo[0];
	struct soc *soc = dma->soc;

	if (t->error) {
		raise_error(dma, t->error, t->bad, NULL);
		return;
	}
	dma->count--;
	memmove(dma->fifo, dma->fifo + 1, dma->count * sizeof(dma->fifo[0]));
	soc->stats.dma_transfers++;
	soc->stats.dma_bytes += bytes_of(&d);
	if (d.commit & DMA(COMMIT_WR_COMP_EN_MASK)) {
		struct soc_msg msg = {
			.addr = d.comp_addr,
			.value = d.comp_data,
			.engine = GAUDI_ENGINE_ID_DMA_0 + dma->index,
		};

		soc_post(soc, &msg);
	}
	soc_kick_qman(dma->qman);
}

static void run_job(struct soc *soc, struct soc_job *job);

/* Why the model cannot make a transfer, NULL if it can. */
static const char *refuse(const struct soc *soc, const struct soc_dma_desc *d)
{
	uint64_t bytes = bytes_of(d);

	if (d->commit &
	    (DMA(COMMIT_TRANSPOSE_MASK) | DMA(COMMIT_COMPRESS_MASK) |
	     DMA(COMMIT_DECOMPRESS_MASK)))
		return "transpose and compression are not modelled";
	if (!(d->commit & DMA(COMMIT_LIN_MASK)) &&
	    d->commit & DMA(COMMIT_MEM_SET_MASK))
		return "a strided fill is not modelled";
	if (!(d->commit & DMA(COMMIT_LIN_MASK)) &&
	    bytes != total_bytes(d->src_size))
		return "source and destination differ in size";
	if (bytes == UINT64_MAX)
		return "more than 2^64 bytes";
	if (soc->params.max_transfer && bytes > soc->params.max_transfer)
		return "longer than the limit given to the simulator";
	return NULL;
}

/* Starts the first descriptor and those behind it that are short. */
static void start(struct soc_dma *dma)
{
	while (dma->count && !dma->stopped) {
		struct transfer t = {
			.soc = dma->soc, .desc = &dma->fifo[0], .locked = true};
		const char *why = refuse(dma->soc, t.desc);

		if (why) {
			raise_error(dma, 0, t.desc->dst, why);
			return;
		}
		if (bytes_of(t.desc) > INLINE_BYTES) {
			soc_submit(dma->soc, &dma->soc->transfers, &dma->job);
			return;
		}
		run(&t);
		finish(dma, &t);
	}
}

static void run_job(struct soc *soc, struct soc_job *job)
{
	struct soc_dma *dma =
		(struct soc_dma *)((char *)job - offsetof(struct soc_dma, job));
	struct soc_dma_desc desc;
	struct transfer t = {.soc = soc, .desc = &desc};

	soc_lock(soc);
	desc = dma->fifo[0];
	soc_unlock(soc);
	run(&t);
	soc_lock(soc);
	finish(dma, &t);
	start(dma);
	soc_unlock(soc);
}

static void snapshot(const struct soc_dma *dma, struct soc_dma_desc *d)
{
	const struct soc_regs *r = dma->regs;
	uint32_t hi = soc_value(r, DMA(DST_BASE_HI));
	unsigned i;

	memset(d, 0, sizeof(*d));
	d->commit = soc_value(r, DMA(COMMIT));
	d->src = soc_value64(r, DMA(SRC_BASE_LO), DMA(SRC_BASE_HI));
	d->dst = soc_value(r, DMA(DST_BASE_LO)) |
		 (uint64_t)(hi & DMA(DST_BASE_HI_VAL_MASK)) << 32;
	d->src_size[0] = soc_value(r, DMA(SRC_TSIZE_0));
	d->dst_size[0] = soc_value(r, DMA(DST_TSIZE_0));
	for (i = 1; i < DIMS; i++) {
		d->src_size[i] = soc_value(r, DMA(SRC_TSIZE(i)));
		d->src_stride[i] = soc_value(r, DMA(SRC_STRIDE(i)));
		d->dst_size[i] = soc_value(r, DMA(DST_TSIZE(i)));
		d->dst_stride[i] = soc_value(r, DMA(DST_STRIDE(i)));
	}
	d->comp_addr =
		soc_value64(r, DMA(WR_COMP_ADDR_LO), DMA(WR_COMP_ADDR_HI));
	d->comp_data = soc_value(r, DMA(WR_COMP_WDATA));
	d->secure = soc_value(r, DMA(PROT)) & DMA(PROT_VAL_MASK);
}

int soc_dma_write(struct soc_regs *regs, uint32_t offset, uint32_t value)
{
	struct soc_dma *dma = regs->owner;

	if (offset != DMA(COMMIT)) {
		soc_set(regs, offset, value);
		return 0;
	}
	if (dma->count == SOC_FIFO) {
		soc_why(dma->soc, "DMA%u has no room for a descriptor",
			dma->index);
		return -EAGAIN;
	}
	soc_set(regs, offset, value);
	snapshot(dma, &dma->fifo[dma->count]);
	if (!dma->count++)
		start(dma);
	return 0;
}

uint32_t soc_dma_read(struct soc_regs *regs, uint32_t offset)
{
	if (offset == DMA(STS0))
		return soc_engine_busy(regs) ? DMA(STS0_BUSY_MASK) : 0;
	return soc_value(regs, offset);
}

void soc_dma_init(struct soc_dma *dma)
{
	dma->job.run = run_job;
}

void soc_dma_reset(struct soc_dma *dma)
{
	dma->count = 0;
	dma->stopped = false;
}
