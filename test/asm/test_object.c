// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Objects and their ELF form: what is written is read back, the file is what
 * loaders expect, and broken files are refused with a reason.
 */
#include "tpc/object.h"

#include <elf.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct file {
	uint8_t *bytes;
	size_t size;
};

static const char experiment[] = "\n\n@arg alpha f32 = 0.1\n";

static void add_label(struct tpc_object *obj, const char *name, uint32_t value,
		      bool global)
{
	struct tpc_symbol sym = {.name = name,
				 .value = value,
				 .global = global,
				 .function = global};

	assert_int_equal(tpc_object_add_symbol(obj, &sym), 0);
}

/* An object with something in every part. */
static struct tpc_object *full_object(void)
{
	struct tpc_object *obj = tpc_object_new(TPC_CPU_GAUDI);
	struct tpc_metadata md;
	uint8_t code[4 * TPC_BUNDLE_BYTES];
	size_t i;

	assert_non_null(obj);
	for (i = 0; i < sizeof(code); i++)
		code[i] = i * 7;
	assert_int_equal(tpc_object_set_code(obj, code, sizeof(code)), 0);
	add_label(obj, "main", 0, true);
	add_label(obj, "loop_end", 96, false);
	add_label(obj, "at_the_end", 128, false);
	tpc_metadata_init(&md, TPC_CPU_GAUDI);
	md.params_num = 3;
	md.scalar_ld = 0x8001;
	md.rmw_store = 0x0102;
	tpc_object_set_metadata(obj, &md);
	assert_int_equal(tpc_object_set_source(obj, "kernel.s"), 0);
	assert_int_equal(tpc_object_set_note(obj, TPC_NOTE_EXPERIMENT,
					     experiment,
					     sizeof(experiment) - 1),
			 0);
	assert_int_equal(tpc_object_set_note(obj, TPC_NOTE_INDEX_MAP,
					     "SCEVBEGIN #SCEVEND", 18),
			 0);
	return obj;
}

static struct file write_file(const struct tpc_object *obj)
{
	struct file f;

	assert_int_equal(tpc_object_write(obj, &f.bytes, &f.size), 0);
	return f;
}

static struct file full_file(void)
{
	struct tpc_object *obj = full_object();
	struct file f = write_file(obj);

	tpc_object_free(obj);
	return f;
}

static Elf32_Ehdr *header(struct file f)
{
	return (Elf32_Ehdr *)f.bytes;
}

static Elf32_Shdr *section(struct file f, size_t i)
{
	return (Elf32_Shdr *)(f.bytes + header(f)->e_shoff) + i;
}

/* A section by name, the way loaders look for it. */
static Elf32_Shdr *find(struct file f, const char *name)
{
	Elf32_Shdr *names = section(f, header(f)->e_shstrndx);
	size_t i;

	for (i = 1; i < header(f)->e_shnum; i++)
		if (!strcmp((char *)f.bytes + names->sh_offset +
				    section(f, i)->sh_name,
			    name))
			return section(f, i);
	fail_msg("no section %s", name);
	return NULL;
}

/* Reads a broken file: it must fail with this error and message. */
static void expect_refused(struct file f, int err, const char *text)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	const struct tpc_diag *diag;

	assert_int_equal(tpc_object_read(f.bytes, f.size, "k.o", diags, &obj),
			 err);
	assert_null(obj);
	assert_int_equal(tpc_diags_errors(diags), 1);
	diag = tpc_diags_get(diags, 0);
	assert_string_equal(diag->loc.file, "k.o");
	if (!strstr(diag->text, text))
		fail_msg("message is '%s', not '%s'", diag->text, text);
	tpc_diags_free(diags);
	free(f.bytes);
}

static struct tpc_object *read_file(struct file f)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;

	if (tpc_object_read(f.bytes, f.size, "k.o", diags, &obj))
		fail_msg("refused: %s", tpc_diags_get(diags, 0)->text);
	tpc_diags_free(diags);
	return obj;
}

static void every_part_survives_a_file(void **state)
{
	struct tpc_object *obj = full_object(), *back;
	struct file f = write_file(obj);
	const uint8_t *a, *b;
	size_t na, nb;

	back = read_file(f);
	a = tpc_object_code(obj, &na);
	b = tpc_object_code(back, &nb);
	assert_int_equal(na, nb);
	assert_memory_equal(a, b, na);
	assert_int_equal(tpc_object_cpu(back), TPC_CPU_GAUDI);
	assert_memory_equal(tpc_object_metadata(obj), tpc_object_metadata(back),
			    sizeof(struct tpc_metadata));
	assert_string_equal(tpc_object_source(back), "kernel.s");
	assert_int_equal(tpc_object_num_notes(back), 2);
	assert_string_equal(
		tpc_object_find_note(back, TPC_NOTE_EXPERIMENT)->text,
		experiment);
	assert_int_equal(tpc_object_find_note(back, TPC_NOTE_INDEX_MAP)->size,
			 18);
	assert_null(tpc_object_find_note(back, TPC_NOTE_KERNEL_INFO));
	tpc_object_free(obj);
	tpc_object_free(back);
	free(f.bytes);
}

static void labels_survive_a_file_with_locals_first(void **state)
{
	struct file f = full_file();
	struct tpc_object *obj = read_file(f);
	const struct tpc_symbol *sym;

	assert_int_equal(tpc_object_num_symbols(obj), 3);
	sym = tpc_object_symbol(obj, 0);
	assert_string_equal(sym->name, "loop_end");
	assert_int_equal(sym->value, 96);
	assert_false(sym->global);
	sym = tpc_object_symbol(obj, 1);
	assert_string_equal(sym->name, "at_the_end");
	assert_int_equal(sym->value, 128);
	sym = tpc_object_symbol(obj, 2);
	assert_string_equal(sym->name, "main");
	assert_true(sym->global);
	assert_true(sym->function);
	assert_null(tpc_object_symbol(obj, 3));
	assert_ptr_equal(tpc_object_find_symbol(obj, "main"), sym);
	assert_null(tpc_object_find_symbol(obj, "Main"));
	tpc_object_free(obj);
	free(f.bytes);
}

static void private_labels_stay_out_of_the_file(void **state)
{
	struct tpc_object *obj = full_object(), *back;
	struct file f;

	add_label(obj, ".LBB0_1", 32, false);
	add_label(obj, "$tmp", 64, false);
	add_label(obj, ".other", 64, false);
	f = write_file(obj);
	back = read_file(f);
	assert_int_equal(tpc_object_num_symbols(obj), 6);
	assert_int_equal(tpc_object_num_symbols(back), 4);
	assert_null(tpc_object_find_symbol(back, ".LBB0_1"));
	assert_null(tpc_object_find_symbol(back, "$tmp"));
	assert_non_null(tpc_object_find_symbol(back, ".other"));
	tpc_object_free(obj);
	tpc_object_free(back);
	free(f.bytes);
}

static void the_same_object_gives_the_same_bytes(void **state)
{
	struct file a = full_file(), b = full_file();

	assert_int_equal(a.size, b.size);
	assert_memory_equal(a.bytes, b.bytes, a.size);
	free(a.bytes);
	free(b.bytes);
}

static void the_file_is_what_loaders_look_for(void **state)
{
	struct file f = full_file();
	Elf32_Ehdr *h = header(f);
	Elf32_Shdr *s;

	assert_int_equal(h->e_ident[EI_CLASS], ELFCLASS32);
	assert_int_equal(h->e_ident[EI_DATA], ELFDATA2LSB);
	assert_int_equal(h->e_machine, EM_386);
	assert_int_equal(h->e_type, ET_REL);
	s = find(f, ".text");
	assert_int_equal(s->sh_type, SHT_PROGBITS);
	assert_int_equal(s->sh_flags, SHF_ALLOC | SHF_EXECINSTR);
	assert_int_equal(s->sh_size, 128);
	assert_int_equal(f.bytes[s->sh_offset + 1], 7);
	s = find(f, ".tpc_metadata");
	assert_int_equal(s->sh_size, 262);
	assert_int_equal(s->sh_flags & SHF_ALLOC, 0);
	assert_int_equal(find(f, ".tpc_experiment")->sh_flags & SHF_ALLOC, 0);
	assert_int_equal(find(f, ".symtab")->sh_entsize, sizeof(Elf32_Sym));
	free(f.bytes);
}

static void an_object_without_code_or_labels_survives(void **state)
{
	struct tpc_object *obj = tpc_object_new(TPC_CPU_GAUDI), *back;
	struct file f = write_file(obj);
	size_t size;

	back = read_file(f);
	tpc_object_code(back, &size);
	assert_int_equal(size, 0);
	assert_int_equal(tpc_object_num_symbols(back), 0);
	assert_null(tpc_object_source(back));
	tpc_object_free(obj);
	tpc_object_free(back);
	free(f.bytes);
}

static void setters_refuse_what_no_file_can_hold(void **state)
{
	struct tpc_object *obj = tpc_object_new(TPC_CPU_GAUDI);
	struct tpc_symbol nameless = {.name = ""};
	struct tpc_symbol far = {.name = "far", .value = TPC_CODE_MAX + 1};
	uint8_t code[33] = {0};
	size_t size;

	assert_int_equal(tpc_object_set_code(obj, code, 33), -EINVAL);
	assert_int_equal(tpc_object_add_symbol(obj, &nameless), -EINVAL);
	assert_int_equal(tpc_object_add_symbol(obj, &far), -EINVAL);
	assert_int_equal(tpc_object_set_note(obj, ".text", "", 0), -EINVAL);
	tpc_object_code(obj, &size);
	assert_int_equal(size, 0);
	assert_int_equal(tpc_object_num_symbols(obj), 0);
	tpc_object_free(obj);
}

static void lines_belong_to_bundles(void **state)
{
	struct tpc_object *obj = full_object();
	uint32_t lines[] = {3, 5, 6, 9};

	assert_int_equal(tpc_object_line(obj, 0), 0);
	assert_int_equal(tpc_object_set_lines(obj, lines, 4), 0);
	assert_int_equal(tpc_object_line(obj, 0), 3);
	assert_int_equal(tpc_object_line(obj, 63), 5);
	assert_int_equal(tpc_object_line(obj, 96), 9);
	assert_int_equal(tpc_object_line(obj, 128), 0);
	tpc_object_free(obj);
}

static void metadata_defaults_are_those_of_the_generation(void **state)
{
	struct tpc_metadata md;

	tpc_metadata_init(&md, TPC_CPU_GAUDI);
	assert_int_equal(md.version, 12);
	assert_int_equal(md.march, 2);
	assert_int_equal(md.number_of_threads, 1);
	assert_int_equal(md.special_function_used, 0);
	assert_int_equal(md.scalar_ld, 0);
}

/* Every field gets a value of its own and must stand at its offset. */
static void metadata_fields_have_their_offsets(void **state)
{
	struct tpc_metadata md =
				    {
					    .version = 12,
					    .special_function_used = 1,
					    .printf_used = 1,
					    .lock_unlock = 1,
					    .mmio_used = 1,
					    .march = 0x0203,
					    .params_num = 4,
					    .printf_tensor_id = 5,
					    .number_of_threads = 2,
					    .direct_mmio_access = 1,
					    .dnorm = 1,
					    .scalar_ld = 0x0607,
					    .rmw_store = 0x0809,
				    },
			    back;
	static const uint8_t start[30] = {
		12, 0, 0, 0, 1, 1, 1, 1, 3, 2, 0, 0, 4, 5, 2,
		1,  1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 6, 9, 8,
	};
	uint8_t bytes[TPC_METADATA_BYTES], again[TPC_METADATA_BYTES];
	size_t i;

	memset(bytes, 0xff, sizeof(bytes));
	tpc_metadata_pack(&md, bytes);
	assert_memory_equal(bytes, start, sizeof(start));
	for (i = sizeof(start); i < sizeof(bytes); i++)
		assert_int_equal(bytes[i], 0);
	assert_int_equal(
		tpc_metadata_unpack(&back, bytes, sizeof(bytes), NULL, 0), 0);
	tpc_metadata_pack(&back, again);
	assert_memory_equal(again, bytes, sizeof(bytes));
}

static void metadata_of_an_old_version_has_no_newer_fields(void **state)
{
	struct tpc_metadata md, back;
	uint8_t bytes[TPC_METADATA_BYTES];

	tpc_metadata_init(&md, TPC_CPU_GAUDI);
	md.version = 8;
	md.params_num = 7; /* since 8 */
	md.dnorm = 1;	   /* since 12 */
	tpc_metadata_pack(&md, bytes);
	assert_int_equal(bytes[12], 7);
	assert_int_equal(bytes[14], 0);
	assert_int_equal(bytes[16], 0);
	bytes[16] = 0x55; /* reserved in version 8 */
	assert_int_equal(
		tpc_metadata_unpack(&back, bytes, sizeof(bytes), NULL, 0), 0);
	assert_int_equal(back.dnorm, 0);
	assert_int_equal(back.number_of_threads, 1);
	assert_int_equal(back.params_num, 7);
}

static void metadata_out_of_range_is_refused(void **state)
{
	static const struct {
		size_t offset;
		uint8_t value;
		const char *why;
	} cases[] = {
		{0, 2, "version is 2, out of range 3..12"},
		{0, 13, "version is 13, out of range 3..12"},
		{4, 2, "specialFunctionUsed is 2, out of range 0..1"},
		{14, 0, "numberOfThreads is 0, out of range 1..4"},
		{14, 5, "numberOfThreads is 5, out of range 1..4"},
	};
	uint8_t bytes[TPC_METADATA_BYTES];
	struct tpc_metadata md, back;
	char why[128];
	size_t i;

	tpc_metadata_init(&md, TPC_CPU_GAUDI);
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		tpc_metadata_pack(&md, bytes);
		bytes[cases[i].offset] = cases[i].value;
		assert_int_equal(tpc_metadata_unpack(&back, bytes,
						     sizeof(bytes), why,
						     sizeof(why)),
				 -EINVAL);
		assert_string_equal(why, cases[i].why);
	}
	assert_int_equal(
		tpc_metadata_unpack(&back, bytes, 261, why, sizeof(why)),
		-EINVAL);
	assert_string_equal(why, "it has 261 bytes instead of 262");
}

static void other_files_are_no_objects(void **state)
{
	struct file f = {.bytes = malloc(4), .size = 0};

	expect_refused(f, -ENOEXEC, "not an ELF file");
	f = full_file();
	f.bytes[1] = 'X';
	expect_refused(f, -ENOEXEC, "not an ELF file");
	f = full_file();
	f.bytes[EI_CLASS] = ELFCLASS64;
	expect_refused(f, -ENOEXEC, "ELF class 2, but TPC objects are 32-bit");
	f = full_file();
	f.bytes[EI_DATA] = ELFDATA2MSB;
	expect_refused(f, -ENOEXEC, "ELF data encoding 2, but");
	f = full_file();
	header(f)->e_machine = EM_X86_64;
	expect_refused(f, -ENOEXEC, "ELF machine 62, but TPC objects have 3");
	f = full_file();
	header(f)->e_type = ET_EXEC;
	expect_refused(f, -ENOEXEC, "ELF type 2, but");
}

static void broken_headers_are_refused(void **state)
{
	struct file f = full_file();

	f.size = 51;
	expect_refused(f, -EINVAL, "truncated: 51 bytes are less than");
	f = full_file();
	header(f)->e_shoff = f.size;
	expect_refused(f, -EINVAL, "truncated: section headers end at byte");
	f = full_file();
	header(f)->e_shoff = 0;
	expect_refused(f, -EINVAL, "section headers");
	f = full_file();
	header(f)->e_shoff--;
	expect_refused(f, -EINVAL, "which is no multiple of 4");
	f = full_file();
	header(f)->e_shentsize = 39;
	expect_refused(f, -EINVAL, "section headers of 39 bytes");
	f = full_file();
	header(f)->e_shnum = 0;
	expect_refused(f, -EINVAL, "0 section headers");
	f = full_file();
	header(f)->e_shstrndx = header(f)->e_shnum;
	expect_refused(f, -EINVAL, "section name table");
	f = full_file();
	find(f, ".text")->sh_name = 0x10000;
	expect_refused(f, -EINVAL, "has no valid name");
}

static void broken_code_is_refused(void **state)
{
	struct file f = full_file();

	find(f, ".text")->sh_size = 127;
	expect_refused(f, -EINVAL, "127 bytes, which is no multiple of 32");
	f = full_file();
	find(f, ".text")->sh_size = 0x7fffffe0;
	expect_refused(f, -EINVAL, "truncated: section 1");
	f = full_file();
	find(f, ".text")->sh_offset = 0xfffffff0;
	expect_refused(f, -EINVAL, "truncated: section 1");
	f = full_file();
	find(f, ".text")->sh_type = SHT_NOBITS;
	expect_refused(f, -EINVAL, "section 1 has type 8");
	f = full_file();
	find(f, ".text")->sh_name += 1;
	expect_refused(f, -EINVAL, "there is no section .text");
	f = full_file();
	find(f, ".IndexMap")->sh_name = find(f, ".text")->sh_name;
	expect_refused(f, -EINVAL, "are both .text");
}

static void relocations_of_code_are_refused(void **state)
{
	struct file f = full_file();
	Elf32_Shdr *s = find(f, ".IndexMap");

	s->sh_type = SHT_REL;
	s->sh_name += 1;
	s->sh_info = 1;
	expect_refused(f, -EINVAL, "relocations for .text");
}

static void broken_metadata_are_refused(void **state)
{
	struct file f = full_file();

	find(f, ".tpc_metadata")->sh_size = 260;
	expect_refused(f, -EINVAL, ".tpc_metadata: it has 260 bytes");
	f = full_file();
	f.bytes[find(f, ".tpc_metadata")->sh_offset + 8] = 99;
	expect_refused(f, -EINVAL, "march 99 is no generation known here");
	f = full_file();
	f.bytes[find(f, ".tpc_metadata")->sh_offset] = 99;
	expect_refused(f, -EINVAL, "version is 99");
}

static void an_object_without_metadata_has_no_generation(void **state)
{
	struct file f = full_file();
	struct tpc_object *obj;

	find(f, ".tpc_metadata")->sh_name += 1;
	obj = read_file(f);
	assert_null(tpc_object_metadata(obj));
	assert_int_equal(tpc_object_cpu(obj), -ENODATA);
	tpc_object_free(obj);
	free(f.bytes);
}

static void broken_symbols_are_refused(void **state)
{
	struct file f = full_file();
	Elf32_Sym *sym;

	sym = (Elf32_Sym *)(f.bytes + find(f, ".symtab")->sh_offset);
	sym[2].st_value = 129;
	expect_refused(f, -EINVAL,
		       "'loop_end' is at byte 129, .text ends at 128");
	f = full_file();
	sym = (Elf32_Sym *)(f.bytes + find(f, ".symtab")->sh_offset);
	sym[2].st_name = 0x7fffffff;
	expect_refused(f, -EINVAL, "symbol 2 has no valid name");
	f = full_file();
	find(f, ".symtab")->sh_entsize = 15;
	expect_refused(f, -EINVAL, "entries of 15 instead of 16");
	f = full_file();
	find(f, ".symtab")->sh_link = 99;
	expect_refused(f, -EINVAL, "no string table");
	f = full_file();
	f.bytes[find(f, ".strtab")->sh_offset + find(f, ".strtab")->sh_size -
		1] = 'x';
	expect_refused(f, -EINVAL, "has no valid name");
}

static void every_truncated_file_is_refused(void **state)
{
	struct file f = full_file();
	struct tpc_object *obj;
	size_t size;
	uint8_t *part;

	for (size = 0; size < f.size; size++) {
		/* A block of its own: a checker sees reads behind its end. */
		part = malloc(size ? size : 1);
		memcpy(part, f.bytes, size);
		obj = NULL;
		assert_true(tpc_object_read(part, size, "k.o", NULL, &obj) < 0);
		assert_null(obj);
		free(part);
	}
	free(f.bytes);
}

/* Nothing but memory safety can be asked of arbitrary damage. */
static void damaged_bytes_never_crash_the_reader(void **state)
{
	static const uint8_t values[] = {0x00, 0x01, 0x7f, 0x80, 0xff};
	struct file f = full_file();
	struct tpc_object *obj;
	size_t i, v, accepted = 0;
	uint8_t old;

	for (i = 0; i < f.size; i++) {
		old = f.bytes[i];
		for (v = 0; v < sizeof(values); v++) {
			f.bytes[i] = values[v];
			if (tpc_object_read(f.bytes, f.size, "k.o", NULL, &obj))
				continue;
			accepted++;
			tpc_object_free(obj);
		}
		f.bytes[i] = old;
	}
	assert_true(accepted > 0);
	free(f.bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_part_survives_a_file),
		cmocka_unit_test(labels_survive_a_file_with_locals_first),
		cmocka_unit_test(private_labels_stay_out_of_the_file),
		cmocka_unit_test(the_same_object_gives_the_same_bytes),
		cmocka_unit_test(the_file_is_what_loaders_look_for),
		cmocka_unit_test(an_object_without_code_or_labels_survives),
		cmocka_unit_test(setters_refuse_what_no_file_can_hold),
		cmocka_unit_test(lines_belong_to_bundles),
		cmocka_unit_test(metadata_defaults_are_those_of_the_generation),
		cmocka_unit_test(metadata_fields_have_their_offsets),
		cmocka_unit_test(
			metadata_of_an_old_version_has_no_newer_fields),
		cmocka_unit_test(metadata_out_of_range_is_refused),
		cmocka_unit_test(other_files_are_no_objects),
		cmocka_unit_test(broken_headers_are_refused),
		cmocka_unit_test(broken_code_is_refused),
		cmocka_unit_test(relocations_of_code_are_refused),
		cmocka_unit_test(broken_metadata_are_refused),
		cmocka_unit_test(an_object_without_metadata_has_no_generation),
		cmocka_unit_test(broken_symbols_are_refused),
		cmocka_unit_test(every_truncated_file_is_refused),
		cmocka_unit_test(damaged_bytes_never_crash_the_reader),
	};

	return cmocka_run_group_tests_name("object", tests, NULL, NULL);
}
