// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Images of command buffers as ELF files: a section a buffer at its device
 * address, and .tpc_cb, whose text says what ELF cannot:
 *
 *	chip gaudi
 *	buffer upper 1 TPC_0 0		has an address; queue and stream
 *	buffer lower 0 - 0		has none; no queue known
 *
 * The lines are in the order of the sections.
 */
#include "cbtext_priv.h"

#include <errno.h>
#include <gelf.h>
#include <libelf.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define INFO_SECTION  ".tpc_cb"
#define NAMES_SECTION ".shstrtab"
/* Longest name of a buffer, queue or chip in the text. */
#define MAX_NAME 128

/* Writing */

struct strings {
	char *text;
	size_t size;
	FILE *out;
};

static int open_strings(struct strings *s)
{
	s->out = open_memstream(&s->text, &s->size);
	return s->out ? 0 : -ENOMEM;
}

static int close_strings(struct strings *s)
{
	int err = s->out && fclose(s->out) ? -ENOMEM : 0;

	s->out = NULL;
	return err;
}

/* Name tables and the text; they must outlive the ELF handle. */
struct image_writer {
	const struct tpc_cb_image *image;
	Elf *elf;
	struct strings names, info;
};

static int add_section(struct image_writer *w, size_t name, unsigned type,
		       uint64_t address, const void *bytes, size_t size)
{
	Elf_Scn *scn = elf_newscn(w->elf);
	Elf_Data *data = scn ? elf_newdata(scn) : NULL;
	GElf_Shdr header;

	if (!data || !gelf_getshdr(scn, &header))
		return -ENOMEM;
	header.sh_name = (Elf64_Word)name;
	header.sh_type = type;
	header.sh_addr = address;
	header.sh_flags = address ? SHF_ALLOC : 0;
	data->d_buf = (void *)bytes;
	data->d_size = size;
	data->d_align = 1;
	data->d_type = ELF_T_BYTE;
	return gelf_update_shdr(scn, &header) ? 0 : -ENOMEM;
}

static size_t add_name(struct image_writer *w, const char *name)
{
	long at = ftell(w->names.out);

	fprintf(w->names.out, "%s%c", name, '\0');
	return at < 0 ? 0 : (size_t)at;
}

static int add_buffer(struct image_writer *w, const struct tpc_cb_buffer *b)
{
	fprintf(w->info.out, "buffer %s %d %s %u\n", b->name, b->has_address,
		b->queue ? b->queue->name : "-", b->stream);
	return add_section(w, add_name(w, b->name), SHT_PROGBITS,
			   b->has_address ? b->address : 0, b->data, b->size);
}

static int add_sections(struct image_writer *w)
{
	size_t i, info, names;
	int err = 0;

	putc('\0', w->names.out);
	fprintf(w->info.out, "chip %s\n", w->image->cb->name);
	for (i = 0; !err && i < w->image->count; i++)
		err = add_buffer(w, &w->image->buffers[i].pub);
	info = add_name(w, INFO_SECTION);
	names = add_name(w, NAMES_SECTION);
	if (close_strings(&w->info) || close_strings(&w->names))
		return -ENOMEM;
	if (!err)
		err = add_section(w, info, SHT_PROGBITS, 0, w->info.text,
				  w->info.size);
	if (!err)
		err = add_section(w, names, SHT_STRTAB, 0, w->names.text,
				  w->names.size);
	return err;
}

static int add_header(struct image_writer *w)
{
	GElf_Ehdr header;

	if (!gelf_newehdr(w->elf, ELFCLASS64) || !gelf_getehdr(w->elf, &header))
		return -ENOMEM;
	header.e_ident[EI_DATA] = ELFDATA2LSB;
	header.e_type = ET_EXEC;
	header.e_machine = EM_NONE;
	header.e_version = EV_CURRENT;
	/* The last of the null section, the buffers, and two more. */
	header.e_shstrndx = (Elf64_Half)(w->image->count + 2);
	return gelf_update_ehdr(w->elf, &header) ? 0 : -ENOMEM;
}

static int read_file(int fd, uint8_t **bytes, size_t *size)
{
	struct stat st;

	if (fstat(fd, &st))
		return -errno;
	*size = (size_t)st.st_size;
	*bytes = malloc(*size);
	if (!*bytes)
		return -ENOMEM;
	if (pread(fd, *bytes, *size, 0) == st.st_size)
		return 0;
	free(*bytes);
	return -EIO;
}

static int write_image(struct image_writer *w, int fd)
{
	int err = 0;

	if (open_strings(&w->names) || open_strings(&w->info))
		return -ENOMEM;
	w->elf = elf_begin(fd, ELF_C_WRITE, NULL);
	if (!w->elf)
		return -EIO;
	err = add_header(w);
	if (!err)
		err = add_sections(w);
	if (!err && elf_update(w->elf, ELF_C_WRITE) < 0)
		err = -EIO;
	return err;
}

int tpc_cb_image_write(const struct tpc_cb_image *image, uint8_t **bytes,
		       size_t *size)
{
	struct image_writer w = {.image = image};
	int fd, err;

	if (elf_version(EV_CURRENT) == EV_NONE)
		return -EIO;
	if (image->count > SHN_LORESERVE - 4)
		return -EINVAL;
	/* libelf writes to descriptors only. */
	fd = memfd_create("tpc-cb", MFD_CLOEXEC);
	if (fd < 0)
		return -errno;
	err = write_image(&w, fd);
	if (w.elf)
		elf_end(w.elf);
	if (!err)
		err = read_file(fd, bytes, size);
	close(fd);
	close_strings(&w.info);
	close_strings(&w.names);
	free(w.info.text);
	free(w.names.text);
	return err;
}

/* Reading */

struct image_reader {
	const char *name;
	struct tpc_diags *diags;
	const uint8_t *bytes;
	size_t size;
	Elf *elf;
	size_t names;
	Elf_Scn *section; /* of the next buffer */
	struct tpc_cb_image *image;
};

static __attribute__((format(printf, 2, 3))) int fail(struct image_reader *r,
						      const char *fmt, ...)
{
	struct tpc_loc loc = {.file = r->name};
	va_list args;

	va_start(args, fmt);
	tpc_vdiag(r->diags, TPC_SEV_ERROR, loc, fmt, args);
	va_end(args);
	return -EINVAL;
}

/* A section's name and bytes, inside of the file. */
static const char *get_section(struct image_reader *r, Elf_Scn *scn,
			       GElf_Shdr *header, const uint8_t **bytes)
{
	const char *name;

	if (!gelf_getshdr(scn, header) || header->sh_type == SHT_NOBITS ||
	    header->sh_offset > r->size ||
	    header->sh_size > r->size - header->sh_offset)
		return NULL;
	name = elf_strptr(r->elf, r->names, header->sh_name);
	*bytes = r->bytes + header->sh_offset;
	return name;
}

static int read_buffer(struct image_reader *r, const char *line)
{
	char name[MAX_NAME], queue[MAX_NAME];
	struct tpc_cb_buffer b = {.name = name};
	const char *section;
	GElf_Shdr header;
	unsigned has;
	int err;

	if (sscanf(line, "buffer %127s %u %127s %u", name, &has, queue,
		   &b.stream) != 4 ||
	    has > 1)
		return fail(r, "section %s: '%.40s' is no line of it",
			    INFO_SECTION, line);
	r->section = elf_nextscn(r->elf, r->section);
	section = r->section ? get_section(r, r->section, &header, &b.data)
			     : NULL;
	if (!section || strcmp(section, name))
		return fail(r, "there is no section for the buffer %s", name);
	b.queue = tpc_cb_queue_by_name(r->image->cb, queue, strlen(queue));
	if (strcmp(queue, "-") && !b.queue)
		return fail(r, "%s has no queue '%s'", r->image->cb->name,
			    queue);
	if (b.queue ? b.stream >= b.queue->streams : b.stream != 0)
		return fail(r, "queue %s has no stream %u", queue, b.stream);
	b.has_address = has;
	b.address = has ? header.sh_addr : 0;
	b.size = header.sh_size;
	err = tpc_cb_image_add(r->image, &b);
	if (err == -EEXIST)
		return fail(r, "two buffers are called %s", name);
	if (err == -EINVAL)
		return fail(r,
			    "'%s' is no name of a buffer, or it ends beyond "
			    "the last address",
			    name);
	return err;
}

static int read_lines(struct image_reader *r, char *text)
{
	char *line, *rest = NULL;
	char chip[MAX_NAME];
	int err = 0;

	line = strtok_r(text, "\n", &rest);
	if (!line || sscanf(line, "chip %127s", chip) != 1)
		return fail(r, "section %s does not name a chip", INFO_SECTION);
	if (!tpc_cb_get(chip))
		return fail(r, "no chip is called '%s'", chip);
	r->image = tpc_cb_image_new(tpc_cb_get(chip));
	if (!r->image)
		return -ENOMEM;
	while (!err && (line = strtok_r(NULL, "\n", &rest)))
		err = read_buffer(r, line);
	return err;
}

/* The text of .tpc_cb; NULL if there is none. */
static char *find_info(struct image_reader *r)
{
	const uint8_t *bytes;
	Elf_Scn *scn = NULL;
	const char *name;
	GElf_Shdr header;

	while ((scn = elf_nextscn(r->elf, scn))) {
		name = get_section(r, scn, &header, &bytes);
		if (name && !strcmp(name, INFO_SECTION))
			return strndup((const char *)bytes, header.sh_size);
	}
	return NULL;
}

static int read_sections(struct image_reader *r)
{
	char *text;
	int err;

	if (elf_kind(r->elf) != ELF_K_ELF ||
	    gelf_getclass(r->elf) != ELFCLASS64)
		return fail(r, "an image of command buffers is a 64-bit ELF "
			       "file");
	if (elf_getshdrstrndx(r->elf, &r->names))
		return fail(r, "no table of section names");
	text = find_info(r);
	if (!text)
		return fail(r,
			    "no section %s: this is no image of command "
			    "buffers",
			    INFO_SECTION);
	err = read_lines(r, text);
	free(text);
	return err;
}

int tpc_cb_image_read(const void *bytes, size_t size, const char *name,
		      struct tpc_diags *diags, struct tpc_cb_image **image)
{
	struct image_reader r = {
		.name = name,
		.diags = diags,
		.bytes = bytes,
		.size = size,
	};
	uint8_t *copy;
	int err;

	if (size < SELFMAG || memcmp(bytes, ELFMAG, SELFMAG))
		return -ENOEXEC;
	if (elf_version(EV_CURRENT) == EV_NONE)
		return -EIO;
	/* libelf may write to the memory it is given, and wants it aligned. */
	copy = malloc(size);
	if (!copy)
		return -ENOMEM;
	memcpy(copy, bytes, size);
	r.elf = elf_memory((char *)copy, size);
	err = r.elf ? read_sections(&r) : fail(&r, "bad ELF file");
	if (r.elf)
		elf_end(r.elf);
	free(copy);
	if (err)
		tpc_cb_image_free(r.image);
	else
		*image = r.image;
	return err;
}
