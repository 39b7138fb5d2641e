/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The driver's requests as functions. Facts about them are K61's
 * (include/uapi/misc/habanalabs.h and drivers/misc/habanalabs/common).
 */
#include <errno.h>
#include <misc/habanalabs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "priv.h"

static const char *const info_names[] = {
	[HL_INFO_HW_IP_INFO] = "HW_IP_INFO",
	[HL_INFO_HW_EVENTS] = "HW_EVENTS",
	[HL_INFO_DRAM_USAGE] = "DRAM_USAGE",
	[HL_INFO_HW_IDLE] = "HW_IDLE",
	[HL_INFO_DEVICE_STATUS] = "DEVICE_STATUS",
	[HL_INFO_DEVICE_UTILIZATION] = "DEVICE_UTILIZATION",
	[HL_INFO_HW_EVENTS_AGGREGATE] = "HW_EVENTS_AGGREGATE",
	[HL_INFO_CLK_RATE] = "CLK_RATE",
	[HL_INFO_RESET_COUNT] = "RESET_COUNT",
	[HL_INFO_TIME_SYNC] = "TIME_SYNC",
	[HL_INFO_CS_COUNTERS] = "CS_COUNTERS",
	[HL_INFO_PCI_COUNTERS] = "PCI_COUNTERS",
	[HL_INFO_CLK_THROTTLE_REASON] = "CLK_THROTTLE_REASON",
	[HL_INFO_SYNC_MANAGER] = "SYNC_MANAGER",
	[HL_INFO_TOTAL_ENERGY] = "TOTAL_ENERGY",
	[HL_INFO_PLL_FREQUENCY] = "PLL_FREQUENCY",
	[HL_INFO_POWER] = "POWER",
	[HL_INFO_OPEN_STATS] = "OPEN_STATS",
	[HL_INFO_DRAM_REPLACED_ROWS] = "DRAM_REPLACED_ROWS",
	[HL_INFO_DRAM_PENDING_ROWS] = "DRAM_PENDING_ROWS",
	[HL_INFO_LAST_ERR_OPEN_DEV_TIME] = "LAST_ERR_OPEN_DEV_TIME",
	[HL_INFO_CS_TIMEOUT_EVENT] = "CS_TIMEOUT_EVENT",
	[HL_INFO_RAZWI_EVENT] = "RAZWI_EVENT",
	[HL_INFO_DEV_MEM_ALLOC_PAGE_SIZES] = "DEV_MEM_ALLOC_PAGE_SIZES",
	[HL_INFO_SECURED_ATTESTATION] = "SECURED_ATTESTATION",
	[HL_INFO_REGISTER_EVENTFD] = "REGISTER_EVENTFD",
	[HL_INFO_UNREGISTER_EVENTFD] = "UNREGISTER_EVENTFD",
	[HL_INFO_GET_EVENTS] = "GET_EVENTS",
	[HL_INFO_UNDEFINED_OPCODE_EVENT] = "UNDEFINED_OPCODE_EVENT",
	[HL_INFO_ENGINE_STATUS] = "ENGINE_STATUS",
};

static int ask(struct tpc_device *dev, uint32_t op, uint32_t arg, void *answer,
	       uint32_t size)
{
	struct hl_info_args args = {
		.return_pointer = (uintptr_t)answer,
		.return_size = size,
		.op = op,
		.dcore_id = arg,
	};
	char what[48];

	if (op < sizeof(info_names) / sizeof(info_names[0]) && info_names[op])
		snprintf(what, sizeof(what), "INFO %s", info_names[op]);
	else
		snprintf(what, sizeof(what), "INFO %u", op);
	return tpc_ioctl(dev, HL_IOCTL_INFO, &args, what);
}

/* Through memory of our own: a failed request may have written a part. */
int tpc_uapi_info(struct tpc_device *dev, uint32_t op, uint32_t arg,
		  void *answer, uint32_t size)
{
	void *own = calloc(1, size ? size : 1);
	int err;

	if (!own)
		return -ENOMEM;
	err = ask(dev, op, arg, own, size);
	if (!err)
		memcpy(answer, own, size);
	free(own);
	return err;
}

int tpc_uapi_cb_create(struct tpc_device *dev, uint32_t size, uint64_t *handle)
{
	union hl_cb_args args = {
		.in = {.op = HL_CB_OP_CREATE, .cb_size = size},
	};
	int err = tpc_ioctl(dev, HL_IOCTL_CB, &args, "CB CREATE");

	if (!err)
		*handle = args.out.cb_handle;
	return err;
}

int tpc_uapi_cb_destroy(struct tpc_device *dev, uint64_t handle)
{
	union hl_cb_args args = {
		.in = {.op = HL_CB_OP_DESTROY, .cb_handle = handle},
	};

	return tpc_ioctl(dev, HL_IOCTL_CB, &args, NULL);
}

int tpc_uapi_submit(struct tpc_device *dev, struct hl_cs_chunk *chunks,
		    unsigned count, uint64_t *seq)
{
	union hl_cs_args args = {
		.in =
			{
				.chunks_execute = (uintptr_t)chunks,
				.num_chunks_execute = count,
			},
	};
	int err = tpc_ioctl(dev, HL_IOCTL_CS, &args, "CS");

	if (!err)
		*seq = args.out.seq;
	return err;
}

int tpc_uapi_wait(struct tpc_device *dev, uint64_t seq, uint64_t timeout_us,
		  bool *done)
{
	union hl_wait_cs_args args = {
		.in = {.seq = seq, .timeout_us = timeout_us},
	};
	int err = tpc_ioctl(dev, HL_IOCTL_WAIT_CS, &args, "WAIT_CS");

	if (err)
		return err;
	switch (args.out.status) {
	case HL_WAIT_CS_STATUS_COMPLETED:
		*done = true;
		return 0;
	case HL_WAIT_CS_STATUS_BUSY:
		*done = false;
		return 0;
	default:
		/* K61 pairs the other two with ETIMEDOUT and EIO. */
		return tpc_fail(dev, -EIO,
				"%s: ioctl WAIT_CS: unknown status %u",
				dev->name, args.out.status);
	}
}

int tpc_uapi_mem_alloc(struct tpc_device *dev, uint64_t size)
{
	union hl_mem_args args = {
		.in = {.op = HL_MEM_OP_ALLOC, .alloc.mem_size = size},
	};

	return tpc_ioctl(dev, HL_IOCTL_MEMORY, &args, "MEMORY ALLOC");
}

/* With flat DRAM, FREE subtracts the size found where ALLOC has it (K61). */
int tpc_uapi_mem_free(struct tpc_device *dev, uint64_t size)
{
	union hl_mem_args args = {
		.in = {.op = HL_MEM_OP_FREE, .alloc.mem_size = size},
	};

	return tpc_ioctl(dev, HL_IOCTL_MEMORY, &args, NULL);
}

int tpc_uapi_map(struct tpc_device *dev, void *ptr, uint64_t size,
		 uint64_t *addr)
{
	union hl_mem_args args = {
		.in =
			{
				.op = HL_MEM_OP_MAP,
				.flags = HL_MEM_USERPTR,
				.map_host =
					{
						.host_virt_addr =
							(uintptr_t)ptr,
						.mem_size = size,
					},
			},
	};
	int err = tpc_ioctl(dev, HL_IOCTL_MEMORY, &args, "MEMORY MAP");

	if (!err)
		*addr = args.out.device_virt_addr;
	return err;
}

int tpc_uapi_unmap(struct tpc_device *dev, uint64_t addr)
{
	union hl_mem_args args = {
		.in =
			{
				.op = HL_MEM_OP_UNMAP,
				.unmap.device_virt_addr = addr,
			},
	};

	return tpc_ioctl(dev, HL_IOCTL_MEMORY, &args, NULL);
}

int tpc_uapi_export(struct tpc_device *dev, uint64_t addr, uint64_t size,
		    int fd_flags, int *fd)
{
	union hl_mem_args args = {
		.in =
			{
				.op = HL_MEM_OP_EXPORT_DMABUF_FD,
				.flags = (uint32_t)fd_flags,
				.export_dmabuf_fd =
					{
						.handle = addr,
						.mem_size = size,
					},
			},
	};
	int err = tpc_ioctl(dev, HL_IOCTL_MEMORY, &args,
			    "MEMORY EXPORT_DMABUF_FD");

	if (!err)
		*fd = args.out.fd;
	return err;
}
