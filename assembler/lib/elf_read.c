// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Objects as ELF files: the reader. Every offset, size and index is checked
 * against the file before it is used, whatever libelf checks itself.
 */
#include "object_priv.h"

#include <elf.h>
#include <errno.h>
#include <libelf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
	const char *name; /* of the file */
	size_t size;
	struct tpc_diags *diags;
	struct tpc_object *obj;
	Elf *elf;
	Elf32_Ehdr *ehdr;
	size_t names;	     /* index of the section name table */
	size_t text, symtab; /* section indices, 0: none */
};

static __attribute__((format(printf, 3, 4))) int fail(struct reader *r, int err,
						      const char *fmt, ...)
{
	struct tpc_loc loc = {.file = r->name};
	va_list args;

	va_start(args, fmt);
	tpc_vdiag(r->diags, TPC_SEV_ERROR, loc, fmt, args);
	va_end(args);
	return err;
}

static int out_of_memory(struct reader *r)
{
	return fail(r, -ENOMEM, "out of memory");
}

/* Looks at the identification bytes, before libelf does. */
static int check_ident(struct reader *r, const unsigned char *id)
{
	if (r->size < EI_NIDENT || memcmp(id, ELFMAG, SELFMAG))
		return fail(r, -ENOEXEC, "not an ELF file");
	if (id[EI_CLASS] != ELFCLASS32)
		return fail(
			r, -ENOEXEC,
			"ELF class %u, but TPC objects are 32-bit (class 1)",
			id[EI_CLASS]);
	if (id[EI_DATA] != ELFDATA2LSB)
		return fail(r, -ENOEXEC,
			    "ELF data encoding %u, but TPC objects are "
			    "little-endian (encoding 1)",
			    id[EI_DATA]);
	if (r->size < sizeof(Elf32_Ehdr))
		return fail(r, -EINVAL,
			    "truncated: %zu bytes are less than an ELF header",
			    r->size);
	return 0;
}

static int check_header(struct reader *r)
{
	Elf32_Ehdr *h = elf32_getehdr(r->elf);
	uint64_t end;

	if (!h)
		return fail(r, -EINVAL, "bad ELF header: %s", elf_errmsg(-1));
	r->ehdr = h;
	if (h->e_machine != EM_386)
		return fail(r, -ENOEXEC,
			    "ELF machine %u, but TPC objects have %u (EM_386)",
			    h->e_machine, EM_386);
	if (h->e_type != ET_REL)
		return fail(r, -ENOEXEC,
			    "ELF type %u, but TPC objects are relocatable "
			    "files (type %u)",
			    h->e_type, ET_REL);
	if (h->e_version != EV_CURRENT)
		return fail(r, -EINVAL, "ELF version %u is unknown",
			    h->e_version);
	if (!h->e_shnum || h->e_shentsize != sizeof(Elf32_Shdr))
		return fail(r, -EINVAL,
			    "%u section headers of %u bytes: a TPC object has "
			    "some, of %zu bytes",
			    h->e_shnum, h->e_shentsize, sizeof(Elf32_Shdr));
	end = (uint64_t)h->e_shoff + (uint64_t)h->e_shnum * h->e_shentsize;
	if (h->e_shoff < sizeof(Elf32_Ehdr) || end > r->size)
		return fail(r, -EINVAL,
			    "truncated: section headers end at byte %llu, the "
			    "file at %zu",
			    (unsigned long long)end, r->size);
	/* libelf hands out pointers into the file. */
	if (h->e_shoff % sizeof(Elf32_Word))
		return fail(r, -EINVAL,
			    "section headers are at byte %u, which is no "
			    "multiple of %zu",
			    h->e_shoff, sizeof(Elf32_Word));
	if (!h->e_shstrndx || h->e_shstrndx >= h->e_shnum)
		return fail(r, -EINVAL,
			    "section name table %u is out of range 1..%u",
			    h->e_shstrndx, h->e_shnum - 1);
	r->names = h->e_shstrndx;
	return 0;
}

/* The header of a section, with its place in the file checked. */
static Elf32_Shdr *get_section(struct reader *r, size_t index)
{
	Elf_Scn *scn = elf_getscn(r->elf, index);
	Elf32_Shdr *h = scn ? elf32_getshdr(scn) : NULL;

	if (!h) {
		fail(r, -EINVAL, "section %zu: bad header", index);
		return NULL;
	}
	if (h->sh_type == SHT_NOBITS || h->sh_type == SHT_NULL)
		return h;
	if (h->sh_offset > r->size || h->sh_size > r->size - h->sh_offset) {
		fail(r, -EINVAL,
		     "truncated: section %zu has bytes %u..%llu, the file ends "
		     "at %zu",
		     index, h->sh_offset,
		     (unsigned long long)h->sh_offset + h->sh_size, r->size);
		return NULL;
	}
	return h;
}

/* Bytes of a section. The result is NULL only after a message. */
static const uint8_t *get_bytes(struct reader *r, size_t index, size_t *size)
{
	Elf32_Shdr *h = get_section(r, index);
	Elf_Data *data;

	if (!h)
		return NULL;
	if (h->sh_type != SHT_PROGBITS && h->sh_type != SHT_STRTAB) {
		fail(r, -EINVAL, "section %zu has type %u, %u is expected",
		     index, h->sh_type, SHT_PROGBITS);
		return NULL;
	}
	data = elf_rawdata(elf_getscn(r->elf, index), NULL);
	if (!data || data->d_size != h->sh_size) {
		fail(r, -EINVAL, "section %zu cannot be read: %s", index,
		     elf_errmsg(-1));
		return NULL;
	}
	*size = data->d_size;
	return data->d_size ? data->d_buf : (const uint8_t *)"";
}

/* A string of a string table, NULL if it is not one that ends inside it. */
static const char *get_string(struct reader *r, size_t table, size_t offset)
{
	const uint8_t *bytes;
	size_t size;

	bytes = get_bytes(r, table, &size);
	if (!bytes || offset >= size ||
	    !memchr(bytes + offset, 0, size - offset))
		return NULL;
	return (const char *)bytes + offset;
}

static int read_text(struct reader *r, size_t index)
{
	const uint8_t *bytes;
	size_t size;
	int err;

	if (r->text)
		return fail(r, -EINVAL, "sections %zu and %zu are both .text",
			    r->text, index);
	bytes = get_bytes(r, index, &size);
	if (!bytes)
		return -EINVAL;
	if (size % TPC_BUNDLE_BYTES)
		return fail(r, -EINVAL,
			    ".text has %zu bytes, which is no multiple of %d",
			    size, TPC_BUNDLE_BYTES);
	if (size > TPC_CODE_MAX)
		return fail(r, -EINVAL,
			    ".text has %zu bytes, more than the limit of %u",
			    size, TPC_CODE_MAX);
	err = tpc_object_set_code(r->obj, bytes, size);
	if (err)
		return out_of_memory(r);
	r->text = index;
	return 0;
}

static int read_metadata(struct reader *r, size_t index)
{
	struct tpc_metadata md;
	const uint8_t *bytes;
	char why[128];
	size_t size;
	int cpu;

	if (r->obj->has_metadata)
		return fail(r, -EINVAL, "more than one section .tpc_metadata");
	bytes = get_bytes(r, index, &size);
	if (!bytes)
		return -EINVAL;
	if (tpc_metadata_unpack(&md, bytes, size, why, sizeof(why)))
		return fail(r, -EINVAL, ".tpc_metadata: %s", why);
	tpc_object_set_metadata(r->obj, &md);
	/* Before version 5 the record does not say. */
	if (md.version < 5)
		return 0;
	cpu = tpc_cpu_by_march(md.march);
	if (cpu < 0)
		return fail(
			r, -EINVAL,
			".tpc_metadata: march %u is no generation known here",
			md.march);
	r->obj->cpu = cpu;
	return 0;
}

static int read_note(struct reader *r, size_t index, const char *name)
{
	const uint8_t *bytes;
	size_t size;

	if (tpc_object_find_note(r->obj, name))
		return fail(r, -EINVAL, "more than one section %s", name);
	bytes = get_bytes(r, index, &size);
	if (!bytes)
		return -EINVAL;
	if (tpc_object_set_note(r->obj, name, (const char *)bytes, size))
		return out_of_memory(r);
	return 0;
}

static bool is_note(const char *name)
{
	const char *const *note;

	for (note = tpc_note_names; *note; note++)
		if (!strcmp(*note, name))
			return true;
	return false;
}

static int read_section(struct reader *r, size_t index)
{
	Elf32_Shdr *h = get_section(r, index);
	const char *name;

	if (!h)
		return -EINVAL;
	name = get_string(r, r->names, h->sh_name);
	if (!name)
		return fail(r, -EINVAL, "section %zu has no valid name", index);
	if (!strcmp(name, TPC_SECTION_TEXT))
		return read_text(r, index);
	if (!strcmp(name, TPC_SECTION_METADATA))
		return read_metadata(r, index);
	if (is_note(name))
		return read_note(r, index, name);
	if (h->sh_type != SHT_SYMTAB)
		return 0;
	if (r->symtab)
		return fail(r, -EINVAL,
			    "sections %zu and %zu are both symbol tables",
			    r->symtab, index);
	r->symtab = index;
	return 0;
}

/* Code is position-independent: there is nothing to relocate in it. */
static int check_relocations(struct reader *r, size_t index)
{
	Elf32_Shdr *h = get_section(r, index);

	if (!h)
		return -EINVAL;
	if ((h->sh_type != SHT_REL && h->sh_type != SHT_RELA) || !h->sh_size ||
	    h->sh_info != r->text)
		return 0;
	return fail(r, -EINVAL,
		    "section %zu has relocations for .text, which are not "
		    "supported",
		    index);
}

static int read_symbol(struct reader *r, const Elf32_Sym *sym, size_t i,
		       size_t strtab)
{
	unsigned type = ELF32_ST_TYPE(sym->st_info);
	struct tpc_symbol label;
	const char *name;

	if (type != STT_FILE &&
	    (sym->st_shndx != r->text || type == STT_SECTION))
		return 0;
	name = get_string(r, strtab, sym->st_name);
	if (!name || !*name)
		return fail(r, -EINVAL, "symbol %zu has no valid name", i);
	if (type == STT_FILE) {
		if (tpc_object_set_source(r->obj, name))
			return out_of_memory(r);
		return 0;
	}
	if (sym->st_value > r->obj->code_size)
		return fail(r, -EINVAL,
			    "symbol '%s' is at byte %u, .text ends at %zu",
			    name, sym->st_value, r->obj->code_size);
	label = (struct tpc_symbol){
		.name = name,
		.value = sym->st_value,
		.global = ELF32_ST_BIND(sym->st_info) != STB_LOCAL,
		.function = type == STT_FUNC,
	};
	if (tpc_object_add_symbol(r->obj, &label))
		return out_of_memory(r);
	return 0;
}

static int read_symbols(struct reader *r)
{
	Elf32_Shdr *h, *str;
	Elf_Data *data;
	Elf32_Sym sym;
	size_t i, n;
	int err = 0;

	if (!r->symtab)
		return 0;
	h = get_section(r, r->symtab);
	if (!h)
		return -EINVAL;
	if (h->sh_entsize != sizeof(Elf32_Sym) ||
	    h->sh_size % sizeof(Elf32_Sym))
		return fail(r, -EINVAL,
			    "the symbol table has %u bytes in entries of %u "
			    "instead of %zu",
			    h->sh_size, h->sh_entsize, sizeof(Elf32_Sym));
	str = h->sh_link < r->ehdr->e_shnum ? get_section(r, h->sh_link) : NULL;
	if (!str || str->sh_type != SHT_STRTAB)
		return fail(r, -EINVAL, "the symbol table has no string table");
	data = elf_getdata(elf_getscn(r->elf, r->symtab), NULL);
	if (!data || data->d_size != h->sh_size)
		return fail(r, -EINVAL, "the symbol table cannot be read: %s",
			    elf_errmsg(-1));
	n = data->d_size / sizeof(Elf32_Sym);
	for (i = 1; !err && i < n; i++) {
		/* The table may stand at any place in the file. */
		memcpy(&sym, (const char *)data->d_buf + i * sizeof(sym),
		       sizeof(sym));
		err = read_symbol(r, &sym, i, h->sh_link);
	}
	return err;
}

static int read_all(struct reader *r)
{
	size_t i;
	int err;

	err = check_header(r);
	for (i = 1; !err && i < r->ehdr->e_shnum; i++)
		err = read_section(r, i);
	if (err)
		return err;
	if (!r->text)
		return fail(r, -EINVAL, "there is no section .text");
	for (i = 1; !err && i < r->ehdr->e_shnum; i++)
		err = check_relocations(r, i);
	if (!err)
		err = read_symbols(r);
	return err;
}

static int read_elf(struct reader *r, char *copy)
{
	int err;

	if (elf_version(EV_CURRENT) == EV_NONE)
		return fail(r, -EIO, "libelf is too old");
	r->elf = elf_memory(copy, r->size);
	if (!r->elf)
		return fail(r, -EINVAL, "bad ELF file: %s", elf_errmsg(-1));
	err = read_all(r);
	elf_end(r->elf);
	return err;
}

int tpc_object_read(const void *bytes, size_t size, const char *name,
		    struct tpc_diags *diags, struct tpc_object **out)
{
	struct reader r = {.name = name, .size = size, .diags = diags};
	char *copy;
	int err;

	err = check_ident(&r, bytes);
	if (err)
		return err;
	/* libelf wants aligned memory that it may write to. */
	copy = malloc(size);
	r.obj = calloc(1, sizeof(*r.obj));
	if (copy && r.obj) {
		memcpy(copy, bytes, size);
		r.obj->cpu = -ENODATA;
		err = read_elf(&r, copy);
	} else {
		err = out_of_memory(&r);
	}
	free(copy);
	if (err)
		tpc_object_free(r.obj);
	else
		*out = r.obj;
	return err;
}
