// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Objects as ELF files: the writer. Sections: .text, .tpc_metadata, notes,
 * .symtab, .strtab, .shstrtab.
 */
#include "object_priv.h"

#include <elf.h>
#include <errno.h>
#include <libelf.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A string table under construction. */
struct strtab {
	char *text;
	size_t size, cap;
};

struct writer {
	const struct tpc_object *obj;
	Elf *elf;
	struct strtab names, sections;
	Elf32_Sym *syms;
	size_t num_syms, num_locals;
	uint8_t metadata[TPC_METADATA_BYTES];
	size_t text_index, strtab_index;
};

/* Appends a string. Returns its offset or -ENOMEM; offset 0 is "". */
static long add_string(struct strtab *tab, const char *s)
{
	size_t len = strlen(s) + 1, at = tab->size ? tab->size : 1;
	size_t cap = tab->cap ? tab->cap : 256;
	char *text;

	while (cap < at + len)
		cap *= 2;
	if (cap > INT32_MAX)
		return -ENOMEM;
	if (cap != tab->cap) {
		text = realloc(tab->text, cap);
		if (!text)
			return -ENOMEM;
		tab->text = text;
		tab->cap = cap;
	}
	tab->text[0] = 0;
	memcpy(tab->text + at, s, len);
	tab->size = at + len;
	return at;
}

/* Adds a section whose contents stay valid until the file is written. */
static Elf_Scn *add_section(struct writer *w, const char *name, Elf32_Word type,
			    Elf32_Word flags, const void *bytes, size_t size,
			    size_t align)
{
	long name_at = add_string(&w->sections, name);
	Elf_Scn *scn = elf_newscn(w->elf);
	Elf32_Shdr *hdr;
	Elf_Data *data;

	if (name_at < 0 || !scn)
		return NULL;
	hdr = elf32_getshdr(scn);
	data = elf_newdata(scn);
	if (!hdr || !data)
		return NULL;
	hdr->sh_name = name_at;
	hdr->sh_type = type;
	hdr->sh_flags = flags;
	data->d_buf = (void *)bytes;
	data->d_size = size;
	data->d_align = align;
	data->d_type = ELF_T_BYTE;
	data->d_version = EV_CURRENT;
	return scn;
}

static int add_symbol(struct writer *w, const char *name, Elf32_Addr value,
		      unsigned bind, unsigned type, Elf32_Section section)
{
	long at = add_string(&w->names, name);

	if (at < 0)
		return -ENOMEM;
	w->syms[w->num_syms++] = (Elf32_Sym){
		.st_name = at,
		.st_value = value,
		.st_info = ELF32_ST_INFO(bind, type),
		.st_shndx = section,
	};
	return 0;
}

/* ELF wants local symbols first: one pass for each kind. */
static int add_labels(struct writer *w, bool global)
{
	const struct tpc_symbol *sym;
	int err = 0;
	size_t i;

	for (i = 0; !err && i < w->obj->num_syms; i++) {
		sym = &w->obj->syms[i];
		if (sym->global != global || tpc_symbol_is_private(sym->name))
			continue;
		err = add_symbol(w, sym->name, sym->value,
				 global ? STB_GLOBAL : STB_LOCAL,
				 sym->function ? STT_FUNC : STT_NOTYPE,
				 w->text_index);
	}
	return err;
}

static int build_symbols(struct writer *w)
{
	int err = 0;

	/* One for the null symbol, one for the source file. */
	w->syms = calloc(w->obj->num_syms + 2, sizeof(*w->syms));
	if (!w->syms)
		return -ENOMEM;
	w->num_syms = 1;
	if (w->obj->source)
		err = add_symbol(w, w->obj->source, 0, STB_LOCAL, STT_FILE,
				 SHN_ABS);
	if (!err)
		err = add_labels(w, false);
	w->num_locals = w->num_syms;
	if (!err)
		err = add_labels(w, true);
	if (!err && !w->names.size)
		err = add_string(&w->names, "") < 0 ? -ENOMEM : 0;
	return err;
}

static int add_symtab(struct writer *w)
{
	Elf_Scn *scn, *str;
	Elf32_Shdr *hdr;
	Elf_Data *data;

	if (build_symbols(w))
		return -ENOMEM;
	scn = add_section(w, ".symtab", SHT_SYMTAB, 0, w->syms,
			  w->num_syms * sizeof(*w->syms), 4);
	str = add_section(w, ".strtab", SHT_STRTAB, 0, w->names.text,
			  w->names.size, 1);
	if (!scn || !str)
		return -EIO;
	data = elf_getdata(scn, NULL);
	hdr = elf32_getshdr(scn);
	if (!data || !hdr)
		return -EIO;
	data->d_type = ELF_T_SYM;
	hdr->sh_link = elf_ndxscn(str);
	hdr->sh_info = w->num_locals;
	hdr->sh_entsize = sizeof(Elf32_Sym);
	return 0;
}

static int add_notes(struct writer *w)
{
	const struct tpc_note *note = w->obj->notes;
	const struct tpc_note *end = note + w->obj->num_notes;

	for (; note < end; note++)
		if (!add_section(w, note->section, SHT_PROGBITS, 0, note->text,
				 note->size, 1))
			return -EIO;
	return 0;
}

/* The section names go last: only then are all of them known. */
static int add_section_names(struct writer *w, Elf32_Ehdr *ehdr)
{
	Elf_Scn *scn;

	if (add_string(&w->sections, ".shstrtab") < 0)
		return -ENOMEM;
	scn = elf_newscn(w->elf);
	if (!scn)
		return -EIO;
	elf32_getshdr(scn)->sh_name = w->sections.size - sizeof(".shstrtab");
	elf32_getshdr(scn)->sh_type = SHT_STRTAB;
	*elf_newdata(scn) = (Elf_Data){
		.d_buf = w->sections.text,
		.d_size = w->sections.size,
		.d_align = 1,
		.d_type = ELF_T_BYTE,
		.d_version = EV_CURRENT,
	};
	ehdr->e_shstrndx = elf_ndxscn(scn);
	return 0;
}

static int build(struct writer *w)
{
	const struct tpc_object *obj = w->obj;
	Elf32_Ehdr *ehdr = elf32_newehdr(w->elf);
	Elf_Scn *text;
	int err;

	if (!ehdr)
		return -EIO;
	ehdr->e_ident[EI_DATA] = ELFDATA2LSB;
	ehdr->e_type = ET_REL;
	ehdr->e_machine = EM_386;
	ehdr->e_version = EV_CURRENT;
	text = add_section(w, TPC_SECTION_TEXT, SHT_PROGBITS,
			   SHF_ALLOC | SHF_EXECINSTR, obj->code, obj->code_size,
			   TPC_BUNDLE_BYTES);
	if (!text)
		return -EIO;
	w->text_index = elf_ndxscn(text);
	if (obj->has_metadata) {
		tpc_metadata_pack(&obj->metadata, w->metadata);
		if (!add_section(w, TPC_SECTION_METADATA, SHT_PROGBITS, 0,
				 w->metadata, sizeof(w->metadata), 4))
			return -EIO;
	}
	err = add_notes(w);
	if (!err)
		err = add_symtab(w);
	if (!err)
		err = add_section_names(w, ehdr);
	return err;
}

/* A file that is written from start to end. */
struct sink {
	FILE *file;
	size_t at;
};

/* Bytes for a place in the file; zeros fill what lies before it. */
static int put_bytes(struct sink *to, size_t offset, const void *bytes,
		     size_t size)
{
	if (offset < to->at)
		return -EIO;
	while (to->at < offset && putc(0, to->file) != EOF)
		to->at++;
	if (to->at < offset || fwrite(bytes, 1, size, to->file) != size)
		return errno ? -errno : -EIO;
	to->at += size;
	return 0;
}

/* Contents in the host's order become those of the file. */
static int put_data(struct sink *to, size_t offset, const Elf_Data *data)
{
	Elf_Data out = *data;
	int err;

	if (data->d_type == ELF_T_BYTE)
		return put_bytes(to, offset, data->d_buf, data->d_size);
	out.d_buf = malloc(data->d_size);
	if (!out.d_buf)
		return -ENOMEM;
	err = elf32_xlatetof(&out, data, ELFDATA2LSB)
		      ? put_bytes(to, offset, out.d_buf, out.d_size)
		      : -EIO;
	free(out.d_buf);
	return err;
}

static int put_header(struct sink *to, size_t offset, void *header,
		      Elf_Type type, size_t size)
{
	const Elf_Data data = {
		.d_buf = header,
		.d_type = type,
		.d_size = size,
		.d_version = EV_CURRENT,
	};

	return header ? put_data(to, offset, &data) : -EIO;
}

static int put_section(struct sink *to, Elf_Scn *scn)
{
	Elf32_Shdr *hdr = elf32_getshdr(scn);
	Elf_Data *data = NULL;
	int err = hdr ? 0 : -EIO;

	while (!err && (data = elf_getdata(scn, data)))
		if (data->d_size)
			err = put_data(to, hdr->sh_offset + data->d_off, data);
	return err;
}

/* What libelf has laid out: the contents, then the headers of sections. */
static int put_file(struct writer *w, FILE *file)
{
	static const Elf32_Shdr none;
	Elf32_Ehdr *ehdr = elf32_getehdr(w->elf);
	struct sink to = {.file = file};
	Elf_Scn *scn = NULL;
	int err;

	errno = 0;
	err = put_header(&to, 0, ehdr, ELF_T_EHDR, sizeof(*ehdr));
	while (!err && (scn = elf_nextscn(w->elf, scn)))
		err = put_section(&to, scn);
	if (!err)
		err = put_bytes(&to, ehdr->e_shoff, &none, sizeof(none));
	while (!err && (scn = elf_nextscn(w->elf, scn)))
		err = put_header(&to, to.at, elf32_getshdr(scn), ELF_T_SHDR,
				 sizeof(Elf32_Shdr));
	return err;
}

static int write_elf(struct writer *w, int fd, FILE *file)
{
	int err;

	w->elf = elf_begin(fd, ELF_C_WRITE, NULL);
	if (!w->elf)
		return -EIO;
	err = build(w);
	if (err)
		return err;
	return elf_update(w->elf, ELF_C_NULL) < 0 ? -EIO : put_file(w, file);
}

int tpc_object_save(const struct tpc_object *obj, FILE *file)
{
	struct writer w = {.obj = obj};
	int fd, err;

	if (elf_version(EV_CURRENT) == EV_NONE)
		return -EIO;
	/* libelf wants a descriptor, though it writes nothing to it here. */
	fd = memfd_create("tpc-object", MFD_CLOEXEC);
	if (fd < 0)
		return -errno;
	err = write_elf(&w, fd, file);
	if (w.elf)
		elf_end(w.elf);
	close(fd);
	free(w.names.text);
	free(w.sections.text);
	free(w.syms);
	return err;
}

int tpc_object_write(const struct tpc_object *obj, uint8_t **bytes,
		     size_t *size)
{
	char *text = NULL;
	size_t made;
	FILE *file = open_memstream(&text, &made);
	int err = file ? tpc_object_save(obj, file) : -ENOMEM;

	if (file && fclose(file) && !err)
		err = -ENOMEM;
	if (err) {
		free(text);
		return err;
	}
	*bytes = (uint8_t *)text;
	*size = made;
	return 0;
}
