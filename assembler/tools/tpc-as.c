// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* tpc-as: assembles TPC kernels. */
#include "outfile.h"
#include "tool.h"
#include "tpc/asm.h"
#include "tpc/check.h"

#include <errno.h>
#include <getopt.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A file that .include has asked for. */
struct included {
	struct included *next;
	char *path;
	struct tool_input in;
};

struct options {
	const char *input, *output, *listing, *deps;
	char *named_output, *named_deps; /* if the tool has made the name up */
	int cpu;
	bool want_deps, fatal_warnings;
	unsigned checks; /* bit set over enum tpc_check */
	char *defines;	 /* text for the assembler */
	size_t defines_size;
	FILE *define;
	const char **dirs; /* of -I */
	size_t num_dirs;
	struct included *included;
	void *included_index; /* a tree of them, by path */
	bool compress;
};

enum { OPT_HELP = 256, OPT_COMPRESS, OPT_MCPU, OPT_MD, OPT_MF };

static const struct option long_options[] = {
	{"compress", no_argument, NULL, OPT_COMPRESS},
	{"help", no_argument, NULL, OPT_HELP},
	{"mcpu", required_argument, NULL, OPT_MCPU},
	{"MD", no_argument, NULL, OPT_MD},
	{"MF", required_argument, NULL, OPT_MF},
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
	"  --compress   pair bundles that have a compressed form (greco, "
	"gaudi2)\n"
	"  -D NAME[=N]  define a symbol (default: 1)\n"
	"  -I DIR       look for included files in DIR as well\n"
	"  -l FILE      write a listing: lines with addresses and bytes\n"
	"  -MD, -MF FILE\n"
	"               write what the object depends on, for make, to FILE\n"
	"               (default: the object's name ending in .d)\n"
	"  -Wall, -WNAME, -Wno-NAME\n"
	"               check the code against the rules of the machine, all "
	"or\n"
	"               one: early, order, bundle, distance, loop, end, type\n"
	"  -Werror      warnings are errors\n"
	"  --help       show this text\n"
	"\n"
	"Exit status: 0 assembled, 1 the input is wrong, 2 wrong usage.\n"
	"\n"
	"Examples:\n"
	"  tpc-as --mcpu=gaudi -o add.o add.s\n"
	"      Assembles add.s to add.o.\n"
	"  echo halt | tpc-as -o - - | tpc-objdump -d -\n"
	"      Shows what becomes of a single line.\n";

static int check_operands(int argc, char **argv, struct options *opts)
{
	int status = tool_input_operand(argc, argv, &opts->input);

	if (status)
		return status;
	if (!opts->output && !strcmp(opts->input, "-"))
		return tool_usage("-o is needed with standard input");
	if (opts->want_deps && !opts->deps && opts->output &&
	    !strcmp(opts->output, "-"))
		return tool_usage("-MF is needed with standard output");
	return 0;
}

/* -Wall, -Werror, -Wearly, -Wno-early. */
static int set_warning(struct options *opts, const char *name)
{
	bool off = !strncmp(name, "no-", 3);
	int check = tpc_check_by_name(off ? name + 3 : name);

	if (!strcmp(name, "error"))
		opts->fatal_warnings = true;
	else if (!strcmp(name, "all"))
		opts->checks = TPC_CHECK_ALL;
	else if (check < 0)
		return tool_usage(
			"unknown warning '%s'; there are: all, "
			"early, order, bundle, distance, loop, end, type, "
			"error",
			name);
	else if (off)
		opts->checks &= ~(1u << check);
	else
		opts->checks |= 1u << check;
	return 0;
}

/* NAME or NAME=VALUE becomes a line of assembly. */
static int add_define(struct options *opts, const char *text)
{
	size_t len = strcspn(text, "=");

	if (!len || strchr(text, '\n'))
		return tool_usage("-D wants NAME or NAME=VALUE, not '%s'",
				  text);
	if (!opts->define)
		opts->define =
			open_memstream(&opts->defines, &opts->defines_size);
	if (opts->define)
		fprintf(opts->define, ".set %.*s, %s\n", (int)len, text,
			text[len] ? text + len + 1 : "1");
	return 0;
}

static int add_dir(struct options *opts, const char *dir)
{
	const char **dirs =
		reallocarray(opts->dirs, opts->num_dirs + 1, sizeof(*dirs));

	if (!dirs) {
		tool_warn("%s", strerror(ENOMEM));
		return EXIT_BAD_INPUT;
	}
	opts->dirs = dirs;
	dirs[opts->num_dirs++] = dir;
	return 0;
}

/* Returns 0, or an exit status with -1 for success. */
static int parse_options(int argc, char **argv, struct options *opts)
{
	const char *cpu = "gaudi";
	int c, status = 0;

	opterr = 0;
	while (!status && (c = getopt_long_only(argc, argv, ":o:D:I:l:W:",
						long_options, NULL)) >= 0) {
		switch (c) {
		case 'D':
			status = add_define(opts, optarg);
			break;
		case 'I':
			status = add_dir(opts, optarg);
			break;
		case 'l':
			opts->listing = optarg;
			break;
		case 'W':
			status = set_warning(opts, optarg);
			break;
		case OPT_MD:
			opts->want_deps = true;
			break;
		case OPT_MF:
			opts->want_deps = true;
			opts->deps = optarg;
			break;
		case 'o':
			opts->output = optarg;
			break;
		case OPT_COMPRESS:
			opts->compress = true;
			break;
		case OPT_MCPU:
			cpu = optarg;
			break;
		case OPT_HELP:
			fputs(help_text, stdout);
			return tool_flush() ? EXIT_BAD_INPUT : -1;
		default:
			return tool_bad_option(c, argv);
		}
	}
	if (status)
		return status;
	opts->cpu = tool_cpu(cpu);
	if (opts->cpu < 0)
		return EXIT_BAD_USAGE;
	if (opts->compress && !tpc_has_halves(tpc_isa_get(opts->cpu)))
		return tool_usage("--compress: %s has no compressed bundles",
				  tpc_cpu_name(opts->cpu));
	return check_operands(argc, argv, opts);
}

static int by_path(const void *a, const void *b)
{
	const struct included *x = a, *y = b;

	return strcmp(x->path, y->path);
}

/* Opens a file once; it stays until the end. Takes @path. */
static struct included *open_included(struct options *opts, char *path)
{
	struct included *file = calloc(1, sizeof(*file)), **known;

	if (!file)
		goto fail;
	file->path = path;
	known = tsearch(file, &opts->included_index, by_path);
	if (!known)
		goto fail;
	if (*known != file) {
		free(path);
		free(file);
		return *known;
	}
	if (tool_read(path, &file->in)) {
		tdelete(file, &opts->included_index, by_path);
		goto fail;
	}
	file->next = opts->included;
	opts->included = file;
	return file;
fail:
	free(path);
	free(file);
	return NULL;
}

static char *join(const char *dir, int len, const char *name)
{
	char *path;

	if (*name == '/' || !len)
		return strdup(name);
	return asprintf(&path, "%.*s/%s", len, dir, name) < 0 ? NULL : path;
}

/* Beside the file itself, then in the folders of -I. */
static int include(void *ctx, const char *name, const char **path,
		   const char **text, size_t *size)
{
	struct options *opts = ctx;
	const char *slash = strrchr(opts->input, '/');
	struct included *file;
	struct stat st;
	char *try;
	size_t i;

	try = join(opts->input, slash ? (int)(slash - opts->input) : 0, name);
	for (i = 0; try && stat(try, &st) && i < opts->num_dirs; i++) {
		free(try);
		try = join(opts->dirs[i], (int)strlen(opts->dirs[i]), name);
	}
	if (!try)
		return -ENOMEM;
	if (stat(try, &st)) {
		free(try);
		return -ENOENT;
	}
	if (!S_ISREG(st.st_mode)) {
		free(try);
		return -EINVAL;
	}
	file = open_included(opts, try);
	if (!file)
		return -EIO;
	*path = file->path;
	*text = file->in.data;
	*size = file->in.size;
	return 0;
}

/* A file name in a rule of make. */
static void print_name(const char *name, FILE *out)
{
	for (; *name; name++) {
		if (*name == ' ' || *name == '#')
			putc('\\', out);
		if (*name == '$')
			putc('$', out);
		putc(*name, out);
	}
}

/* kernel.o: kernel.d */
static char *default_deps(const char *output)
{
	const char *dot = strrchr(output, '.');
	char *name;
	int len;

	if (!dot || strchr(dot, '/'))
		dot = output + strlen(output);
	len = (int)(dot - output);
	return asprintf(&name, "%.*s.d", len, output) < 0 ? NULL : name;
}

/* Gives the outputs that are wanted and have no name one. */
static int name_outputs(struct options *opts)
{
	if (!opts->output)
		opts->output = opts->named_output =
			tool_default_output(opts->input, ".o");
	if (opts->output && opts->want_deps && !opts->deps)
		opts->deps = opts->named_deps = default_deps(opts->output);
	return opts->output && (opts->deps || !opts->want_deps) ? 0 : -1;
}

/* Whether two outputs would be one file; devices may take several. */
static bool is_same_output(const char *a, const char *b)
{
	if (!a || !b)
		return false;
	return !strcmp(a, "-") ? !strcmp(b, "-") : outfile_is_same(a, b);
}

/* Refuses to write over what has been read, or one output over another. */
static int check_outputs(const struct options *opts)
{
	const char *const outputs[] = {opts->output, opts->listing, opts->deps};
	const struct included *file;
	size_t i, j;

	for (i = 0; i < sizeof(outputs) / sizeof(outputs[0]); i++) {
		if (!outputs[i])
			continue;
		if (tool_check_output(outputs[i], opts->input))
			return -1;
		for (file = opts->included; file; file = file->next)
			if (tool_check_output(outputs[i], file->path))
				return -1;
		for (j = 0; j < i; j++) {
			if (!is_same_output(outputs[i], outputs[j]))
				continue;
			tool_warn("object, listing and dependencies need "
				  "files of their own, not both '%s'",
				  outputs[i]);
			return -1;
		}
	}
	return 0;
}

static int write_deps(const struct options *opts)
{
	const struct included *file;
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	int err = -1;

	if (out) {
		print_name(opts->output, out);
		putc(':', out);
		putc(' ', out);
		print_name(opts->input, out);
		for (file = opts->included; file; file = file->next) {
			putc(' ', out);
			print_name(file->path, out);
		}
		putc('\n', out);
	}
	if (out && !fclose(out))
		err = tool_write(opts->deps, text, size);
	free(text);
	return err;
}

static int write_object(const struct tpc_object *obj,
			const struct options *opts)
{
	struct outfile out;
	int err = outfile_open(&out, opts->output);

	if (!err) {
		err = tpc_object_save(obj, out.file);
		if (!err)
			err = outfile_finish(&out);
		if (!err)
			err = outfile_keep(&out);
		outfile_drop(&out);
	}
	if (err)
		tool_warn("%s: cannot be written: %s", opts->output,
			  strerror(-err));
	return err;
}

/* Warnings go to @diags; returns an error if they are fatal. */
static int check(const struct tpc_object *obj, const struct tool_input *in,
		 const struct options *opts, struct tpc_diags *diags)
{
	int found = 0;

	if (opts->checks)
		found = tpc_check(obj, in->name, opts->checks, diags);
	if (found < 0)
		return found;
	return found && opts->fatal_warnings ? -EINVAL : 0;
}

static int assemble(const struct tool_input *in, struct options *opts)
{
	struct tpc_asm_options asm_opts = {
		.cpu = opts->cpu,
		.name = in->name,
		.compress = opts->compress,
		.include = include,
		.ctx = opts,
	};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	char *listing = NULL;
	size_t size;
	int err;

	if (opts->define)
		fclose(opts->define);
	asm_opts.defines = opts->defines;
	if (opts->listing)
		asm_opts.listing = open_memstream(&listing, &size);
	err = tpc_assemble(in->data, in->size, &asm_opts, diags, &obj);
	if (!err)
		err = check(obj, in, opts, diags);
	tpc_diags_print(diags, stderr);
	if (err && !tpc_diags_errors(diags) && !tpc_diags_warnings(diags))
		tool_warn("%s: %s", in->name, strerror(-err));
	if (asm_opts.listing)
		fclose(asm_opts.listing);
	if (!err)
		err = name_outputs(opts);
	if (!err)
		err = check_outputs(opts);
	if (!err && opts->listing)
		err = tool_write(opts->listing, listing, size);
	if (!err)
		err = write_object(obj, opts);
	if (!err && opts->want_deps)
		err = write_deps(opts);
	free(listing);
	tpc_object_free(obj);
	tpc_diags_free(diags);
	return err ? EXIT_BAD_INPUT : EXIT_SUCCESS;
}

static void release(struct options *opts)
{
	struct included *file, *next;

	for (file = opts->included; file; file = next) {
		next = file->next;
		tdelete(file, &opts->included_index, by_path);
		tool_release(&file->in);
		free(file->path);
		free(file);
	}
	free(opts->named_output);
	free(opts->named_deps);
	free(opts->defines);
	free(opts->dirs);
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
	release(&opts);
	return status;
}
