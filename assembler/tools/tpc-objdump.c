// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* tpc-objdump: shows what is in a TPC object. */
#include "lines.h"
#include "sections.h"
#include "tool.h"
#include "tpc/asm.h"
#include "tpc/check.h"

#include <errno.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Of standard output: much of it at a time. */
#define BUFFER_SIZE (1 << 16)

struct options {
	const char *input, *section;
	int cpu; /* -1: as the object says */
	bool disassemble, source, headers, symbols, metadata, contents, check;
	bool no_addresses, no_raw, no_header;
};

enum {
	OPT_HELP = 256,
	OPT_CHECK,
	OPT_MCPU,
	OPT_TRIPLE,
	OPT_NO_RAW,
	OPT_NO_ADDR,
	OPT_NO_HEADER,
	OPT_IGNORED,
};

static const struct option long_options[] = {
	{"check", no_argument, NULL, OPT_CHECK},
	{"disassemble", no_argument, NULL, 'd'},
	{"full-contents", no_argument, NULL, 's'},
	{"help", no_argument, NULL, OPT_HELP},
	{"mcpu", required_argument, NULL, OPT_MCPU},
	{"metadata", no_argument, NULL, 'm'},
	{"no-common-header", no_argument, NULL, OPT_NO_HEADER},
	{"no-leading-addr", no_argument, NULL, OPT_NO_ADDR},
	{"no-show-raw-insn", no_argument, NULL, OPT_NO_RAW},
	{"section", required_argument, NULL, 'j'},
	{"section-headers", no_argument, NULL, 'h'},
	{"source", no_argument, NULL, 'S'},
	{"syms", no_argument, NULL, 't'},
	{"tpc-for-assembler", no_argument, NULL, OPT_IGNORED},
	{"triple", required_argument, NULL, OPT_TRIPLE},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"Usage: tpc-objdump OPTION... FILE\n"
	"Shows what is in a TPC object (FILE, or - for standard input).\n"
	"\n"
	"  -d, --disassemble      code as assembly text, with the other\n"
	"                         sections that tpc-as reads; the text\n"
	"                         assembles to the same object\n"
	"  -S, --source           as -d, with source lines as comments; needs\n"
	"                         an object that was compiled with -g\n"
	"  -h, --section-headers  list of sections\n"
	"  -t, --syms             list of labels\n"
	"  -m, --metadata         metadata record as text\n"
	"  -s, --full-contents    bytes of sections\n"
	"  -j, --section=NAME     only this section (with -d and -s)\n"
	"  --check                check the code against the rules of the\n"
	"                         machine; status 1 if it breaks one\n"
	"  --mcpu=NAME            processor (default: as the object says)\n"
	"  --triple=tpc           accepted for existing scripts\n"
	"  --no-show-raw-insn     no bytes before bundles\n"
	"  --no-leading-addr      no offsets before bundles\n"
	"  --no-common-header     no line with the file's name\n"
	"  --tpc-for-assembler    accepted: the text always assembles\n"
	"  --help                 show this text\n"
	"\n"
	"Exit status: 0 done, 1 the object is wrong, 2 wrong usage.\n"
	"\n"
	"Examples:\n"
	"  tpc-objdump -d --no-show-raw-insn --no-leading-addr add.o > add.s\n"
	"      Turns an object into a text that tpc-as assembles.\n"
	"  tpc-objdump -h -t -m add.o\n"
	"      Shows sections, labels and metadata.\n";

static int parse_triple(const char *triple)
{
	if (!strncmp(triple, "tpc", 3) && (!triple[3] || triple[3] == '-'))
		return 0;
	return tool_usage("unknown triple '%s'; there is: tpc", triple);
}

static int parse_option(int c, struct options *opts)
{
	switch (c) {
	case 'S':
		opts->source = true;
		/* fallthrough */
	case 'd':
		opts->disassemble = true;
		return 0;
	case 'h':
		opts->headers = true;
		return 0;
	case 'j':
		opts->section = optarg;
		return 0;
	case 'm':
		opts->metadata = true;
		return 0;
	case 's':
		opts->contents = true;
		return 0;
	case 't':
		opts->symbols = true;
		return 0;
	case OPT_MCPU:
		opts->cpu = tool_cpu(optarg);
		return opts->cpu < 0 ? EXIT_BAD_USAGE : 0;
	case OPT_TRIPLE:
		return parse_triple(optarg);
	case OPT_NO_RAW:
		opts->no_raw = true;
		return 0;
	case OPT_NO_ADDR:
		opts->no_addresses = true;
		return 0;
	case OPT_NO_HEADER:
		opts->no_header = true;
		return 0;
	case OPT_CHECK:
		opts->check = true;
		return 0;
	default:
		return 0;
	}
}

static bool wants_text(const struct options *opts)
{
	return opts->disassemble || opts->headers || opts->symbols ||
	       opts->metadata || opts->contents;
}

static int check_operands(int argc, char **argv, struct options *opts)
{
	if (!wants_text(opts) && !opts->check)
		return tool_usage(
			"one of -d, -S, -h, -t, -m, -s, --check is needed");
	return tool_input_operand(argc, argv, &opts->input);
}

/* Returns 0, or an exit status with -1 for success. */
static int parse_options(int argc, char **argv, struct options *opts)
{
	int c, status;

	opterr = 0;
	while ((c = getopt_long_only(argc, argv, ":dhj:mstS", long_options,
				     NULL)) >= 0) {
		if (c == OPT_HELP) {
			fputs(help_text, stdout);
			return tool_flush() ? EXIT_BAD_INPUT : -1;
		}
		if (c == ':' || c == '?')
			return tool_bad_option(c, argv);
		status = parse_option(c, opts);
		if (status)
			return status;
	}
	return check_operands(argc, argv, opts);
}

/* Whether a section is asked for. */
static bool wanted(const struct options *opts, const char *section)
{
	return !opts->section || !strcmp(opts->section, section);
}

static void print_symbols(const struct tpc_object *obj)
{
	const struct tpc_symbol *sym;
	size_t i;

	printf("// Labels:\n");
	for (i = 0; (sym = tpc_object_symbol(obj, i)); i++)
		printf("%08x %c %c %s\n", sym->value, sym->global ? 'g' : 'l',
		       sym->function ? 'F' : ' ', sym->name);
}

static int find_cpu(const struct tpc_object *obj, const struct options *opts)
{
	int cpu = tpc_object_cpu(obj);

	if (opts->cpu >= 0) {
		if (cpu >= 0 && cpu != opts->cpu)
			tool_warn("%s: its metadata say %s, disassembling for "
				  "%s",
				  opts->input, tpc_cpu_name(cpu),
				  tpc_cpu_name(opts->cpu));
		return opts->cpu;
	}
	return cpu;
}

static int print_code(const struct tpc_object *obj, const struct options *opts,
		      struct lines *lines)
{
	struct tpc_disasm_options dis = {
		.addresses = !opts->no_addresses,
		.raw = !opts->no_raw,
		.before = lines ? lines_print : NULL,
		.ctx = lines,
	};
	int cpu = find_cpu(obj, opts), err;

	if (cpu < 0)
		return cpu;
	dis.cpu = cpu;
	err = tpc_disassemble(obj, &dis, stdout);
	if (err)
		tool_warn("%s: cannot be disassembled for %s: %s", opts->input,
			  tpc_cpu_name(cpu), strerror(-err));
	return err;
}

/* Experiment headers come first, as in a source file; the rest last. */
static int print_notes(const struct tpc_object *obj, const struct options *opts,
		       bool experiment)
{
	const struct tpc_note *note;
	int err = 0;
	size_t i;

	for (i = 0; !err && (note = tpc_object_note(obj, i)); i++)
		if (wanted(opts, note->section) &&
		    !strcmp(note->section, TPC_NOTE_EXPERIMENT) == experiment)
			err = tpc_print_note(note, stdout);
	return err;
}

static bool has_section(const struct tpc_object *obj, const char *name)
{
	if (!strcmp(name, TPC_SECTION_METADATA))
		return tpc_object_metadata(obj);
	return !strcmp(name, TPC_SECTION_TEXT) ||
	       tpc_object_find_note(obj, name);
}

/* Finds out before the first line is printed what cannot be disassembled. */
static int check_assembly(const struct tpc_object *obj,
			  const struct options *opts)
{
	if (opts->section && !has_section(obj, opts->section)) {
		tool_warn("%s: there is no section '%s' that has a text form",
			  opts->input, opts->section);
		return -1;
	}
	if (wanted(opts, TPC_SECTION_TEXT) && opts->cpu < 0 &&
	    tpc_object_cpu(obj) < 0) {
		tool_warn("%s: it has no metadata that name a processor; give "
			  "--mcpu",
			  opts->input);
		return -1;
	}
	return 0;
}

static int print_assembly(const struct tpc_object *obj,
			  const struct options *opts, struct lines *lines)
{
	const struct tpc_metadata *md = tpc_object_metadata(obj);
	int err;

	err = print_notes(obj, opts, true);
	if (!err && wanted(opts, TPC_SECTION_TEXT))
		err = print_code(obj, opts, lines);
	if (!err && md && wanted(opts, TPC_SECTION_METADATA))
		err = tpc_print_metadata(md, stdout);
	if (!err)
		err = print_notes(obj, opts, false);
	return err;
}

static int print_all(const struct tool_input *in, const struct tpc_object *obj,
		     const struct options *opts)
{
	const struct tpc_metadata *md = tpc_object_metadata(obj);
	struct lines *lines = NULL;
	int err = 0;

	if (opts->disassemble && check_assembly(obj, opts))
		return -1;
	if (opts->source && lines_read(in->data, in->size, in->name, &lines))
		return -1;
	if (lines && !lines_count(lines))
		tool_warn("%s: it names no source lines; compile with -g",
			  in->name);
	if (!opts->no_header && wants_text(opts))
		printf("// %s: TPC object%s%s\n", in->name,
		       tpc_object_cpu(obj) < 0 ? "" : " for ",
		       tpc_object_cpu(obj) < 0
			       ? ""
			       : tpc_cpu_name(tpc_object_cpu(obj)));
	if (opts->headers)
		err = sections_list(in->data, in->size);
	if (!err && opts->symbols)
		print_symbols(obj);
	if (!err && opts->metadata && md)
		err = tpc_print_metadata(md, stdout);
	if (!err && opts->contents)
		err = sections_dump(in->data, in->size, opts->section);
	if (!err && opts->disassemble)
		err = print_assembly(obj, opts, lines);
	lines_free(lines);
	return err;
}

/* Broken rules are what was asked for: they go to standard output. */
static int check_rules(const struct tool_input *in,
		       const struct tpc_object *obj)
{
	struct tpc_diags *diags = tpc_diags_new();
	int found = tpc_check(obj, in->name, TPC_CHECK_ALL, diags);

	tpc_diags_print(diags, stdout);
	tpc_diags_free(diags);
	if (found == -ENOTSUP)
		tool_warn("%s: there are no rules for its processor", in->name);
	return found ? -1 : 0;
}

static int dump(const struct tool_input *in, const struct options *opts)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	int err;

	err = tpc_object_read(in->data, in->size, in->name, diags, &obj);
	tpc_diags_print(diags, stderr);
	tpc_diags_free(diags);
	if (!err)
		err = print_all(in, obj, opts);
	if (!err && opts->check)
		err = check_rules(in, obj);
	tpc_object_free(obj);
	if (tool_flush())
		err = -1;
	return err ? EXIT_BAD_INPUT : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
	struct options opts = {.cpu = -1};
	struct tool_input in;
	int status;

	status = parse_options(argc, argv, &opts);
	if (status)
		return status < 0 ? EXIT_SUCCESS : status;
	if (tool_read(opts.input, &in))
		return EXIT_BAD_INPUT;
	setvbuf(stdout, NULL, _IOFBF, BUFFER_SIZE);
	status = dump(&in, &opts);
	tool_release(&in);
	return status;
}
