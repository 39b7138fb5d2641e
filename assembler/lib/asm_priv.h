/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The inside of the file-level assembler. The first pass splits the text into
 * statements, gives them addresses and collects symbols; the second one turns
 * bundles and data into bytes. Nothing is copied out of the text but lines
 * with a comment in the middle.
 */
#ifndef TPC_LIB_ASM_PRIV_H
#define TPC_LIB_ASM_PRIV_H

#include "expr.h"
#include "metadata.h"
#include "tpc/asm.h"

/* Nothing of this is exported, whatever the linker map says. */
#pragma GCC visibility push(hidden)

struct tpc_sym {
	const char *name; /* in the text */
	uint32_t len, hash;
	unsigned line, col; /* of the definition; 0: not defined */
	struct tpc_value value;
	bool label, global, function;
	unsigned use_line, use_col; /* of .globl or .type */
};

/* Symbols in the order of appearance with a hash index over them. */
struct tpc_symtab {
	struct tpc_sym *syms;
	size_t count, cap;
	uint32_t *slots;  /* number of a symbol plus 1 */
	size_t num_slots; /* power of two */
};

/* Finds a symbol; NULL if there is none. */
struct tpc_sym *tpc_symtab_find(const struct tpc_symtab *tab, const char *name,
				size_t len);
/* Finds a symbol or adds one that is not defined. NULL: out of memory. */
struct tpc_sym *tpc_symtab_get(struct tpc_symtab *tab, const char *name,
			       size_t len);
void tpc_symtab_free(struct tpc_symtab *tab);

enum tpc_stmt_kind { TPC_STMT_BUNDLE, TPC_STMT_DATA, TPC_STMT_FILL };

struct tpc_stmt {
	const char *text; /* without label and comment */
	uint32_t len;
	uint32_t line, col;
	uint32_t addr, size;
	uint8_t kind;
	uint8_t unit; /* data: bytes of an item */
};

enum tpc_asm_section { TPC_SEC_TEXT, TPC_SEC_METADATA, TPC_SEC_NOTE };

/* Text that grows. */
struct tpc_buf {
	char *text;
	size_t size, cap;
};

int tpc_buf_add(struct tpc_buf *buf, const char *text, size_t size);

/* A line with a comment cut out of its middle. */
struct tpc_line_copy {
	struct tpc_line_copy *next;
	char text[];
};

struct tpc_asm {
	const struct tpc_asm_options *options;
	const struct tpc_isa *isa;
	struct tpc_diags *diags;
	const char *end; /* of the whole text */
	unsigned errors;
	bool out_of_memory;

	/* first pass */
	unsigned line;
	const char *line_start;
	bool in_comment;
	unsigned comment_line, comment_col;
	enum tpc_asm_section section;
	const char *note;	 /* section name while in TPC_SEC_NOTE */
	struct tpc_buf notes[2]; /* index map, kernel info */
	struct tpc_buf experiment;
	unsigned experiment_line; /* number of the line at its end */
	uint32_t addr;
	struct tpc_symtab symtab;
	struct tpc_stmt *stmts;
	size_t num_stmts, cap_stmts;
	struct tpc_line_copy *copies;

	/* metadata as given by the text */
	struct tpc_metadata md;
	uint32_t md_seen[16]; /* per field: line of first sight */
	uint32_t md_bits[16]; /* per field: elements given */

	/* second pass */
	uint32_t pc;
	uint8_t *code;
	uint32_t *lines;
	struct tpc_metadata used; /* what the code says about itself */
};

/* Part of a line: [p, end) with the place of p. */
struct tpc_cursor {
	struct tpc_asm *as;
	const char *p, *end;
	unsigned line, col; /* of start */
	const char *start;
	const char *word; /* directive or field that the line is about */
};

struct tpc_loc tpc_cursor_loc(const struct tpc_cursor *c, const char *at);
void tpc_cursor_blanks(struct tpc_cursor *c);
/* Reads an identifier; 0 and nothing read if there is none. */
size_t tpc_cursor_ident(struct tpc_cursor *c, const char **name);
/* Reports an error unless only blanks are left. */
int tpc_cursor_end(struct tpc_cursor *c);
/* Evaluates an expression; reports errors. */
int tpc_cursor_expr(struct tpc_cursor *c, struct tpc_value *value);
/* Evaluates a plain number in a range; @what names it in messages. */
int tpc_cursor_number(struct tpc_cursor *c, const char *what, int64_t min,
		      int64_t max, int64_t *num);

/* Counts and reports an error. Returns -EINVAL. */
int tpc_asm_error(struct tpc_asm *as, struct tpc_loc loc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
int tpc_asm_nomem(struct tpc_asm *as);

/* Symbol look-up for expressions; @ctx is a struct tpc_asm. */
int tpc_asm_resolve(void *ctx, const char *name, size_t len,
		    struct tpc_value *value);

/* First pass over the whole text. Errors are counted in @as. */
void tpc_asm_lines(struct tpc_asm *as, const char *text);

/* Second pass over all statements. Errors are counted in @as. */
void tpc_asm_emit(struct tpc_asm *as);

/* Adds a statement of @size bytes at the current address. */
int tpc_asm_add(struct tpc_cursor *c, enum tpc_stmt_kind kind, uint32_t size,
		unsigned unit);

/* A line starting with a directive; @c stands behind its @name. */
int tpc_asm_directive(struct tpc_cursor *c, const char *name, size_t len);

/* `name = value`; @at is the place of the name. */
int tpc_asm_set(struct tpc_cursor *c, const char *name, size_t len);

/* A line of the section .tpc_metadata. */
int tpc_asm_metadata_line(struct tpc_cursor *c);

/* A line of a note section. Returns 1 if the line does not belong to it. */
int tpc_asm_note_line(struct tpc_cursor *c);

/* Checks and completes the metadata; fills @md. */
int tpc_asm_metadata_finish(struct tpc_asm *as, struct tpc_metadata *md);

/* Learns from a bundle what the metadata say about the code. */
void tpc_asm_metadata_learn(struct tpc_asm *as,
			    const struct tpc_bundle *bundle);

#pragma GCC visibility pop

#endif
