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

/* A text that is read: the file, an included one, or an expansion. */
struct tpc_source {
	struct tpc_source *next; /* of all */
	const char *name;
	const char *text, *end;
	char *owned;	       /* name and text of an expansion */
	struct tpc_loc origin; /* what made it be read; line 0: the file */
	const struct tpc_source *parent;
	const char *verb; /* "expanded", "included" */
};

struct tpc_macro;

/* An .if that is open. */
struct tpc_condition {
	struct tpc_loc loc;
	bool outer;  /* the lines around it count */
	bool active; /* its lines count now */
	bool taken;  /* a branch has counted already */
	bool in_else;
	const struct tpc_source *source;
};

struct tpc_sym {
	const char *name; /* in the text */
	uint32_t len, hash;
	const char *file;
	unsigned line, col; /* of the definition; 0: not defined */
	uint32_t order;	    /* among the definitions */
	struct tpc_value value;
	size_t stmt; /* behind a label */
	bool label, global, function;
	const char *use_file;
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

/*
 * Meaning of a name from a statement on: a local label `7:`, or a register
 * after `acc .req V3`, which ends before statement @to.
 */
struct tpc_def {
	size_t from, to;
	uint32_t addr;
	uint32_t reg_len;
	const char *reg;
};

/* Definitions of one name in the order of the text. */
struct tpc_def_list {
	struct tpc_def *defs;
	size_t count;
};

/* Names that are defined more than once. */
struct tpc_names {
	struct tpc_symtab index; /* order: the list */
	struct tpc_def_list *lists;
	size_t num_lists;
};

void tpc_asm_free_names(struct tpc_names *names);

enum tpc_stmt_kind {
	TPC_STMT_BUNDLE,
	TPC_STMT_DATA,
	TPC_STMT_FLOAT,
	TPC_STMT_FILL,
	TPC_STMT_ZERO,
};

struct tpc_stmt {
	const char *text; /* without label and comment */
	const struct tpc_source *source;
	uint32_t len;
	uint32_t line, col;
	uint32_t addr, size;
	uint8_t kind;
	uint8_t unit; /* data: bytes of an item; fill: log2 of the alignment */
	bool half;    /* a compressed bundle */
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
	unsigned errors;
	bool out_of_memory;

	/* what is being read, or in the second pass, is being encoded */
	const struct tpc_source *source;
	struct tpc_source *sources; /* all, to be freed */
	unsigned depth;		    /* of expansions and includes */
	unsigned expansions;
	size_t expanded; /* bytes */

	/* first pass */
	unsigned line;
	const char *line_start;
	const char *next; /* behind the line */
	struct tpc_macro **macros;
	size_t num_macros;
	struct tpc_symtab macro_index; /* order: in macros */
	struct tpc_condition *conditions;
	size_t num_conditions;
	struct tpc_names locals, aliases;
	uint32_t definitions;
	bool in_comment;
	unsigned comment_line, comment_col;
	enum tpc_asm_section section;
	const char *note;	 /* section name while in TPC_SEC_NOTE */
	struct tpc_buf notes[2]; /* index map, kernel info */
	struct tpc_buf experiment;
	unsigned experiment_line; /* number of the line at its end */
	uint32_t addr;
	unsigned pair;		 /* compressed bundles that .pair still wants */
	struct tpc_loc pair_loc; /* of .pair */
	bool used_address;	 /* by an expression */
	struct tpc_symtab symtab;
	struct tpc_stmt *stmts;
	size_t num_stmts, cap_stmts;
	struct tpc_line_copy *copies;

	/* metadata as given by the text */
	struct tpc_metadata md;
	uint32_t md_seen[16]; /* per field: line of first sight */
	uint32_t md_bits[16]; /* per field: elements given */
	const char *md_file[16];

	/* second pass */
	uint32_t pc;
	size_t index; /* of the statement; in the first pass, of the next one */
	uint8_t *code;
	uint32_t *lines;
	bool given;		  /* both to the object, which frees them */
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

/* Register of a name that stands for one; NULL if it does not. */
const char *tpc_asm_alias(void *ctx, const char *name, size_t len,
			  size_t *reg_len);

/* First pass over a text. Errors are counted in @as. */
void tpc_asm_lines(struct tpc_asm *as, const struct tpc_source *source);

/*
 * Reads a text at the current place; it becomes part of @as. @owned is freed
 * with it and may be NULL. @c is what caused it, NULL: the file itself.
 */
int tpc_asm_read(struct tpc_cursor *c, struct tpc_asm *as, const char *name,
		 const char *text, size_t size, char *owned, const char *verb);
/* The line of the file that a place in @source comes from. */
unsigned tpc_source_line(const struct tpc_source *source, unsigned line);
/*
 * Notes about what made the current source be read. All messages go through
 * here: it gives the texts to the diagnostics.
 */
void tpc_asm_note_origin(struct tpc_asm *as);
/* Gives the text that @name stands for to the diagnostics. */
void tpc_asm_show_source(struct tpc_asm *as, const char *name);
void tpc_asm_free_sources(struct tpc_asm *as);

/* .include "file" */
int tpc_asm_include(struct tpc_cursor *c, unsigned arg);

/* Block directives: .macro, .rept, .irp; @arg: their enum tpc_block. */
enum tpc_block { TPC_BLOCK_MACRO, TPC_BLOCK_REPT, TPC_BLOCK_IRP };
int tpc_asm_block(struct tpc_cursor *c, unsigned arg);
/* .endm and .endr without a start. */
int tpc_asm_stray_end(struct tpc_cursor *c, unsigned arg);
/* Expands the macro @name; 0 if there is none, 1 if done, or -EINVAL. */
int tpc_asm_macro(struct tpc_cursor *c, const char *name, size_t len);
void tpc_asm_free_macros(struct tpc_asm *as);

/* .if and relatives; they also see lines that do not count. */
enum tpc_if { TPC_IF, TPC_IFDEF, TPC_IFNDEF, TPC_ELSEIF, TPC_ELSE, TPC_ENDIF };
int tpc_asm_if(struct tpc_cursor *c, unsigned arg);
/* Whether the line at @c counts; handles conditions among those that do not. */
bool tpc_asm_line_counts(struct tpc_cursor *c);
/* Reports conditions that are still open at the end of a text. */
void tpc_asm_check_conditions(struct tpc_asm *as);

/* NAME .req REGISTER, .unreq NAME */
int tpc_asm_req(struct tpc_cursor *c, const char *name, size_t len);
int tpc_asm_unreq(struct tpc_cursor *c, unsigned arg);

/* Local labels: `7:` and the value of `7b` or `7f`. */
int tpc_asm_local(struct tpc_cursor *c, const char *digits, size_t len);
int tpc_asm_find_local(const struct tpc_asm *as, const char *name, size_t len,
		       struct tpc_value *value);

/* Writes source lines with addresses and bytes. */
void tpc_asm_listing(const struct tpc_asm *as, FILE *out);

/* Parser of a statement that is a bundle. */
struct tpc_parser tpc_asm_parser(struct tpc_asm *as,
				 const struct tpc_stmt *stmt);

/* Between the passes: compresses bundles and moves what is behind them. */
void tpc_asm_compress(struct tpc_asm *as);

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
