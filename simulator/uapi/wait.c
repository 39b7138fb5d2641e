/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Waiting for command submissions. */
#include <errno.h>
#include <string.h>

#include "driver.h"

/* What is known about a submission. */
struct outcome {
	bool done;
	bool gone; /* the sequence number was used again */
	int error;
	bool has_timestamp;
	int64_t timestamp;
};

static void from_fence(const struct fence *fence, struct outcome *o)
{
	o->done = fence->state == CS_DONE;
	o->error = fence->error;
	o->has_timestamp = fence->has_timestamp;
	o->timestamp = fence->timestamp;
}

static int look_up(struct ctx *ctx, uint64_t seq, struct outcome *o)
{
	const struct fence *fence = driver_cs_fence(ctx, seq);
	unsigned i;

	memset(o, 0, sizeof(*o));
	if (!seq || seq >= ctx->next_seq)
		return -EINVAL;
	if (fence->seq == seq) {
		from_fence(fence, o);
		return 0;
	}
	for (i = 0; i < OUTCOMES; i++)
		if (ctx->outcomes[i].seq == seq)
			from_fence(&ctx->outcomes[i], o);
	o->done = true;
	o->gone = true;
	return 0;
}

static int report(const struct outcome *o, struct hl_wait_cs_out *out)
{
	if (!o->done) {
		out->status = HL_WAIT_CS_STATUS_BUSY;
		return 0;
	}
	if (o->gone)
		out->flags |= HL_WAIT_CS_STATUS_FLAG_GONE;
	if (o->has_timestamp) {
		out->flags |= HL_WAIT_CS_STATUS_FLAG_TIMESTAMP_VLD;
		out->timestamp_nsec = o->timestamp;
	}
	out->status = HL_WAIT_CS_STATUS_COMPLETED;
	if (o->error == -ETIMEDOUT)
		out->status = HL_WAIT_CS_STATUS_TIMEDOUT;
	else if (o->error)
		out->status = HL_WAIT_CS_STATUS_ABORTED;
	return o->error;
}

/* 0 where the time is so far away that it never comes. */
static uint64_t end_of(uint64_t timeout_us)
{
	uint64_t now = soc_now_ns();

	if (timeout_us > (INT64_MAX - now) / 1000)
		return 0;
	return now + timeout_us * 1000;
}

static int wait_one(struct tpc_sim_file *file, const struct hl_wait_cs_in *in,
		    struct hl_wait_cs_out *out)
{
	uint64_t until = end_of(in->timeout_us);
	struct outcome o;
	int rc;

	for (;;) {
		rc = look_up(file->ctx, in->seq, &o);
		if (rc)
			return rc;
		if (o.done || !in->timeout_us ||
		    (until && soc_now_ns() >= until))
			return report(&o, out);
		soc_wait(file->sim->soc, until);
	}
}

/* One look at all of a list. */
static int scan(struct ctx *ctx, const uint64_t *seq, unsigned count,
		struct hl_wait_cs_out *out, bool *any)
{
	bool first = true;
	struct outcome o;
	unsigned i;
	int rc;

	memset(out, 0, sizeof(*out));
	*any = false;
	out->status = HL_WAIT_CS_STATUS_BUSY;
	for (i = 0; i < count; i++) {
		struct hl_wait_cs_out one = {0};

		rc = look_up(ctx, seq[i], &o);
		if (rc)
			return rc;
		if (!o.done)
			continue;
		rc = report(&o, &one);
		if (rc) {
			out->status = one.status;
			return rc;
		}
		*any = true;
		out->status = HL_WAIT_CS_STATUS_COMPLETED;
		out->cs_completion_map |= 1u << i;
		out->flags |= one.flags & HL_WAIT_CS_STATUS_FLAG_GONE;
		if (!o.has_timestamp ||
		    (!first && o.timestamp >= out->timestamp_nsec))
			continue;
		first = false;
		out->timestamp_nsec = o.timestamp;
		out->flags |= HL_WAIT_CS_STATUS_FLAG_TIMESTAMP_VLD;
	}
	return 0;
}

static int wait_multi(struct tpc_sim_file *file, const struct hl_wait_cs_in *in,
		      struct hl_wait_cs_out *out)
{
	uint64_t seq[HL_WAIT_MULTI_CS_LIST_MAX_LEN];
	uint64_t until = end_of(in->timeout_us);
	bool any;
	int rc;

	if (!in->seq_arr_len || in->seq_arr_len > HL_WAIT_MULTI_CS_LIST_MAX_LEN)
		return -EINVAL;
	rc = driver_user_read(seq, in->seq, in->seq_arr_len * sizeof(seq[0]));
	if (rc)
		return rc;
	for (;;) {
		rc = scan(file->ctx, seq, in->seq_arr_len, out, &any);
		if (rc || any || !in->timeout_us ||
		    (until && soc_now_ns() >= until))
			return rc;
		soc_wait(file->sim->soc, until);
	}
}

int driver_wait(struct tpc_sim_file *file, union hl_wait_cs_args *args)
{
	const struct hl_wait_cs_in in = args->in;
	struct hl_wait_cs_out out = {0};
	int rc;

	memset(args, 0, sizeof(*args));
	if (file->sim->status != HL_DEVICE_STATUS_OPERATIONAL && !file->dead)
		return -EBUSY;
	/* Gaudi gives users no interrupts to wait for. */
	if (in.flags &
	    (HL_WAIT_CS_FLAGS_INTERRUPT | HL_WAIT_CS_FLAGS_INTERRUPT_KERNEL_CQ |
	     HL_WAIT_CS_FLAGS_REGISTER_INTERRUPT))
		return -EPERM;
	rc = in.flags & HL_WAIT_CS_FLAGS_MULTI_CS ? wait_multi(file, &in, &out)
						  : wait_one(file, &in, &out);
	args->out = out;
	return rc;
}
