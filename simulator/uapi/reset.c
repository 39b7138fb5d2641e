/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Interrupts, time-outs and the reset of the device. */
#include <errno.h>
#include <string.h>

#include "driver.h"

void driver_notify(struct tpc_sim *sim, uint64_t event)
{
	if (sim->compute)
		sim->compute->events |= event;
}

void driver_update_deadline(struct tpc_sim *sim)
{
	uint64_t at = 0;
	struct cs *cs;

	for (cs = sim->running; cs; cs = cs->next)
		if (cs->deadline && (!at || cs->deadline < at))
			at = cs->deadline;
	soc_set_deadline(sim->soc, sim->reset_wanted ? 1 : at);
}

void driver_hard_reset(struct tpc_sim *sim)
{
	struct tpc_sim_file *file = sim->compute;

	sim->status = HL_DEVICE_STATUS_IN_RESET;
	soc_reset(sim->soc);
	sim->reset_wanted = false;
	driver_cs_abort_all(sim, -EIO);
	driver_queue_reset(sim);
	if (file) {
		file->dead = true;
		driver_vm_unmap_all(file->ctx);
	}
	driver_init_chip(sim);
	sim->resets.hard_reset_cnt++;
	sim->status = HL_DEVICE_STATUS_OPERATIONAL;
	driver_notify(sim, HL_NOTIFIER_EVENT_DEVICE_RESET |
				   HL_NOTIFIER_EVENT_DEVICE_UNAVAILABLE);
	driver_update_deadline(sim);
	soc_changed(sim->soc);
}

static void timed_out(struct tpc_sim *sim, struct cs *cs)
{
	struct fence *fence = driver_cs_fence(cs->ctx, cs->seq);

	fence->state = CS_DONE;
	fence->error = -ETIMEDOUT;
	cs->deadline = 0;
	/* The driver keeps the first one (KD). */
	if (!sim->timeout_event.seq) {
		sim->timeout_event.timestamp = (int64_t)soc_now_ns();
		sim->timeout_event.seq = cs->seq;
	}
	driver_notify(sim, HL_NOTIFIER_EVENT_CS_TIMEOUT);
	if (!cs->no_reset)
		sim->reset_wanted = true;
	soc_changed(sim->soc);
}

static void on_deadline(void *ctx)
{
	struct tpc_sim *sim = ctx;
	uint64_t now = soc_now_ns();
	struct cs *cs;

	/* A file that is being closed resets the device itself. */
	if (sim->status != HL_DEVICE_STATUS_OPERATIONAL)
		return;
	for (cs = sim->running; cs; cs = cs->next)
		if (cs->deadline && now >= cs->deadline)
			timed_out(sim, cs);
	if (sim->reset_wanted)
		driver_hard_reset(sim);
	driver_update_deadline(sim);
}

static void on_interrupt(void *ctx)
{
	driver_queue_scan_completions(ctx);
}

static void undefined_opcode(struct tpc_sim *sim, const struct soc_fault *fault)
{
	struct hl_info_undefined_opcode_event *event = &sim->opcode_event;

	driver_notify(sim, HL_NOTIFIER_EVENT_UNDEFINED_OPCODE);
	/* Kept until somebody has read it. */
	if (event->timestamp)
		return;
	event->timestamp = (int64_t)soc_now_ns();
	event->engine_id = fault->engine;
	event->stream_id = fault->stream;
	event->cq_addr = fault->cb_addr;
	event->cq_size = fault->cb_size;
	if (fault->stream < MAX_QMAN_STREAMS_INFO)
		event->cb_addr_streams[fault->stream][0] = fault->cb_addr;
	event->cb_addr_streams_len = 1;
}

static void on_fault(void *ctx, const struct soc_fault *fault)
{
	struct tpc_sim *sim = ctx;

	if (fault->kind == SOC_FAULT_TPC &&
	    fault->cause == TPC_GAUDI_INTR_TPC_ASSERTIONS)
		driver_notify(sim, HL_NOTIFIER_EVENT_TPC_ASSERT);
	driver_notify(sim, HL_NOTIFIER_EVENT_USER_ENGINE_ERR);
	if (fault->kind == SOC_FAULT_QMAN &&
	    fault->cause & TPC_GAUDI_QM_GLBL_STS1_CP_UNDEF_CMD_ERR_MASK)
		undefined_opcode(sim, fault);
	if (fault->kind == SOC_FAULT_SYNC || sim->params.keep_on_fault)
		return;
	/* Not from here: the engine is in the middle of something. */
	sim->reset_wanted = true;
	driver_update_deadline(sim);
}

const struct soc_host_ops driver_host_ops = {
	.interrupt = on_interrupt,
	.fault = on_fault,
	.deadline = on_deadline,
};
