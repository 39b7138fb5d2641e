// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Line tables with libdw, whose module layer applies the relocations that a
 * relocatable object still has.
 */
#include "lines.h"
#include "tool.h"

#include <elfutils/libdwfl.h>

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct row {
	uint32_t addr;
	unsigned order; /* in the table */
	int line;
	unsigned file;
};

struct file {
	char *path;
	FILE *stream; /* NULL: cannot be read */
	long *start;  /* of line k + 1 */
	size_t count;
};

struct lines {
	struct row *rows;
	size_t count, cap, next;
	struct file *files;
	unsigned num_files;
	unsigned last_file;
	int last_line;
};

static const Dwfl_Callbacks callbacks = {
	.find_debuginfo = dwfl_standard_find_debuginfo,
	.section_address = dwfl_offline_section_address,
};

/* Where lines begin, so that they can be read in any order. */
static void index_file(struct file *file)
{
	size_t cap = 0;
	bool begin = true;
	long *start;
	int c;

	file->stream = fopen(file->path, "r");
	if (!file->stream)
		return;
	while ((c = getc(file->stream)) != EOF) {
		if (begin) {
			if (file->count == cap) {
				cap = cap ? 2 * cap : 64;
				start = reallocarray(file->start, cap,
						     sizeof(*start));
				if (!start)
					return;
				file->start = start;
			}
			file->start[file->count++] = ftell(file->stream) - 1;
		}
		begin = c == '\n';
	}
}

/* Number of a file, which is added if it is new; -1 when memory is short. */
static int find_file(struct lines *lines, const char *path)
{
	struct file *files;
	unsigned k;

	for (k = 0; k < lines->num_files; k++)
		if (!strcmp(lines->files[k].path, path))
			return (int)k;
	files = reallocarray(lines->files, k + 1, sizeof(*files));
	if (!files)
		return -1;
	lines->files = files;
	files[k] = (struct file){.path = strdup(path)};
	if (!files[k].path)
		return -1;
	lines->num_files++;
	index_file(&files[k]);
	return (int)k;
}

static int add_row(struct lines *lines, Dwarf_Addr addr, int line,
		   const char *path)
{
	size_t cap = lines->cap ? 2 * lines->cap : 256;
	int file = find_file(lines, path);
	struct row *rows;

	if (file < 0)
		return -1;
	if (lines->count == lines->cap) {
		rows = reallocarray(lines->rows, cap, sizeof(*rows));
		if (!rows)
			return -1;
		lines->rows = rows;
		lines->cap = cap;
	}
	lines->rows[lines->count] = (struct row){
		.addr = (uint32_t)addr,
		.order = (unsigned)lines->count,
		.line = line,
		.file = (unsigned)file,
	};
	lines->count++;
	return 0;
}

/* Turns an address into an offset in the code; false in other sections. */
static bool in_code(Dwfl_Module *module, Dwarf_Addr *addr)
{
	int index = dwfl_module_relocate_address(module, addr);
	const char *section;

	if (index < 0)
		return false;
	section = dwfl_module_relocation_info(module, (unsigned)index, NULL);
	return section && !strcmp(section, ".text") && *addr <= UINT32_MAX;
}

static int read_unit(struct lines *lines, Dwfl_Module *module, Dwarf_Die *unit,
		     Dwarf_Addr bias)
{
	Dwarf_Lines *table;
	Dwarf_Line *row;
	Dwarf_Addr addr;
	const char *path;
	size_t count, i;
	bool end;
	int line;

	if (dwarf_getsrclines(unit, &table, &count))
		return -1;
	for (i = 0; i < count; i++) {
		row = dwarf_onesrcline(table, i);
		if (!row || dwarf_lineaddr(row, &addr) ||
		    dwarf_lineno(row, &line) ||
		    dwarf_lineendsequence(row, &end))
			return -1;
		path = dwarf_linesrc(row, NULL, NULL);
		addr += bias;
		/* Line 0 is code that belongs to no line. */
		if (end || !path || line <= 0 || !in_code(module, &addr))
			continue;
		if (add_row(lines, addr, line, path))
			return -1;
	}
	return 0;
}

static int read_module(struct lines *lines, Dwfl_Module *module)
{
	Dwarf_Die *unit = NULL;
	Dwarf_Addr bias;

	if (!module)
		return -1;
	if (!dwfl_module_getdwarf(module, &bias))
		return 0; /* no debug information */
	while ((unit = dwfl_module_nextcu(module, unit, &bias)))
		if (read_unit(lines, module, unit, bias))
			return -1;
	return 0;
}

/* libdw reads files only: gives it one that is nowhere on disk. */
static int as_file(const void *bytes, size_t size)
{
	int fd = memfd_create("tpc-object", MFD_CLOEXEC);
	ssize_t done;

	while (fd >= 0 && size) {
		done = write(fd, bytes, size);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0) {
			close(fd);
			return -1;
		}
		bytes = (const char *)bytes + done;
		size -= (size_t)done;
	}
	return fd;
}

static int by_address(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->addr != y->addr)
		return x->addr < y->addr ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

int lines_read(const void *bytes, size_t size, const char *name,
	       struct lines **out)
{
	struct lines *lines = calloc(1, sizeof(*lines));
	Dwfl *dwfl = dwfl_begin(&callbacks);
	int fd = as_file(bytes, size), err = -1, number;

	/* The descriptor becomes dwfl's unless the report fails. */
	if (lines && dwfl && fd >= 0) {
		Dwfl_Module *module =
			dwfl_report_offline(dwfl, "object", name, fd);

		if (module)
			fd = -1;
		dwfl_report_end(dwfl, NULL, NULL);
		err = read_module(lines, module);
	}
	if (fd >= 0)
		close(fd);
	if (err) {
		number = dwfl_errno();
		tool_warn("%s: its line table cannot be read: %s", name,
			  number ? dwfl_errmsg(number) : strerror(ENOMEM));
		lines_free(lines);
		lines = NULL;
	} else if (lines->count) {
		qsort(lines->rows, lines->count, sizeof(*lines->rows),
		      by_address);
	}
	dwfl_end(dwfl);
	*out = lines;
	return err;
}

void lines_free(struct lines *lines)
{
	if (!lines)
		return;
	for (unsigned k = 0; k < lines->num_files; k++) {
		if (lines->files[k].stream)
			fclose(lines->files[k].stream);
		free(lines->files[k].path);
		free(lines->files[k].start);
	}
	free(lines->files);
	free(lines->rows);
	free(lines);
}

size_t lines_count(const struct lines *lines)
{
	return lines->count;
}

static void print_text(const struct file *file, int line, FILE *out)
{
	int c;

	if ((size_t)line > file->count ||
	    fseek(file->stream, file->start[line - 1], SEEK_SET))
		return;
	fputs(": ", out);
	while ((c = getc(file->stream)) != EOF && c != '\n')
		putc(c == '\r' || c == '\0' ? ' ' : c, out);
}

void lines_print(void *ctx, uint32_t addr, FILE *out)
{
	struct lines *lines = ctx;
	const struct row *row;
	const struct file *file;

	for (; lines->next < lines->count; lines->next++) {
		row = &lines->rows[lines->next];
		if (row->addr > addr)
			return;
		file = &lines->files[row->file];
		if (row->line == lines->last_line &&
		    row->file == lines->last_file)
			continue;
		if (!lines->last_line || row->file != lines->last_file)
			fprintf(out, "// %s\n", file->path);
		lines->last_line = row->line;
		lines->last_file = row->file;
		fprintf(out, "// %d", row->line);
		print_text(file, row->line, out);
		putc('\n', out);
	}
}
