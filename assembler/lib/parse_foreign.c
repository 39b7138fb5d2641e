// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Words that this generation does not know, but another one does.
 */
#include "parse_priv.h"

#include <string.h>

struct names {
	char text[64];
};

static void add_name(struct names *n, const char *name)
{
	size_t len = strlen(n->text), room = sizeof(n->text) - len;

	if (strlen(name) + 3 > room)
		return;
	if (len) {
		memcpy(n->text + len, ", ", 3);
		len += 2;
	}
	strcpy(n->text + len, name);
}

/* The mnemonic of @ps in another generation's tables. */
static const struct isa_mnemonic *same_mnemonic(const struct parse *ps,
						const struct tpc_isa *isa)
{
	return parse_find_mnemonic(isa, ps->mnemonic->name, ps->mnemonic->len);
}

static bool has_word(const struct isa_mn_slot *s, const char *at, unsigned len,
		     unsigned kind, int group)
{
	return parse_word_of(s, at, len, kind, group) != NULL;
}

int parse_foreign_word(const struct parse *ps, const char *at, unsigned len,
		       unsigned kind, int group)
{
	const struct isa_mnemonic *m;
	struct names names = {""};
	unsigned i;

	for (i = 0; i < isa_num_cpus; i++) {
		if (!isa_cpus[i] || isa_cpus[i] == ps->isa)
			continue;
		m = same_mnemonic(ps, isa_cpus[i]);
		if (m && has_word(&m->slot[ps->slot], at, len, kind, group))
			add_name(&names, isa_cpu_names[i]);
	}
	if (!*names.text)
		return 0;
	return parse_error(ps, at,
			   "switch '%.*s' of %s exists on %s, not on %s",
			   (int)len, at, ps->mnemonic->name, names.text,
			   isa_cpu_names[ps->isa->cpu]);
}

int parse_foreign_mnemonic(const struct parse *ps, const char *at, unsigned len)
{
	struct names names = {""};
	unsigned i;

	for (i = 0; i < isa_num_cpus; i++)
		if (isa_cpus[i] && isa_cpus[i] != ps->isa &&
		    parse_find_mnemonic(isa_cpus[i], at, len))
			add_name(&names, isa_cpu_names[i]);
	if (!*names.text)
		return 0;
	return parse_error(ps, at, "instruction '%.*s' exists on %s, not on %s",
			   (int)len, at, names.text,
			   isa_cpu_names[ps->isa->cpu]);
}

int parse_foreign_slot(const struct parse *ps)
{
	const struct isa_mnemonic *m;
	struct names names = {""};
	unsigned i;

	for (i = 0; i < isa_num_cpus; i++) {
		m = isa_cpus[i] ? same_mnemonic(ps, isa_cpus[i]) : NULL;
		if (m && m->slot[ps->slot].num_forms)
			add_name(&names, isa_cpu_names[i]);
	}
	if (!*names.text)
		return 0;
	return parse_error(ps, ps->mnemonic_at,
			   "'%.*s' stands in the %s slot on %s, not on %s",
			   (int)ps->mnemonic_len, ps->mnemonic_at,
			   tpc_slot_name(ps->slot), names.text,
			   isa_cpu_names[ps->isa->cpu]);
}
