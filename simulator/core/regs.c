/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Register files of the exposed pipeline: visibility of writes in flight.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "regs.h"

/* A landed buffer and a full ring of data and mask for every VRF register. */
#define POOL_SIZE (NUM_V * (1 + 2 * FLIGHT_MAX) + 16)

int regs_init(struct regs *r, const struct tpc_sched *sched)
{
	memset(r, 0, sizeof(*r));
	r->latency = tpc_sched_matrix(sched, &r->ports);
	r->window = tpc_sched_max_latency(sched);
	if (2 * r->window > FLIGHT_MAX)
		return -EINVAL;
	r->pool = aligned_alloc(64, POOL_SIZE * sizeof(struct vec));
	r->free = malloc(POOL_SIZE * sizeof(*r->free));
	if (!r->pool || !r->free) {
		regs_fini(r);
		return -ENOMEM;
	}
	for (unsigned i = 0; i < POOL_SIZE; i++)
		r->free[r->nfree++] = &r->pool[POOL_SIZE - 1 - i];
	for (unsigned i = 0; i < NUM_V; i++) {
		r->v[i] = regs_alloc(r);
		memset(r->v[i], 0, sizeof(struct vec));
	}
	r->now = r->window;
	return 0;
}

void regs_fini(struct regs *r)
{
	free(r->pool);
	free(r->free);
	r->pool = NULL;
	r->free = NULL;
}

struct vec *regs_alloc(struct regs *r)
{
	/* POOL_SIZE covers full rings of all registers. */
	return r->free[--r->nfree];
}

void regs_release(struct regs *r, struct vec *v)
{
	r->free[r->nfree++] = v;
}

static struct write *nth(struct flight *f, unsigned i)
{
	return &f->w[(f->head + i) % FLIGHT_MAX];
}

static void pop(struct flight *f)
{
	f->head = (f->head + 1) % FLIGHT_MAX;
	f->n--;
}

/* Whether the oldest write in flight is past every latency. */
static bool oldest_landed(struct regs *r, struct flight *f)
{
	return f->n && r->now - nth(f, 0)->cycle >= r->window;
}

static struct write *push(struct regs *r, struct flight *f, unsigned rclass,
			  const struct uop *by)
{
	struct write *w = nth(f, f->n);

	f->n++;
	w->cycle = r->now;
	w->by = by;
	w->rclass = rclass;
	return w;
}

static bool visible(struct regs *r, const struct write *w, unsigned port)
{
	unsigned latency = r->latency[w->rclass * r->ports + port];

	if (r->now - w->cycle >= latency)
		return true;
	/* Results of the reading bundle itself are no early read. */
	if (r->watch && r->now != w->cycle) {
		r->early++;
		r->early_write = w;
		r->early_latency = latency;
	}
	return false;
}

/* Newest write that @port sees, NULL if it sees the landed value. */
static struct write *newest(struct regs *r, struct flight *f, unsigned port)
{
	for (unsigned i = f->n; i-- > 0;) {
		struct write *w = nth(f, i);

		if (visible(r, w, port))
			return w;
	}
	return NULL;
}

/* --- landing -------------------------------------------------------------- */

static void land_s(struct regs *r, unsigned n)
{
	struct flight *f = &r->s_fl[n];

	while (oldest_landed(r, f)) {
		r->s[n] = nth(f, 0)->word;
		pop(f);
	}
}

static void land_sp(struct regs *r, unsigned n)
{
	struct flight *f = &r->sp_fl[n];

	while (oldest_landed(r, f)) {
		r->sp[n] = nth(f, 0)->word;
		pop(f);
	}
}

static void merge_bytes(struct vec *to, const struct vec *from,
			const struct vec *mask)
{
	for (unsigned i = 0; i < VEC_BYTES / 8; i++)
		to->q[i] ^= (to->q[i] ^ from->q[i]) & mask->q[i];
}

static void land_v(struct regs *r, unsigned n)
{
	struct flight *f = &r->v_fl[n];

	while (oldest_landed(r, f)) {
		struct write *w = nth(f, 0);

		if (w->v.mask) {
			merge_bytes(r->v[n], w->v.data, w->v.mask);
			regs_release(r, w->v.data);
			regs_release(r, w->v.mask);
		} else {
			regs_release(r, r->v[n]);
			r->v[n] = w->v.data;
		}
		pop(f);
	}
}

static void merge_bits(struct vpred *to, const struct write *w)
{
	for (unsigned i = 0; i < 4; i++)
		to->q[i] ^= (to->q[i] ^ w->vp.value.q[i]) & w->vp.mask.q[i];
}

static void land_vp(struct regs *r, unsigned n)
{
	struct flight *f = &r->vp_fl[n];

	while (oldest_landed(r, f)) {
		merge_bits(&r->vp[n], nth(f, 0));
		pop(f);
	}
}

static void merge_dims(struct irf *to, const struct write *w)
{
	for (unsigned d = 0; d < TPC_CORE_DIMS; d++) {
		if (w->i.dims >> d & 1)
			to->dim[d] = w->i.value.dim[d];
	}
}

static void land_i(struct regs *r, unsigned n)
{
	struct flight *f = &r->i_fl[n];

	while (oldest_landed(r, f)) {
		merge_dims(&r->i[n], nth(f, 0));
		pop(f);
	}
}

static void land_ad(struct regs *r, unsigned n)
{
	struct flight *f = &r->ad_fl[n];

	while (oldest_landed(r, f)) {
		r->ad[n] = nth(f, 0)->ad;
		pop(f);
	}
}

void regs_drain(struct regs *r)
{
	r->now += r->window;
	for (unsigned n = 0; n < NUM_S; n++)
		land_s(r, n);
	for (unsigned n = 0; n < NUM_SP; n++)
		land_sp(r, n);
	for (unsigned n = 0; n < NUM_V; n++)
		land_v(r, n);
	for (unsigned n = 0; n < NUM_VP; n++)
		land_vp(r, n);
	for (unsigned n = 0; n < NUM_I; n++)
		land_i(r, n);
	for (unsigned n = 0; n < NUM_AD; n++)
		land_ad(r, n);
}

/* --- reads ---------------------------------------------------------------- */

uint32_t regs_read_s_slow(struct regs *r, unsigned n, unsigned port)
{
	struct write *w;

	land_s(r, n);
	w = newest(r, &r->s_fl[n], port);
	return w ? w->word : r->s[n];
}

bool regs_read_sp_slow(struct regs *r, unsigned n, unsigned port)
{
	struct write *w;

	land_sp(r, n);
	w = newest(r, &r->sp_fl[n], port);
	return w ? w->word : r->sp[n];
}

const struct vec *regs_read_v_slow(struct regs *r, unsigned n, unsigned port,
				   struct vec *scratch)
{
	struct flight *f = &r->v_fl[n];
	const struct vec *base;
	unsigned first = 0;
	bool partial = false;

	land_v(r, n);
	base = r->v[n];
	/* Back to the newest visible write that covers the whole register. */
	for (unsigned i = f->n; i-- > 0;) {
		struct write *w = nth(f, i);

		if (!visible(r, w, port))
			continue;
		if (!w->v.mask) {
			base = w->v.data;
			first = i + 1;
			break;
		}
		partial = true;
	}
	if (!partial)
		return base;
	*scratch = *base;
	for (unsigned i = first; i < f->n; i++) {
		struct write *w = nth(f, i);

		/* A full write behind a visible newer one cannot be visible. */
		if (w->v.mask &&
		    r->now - w->cycle >=
			    r->latency[w->rclass * r->ports + port])
			merge_bytes(scratch, w->v.data, w->v.mask);
	}
	return scratch;
}

void regs_read_vp_slow(struct regs *r, unsigned n, unsigned port,
		       struct vpred *out)
{
	struct flight *f = &r->vp_fl[n];

	land_vp(r, n);
	*out = r->vp[n];
	for (unsigned i = 0; i < f->n; i++) {
		struct write *w = nth(f, i);

		if (visible(r, w, port))
			merge_bits(out, w);
	}
}

void regs_read_i_slow(struct regs *r, unsigned n, unsigned port,
		      struct irf *out)
{
	struct flight *f = &r->i_fl[n];

	land_i(r, n);
	*out = r->i[n];
	for (unsigned i = 0; i < f->n; i++) {
		struct write *w = nth(f, i);

		if (visible(r, w, port))
			merge_dims(out, w);
	}
}

void regs_read_ad(struct regs *r, unsigned n, unsigned port, struct adrf *out)
{
	struct write *w;

	land_ad(r, n);
	w = newest(r, &r->ad_fl[n], port);
	*out = w ? w->ad : r->ad[n];
}

/* --- writes --------------------------------------------------------------- */

void regs_write_s(struct regs *r, unsigned n, unsigned rclass,
		  const struct uop *by, uint32_t value)
{
	land_s(r, n);
	push(r, &r->s_fl[n], rclass, by)->word = value;
}

void regs_write_sp(struct regs *r, unsigned n, unsigned rclass,
		   const struct uop *by, bool value)
{
	land_sp(r, n);
	push(r, &r->sp_fl[n], rclass, by)->word = value;
}

void regs_write_v(struct regs *r, unsigned n, unsigned rclass,
		  const struct uop *by, struct vec *data, struct vec *mask)
{
	struct write *w;

	land_v(r, n);
	w = push(r, &r->v_fl[n], rclass, by);
	w->v.data = data;
	w->v.mask = mask;
}

void regs_write_vp(struct regs *r, unsigned n, unsigned rclass,
		   const struct uop *by, const struct vpred *value,
		   const struct vpred *mask)
{
	struct write *w;

	land_vp(r, n);
	w = push(r, &r->vp_fl[n], rclass, by);
	w->vp.value = *value;
	if (mask)
		w->vp.mask = *mask;
	else
		memset(&w->vp.mask, 0xff, sizeof(w->vp.mask));
}

void regs_write_i(struct regs *r, unsigned n, unsigned rclass,
		  const struct uop *by, const struct irf *value, unsigned dims)
{
	struct write *w;

	land_i(r, n);
	w = push(r, &r->i_fl[n], rclass, by);
	w->i.value = *value;
	w->i.dims = dims;
}

void regs_write_ad(struct regs *r, unsigned n, unsigned rclass,
		   const struct uop *by, const struct adrf *value)
{
	land_ad(r, n);
	push(r, &r->ad_fl[n], rclass, by)->ad = *value;
}
