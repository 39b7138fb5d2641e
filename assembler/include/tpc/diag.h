/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Diagnostics: places in source text, and a collector of messages about them.
 *
 * Parsers report into a collector instead of printing, so that a library call
 * never writes to stderr and a caller decides what to show. Printed form:
 *
 *	kernel.s:3:12: error: immediate 300 is out of range 0..255
 *	nop; add.f32 S0, S1, 300
 *	           ^
 *
 * A collector is used by one thread at a time; different collectors are
 * independent.
 */
#ifndef TPC_DIAG_H
#define TPC_DIAG_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A place in a text. Lines and columns count from 1; columns are bytes. Line 0
 * means the file as a whole, column 0 the line as a whole.
 */
struct tpc_loc {
	const char *file;
	unsigned line, col;
};

enum tpc_severity {
	TPC_SEV_ERROR,
	TPC_SEV_WARNING,
	TPC_SEV_NOTE, /* explains the message before it */
};

struct tpc_diag {
	enum tpc_severity severity;
	struct tpc_loc loc;
	const char *text; /* without place, severity and line end */
};

struct tpc_diags; /* opaque collector */

/* Messages kept by a collector; later ones are only counted. */
#define TPC_DIAGS_MAX 100

/*
 * tpc_diags_new() - an empty collector, NULL when memory is short.
 * tpc_diags_free() - frees it and all texts got from it. NULL is allowed.
 */
struct tpc_diags *tpc_diags_new(void);
void tpc_diags_free(struct tpc_diags *diags);

/*
 * tpc_diags_set_source() - gives the text of a file, so that printing can show
 * the lines in question.
 * @file: name as used in locations; copied.
 * @text: @len bytes, not copied: they must stay valid until the last print.
 *
 * Giving a name again replaces its text. Without a source, messages are
 * printed without the line. Returns 0 or -ENOMEM.
 */
int tpc_diags_set_source(struct tpc_diags *diags, const char *file,
			 const char *text, size_t len);

/*
 * tpc_diags_copy_source() - as above, for a text that will not stay: it is
 * copied, unless the file has a text already.
 */
int tpc_diags_copy_source(struct tpc_diags *diags, const char *file,
			  const char *text, size_t len);

/*
 * tpc_error(), tpc_warning(), tpc_note() - adds a message in printf style.
 *
 * The file name is copied. Messages start in lower case and have no full stop
 * and no line end. When memory is short the message is lost, but counted.
 * @diags may be NULL: the message is dropped.
 */
void tpc_error(struct tpc_diags *diags, struct tpc_loc loc, const char *fmt,
	       ...) __attribute__((format(printf, 3, 4)));
void tpc_warning(struct tpc_diags *diags, struct tpc_loc loc, const char *fmt,
		 ...) __attribute__((format(printf, 3, 4)));
void tpc_note(struct tpc_diags *diags, struct tpc_loc loc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void tpc_vdiag(struct tpc_diags *diags, enum tpc_severity severity,
	       struct tpc_loc loc, const char *fmt, va_list args)
	__attribute__((format(printf, 4, 0)));

/* Number of errors and of warnings added so far, kept or not. */
unsigned tpc_diags_errors(const struct tpc_diags *diags);
unsigned tpc_diags_warnings(const struct tpc_diags *diags);

/*
 * tpc_diags_full() - true when further messages would not be kept; a parser
 * may stop then.
 */
int tpc_diags_full(const struct tpc_diags *diags);

/*
 * tpc_diags_count() - number of kept messages.
 * tpc_diags_get() - one of them, in the order in which they were added, NULL
 * beyond the end. Valid until the collector changes.
 */
size_t tpc_diags_count(const struct tpc_diags *diags);
const struct tpc_diag *tpc_diags_get(const struct tpc_diags *diags, size_t i);

/*
 * tpc_diags_sort() - puts the kept messages into the order of their lines.
 * Notes stay behind their message. A parser with several passes calls it last.
 */
void tpc_diags_sort(struct tpc_diags *diags);

/*
 * tpc_diags_print() - writes all kept messages to @out, each followed by its
 * source line and a caret where the source is known, and the number of those
 * that were not kept.
 */
void tpc_diags_print(const struct tpc_diags *diags, FILE *out);

#ifdef __cplusplus
}
#endif

#endif
