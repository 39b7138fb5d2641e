// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* tpc-as: assembles TPC kernels. */
#include "tool.h"
#include "tpc/asm.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct options {
	const char *input, *output;
	int cpu;
};

enum { OPT_HELP = 256, OPT_MCPU };

static const struct option long_options[] = {
	{"help", no_argument, NULL, OPT_HELP},
	{"mcpu", required_argument, NULL, OPT_MCPU},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"Usage: tpc-as [OPTION]... FILE\n"
	"Assembles a TPC kernel (FILE, or - for standard input) to an object.\n"
	"\n"
	"  -o FILE      write the object to FILE, - for standard output\n"
	"               (default: the input's name ending in .o, in the\n"
	"               current directory)\n"
	"  --mcpu=NAME  processor to assemble for (default: gaudi)\n"
	"  --help       show this text\n"
	"\n"
	"Exit status: 0 assembled, 1 the input is wrong, 2 wrong usage.\n"
	"\n"
	"Examples:\n"
	"  tpc-as --mcpu=gaudi -o add.o add.s\n"
	"      Assembles add.s to add.o.\n"
	"  echo halt | tpc-as -o - - | tpc-objdump -d -\n"
	"      Shows what becomes of a single line.\n";

/* kernel.s, dir/kernel.s: kernel.o. Returns NULL when memory is short. */
static char *default_output(const char *input)
{
	const char *base = strrchr(input, '/');
	const char *dot;
	char *name;
	int len;

	base = base ? base + 1 : input;
	dot = strrchr(base, '.');
	len = dot && dot != base ? dot - base : (int)strlen(base);
	return asprintf(&name, "%.*s.o", len, base) < 0 ? NULL : name;
}

static int check_operands(int argc, char **argv, struct options *opts)
{
	if (optind == argc)
		return tool_usage("no input file");
	if (argc - optind > 1)
		return tool_usage("more than one input file: '%s' and '%s'",
				  argv[optind], argv[optind + 1]);
	opts->input = argv[optind];
	if (!opts->output && !strcmp(opts->input, "-"))
		return tool_usage("-o is needed with standard input");
	return 0;
}

/* Returns 0, or an exit status with -1 for success. */
static int parse_options(int argc, char **argv, struct options *opts)
{
	const char *cpu = "gaudi";
	int c;

	opterr = 0;
	while ((c = getopt_long_only(argc, argv, ":o:", long_options, NULL)) >=
	       0) {
		switch (c) {
		case 'o':
			opts->output = optarg;
			break;
		case OPT_MCPU:
			cpu = optarg;
			break;
		case OPT_HELP:
			fputs(help_text, stdout);
			return tool_flush() ? EXIT_BAD_INPUT : -1;
		case ':':
			return tool_usage("option '%s' needs a value",
					  argv[optind - 1]);
		default:
			return tool_usage("unknown option '%s'",
					  argv[optind - 1]);
		}
	}
	opts->cpu = tool_cpu(cpu);
	if (opts->cpu < 0)
		return EXIT_BAD_USAGE;
	return check_operands(argc, argv, opts);
}

/* Whether both names lead to one regular file. */
static bool is_same_file(const char *a, const char *b)
{
	struct stat sa, sb;

	return !stat(a, &sa) && !stat(b, &sb) && S_ISREG(sa.st_mode) &&
	       sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}

static int write_object(const struct tpc_object *obj,
			const struct options *opts)
{
	const char *output = opts->output;
	char *named = NULL;
	uint8_t *bytes;
	size_t size;
	int err;

	err = tpc_object_write(obj, &bytes, &size);
	if (err) {
		tool_warn("the object cannot be built: %s", strerror(-err));
		return -1;
	}
	if (!output)
		output = named = default_output(opts->input);
	err = -1;
	if (output && is_same_file(output, opts->input))
		tool_warn("the output would replace the input '%s'; give "
			  "another name with -o",
			  opts->input);
	else if (output)
		err = tool_write(output, bytes, size);
	free(named);
	free(bytes);
	return err;
}

static int assemble(const struct tool_input *in, const struct options *opts)
{
	struct tpc_asm_options asm_opts = {.cpu = opts->cpu, .name = in->name};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	int err;

	err = tpc_assemble(in->data, in->size, &asm_opts, diags, &obj);
	tpc_diags_print(diags, stderr);
	if (err && !tpc_diags_errors(diags))
		tool_warn("%s: %s", in->name, strerror(-err));
	if (!err)
		err = write_object(obj, opts);
	tpc_object_free(obj);
	tpc_diags_free(diags);
	return err ? EXIT_BAD_INPUT : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
	struct options opts = {0};
	struct tool_input in;
	int status;

	status = parse_options(argc, argv, &opts);
	if (status)
		return status < 0 ? EXIT_SUCCESS : status;
	if (tool_read(opts.input, &in))
		return EXIT_BAD_INPUT;
	status = assemble(&in, &opts);
	tool_release(&in);
	return status;
}
