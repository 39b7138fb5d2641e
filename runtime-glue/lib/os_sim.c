/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The seam's simulated body: a chip of its own for each open device. */
#include <errno.h>
#include <string.h>

#include "os.h"
#include "tpc/sim_device.h"

static int sim_open(struct tpc_os *os, const char *name,
		    const struct tpc_open_options *options, char *why,
		    size_t why_size)
{
	struct tpc_sim_params params = {
		.chip = name + strlen("sim:"),
		.threads = options->sim_threads,
		.max_bundles = options->sim_max_bundles,
		.count_early = options->sim_count_early,
		.strict = options->sim_strict,
		.trace = options->sim_trace,
	};
	int err = tpc_sim_create(&params, &os->sim);

	if (err == -EINVAL) {
		snprintf(why, why_size,
			 "there is no simulated chip '%s'; known: gaudi",
			 params.chip);
		return err;
	}
	if (!err) {
		err = tpc_sim_open(os->sim, options->control, &os->file);
		if (err)
			tpc_sim_destroy(os->sim);
	}
	if (err)
		snprintf(why, why_size,
			 "%s: the simulated device cannot be "
			 "started: %s",
			 name, strerror(-err));
	return err;
}

static int sim_close(struct tpc_os *os)
{
	int err = tpc_sim_close(os->file);

	tpc_sim_destroy(os->sim);
	return err;
}

static int sim_ioctl(struct tpc_os *os, unsigned long request, void *arg)
{
	return tpc_sim_ioctl(os->file, request, arg);
}

static int sim_mmap(struct tpc_os *os, size_t len, int prot, int flags,
		    off_t off, void **out)
{
	return tpc_sim_mmap(os->file, len, prot, flags, off, out);
}

static int sim_munmap(struct tpc_os *os, void *addr, size_t len)
{
	return tpc_sim_munmap(os->file, addr, len);
}

static int sim_dmabuf_sync(struct tpc_os *os, int fd, uint64_t flags)
{
	int err = tpc_sim_dmabuf_sync(fd, flags);

	/* A dma-buf of real hardware may be used beside a simulated device. */
	return err == -ENOTTY ? tpc_os_real.dmabuf_sync(os, fd, flags) : err;
}

static int sim_stats(struct tpc_os *os, struct tpc_stats *stats)
{
	struct tpc_sim_stats sim;
	unsigned i, slot;
	int err = tpc_sim_stats(os->file, &sim);

	if (err)
		return err;
	memset(stats, 0, sizeof(*stats));
	stats->num_tpcs = sim.num_tpcs;
	for (i = 0; i < sim.num_tpcs && i < TPC_SIM_MAX_TPCS; i++) {
		stats->tpc[i].launches = sim.tpc[i].kernels;
		stats->tpc[i].bundles = sim.tpc[i].bundles;
		stats->tpc[i].cycles = sim.tpc[i].cycles;
		stats->tpc[i].early_reads = sim.tpc[i].early_reads;
		for (slot = 0; slot < TPC_STATS_SLOTS; slot++)
			stats->tpc[i].slot_ops[slot] =
				sim.tpc[i].slot_ops[slot];
	}
	stats->packets = sim.packets;
	stats->dma_bytes = sim.dma_bytes;
	snprintf(stats->fault, sizeof(stats->fault), "%s", sim.last_fault);
	return 0;
}

const struct tpc_os_ops tpc_os_sim = {
	.close = sim_close,
	.dmabuf_sync = sim_dmabuf_sync,
	.ioctl = sim_ioctl,
	.mmap = sim_mmap,
	.munmap = sim_munmap,
	.open = sim_open,
	.stats = sim_stats,
	.simulated = true,
};
