/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The inside of an object, shared by its container, writer and reader. */
#ifndef TPC_LIB_OBJECT_PRIV_H
#define TPC_LIB_OBJECT_PRIV_H

#include "tpc/object.h"

/* Nothing of this is exported, whatever the linker map says. */
#pragma GCC visibility push(hidden)

#define TPC_MAX_NOTES 3

struct tpc_object {
	int cpu; /* enum tpc_cpu or -ENODATA */
	bool has_metadata;
	struct tpc_metadata metadata;
	uint8_t *code;
	size_t code_size;
	struct tpc_symbol *syms;
	size_t num_syms, cap_syms;
	struct tpc_note notes[TPC_MAX_NOTES];
	size_t num_notes;
	char *source;
	uint32_t *lines;
	size_t num_lines;
};

/* As tpc_object_set_code() and _lines(), but what is given is taken. */
void object_take_code(struct tpc_object *obj, uint8_t *code, size_t size);
void object_take_lines(struct tpc_object *obj, uint32_t *lines, size_t count);

/* Labels that stay out of files, as .L labels do elsewhere ($: LLVM). */
static inline bool tpc_symbol_is_private(const char *name)
{
	return name[0] == '$' || (name[0] == '.' && name[1] == 'L');
}

/* Sections known by name; a NULL-terminated list of the notes. */
extern const char *const tpc_note_names[TPC_MAX_NOTES + 1];

#pragma GCC visibility pop

#endif
