// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Lists and dumps the sections of an object. */
#include "sections.h"
#include "tool.h"

#include <ctype.h>
#include <libelf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct view {
	char *copy; /* libelf may write to its memory */
	Elf *elf;
	size_t names;
};

static int open_view(struct view *v, const void *bytes, size_t size)
{
	memset(v, 0, sizeof(*v));
	elf_version(EV_CURRENT);
	v->copy = malloc(size);
	if (v->copy)
		memcpy(v->copy, bytes, size);
	v->elf = v->copy ? elf_memory(v->copy, size) : NULL;
	if (v->elf && !elf_getshdrstrndx(v->elf, &v->names))
		return 0;
	tool_warn("the sections cannot be read");
	return -1;
}

static void close_view(struct view *v)
{
	elf_end(v->elf);
	free(v->copy);
}

static const char *section_name(struct view *v, Elf_Scn *scn)
{
	const char *name;

	name = elf_strptr(v->elf, v->names, elf32_getshdr(scn)->sh_name);
	return name ? name : "?";
}

int sections_list(const void *bytes, size_t size)
{
	Elf_Scn *scn = NULL;
	Elf32_Shdr *h;
	struct view v;
	int err;

	err = open_view(&v, bytes, size);
	if (!err) {
		printf("// Sections:\n");
		printf("Idx Size     Offset   Flags Name\n");
	}
	while (!err && (scn = elf_nextscn(v.elf, scn))) {
		h = elf32_getshdr(scn);
		printf("%3zu %08x %08x %c%c%c   %s\n", elf_ndxscn(scn),
		       h->sh_size, h->sh_offset,
		       h->sh_flags & SHF_ALLOC ? 'A' : '-',
		       h->sh_flags & SHF_WRITE ? 'W' : '-',
		       h->sh_flags & SHF_EXECINSTR ? 'X' : '-',
		       section_name(&v, scn));
	}
	close_view(&v);
	return err;
}

static void dump_row(const unsigned char *p, size_t offset, size_t len)
{
	size_t i;

	printf(" %04zx ", offset);
	for (i = 0; i < 16; i++) {
		if (i < len)
			printf("%02x", p[i]);
		else
			printf("  ");
		if (i % 4 == 3)
			putchar(' ');
	}
	putchar(' ');
	for (i = 0; i < len; i++)
		putchar(isprint(p[i]) ? p[i] : '.');
	putchar('\n');
}

static void dump_section(struct view *v, Elf_Scn *scn)
{
	Elf_Data *data = elf_rawdata(scn, NULL);
	size_t i, left;

	printf("Contents of section %s:\n", section_name(v, scn));
	for (i = 0; data && data->d_buf && i < data->d_size; i += 16) {
		left = data->d_size - i;
		dump_row((unsigned char *)data->d_buf + i, i,
			 left < 16 ? left : 16);
	}
}

int sections_dump(const void *bytes, size_t size, const char *name)
{
	Elf_Scn *scn = NULL;
	struct view v;
	size_t found = 0;
	int err;

	err = open_view(&v, bytes, size);
	while (!err && (scn = elf_nextscn(v.elf, scn))) {
		if (name && strcmp(name, section_name(&v, scn)))
			continue;
		found++;
		if (name || elf32_getshdr(scn)->sh_size)
			dump_section(&v, scn);
	}
	if (!err && name && !found) {
		tool_warn("there is no section '%s'", name);
		err = -1;
	}
	close_view(&v);
	return err;
}
