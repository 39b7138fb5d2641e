// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Objects in memory: code, labels, metadata, notes, source lines. */
#include "object_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *const tpc_note_names[TPC_MAX_NOTES + 1] = {
	TPC_NOTE_INDEX_MAP,
	TPC_NOTE_KERNEL_INFO,
	TPC_NOTE_EXPERIMENT,
	NULL,
};

struct tpc_object *tpc_object_new(enum tpc_cpu cpu)
{
	struct tpc_object *obj = calloc(1, sizeof(*obj));

	if (!obj)
		return NULL;
	obj->cpu = cpu;
	obj->has_metadata = true;
	tpc_metadata_init(&obj->metadata, cpu);
	return obj;
}

void tpc_object_free(struct tpc_object *obj)
{
	size_t i;

	if (!obj)
		return;
	for (i = 0; i < obj->num_syms; i++)
		free((char *)obj->syms[i].name);
	for (i = 0; i < obj->num_notes; i++)
		free((char *)obj->notes[i].text);
	free(obj->syms);
	free(obj->code);
	free(obj->source);
	free(obj->lines);
	free(obj);
}

int tpc_object_cpu(const struct tpc_object *obj)
{
	return obj->cpu;
}

const uint8_t *tpc_object_code(const struct tpc_object *obj, size_t *size)
{
	*size = obj->code_size;
	return obj->code;
}

int tpc_object_set_code(struct tpc_object *obj, const uint8_t *code,
			size_t size)
{
	uint8_t *copy;

	if (size % TPC_BUNDLE_BYTES || size > TPC_CODE_MAX)
		return -EINVAL;
	copy = malloc(size ? size : 1);
	if (!copy)
		return -ENOMEM;
	if (size)
		memcpy(copy, code, size);
	object_take_code(obj, copy, size);
	return 0;
}

void object_take_code(struct tpc_object *obj, uint8_t *code, size_t size)
{
	free(obj->code);
	obj->code = code;
	obj->code_size = size;
}

const struct tpc_metadata *tpc_object_metadata(const struct tpc_object *obj)
{
	return obj->has_metadata ? &obj->metadata : NULL;
}

void tpc_object_set_metadata(struct tpc_object *obj,
			     const struct tpc_metadata *md)
{
	obj->metadata = *md;
	obj->has_metadata = true;
}

size_t tpc_object_num_symbols(const struct tpc_object *obj)
{
	return obj->num_syms;
}

const struct tpc_symbol *tpc_object_symbol(const struct tpc_object *obj,
					   size_t i)
{
	return i < obj->num_syms ? &obj->syms[i] : NULL;
}

const struct tpc_symbol *tpc_object_find_symbol(const struct tpc_object *obj,
						const char *name)
{
	size_t i;

	for (i = 0; i < obj->num_syms; i++)
		if (!strcmp(obj->syms[i].name, name))
			return &obj->syms[i];
	return NULL;
}

static int grow_symbols(struct tpc_object *obj)
{
	size_t cap = obj->cap_syms ? 2 * obj->cap_syms : 16;
	struct tpc_symbol *syms;

	if (obj->num_syms < obj->cap_syms)
		return 0;
	syms = reallocarray(obj->syms, cap, sizeof(*syms));
	if (!syms)
		return -ENOMEM;
	obj->syms = syms;
	obj->cap_syms = cap;
	return 0;
}

int tpc_object_add_symbol(struct tpc_object *obj, const struct tpc_symbol *sym)
{
	struct tpc_symbol copy = *sym;

	if (!sym->name[0] || sym->value > TPC_CODE_MAX)
		return -EINVAL;
	if (grow_symbols(obj))
		return -ENOMEM;
	copy.name = strdup(sym->name);
	if (!copy.name)
		return -ENOMEM;
	obj->syms[obj->num_syms++] = copy;
	return 0;
}

size_t tpc_object_num_notes(const struct tpc_object *obj)
{
	return obj->num_notes;
}

const struct tpc_note *tpc_object_note(const struct tpc_object *obj, size_t i)
{
	return i < obj->num_notes ? &obj->notes[i] : NULL;
}

const struct tpc_note *tpc_object_find_note(const struct tpc_object *obj,
					    const char *section)
{
	size_t i;

	for (i = 0; i < obj->num_notes; i++)
		if (!strcmp(obj->notes[i].section, section))
			return &obj->notes[i];
	return NULL;
}

static const char *note_name(const char *section)
{
	const char *const *name;

	for (name = tpc_note_names; *name; name++)
		if (!strcmp(*name, section))
			return *name;
	return NULL;
}

int tpc_object_set_note(struct tpc_object *obj, const char *section,
			const char *text, size_t size)
{
	const char *name = note_name(section);
	struct tpc_note *note;
	char *copy;

	if (!name)
		return -EINVAL;
	copy = malloc(size + 1);
	if (!copy)
		return -ENOMEM;
	if (size)
		memcpy(copy, text, size);
	copy[size] = 0;
	note = (struct tpc_note *)tpc_object_find_note(obj, name);
	if (note)
		free((char *)note->text);
	else
		note = &obj->notes[obj->num_notes++];
	*note = (struct tpc_note){.section = name, .text = copy, .size = size};
	return 0;
}

const char *tpc_object_source(const struct tpc_object *obj)
{
	return obj->source;
}

int tpc_object_set_source(struct tpc_object *obj, const char *name)
{
	char *copy = strdup(name);

	if (!copy)
		return -ENOMEM;
	free(obj->source);
	obj->source = copy;
	return 0;
}

unsigned tpc_object_line(const struct tpc_object *obj, uint32_t offset)
{
	size_t i = offset / TPC_BUNDLE_BYTES;

	return i < obj->num_lines ? obj->lines[i] : 0;
}

int tpc_object_set_lines(struct tpc_object *obj, const uint32_t *lines,
			 size_t count)
{
	uint32_t *copy = malloc((count ? count : 1) * sizeof(*copy));

	if (!copy)
		return -ENOMEM;
	if (count)
		memcpy(copy, lines, count * sizeof(*copy));
	object_take_lines(obj, copy, count);
	return 0;
}

void object_take_lines(struct tpc_object *obj, uint32_t *lines, size_t count)
{
	free(obj->lines);
	obj->lines = lines;
	obj->num_lines = count;
}
