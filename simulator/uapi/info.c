/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Answers of the INFO request. What only firmware can tell (power, voltages,
 * sensors, attestation) is refused.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "driver.h"

/* The largest answer, plus what a hardware revision may add. */
union answer {
	struct hl_info_hw_ip_info hw_ip;
	struct hl_info_dram_usage dram;
	struct hl_info_hw_idle idle;
	struct hl_info_device_status status;
	struct hl_info_clk_rate clk;
	struct hl_info_reset_count resets;
	struct hl_info_time_sync time;
	struct hl_info_cs_counters counters;
	struct hl_info_sync_manager sync;
	struct hl_pll_frequency_info pll;
	struct hl_open_stats_info opens;
	struct hl_info_last_err_open_dev_time open_time;
	struct hl_info_cs_timeout_event timeout;
	struct hl_info_razwi_event razwi;
	struct hl_info_dev_memalloc_page_sizes pages;
	struct hl_info_undefined_opcode_event opcode;
	struct hl_info_clk_throttle throttle;
	uint64_t events;
};

/* assumed: round figures; nothing in the model depends on them */
#define CLOCK_MHZ 1600

static int hw_ip(struct tpc_sim_file *file, const struct hl_info_args *args,
		 union answer *a)
{
	struct hl_info_hw_ip_info *ip = &a->hw_ip;

	ip->sram_base_address = TPC_GAUDI_SRAM_USER_BASE;
	ip->sram_size = TPC_GAUDI_SRAM_USER_SIZE;
	ip->dram_base_address = TPC_GAUDI_DRAM_USER_BASE;
	ip->dram_size = TPC_GAUDI_DRAM_USER_SIZE / TPC_GAUDI_DRAM_PAGE_SIZE *
			TPC_GAUDI_DRAM_PAGE_SIZE;
	ip->num_of_events = TPC_GAUDI_NUM_EVENTS;
	ip->device_id = TPC_GAUDI_PCI_DEVICE_ID;
	ip->first_available_interrupt_id = UINT16_MAX; /* none */
	ip->tpc_enabled_mask = (1u << TPC_GAUDI_TPC_CFG_COUNT) - 1;
	ip->tpc_enabled_mask_ext = ip->tpc_enabled_mask;
	ip->dram_enabled = 1;
	ip->dram_page_size = TPC_GAUDI_DRAM_PAGE_SIZE;
	ip->device_mem_alloc_default_page_size = TPC_GAUDI_DRAM_PAGE_SIZE;
	snprintf((char *)ip->cpucp_version, sizeof(ip->cpucp_version),
		 "OpenTPC simulator");
	snprintf((char *)ip->card_name, sizeof(ip->card_name), "HL205");
	return sizeof(*ip);
}

static int dram_usage(struct tpc_sim_file *file,
		      const struct hl_info_args *args, union answer *a)
{
	uint64_t used = file->sim->dram_used;

	a->dram.dram_free_mem = used < TPC_GAUDI_DRAM_USER_SIZE
					? TPC_GAUDI_DRAM_USER_SIZE - used
					: 0;
	a->dram.ctx_dram_mem = file->ctx ? file->ctx->dram_used : 0;
	return sizeof(a->dram);
}

static int hw_idle(struct tpc_sim_file *file, const struct hl_info_args *args,
		   union answer *a)
{
	uint64_t mask = soc_busy_mask(file->sim->soc);

	a->idle.is_idle = !mask;
	a->idle.busy_engines_mask = (uint32_t)mask;
	a->idle.busy_engines_mask_ext[0] = mask;
	return sizeof(a->idle);
}

static int device_status(struct tpc_sim_file *file,
			 const struct hl_info_args *args, union answer *a)
{
	a->status.status = file->sim->status;
	return sizeof(a->status);
}

static int clk_rate(struct tpc_sim_file *file, const struct hl_info_args *args,
		    union answer *a)
{
	a->clk.cur_clk_rate_mhz = CLOCK_MHZ;
	a->clk.max_clk_rate_mhz = CLOCK_MHZ;
	return sizeof(a->clk);
}

static int reset_count(struct tpc_sim_file *file,
		       const struct hl_info_args *args, union answer *a)
{
	a->resets = file->sim->resets;
	return sizeof(a->resets);
}

static int time_sync(struct tpc_sim_file *file, const struct hl_info_args *args,
		     union answer *a)
{
	a->time.device_time = soc_now_ns();
	a->time.host_time = a->time.device_time;
	return sizeof(a->time);
}

static int cs_counters(struct tpc_sim_file *file,
		       const struct hl_info_args *args, union answer *a)
{
	const struct hl_info_cs_counters *own =
		file->ctx ? &file->ctx->counters : NULL;
	struct hl_info_cs_counters *c = &a->counters;

	*c = file->sim->counters;
	if (!own)
		return sizeof(*c);
	c->ctx_out_of_mem_drop_cnt = own->ctx_out_of_mem_drop_cnt;
	c->ctx_parsing_drop_cnt = own->ctx_parsing_drop_cnt;
	c->ctx_queue_full_drop_cnt = own->ctx_queue_full_drop_cnt;
	c->ctx_device_in_reset_drop_cnt = own->ctx_device_in_reset_drop_cnt;
	c->ctx_max_cs_in_flight_drop_cnt = own->ctx_max_cs_in_flight_drop_cnt;
	c->ctx_validation_drop_cnt = own->ctx_validation_drop_cnt;
	return sizeof(*c);
}

#define MAX_DCORES 8 /* the driver's limit for all chips (KD) */

static int sync_manager(struct tpc_sim_file *file,
			const struct hl_info_args *args, union answer *a)
{
	if (args->dcore_id >= MAX_DCORES)
		return -EINVAL;
	if (args->dcore_id == HL_GAUDI_WS_DCORE) {
		a->sync.first_available_sync_object = TPC_GAUDI_FIRST_USER_SOB;
		a->sync.first_available_monitor = TPC_GAUDI_FIRST_USER_MON;
		a->sync.first_available_cq = UINT16_MAX;
	}
	return sizeof(a->sync);
}

static int pll_frequency(struct tpc_sim_file *file,
			 const struct hl_info_args *args, union answer *a)
{
	unsigned i;

	if (args->pll_index >= HL_GAUDI_PLL_MAX)
		return -EINVAL;
	for (i = 0; i < HL_PLL_NUM_OUTPUTS; i++)
		a->pll.output[i] = CLOCK_MHZ;
	return sizeof(a->pll);
}

static int open_stats(struct tpc_sim_file *file,
		      const struct hl_info_args *args, union answer *a)
{
	a->opens = file->sim->opens;
	a->opens.is_compute_ctx_active = file->sim->compute != NULL;
	return sizeof(a->opens);
}

static int last_open_time(struct tpc_sim_file *file,
			  const struct hl_info_args *args, union answer *a)
{
	a->open_time.timestamp = file->sim->open_time;
	return sizeof(a->open_time);
}

static int cs_timeout(struct tpc_sim_file *file,
		      const struct hl_info_args *args, union answer *a)
{
	a->timeout = file->sim->timeout_event;
	return sizeof(a->timeout);
}

static int razwi(struct tpc_sim_file *file, const struct hl_info_args *args,
		 union answer *a)
{
	struct soc_razwi event;

	if (!soc_razwi(file->sim->soc, &event))
		return sizeof(a->razwi);
	a->razwi.timestamp = (int64_t)event.time_ns;
	a->razwi.addr = event.addr;
	a->razwi.no_engine_id = 1;
	a->razwi.error_type = HL_RAZWI_MMU_ACCESS_ERROR;
	return sizeof(a->razwi);
}

static int page_sizes(struct tpc_sim_file *file,
		      const struct hl_info_args *args, union answer *a)
{
	a->pages.page_order_bitmask = TPC_GAUDI_DRAM_PAGE_SIZE;
	return sizeof(a->pages);
}

static int get_events(struct tpc_sim_file *file,
		      const struct hl_info_args *args, union answer *a)
{
	if (file->control)
		return -EOPNOTSUPP;
	if (args->return_size < sizeof(a->events))
		return -EINVAL;
	a->events = file->events;
	file->events = 0;
	return sizeof(a->events);
}

static int undefined_opcode(struct tpc_sim_file *file,
			    const struct hl_info_args *args, union answer *a)
{
	a->opcode = file->sim->opcode_event;
	memset(&file->sim->opcode_event, 0, sizeof(a->opcode));
	return sizeof(a->opcode);
}

static int clk_throttle(struct tpc_sim_file *file,
			const struct hl_info_args *args, union answer *a)
{
	/* Nothing gets hot here. */
	return sizeof(a->throttle);
}

/* Firmware and host bus have no model. */
static int no_model(struct tpc_sim_file *file, const struct hl_info_args *args,
		    union answer *a)
{
	return -EOPNOTSUPP;
}

struct info {
	uint32_t op;
	bool any_state; /* also while the device is in reset */
	int (*get)(struct tpc_sim_file *, const struct hl_info_args *,
		   union answer *); /* size of the answer or an error */
};

static const struct info infos[] = {
	{HL_INFO_HW_IP_INFO, true, hw_ip},
	{HL_INFO_HW_EVENTS, true, no_model},
	{HL_INFO_DRAM_USAGE, false, dram_usage},
	{HL_INFO_HW_IDLE, false, hw_idle},
	{HL_INFO_DEVICE_STATUS, true, device_status},
	{HL_INFO_DEVICE_UTILIZATION, false, no_model},
	{HL_INFO_HW_EVENTS_AGGREGATE, true, no_model},
	{HL_INFO_CLK_RATE, false, clk_rate},
	{HL_INFO_RESET_COUNT, true, reset_count},
	{HL_INFO_TIME_SYNC, false, time_sync},
	{HL_INFO_CS_COUNTERS, true, cs_counters},
	{HL_INFO_PCI_COUNTERS, false, no_model},
	{HL_INFO_CLK_THROTTLE_REASON, true, clk_throttle},
	{HL_INFO_SYNC_MANAGER, true, sync_manager},
	{HL_INFO_TOTAL_ENERGY, false, no_model},
	{HL_INFO_PLL_FREQUENCY, false, pll_frequency},
	{HL_INFO_POWER, false, no_model},
	{HL_INFO_OPEN_STATS, true, open_stats},
	{HL_INFO_DRAM_REPLACED_ROWS, false, no_model},
	{HL_INFO_DRAM_PENDING_ROWS, false, no_model},
	{HL_INFO_LAST_ERR_OPEN_DEV_TIME, true, last_open_time},
	{HL_INFO_CS_TIMEOUT_EVENT, true, cs_timeout},
	{HL_INFO_RAZWI_EVENT, true, razwi},
	{HL_INFO_DEV_MEM_ALLOC_PAGE_SIZES, true, page_sizes},
	{HL_INFO_SECURED_ATTESTATION, false, no_model},
	{HL_INFO_REGISTER_EVENTFD, false, no_model},
	{HL_INFO_UNREGISTER_EVENTFD, false, no_model},
	{HL_INFO_GET_EVENTS, true, get_events},
	{HL_INFO_UNDEFINED_OPCODE_EVENT, true, undefined_opcode},
	{HL_INFO_ENGINE_STATUS, false, no_model},
};

static const struct info *find_info(uint32_t op)
{
	size_t i;

	for (i = 0; i < sizeof(infos) / sizeof(infos[0]); i++)
		if (infos[i].op == op)
			return &infos[i];
	return NULL;
}

int driver_info(struct tpc_sim_file *file, struct hl_info_args *args)
{
	const struct info *info = find_info(args->op);
	union answer answer;
	uint32_t size;
	int rc;

	if (!info)
		return -EINVAL;
	if (!info->any_state &&
	    file->sim->status != HL_DEVICE_STATUS_OPERATIONAL)
		return -EBUSY;
	if (!args->return_pointer || !args->return_size)
		return -EINVAL;
	memset(&answer, 0, sizeof(answer));
	rc = info->get(file, args, &answer);
	if (rc < 0)
		return rc;
	size = (uint32_t)rc < args->return_size ? (uint32_t)rc
						: args->return_size;
	return driver_user_write(args->return_pointer, &answer, size);
}
