/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * TPC objects: the code of a kernel with its labels, its metadata and its
 * notes, in memory and as an ELF file.
 *
 * The file form is what existing loaders of TPC kernels read: a relocatable
 * ELF32 little-endian file with machine number EM_386 (the architecture has no
 * number of its own), code in `.text`, a metadata record of 262 bytes in
 * `.tpc_metadata` (LLVM llvm/include/llvm/Target/TPCMetadataSection.h, SYN
 * external_includes/tpc_elf_api.hpp), labels in `.symtab`, and text notes.
 *
 * Different objects are independent. One object may be read by several threads
 * at a time, and changed by one when no other uses it. Nothing got from an
 * object outlives it or a change of the part in question.
 */
#ifndef TPC_OBJECT_H
#define TPC_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "tpc/diag.h"
#include "tpc/isa.h"

#ifdef __cplusplus
extern "C" {
#endif

struct tpc_object;

/* Section names. The last three hold text and are not loaded. */
#define TPC_SECTION_TEXT     ".text"
#define TPC_SECTION_METADATA ".tpc_metadata"
#define TPC_NOTE_INDEX_MAP   ".IndexMap"
#define TPC_NOTE_KERNEL_INFO ".KernelInfo"
#define TPC_NOTE_EXPERIMENT  ".tpc_experiment"

#define TPC_METADATA_BYTES	 262
#define TPC_METADATA_VERSION	 12 /* written; read: 3 and later */
#define TPC_METADATA_VERSION_MIN 3
#define TPC_METADATA_TENSORS	 16

/* What a loader must know about a kernel. Flags are 0 or 1. */
struct tpc_metadata {
	uint32_t version;
	uint16_t march;	    /* generation number, tpc_cpu_march() */
	uint16_t scalar_ld; /* bit i: tensor i is read by scalar loads */
	uint16_t rmw_store; /* bit i: tensor i is written by RMW stores */
	uint8_t special_function_used; /* look-up tables take part of VLM */
	uint8_t printf_used;
	uint8_t lock_unlock;
	uint8_t mmio_used;
	uint8_t params_num; /* scalar parameters */
	uint8_t printf_tensor_id;
	uint8_t number_of_threads; /* 1..4 */
	uint8_t direct_mmio_access;
	uint8_t dnorm;
};

/*
 * tpc_metadata_init() - the defaults for a generation: current version, its
 * march number, one thread, everything else 0.
 *
 * tpc_metadata_pack() - the record as bytes. Fields that are newer than
 * @md->version are written as zero.
 *
 * tpc_metadata_unpack() - the record from bytes. Returns 0, or -EINVAL with a
 * sentence in @why (may be NULL) for a wrong size, an unknown version, or a
 * value out of range.
 */
void tpc_metadata_init(struct tpc_metadata *md, enum tpc_cpu cpu);
void tpc_metadata_pack(const struct tpc_metadata *md,
		       uint8_t bytes[TPC_METADATA_BYTES]);
int tpc_metadata_unpack(struct tpc_metadata *md, const uint8_t *bytes,
			size_t size, char *why, size_t why_size);

/* A label: a place in the code. */
struct tpc_symbol {
	const char *name;
	uint32_t value; /* byte offset in the code */
	bool global;
	bool function;
};

/* A section of text, for example the experiment headers. */
struct tpc_note {
	const char *section;
	const char *text; /* @size bytes, followed by a NUL */
	size_t size;
};

/*
 * tpc_object_new() - an object without code, with default metadata.
 * Returns NULL when memory is short.
 */
struct tpc_object *tpc_object_new(enum tpc_cpu cpu);
void tpc_object_free(struct tpc_object *obj); /* NULL is allowed */

/*
 * tpc_object_cpu() - the generation, -ENODATA for an object that was read
 * from a file without metadata.
 */
int tpc_object_cpu(const struct tpc_object *obj);

/* The code: bundles of TPC_BUNDLE_BYTES bytes. @size receives its bytes. */
const uint8_t *tpc_object_code(const struct tpc_object *obj, size_t *size);

/*
 * tpc_object_set_code() - replaces the code by a copy of @size bytes.
 * Returns 0, -EINVAL for a size that is no multiple of TPC_BUNDLE_BYTES or
 * exceeds TPC_CODE_MAX, or -ENOMEM.
 */
#define TPC_CODE_MAX (1u << 30) /* keeps every offset in ELF32 */
int tpc_object_set_code(struct tpc_object *obj, const uint8_t *code,
			size_t size);

/* NULL for an object that was read from a file without metadata. */
const struct tpc_metadata *tpc_object_metadata(const struct tpc_object *obj);
void tpc_object_set_metadata(struct tpc_object *obj,
			     const struct tpc_metadata *md);

/*
 * Labels, in the order of definition; in an object read from a file, in its
 * order. tpc_object_find_symbol() finds one by name, NULL if there is none.
 * tpc_object_add_symbol() adds a copy; returns 0, -EINVAL for an empty name or
 * a value beyond TPC_CODE_MAX, or -ENOMEM.
 */
size_t tpc_object_num_symbols(const struct tpc_object *obj);
const struct tpc_symbol *tpc_object_symbol(const struct tpc_object *obj,
					   size_t i);
const struct tpc_symbol *tpc_object_find_symbol(const struct tpc_object *obj,
						const char *name);
int tpc_object_add_symbol(struct tpc_object *obj, const struct tpc_symbol *sym);

/*
 * Notes. tpc_object_find_note() gives NULL if the object has none of that
 * name. tpc_object_set_note() replaces or adds one by a copy; returns 0,
 * -EINVAL for a name that is not one of TPC_NOTE_*, or -ENOMEM.
 *
 * The text of TPC_NOTE_EXPERIMENT has the line numbers of the source: lines of
 * the source that are no experiment lines are empty lines in it.
 */
size_t tpc_object_num_notes(const struct tpc_object *obj);
const struct tpc_note *tpc_object_note(const struct tpc_object *obj, size_t i);
const struct tpc_note *tpc_object_find_note(const struct tpc_object *obj,
					    const char *section);
int tpc_object_set_note(struct tpc_object *obj, const char *section,
			const char *text, size_t size);

/*
 * tpc_object_source() - name of the source file as given to the assembler,
 * NULL if unknown. tpc_object_set_source() returns 0 or -ENOMEM.
 */
const char *tpc_object_source(const struct tpc_object *obj);
int tpc_object_set_source(struct tpc_object *obj, const char *name);

/*
 * tpc_object_line() - number of the source line of the bundle at a byte
 * offset, 0 if unknown (always for an object that was read from a file: ELF
 * files carry no line table).
 * tpc_object_set_lines() - copies @count line numbers, one a bundle. Returns 0
 * or -ENOMEM.
 */
unsigned tpc_object_line(const struct tpc_object *obj, uint32_t offset);
int tpc_object_set_lines(struct tpc_object *obj, const uint32_t *lines,
			 size_t count);

/*
 * tpc_object_write() - the object as an ELF file in memory.
 * @bytes: receives the file, to be freed with free().
 *
 * The same object gives the same bytes. Returns 0, -ENOMEM, or -EIO when
 * libelf fails; outputs are written only on success.
 */
int tpc_object_write(const struct tpc_object *obj, uint8_t **bytes,
		     size_t *size);

/*
 * tpc_object_save() - the same bytes to a file, from where it stands. Returns
 * 0, -ENOMEM, -EIO when libelf fails, or what writing gave; what is buffered in
 * @file may fail later.
 */
int tpc_object_save(const struct tpc_object *obj, FILE *file);

/*
 * tpc_object_read() - an object from the bytes of an ELF file.
 * @name: the file's name, for messages.
 * @diags: receives what is wrong; may be NULL.
 *
 * Sections that have no meaning here (debug information, comments) are
 * skipped. Returns 0 with @out set, to be freed with tpc_object_free(),
 * -ENOEXEC for a file that is no TPC object, -EINVAL for a broken one, or
 * -ENOMEM.
 */
int tpc_object_read(const void *bytes, size_t size, const char *name,
		    struct tpc_diags *diags, struct tpc_object **out);

#ifdef __cplusplus
}
#endif

#endif
