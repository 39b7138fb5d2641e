/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The text of one bundle: parsing and printing.
 *
 *	ld_tnsr V1, 0x2, I4; add.i32 b00001 I4, 0x1, I4; mac.f32 V2, V1, S3, SP5
 *
 * Slots stand in the order LOAD; SPU; VPU; STORE, missing ones are NOP. LOOP
 * and HALT may stand alone. Mnemonics, registers and switches are not case
 * sensitive. A switch may be a suffix (.rz), stand before the operands or
 * after them, alone or as name=value. Labels, comments and directives belong
 * to the file level (tpc/asm.h).
 *
 * Printed text is canonical (lower case, immediates as 32-bit hexadecimal
 * numbers) and parses back to the same bytes.
 *
 * All functions are thread-safe as far as their arguments are independent, and
 * allocate nothing but messages in the collector.
 */
#ifndef TPC_TEXT_H
#define TPC_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tpc/diag.h"
#include "tpc/isa.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A value of an expression. @labels counts how many times a code address was
 * added minus how often one was subtracted: 0 is a plain number (also label -
 * label), 1 is an address in the code section.
 */
struct tpc_value {
	int64_t num;
	int labels;
};

/*
 * tpc_resolve_fn - looks up a symbol; the name `.` is the address of the
 * current bundle, `7b` and `7f` are the labels `7:` before and behind it.
 * Returns 0 with @value filled, or -ENOENT.
 */
typedef int (*tpc_resolve_fn)(void *ctx, const char *name, size_t len,
			      struct tpc_value *value);

/*
 * tpc_alias_fn - the register that a name stands for, as text of @reg_len
 * bytes; NULL if it stands for none. The text must stay valid during the call.
 */
typedef const char *(*tpc_alias_fn)(void *ctx, const char *name, size_t len,
				    size_t *reg_len);

/* Where a text stands and what its symbols mean. */
struct tpc_parser {
	const struct tpc_isa *isa;
	struct tpc_diags *diags; /* may be NULL */
	const char *file;	 /* for messages */
	unsigned line;
	uint32_t pc;		/* address of the bundle, for jump distances */
	tpc_resolve_fn resolve; /* may be NULL: no symbols */
	tpc_alias_fn alias;	/* may be NULL: no names for registers */
	void *ctx;		/* of both */
};

/*
 * tpc_parse_bundle() - reads the text of one bundle.
 * @text: @len bytes, not terminated, without label, comment and line end.
 * @col: column of text[0] in its line (from 1), for messages.
 * @bundle: filled on success.
 *
 * Returns 0, or -EINVAL with at least one error in @p->diags that names place,
 * token and what would be legal.
 */
int tpc_parse_bundle(const struct tpc_parser *p, const char *text, size_t len,
		     unsigned col, struct tpc_bundle *bundle);

/*
 * tpc_label_fn - name of a code address, NULL if it has none.
 * The name must stay valid until the printing function returns.
 */
typedef const char *(*tpc_label_fn)(void *ctx, uint32_t addr);

struct tpc_printer {
	const struct tpc_isa *isa;
	uint32_t pc;	    /* address of the bundle */
	tpc_label_fn label; /* may be NULL: targets are printed as .+0x40 */
	void *ctx;	    /* of @label */
};

/* Longest text of a bundle with its terminator, label names not counted. */
#define TPC_BUNDLE_TEXT_MAX 640

/*
 * tpc_print_bundle(), tpc_print_op() - canonical text of a bundle or of one of
 * its operations.
 *
 * Writes at most @size bytes with the terminator. Returns the length of the
 * whole text without the terminator, as snprintf() does.
 */
int tpc_print_bundle(const struct tpc_printer *p,
		     const struct tpc_bundle *bundle, char *buf, size_t size);
int tpc_print_op(const struct tpc_printer *p, const struct tpc_op *op,
		 char *buf, size_t size);

/*
 * tpc_op_target() - place where a jump continues or a loop ends.
 * @pc: address of the operation's bundle.
 * @addr: for JMPR and JMPA with an immediate the target, for LOOP the address
 * behind the last bundle of the body, where assembly text has the label.
 *
 * Returns false for operations without such a target.
 */
bool tpc_op_target(const struct tpc_op *op, uint32_t pc, int64_t *addr);

/*
 * tpc_text_is_register() - whether a name is a register of any generation
 * (S3, SP3, LFSR ...) and so cannot be a label. Case is ignored.
 */
bool tpc_text_is_register(const char *name, size_t len);

#ifdef __cplusplus
}
#endif

#endif
