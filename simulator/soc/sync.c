/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The sync manager: counters (sync objects) and monitors that write a word
 * when up to eight neighbouring counters have reached a value.
 *
 * assumed: the condition is evaluated when a monitor is armed and at every
 * change of a counter it watches, on all members at once; firing disarms.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "soc_priv.h"

#define SM(reg) TPC_GAUDI_SYNC_MNGR_##reg

void soc_sync_reset(struct soc_sync *sync)
{
	memset(sync->armed, 0, (sync->num_monitors + 63) / 64 * 8);
}

void soc_sync_error(struct soc_sync *sync, uint32_t cause, unsigned object,
		    const char *text)
{
	struct soc_fault fault = {.kind = SOC_FAULT_SYNC, .cause = cause};
	uint32_t value = soc_value(sync->regs, SM(SM_SEI_CAUSE));
	char name[64];

	value = (value & ~SM(SM_SEI_CAUSE_LOG_MASK)) | cause |
		TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_SM_SEI_CAUSE_LOG, object);
	soc_set(sync->regs, SM(SM_SEI_CAUSE), value);
	tpc_reg_name(sync->soc->cb, sync->regs->base + SM(SM_SEI_CAUSE), name,
		     sizeof(name));
	soc_raise(sync->soc, &fault, "%s: object %u: %s", name, object, text);
}

static bool satisfied(const struct soc_sync *sync, unsigned monitor,
		      uint32_t *pending)
{
	uint32_t arm = soc_value(sync->regs, SM(MON_ARM(monitor)));
	uint32_t group = TPC_FIELD_GET(TPC_GAUDI_SYNC_MNGR_MON_ARM_SID, arm);
	uint32_t mask = TPC_FIELD_GET(TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK, arm);
	uint32_t target = TPC_FIELD_GET(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOD, arm);
	bool equal = TPC_FIELD_GET(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOP, arm);
	unsigned k;

	*pending = 0;
	for (k = 0; k < TPC_GAUDI_SOBS_PER_GROUP; k++) {
		uint32_t value;

		if (mask & (1u << k))
			continue;
		value = soc_value(
			sync->regs,
			SM(SOB_OBJ(group * TPC_GAUDI_SOBS_PER_GROUP + k)));
		if (equal ? value != target : value < target)
			*pending |= 1u << k;
	}
	return !*pending;
}

static void fire(struct soc_sync *sync, unsigned monitor)
{
	struct soc_msg msg = {
		.addr = soc_value64(sync->regs, SM(MON_PAY_ADDRL(monitor)),
				    SM(MON_PAY_ADDRH(monitor))),
		.value = soc_value(sync->regs, SM(MON_PAY_DATA(monitor))),
		.from = sync,
		.engine = monitor,
	};

	soc_post(sync->soc, &msg);
}

static void evaluate(struct soc_sync *sync, unsigned monitor)
{
	uint32_t at = SM(MON_STATUS(monitor));
	uint32_t status = soc_value(sync->regs, at);
	uint32_t pending;

	status &= ~(SM(MON_STATUS_VALID_MASK) | SM(MON_STATUS_PENDING_MASK));
	if (satisfied(sync, monitor, &pending)) {
		sync->armed[monitor / 64] &= ~(1ull << monitor % 64);
		fire(sync, monitor);
	} else {
		sync->armed[monitor / 64] |= 1ull << monitor % 64;
		status |= SM(MON_STATUS_VALID_MASK) |
			  TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_STATUS_PENDING,
					 pending);
	}
	soc_set(sync->regs, at, status);
}

static void update_group(struct soc_sync *sync, unsigned group)
{
	unsigned word;

	for (word = 0; word < (sync->num_monitors + 63) / 64; word++) {
		uint64_t bits = sync->armed[word];

		while (bits) {
			unsigned monitor =
				word * 64 + (unsigned)__builtin_ctzll(bits);
			uint32_t arm =
				soc_value(sync->regs, SM(MON_ARM(monitor)));

			bits &= bits - 1;
			if (TPC_FIELD_GET(TPC_GAUDI_SYNC_MNGR_MON_ARM_SID,
					  arm) == group)
				evaluate(sync, monitor);
		}
	}
}

static void write_object(struct soc_sync *sync, unsigned object,
			 uint32_t offset, uint32_t value)
{
	uint32_t data = TPC_FIELD_GET(TPC_GAUDI_SYNC_MNGR_SOB_OBJ_VAL, value);

	if (TPC_FIELD_GET(TPC_GAUDI_SYNC_MNGR_SOB_OBJ_INC, value))
		data += soc_value(sync->regs, offset);
	if (data > TPC_GAUDI_SOB_MAX) {
		/* assumed: wraps, so that adding the maximum subtracts 1 */
		data &= TPC_GAUDI_SOB_MAX;
		soc_set(sync->regs, SM(SM_SEI_CAUSE),
			soc_value(sync->regs, SM(SM_SEI_CAUSE)) |
				SM(SM_SEI_CAUSE_SO_OVERFLOW_MASK));
	}
	soc_set(sync->regs, offset, data);
	update_group(sync, object / TPC_GAUDI_SOBS_PER_GROUP);
}

int soc_sync_write(struct soc_regs *regs, const struct soc_slot *slot,
		   uint32_t offset, uint32_t value)
{
	struct soc_sync *sync = regs->owner;
	unsigned index = slot->index[0];

	if (slot->reg->offset == SM(SOB_OBJ(0))) {
		write_object(sync, index, offset, value);
		return 0;
	}
	soc_set(regs, offset, value);
	if (slot->reg->offset == SM(MON_ARM(0)))
		evaluate(sync, index);
	if (slot->reg->offset == SM(MON_STATUS(0)) &&
	    !(value & SM(MON_STATUS_VALID_MASK)))
		sync->armed[index / 64] &= ~(1ull << index % 64);
	return 0;
}
