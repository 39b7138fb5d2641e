/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Assembly files: text to objects and back.
 *
 * docs/assembler.md describes the language. Functions use no global state;
 * calls on different objects and collectors may run at the same time.
 */
#ifndef TPC_ASM_H
#define TPC_ASM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "tpc/diag.h"
#include "tpc/isa.h"
#include "tpc/object.h"

#ifdef __cplusplus
extern "C" {
#endif

struct tpc_asm_options {
	enum tpc_cpu cpu;
	const char *name; /* of the text, for messages; not copied */

	/* Compresses bundles where that is possible (greco, gaudi2). */
	bool compress;
	/* Lines that come before the text (NAME = VALUE); may be NULL. */
	const char *defines;
	/*
	 * Finds what .include asks for: returns 0 with @path, @text and @size
	 * filled, which stay valid until @diags is printed, or a negative
	 * errno. NULL: nothing can be included.
	 */
	int (*include)(void *ctx, const char *name, const char **path,
		       const char **text, size_t *size);
	void *ctx; /* of @include */
	/* Receives a listing of the text with addresses and bytes, if not NULL;
	 * only when there are no errors. */
	FILE *listing;
};

/*
 * tpc_assemble() - assembles a text.
 * @text: @size bytes; need not end in a NUL.
 * @diags: receives errors and warnings, and gets @text as their source: print
 *	them before the text goes away. May be NULL.
 * @out: receives the object on success, to be freed with tpc_object_free().
 *
 * Returns 0, -EINVAL when the text has errors, -ENOTSUP when this build has no
 * tables for the generation, or -ENOMEM.
 */
int tpc_assemble(const char *text, size_t size,
		 const struct tpc_asm_options *options, struct tpc_diags *diags,
		 struct tpc_object **out);

struct tpc_disasm_options {
	enum tpc_cpu cpu;
	bool addresses; /* put the offset of every bundle before it */
	bool raw;	/* put the bytes of every bundle before it */
	/*
	 * Called before each bundle, behind its labels, or NULL. It may write
	 * whole lines of comments.
	 */
	void (*before)(void *ctx, uint32_t addr, FILE *out);
	void *ctx;
};

/*
 * tpc_disassemble() - writes the code of an object as assembly text.
 *
 * Every label of the object appears at its place; targets of jumps and loops
 * that have none get one (`.L` and the offset in hex). Bundles that no record
 * explains are written as data with the reason as a comment. Offsets and bytes
 * are comments, too, so the text always assembles to the same code.
 *
 * Returns 0, -ENOTSUP as above, -ENOMEM, or -EIO when @out has an error.
 */
int tpc_disassemble(const struct tpc_object *obj,
		    const struct tpc_disasm_options *options, FILE *out);

/*
 * tpc_print_metadata() - writes a metadata record as the text of a section
 * .tpc_metadata. tpc_print_note() - the same for a note; experiment headers
 * come without the empty lines that keep their numbers.
 *
 * Both return 0 or -EIO.
 */
int tpc_print_metadata(const struct tpc_metadata *md, FILE *out);
int tpc_print_note(const struct tpc_note *note, FILE *out);

#ifdef __cplusplus
}
#endif

#endif
