// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Symbols of an assembly file: a growing array with a hash index over it. */
#include "asm_priv.h"

#include <stdlib.h>
#include <string.h>

/* FNV-1a. */
static uint32_t hash_name(const char *name, size_t len)
{
	uint32_t h = 2166136261u;

	while (len--)
		h = (h ^ (unsigned char)*name++) * 16777619u;
	return h;
}

/* The index slot of a name: its own or the free one where it belongs. */
static uint32_t *find_slot(const struct tpc_symtab *tab, const char *name,
			   size_t len, uint32_t hash)
{
	size_t i = hash & (tab->num_slots - 1);
	const struct tpc_sym *sym;

	while (tab->slots[i]) {
		sym = &tab->syms[tab->slots[i] - 1];
		if (sym->hash == hash && sym->len == len &&
		    !memcmp(sym->name, name, len))
			break;
		i = (i + 1) & (tab->num_slots - 1);
	}
	return &tab->slots[i];
}

struct tpc_sym *tpc_symtab_find(const struct tpc_symtab *tab, const char *name,
				size_t len)
{
	uint32_t *slot;

	if (!tab->num_slots)
		return NULL;
	slot = find_slot(tab, name, len, hash_name(name, len));
	return *slot ? &tab->syms[*slot - 1] : NULL;
}

/* Keeps the index at most half full. */
static int grow(struct tpc_symtab *tab)
{
	size_t cap = tab->cap ? 2 * tab->cap : 64, i;
	struct tpc_sym *syms;
	uint32_t *slots;

	if (tab->count < tab->cap)
		return 0;
	syms = reallocarray(tab->syms, cap, sizeof(*syms));
	if (!syms)
		return -1;
	tab->syms = syms;
	slots = calloc(2 * cap, sizeof(*slots));
	if (!slots)
		return -1;
	free(tab->slots);
	tab->slots = slots;
	tab->num_slots = 2 * cap;
	tab->cap = cap;
	for (i = 0; i < tab->count; i++)
		*find_slot(tab, syms[i].name, syms[i].len, syms[i].hash) =
			i + 1;
	return 0;
}

struct tpc_sym *tpc_symtab_get(struct tpc_symtab *tab, const char *name,
			       size_t len)
{
	uint32_t hash = hash_name(name, len);
	uint32_t *slot;

	if (grow(tab))
		return NULL;
	slot = find_slot(tab, name, len, hash);
	if (!*slot) {
		tab->syms[tab->count] = (struct tpc_sym){
			.name = name,
			.len = len,
			.hash = hash,
		};
		*slot = ++tab->count;
	}
	return &tab->syms[*slot - 1];
}

void tpc_symtab_free(struct tpc_symtab *tab)
{
	free(tab->syms);
	free(tab->slots);
}
