/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * CACHE_FLUSH, CACHE_INVALIDATE and ASO. Memory of the model is coherent, so
 * caches have nothing to do; ASO counts the TPC's semaphore register.
 */
#include <string.h>

#include "core_impl.h"

static void exec_cache(struct tpc_core *core, const struct uop *u)
{
	(void)core;
	(void)u;
}

static void exec_aso(struct tpc_core *core, const struct uop *u)
{
	uint32_t offset = core->chip->semaphore, count;
	int err;

	if (!core->bus.cfg_read || !core->bus.cfg_write)
		return;
	err = core->bus.cfg_read(core->bus.ctx, offset, &count);
	if (!err)
		err = core->bus.cfg_write(core->bus.ctx, offset,
					  u->param[0] ? count - 1 : count + 1);
	if (err)
		core_fault(core, u, FAULT_LBW_WRITE, "semaphore: %s",
			   strerror(-err));
}

int prepare_system(struct prep *p)
{
	if (p->op->mnemonic != TPC_MN_ASO) {
		p->u->exec = exec_cache;
		return 0;
	}
	p->u->param[0] = tpc_op_switch(p->op, TPC_SW_DEC);
	p->u->exec = exec_aso;
	return 0;
}
