// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Assembles a text. Second pass: bundles and data to bytes; then the object is
 * put together. asm_lines.c has the first pass.
 */
#include "asm_priv.h"
#include "tpc/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

int tpc_asm_resolve(void *ctx, const char *name, size_t len,
		    struct tpc_value *value)
{
	struct tpc_asm *as = ctx;
	struct tpc_sym *sym;

	if (len == 1 && *name == '.') {
		*value = (struct tpc_value){.num = as->pc, .labels = 1};
		return 0;
	}
	sym = tpc_symtab_find(&as->symtab, name, len);
	if (!sym || !sym->line)
		return -ENOENT;
	*value = sym->value;
	return 0;
}
