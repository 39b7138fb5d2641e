// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* The collector of diagnostics: keeps messages, prints them with a caret. */
#include "tpc/diag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* More of a source line is not shown. */
#define MAX_LINE 160

struct diag_file {
	struct diag_file *next;
	const char *text;
	size_t len;
	char *copy; /* of the text, or NULL */
	char name[];
};

struct tpc_diags {
	struct diag_file *files;
	struct tpc_diag kept[TPC_DIAGS_MAX];
	size_t count;
	unsigned errors, warnings, lost;
};

static const char *const severity_name[] = {
	[TPC_SEV_ERROR] = "error",
	[TPC_SEV_WARNING] = "warning",
	[TPC_SEV_NOTE] = "note",
};

struct tpc_diags *tpc_diags_new(void)
{
	return calloc(1, sizeof(struct tpc_diags));
}

void tpc_diags_free(struct tpc_diags *diags)
{
	struct diag_file *file, *next;
	size_t i;

	if (!diags)
		return;
	for (i = 0; i < diags->count; i++)
		free((char *)diags->kept[i].text);
	for (file = diags->files; file; file = next) {
		next = file->next;
		free(file->copy);
		free(file);
	}
	free(diags);
}

static struct diag_file *find_file(const struct tpc_diags *diags,
				   const char *name)
{
	struct diag_file *file;

	for (file = diags->files; file; file = file->next)
		if (!strcmp(file->name, name))
			return file;
	return NULL;
}

static struct diag_file *get_file(struct tpc_diags *diags, const char *name)
{
	struct diag_file *file = find_file(diags, name);
	size_t size = strlen(name) + 1;

	if (file)
		return file;
	file = calloc(1, sizeof(*file) + size);
	if (!file)
		return NULL;
	memcpy(file->name, name, size);
	file->next = diags->files;
	diags->files = file;
	return file;
}

int tpc_diags_set_source(struct tpc_diags *diags, const char *file,
			 const char *text, size_t len)
{
	struct diag_file *entry = get_file(diags, file);

	if (!entry)
		return -ENOMEM;
	entry->text = text;
	entry->len = len;
	return 0;
}

int tpc_diags_copy_source(struct tpc_diags *diags, const char *file,
			  const char *text, size_t len)
{
	struct diag_file *entry = get_file(diags, file);

	if (!entry)
		return -ENOMEM;
	if (entry->text)
		return 0;
	entry->copy = malloc(len + 1);
	if (!entry->copy)
		return -ENOMEM;
	memcpy(entry->copy, text, len);
	entry->text = entry->copy;
	entry->len = len;
	return 0;
}

static void count(struct tpc_diags *diags, enum tpc_severity severity)
{
	if (severity == TPC_SEV_ERROR)
		diags->errors++;
	else if (severity == TPC_SEV_WARNING)
		diags->warnings++;
}

void tpc_vdiag(struct tpc_diags *diags, enum tpc_severity severity,
	       struct tpc_loc loc, const char *fmt, va_list args)
{
	struct diag_file *file = NULL;
	char *text;

	if (!diags)
		return;
	count(diags, severity);
	if (diags->count == TPC_DIAGS_MAX) {
		diags->lost++;
		return;
	}
	if (loc.file) {
		file = get_file(diags, loc.file);
		if (!file)
			goto lost;
	}
	if (vasprintf(&text, fmt, args) < 0)
		goto lost;
	loc.file = file ? file->name : NULL;
	diags->kept[diags->count++] = (struct tpc_diag){
		.severity = severity,
		.loc = loc,
		.text = text,
	};
	return;
lost:
	diags->lost++;
}

void tpc_error(struct tpc_diags *diags, struct tpc_loc loc, const char *fmt,
	       ...)
{
	va_list args;

	va_start(args, fmt);
	tpc_vdiag(diags, TPC_SEV_ERROR, loc, fmt, args);
	va_end(args);
}

void tpc_warning(struct tpc_diags *diags, struct tpc_loc loc, const char *fmt,
		 ...)
{
	va_list args;

	va_start(args, fmt);
	tpc_vdiag(diags, TPC_SEV_WARNING, loc, fmt, args);
	va_end(args);
}

void tpc_note(struct tpc_diags *diags, struct tpc_loc loc, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	tpc_vdiag(diags, TPC_SEV_NOTE, loc, fmt, args);
	va_end(args);
}

unsigned tpc_diags_errors(const struct tpc_diags *diags)
{
	return diags ? diags->errors : 0;
}

unsigned tpc_diags_warnings(const struct tpc_diags *diags)
{
	return diags ? diags->warnings : 0;
}

int tpc_diags_full(const struct tpc_diags *diags)
{
	return diags && diags->count == TPC_DIAGS_MAX;
}

size_t tpc_diags_count(const struct tpc_diags *diags)
{
	return diags ? diags->count : 0;
}

const struct tpc_diag *tpc_diags_get(const struct tpc_diags *diags, size_t i)
{
	return i < tpc_diags_count(diags) ? &diags->kept[i] : NULL;
}

/* Index of the message that the i-th one belongs to. */
static size_t message_of(const struct tpc_diags *diags, size_t i)
{
	while (i && diags->kept[i].severity == TPC_SEV_NOTE)
		i--;
	return i;
}

static int comes_before(const struct tpc_loc *a, const struct tpc_loc *b)
{
	return a->line != b->line ? a->line < b->line : a->col < b->col;
}

/* A stable insertion sort: there are few messages, mostly in order. */
void tpc_diags_sort(struct tpc_diags *diags)
{
	struct tpc_diag sorted[TPC_DIAGS_MAX];
	size_t head[TPC_DIAGS_MAX], order[TPC_DIAGS_MAX], i, j;

	if (!diags)
		return;
	for (i = 0; i < diags->count; i++) {
		head[i] = message_of(diags, i);
		for (j = i;
		     j && comes_before(&diags->kept[head[i]].loc,
				       &diags->kept[head[order[j - 1]]].loc);
		     j--)
			order[j] = order[j - 1];
		order[j] = i;
	}
	for (i = 0; i < diags->count; i++)
		sorted[i] = diags->kept[order[i]];
	memcpy(diags->kept, sorted, diags->count * sizeof(*sorted));
}

/* Finds a line of a source text. Returns its start, NULL if there is none. */
static const char *source_line(const struct tpc_diags *diags,
			       const struct tpc_loc *loc, size_t *len)
{
	const struct diag_file *file;
	const char *p, *end, *eol;
	unsigned line;

	file = loc->file ? find_file(diags, loc->file) : NULL;
	if (!file || !file->text || !loc->line)
		return NULL;
	p = file->text;
	end = p + file->len;
	for (line = 1; line < loc->line; line++) {
		p = memchr(p, '\n', end - p);
		if (!p)
			return NULL;
		p++;
	}
	eol = memchr(p, '\n', end - p);
	*len = (eol ? eol : end) - p;
	if (*len && p[*len - 1] == '\r')
		--*len;
	return p;
}

/* Control bytes would move the caret or the terminal: shown as '?'. */
static void print_visible(const char *p, size_t len, FILE *out)
{
	for (; len; p++, len--)
		putc((unsigned char)*p < 0x20 && *p != '\t' ? '?' : *p, out);
}

/* Cuts a long line to what surrounds the place. */
static const char *cut_line(const char *p, size_t *len, unsigned *col)
{
	size_t skip;

	if (*len <= MAX_LINE)
		return p;
	skip = *col > MAX_LINE / 2 ? *col - 1 - MAX_LINE / 2 : 0;
	if (skip > *len - MAX_LINE)
		skip = *len - MAX_LINE;
	*len = MAX_LINE;
	*col = *col > skip ? *col - skip : 0;
	return p + skip;
}

/* Tabs stay tabs, so that the caret lands right in any terminal. */
static void print_caret(const char *p, size_t len, unsigned col, FILE *out)
{
	size_t i;

	for (i = 0; i + 1 < col; i++) {
		/* Later bytes of a UTF-8 character take no place. */
		if (i < len && ((unsigned char)p[i] & 0xc0) == 0x80)
			continue;
		putc(i < len && p[i] == '\t' ? '\t' : ' ', out);
	}
	fputs("^\n", out);
}

static void print_source(const struct tpc_diags *diags,
			 const struct tpc_loc *loc, FILE *out)
{
	unsigned col = loc->col;
	const char *p;
	size_t len;

	p = source_line(diags, loc, &len);
	if (!p)
		return;
	p = cut_line(p, &len, &col);
	print_visible(p, len, out);
	putc('\n', out);
	if (col)
		print_caret(p, len, col, out);
}

static void print_one(const struct tpc_diags *diags, const struct tpc_diag *d,
		      FILE *out)
{
	if (d->loc.file) {
		fprintf(out, "%s:", d->loc.file);
		if (d->loc.line)
			fprintf(out, "%u:", d->loc.line);
		if (d->loc.line && d->loc.col)
			fprintf(out, "%u:", d->loc.col);
		putc(' ', out);
	}
	fprintf(out, "%s: ", severity_name[d->severity]);
	print_visible(d->text, strlen(d->text), out);
	putc('\n', out);
	print_source(diags, &d->loc, out);
}

void tpc_diags_print(const struct tpc_diags *diags, FILE *out)
{
	size_t i;

	if (!diags)
		return;
	for (i = 0; i < diags->count; i++)
		print_one(diags, &diags->kept[i], out);
	if (diags->lost)
		fprintf(out, "%u more message%s not shown\n", diags->lost,
			diags->lost == 1 ? "" : "s");
}
