/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The driver's check of a command buffer for an external queue: which packets
 * a user may send there. The verdicts are part of the packet records.
 */
#include <errno.h>

#include "driver.h"

int driver_validate_cb(const struct tpc_cb *cb, const uint8_t *buf,
		       uint32_t size, bool *has_dma)
{
	struct tpc_gaudi_load_and_exe load;
	const struct tpc_cb_packet *packet;
	size_t len;

	*has_dma = false;
	while (size) {
		int rc = tpc_cb_parse(cb, buf, size, &packet, &len);

		if (!packet)
			return -EINVAL;
		/* A packet that may not be there is refused first. */
		if (packet->verdict == TPC_CB_REFUSED)
			return -EPERM;
		if (packet->verdict == TPC_CB_UNKNOWN || rc)
			return -EINVAL;
		if (packet->verdict == TPC_CB_IF_PREDICATES) {
			tpc_gaudi_load_and_exe_unpack(buf, size, &load);
			if (load.dst)
				return -EPERM;
		}
		if (packet->opcode == TPC_GAUDI_PACKET_LIN_DMA)
			*has_dma = true;
		buf += len;
		size -= (uint32_t)len;
	}
	return 0;
}
