/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-info: what there is to know about devices, driver and uAPI. */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <misc/habanalabs.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "info.h"
#include "tpc/tpc.h"
#include "util.h"

static const char help[] =
	"usage: tpc-info [options] [DEVICE...]\n"
	"Prints facts about habanalabs devices, their driver and its "
	"interface.\n"
	"\n"
	"DEVICE is sim:gaudi, /dev/accel/accelN or /dev/hlN; without one, all\n"
	"nodes of this machine. Facts are asked from the control node, so "
	"devices\n"
	"in use can be looked at.\n"
	"\n"
	"      --json       print one JSON object\n"
	"      --root DIR   look for nodes and hardware below DIR in place of "
	"/\n"
	"      --help, --version\n"
	"\n"
	"Exit status: 0 good, 1 a device is missing or cannot be asked (the "
	"next\n"
	"step to take is printed), 2 wrong command line.\n"
	"\n"
	"Examples:\n"
	"  tpc-info\n"
	"  tpc-info --json sim:gaudi\n";

/* ---- INFO requests ---------------------------------------------------- */

struct request {
	uint32_t op;
	uint32_t arg;
	uint32_t size;
	const char *key; /* in the list of what the driver answers */
	void (*print)(struct info *out, const void *answer);
};

static void print_status(struct info *out, const void *answer)
{
	static const char *const names[] = {
		[HL_DEVICE_STATUS_OPERATIONAL] = "operational",
		[HL_DEVICE_STATUS_IN_RESET] = "in reset",
		[HL_DEVICE_STATUS_MALFUNCTION] = "malfunction",
		[HL_DEVICE_STATUS_NEEDS_RESET] = "needs reset",
		[HL_DEVICE_STATUS_IN_DEVICE_CREATION] = "being created",
		[HL_DEVICE_STATUS_IN_RESET_AFTER_DEVICE_RELEASE] =
			"in reset after release",
	};
	const struct hl_info_device_status *s = answer;

	info_text(out, "status",
		  s->status <= HL_DEVICE_STATUS_LAST ? names[s->status]
						     : "unknown");
}

static void print_usage(struct info *out, const void *answer)
{
	const struct hl_info_dram_usage *u = answer;

	info_bytes(out, "dram_free", u->dram_free_mem);
	info_bytes(out, "dram_used_by_context", u->ctx_dram_mem);
}

static void print_idle(struct info *out, const void *answer)
{
	const struct hl_info_hw_idle *i = answer;

	info_text(out, "idle", i->is_idle ? "yes" : "no");
	info_hex(out, "busy_engines", i->busy_engines_mask_ext[0]);
}

static void print_clock(struct info *out, const void *answer)
{
	const struct hl_info_clk_rate *c = answer;

	info_number(out, "clock_mhz", c->cur_clk_rate_mhz);
	info_number(out, "clock_max_mhz", c->max_clk_rate_mhz);
}

static void print_resets(struct info *out, const void *answer)
{
	const struct hl_info_reset_count *r = answer;

	info_number(out, "hard_resets", r->hard_reset_cnt);
	info_number(out, "soft_resets", r->soft_reset_cnt);
}

static void print_opens(struct info *out, const void *answer)
{
	const struct hl_open_stats_info *o = answer;

	info_number(out, "opened_times", o->open_counter);
	info_text(out, "in_use", o->is_compute_ctx_active ? "yes" : "no");
}

static void print_counters(struct info *out, const void *answer)
{
	const struct hl_info_cs_counters *c = answer;

	info_number(out, "dropped_submissions",
		    c->total_out_of_mem_drop_cnt + c->total_parsing_drop_cnt +
			    c->total_queue_full_drop_cnt +
			    c->total_device_in_reset_drop_cnt +
			    c->total_max_cs_in_flight_drop_cnt +
			    c->total_validation_drop_cnt);
}

static void print_power(struct info *out, const void *answer)
{
	info_number(out, "power",
		    ((const struct hl_power_info *)answer)->power);
}

static void print_energy(struct info *out, const void *answer)
{
	info_number(out, "energy",
		    ((const struct hl_info_energy *)answer)
			    ->total_energy_consumption);
}

static void print_pages(struct info *out, const void *answer)
{
	info_hex(out, "memory_page_orders",
		 ((const struct hl_info_dev_memalloc_page_sizes *)answer)
			 ->page_order_bitmask);
}

static const struct request requests[] = {
	{HL_INFO_DEVICE_STATUS, 0, sizeof(struct hl_info_device_status),
	 "DEVICE_STATUS", print_status},
	{HL_INFO_HW_IDLE, 0, sizeof(struct hl_info_hw_idle), "HW_IDLE",
	 print_idle},
	{HL_INFO_OPEN_STATS, 0, sizeof(struct hl_open_stats_info), "OPEN_STATS",
	 print_opens},
	{HL_INFO_DRAM_USAGE, 0, sizeof(struct hl_info_dram_usage), "DRAM_USAGE",
	 print_usage},
	{HL_INFO_CLK_RATE, 0, sizeof(struct hl_info_clk_rate), "CLK_RATE",
	 print_clock},
	{HL_INFO_RESET_COUNT, 0, sizeof(struct hl_info_reset_count),
	 "RESET_COUNT", print_resets},
	{HL_INFO_CS_COUNTERS, 0, sizeof(struct hl_info_cs_counters),
	 "CS_COUNTERS", print_counters},
	{HL_INFO_DEV_MEM_ALLOC_PAGE_SIZES, 0,
	 sizeof(struct hl_info_dev_memalloc_page_sizes),
	 "DEV_MEM_ALLOC_PAGE_SIZES", print_pages},
	{HL_INFO_POWER, 0, sizeof(struct hl_power_info), "POWER", print_power},
	{HL_INFO_TOTAL_ENERGY, 0, sizeof(struct hl_info_energy), "TOTAL_ENERGY",
	 print_energy},
	{HL_INFO_TIME_SYNC, 0, sizeof(struct hl_info_time_sync), "TIME_SYNC",
	 NULL},
	{HL_INFO_SYNC_MANAGER, HL_GAUDI_WS_DCORE,
	 sizeof(struct hl_info_sync_manager), "SYNC_MANAGER", NULL},
	{HL_INFO_PLL_FREQUENCY, HL_GAUDI_TPC_PLL,
	 sizeof(struct hl_pll_frequency_info), "PLL_FREQUENCY", NULL},
	{HL_INFO_CLK_THROTTLE_REASON, 0, sizeof(struct hl_info_clk_throttle),
	 "CLK_THROTTLE_REASON", NULL},
	{HL_INFO_LAST_ERR_OPEN_DEV_TIME, 0,
	 sizeof(struct hl_info_last_err_open_dev_time),
	 "LAST_ERR_OPEN_DEV_TIME", NULL},
	{HL_INFO_CS_TIMEOUT_EVENT, 0, sizeof(struct hl_info_cs_timeout_event),
	 "CS_TIMEOUT_EVENT", NULL},
	{HL_INFO_RAZWI_EVENT, 0, sizeof(struct hl_info_razwi_event),
	 "RAZWI_EVENT", NULL},
	{HL_INFO_UNDEFINED_OPCODE_EVENT, 0,
	 sizeof(struct hl_info_undefined_opcode_event),
	 "UNDEFINED_OPCODE_EVENT", NULL},
};

#define NUM_REQUESTS (sizeof(requests) / sizeof(requests[0]))

union answer {
	struct hl_info_undefined_opcode_event largest;
	uint64_t align;
};

/* Facts behind requests, and which requests this driver answers. */
static void print_requests(struct info *out, struct tpc_device *dev)
{
	int error[NUM_REQUESTS];
	size_t i;

	for (i = 0; i < NUM_REQUESTS; i++) {
		const struct request *r = &requests[i];
		union answer answer;

		error[i] =
			tpc_device_query(dev, r->op, r->arg, &answer, r->size);
		if (!error[i] && r->print)
			r->print(out, &answer);
	}
	info_open(out, "info_requests");
	for (i = 0; i < NUM_REQUESTS; i++)
		info_text(out, requests[i].key,
			  error[i] ? strerrorname_np(-error[i]) : "yes");
	info_close(out);
}

/* ---- Devices ---------------------------------------------------------- */

static void print_facts(struct info *out, struct tpc_device *dev)
{
	const struct tpc_device_info *i = tpc_device_info(dev);

	info_text(out, "chip", i->chip);
	info_text(out, "simulated", i->simulated ? "yes" : "no");
	info_text(out, "card", i->card_name);
	info_text(out, "firmware", i->firmware);
	info_hex(out, "pci_device", i->device_id);
	info_text(out, "ioctl_numbering",
		  i->drm_numbering ? "DRM (Linux 6.7 and later)"
				   : "H (before Linux 6.7)");
	info_number(out, "tpcs", i->num_tpcs);
	info_hex(out, "tpc_mask", i->tpc_mask);
	info_hex(out, "dram_base", i->dram_base);
	info_bytes(out, "dram_size", i->dram_size);
	info_bytes(out, "dram_page", i->dram_page);
	info_hex(out, "sram_base", i->sram_base);
	info_bytes(out, "sram_size", i->sram_size);
	info_number(out, "first_sync_object", i->first_sob);
	info_number(out, "first_monitor", i->first_monitor);
}

static int print_device(struct info *out, const char *name)
{
	struct tpc_open_options options = {.control = true};
	struct tpc_device *dev;
	char why[512];
	int err;

	info_open(out, NULL);
	info_text(out, "device", name);
	err = tpc_device_open(name, &options, &dev, why, sizeof(why));
	if (err) {
		info_text(out, "error", why[0] ? why : strerror(-err));
		info_close(out);
		if (!out->json)
			tool_error(NULL, "%s", why[0] ? why : strerror(-err));
		return 1;
	}
	print_facts(out, dev);
	print_requests(out, dev);
	info_close(out);
	tpc_device_close(dev);
	return 0;
}

static void print_host(struct info *out, const struct info_host *host)
{
	struct utsname name;

	info_open(out, "host");
	if (!uname(&name)) {
		info_text(out, "kernel", name.release);
		info_text(out, "machine", name.machine);
	}
	info_text(out, "library", "libtpc " TPC_VERSION);
	info_text(out, "driver_loaded", host->driver ? "yes" : "no");
	info_number(out, "pci_devices", host->pci_devices);
	info_number(out, "nodes", host->num_nodes);
	info_close(out);
}

static int print_all(struct info *out, const char *root, char **names,
		     int count)
{
	struct info_host host;
	const char *advice;
	int status = 0;
	int i;

	info_look(&host, root);
	info_open(out, NULL);
	print_host(out, &host);
	info_open_list(out, "devices");
	for (i = 0; i < count; i++)
		status |= print_device(out, names[i]);
	for (i = 0; !count && i < (int)host.num_nodes; i++)
		status |= print_device(out, host.node[i]);
	info_close(out);
	advice = count ? NULL : info_advice(&host);
	if (advice) {
		info_text(out, "next_step", advice);
		status = 1;
	}
	info_close(out);
	info_free_host(&host);
	return status;
}

int main(int argc, char **argv)
{
	static const struct option long_options[] = {
		{"help", no_argument, NULL, 'h'},
		{"json", no_argument, NULL, 'j'},
		{"root", required_argument, NULL, 'r'},
		{"version", no_argument, NULL, 'v'},
		{0},
	};
	struct info out = {.file = stdout};
	const char *root = "";
	int option, status;

	while ((option = getopt_long(argc, argv, "", long_options, NULL)) !=
	       -1) {
		switch (option) {
		case 'h':
			fputs(help, stdout);
			return 0;
		case 'v':
			puts("tpc-info (OpenTPC) " TPC_VERSION);
			return 0;
		case 'j':
			out.json = true;
			break;
		case 'r':
			root = optarg;
			break;
		default:
			return EXIT_USAGE;
		}
	}
	status = print_all(&out, root, argv + optind, argc - optind);
	if (fflush(stdout) || ferror(stdout))
		return tool_error(NULL, "standard output cannot be written");
	return status;
}
