/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-run's command line. */
#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "run.h"

static const char help[] =
	"usage: tpc-run [options] KERNEL\n"
	"Runs a TPC kernel (assembly text or ELF object) and checks its "
	"results.\n"
	"\n"
	"Assembly files can declare tensors, arguments, index space and "
	"expected\n"
	"results in lines that start with '@'; then no option is needed.\n"
	"\n"
	"  -t, --tensor NAME=FILE[:TYPE[DIMS]]\n"
	"                       bind a tensor to a .npy file. Of a declared "
	"tensor\n"
	"                       the declaration says whether it is read or "
	"written.\n"
	"                       Others get numbers in the order of the "
	"options:\n"
	"                       with DIMS the tensor is written, without it "
	"is\n"
	"                       read, and TYPE bf16 takes a file of u2 "
	"elements.\n"
	"                       DIMS: [64,4], dimension 0 (NumPy's last) "
	"first\n"
	"      --save NAME=FILE write a tensor's contents after the run\n"
	"      --dump NAME      print a tensor after the run\n"
	"      --arg VALUE      scalar argument, in order; or NAME=VALUE of a\n"
	"                       declared one. 1.5 is f32, 3 is i32, 0x3 is "
	"u32;\n"
	"                       TYPE:VALUE for another type\n"
	"      --index-space N[,N...]\n"
	"                       sizes of the index space\n"
	"  -D, --define NAME=N  value for a name declared with @let\n"
	"  -d, --device NAME    sim:gaudi (default), /dev/accel/accelN, "
	"/dev/hlN\n"
	"      --mcpu CPU       generation of assembly text (default gaudi)\n"
	"      --tpcs N         use N TPCs (default: headers, else all)\n"
	"      --parts N        divide the index space into N parts (default: "
	"one\n"
	"                       a TPC)\n"
	"      --timeout S      give up after S seconds (default: never)\n"
	"      --max-bundles N  simulator: stop a kernel after N bundles "
	"(default:\n"
	"                       268435456, some seconds of an endless one)\n"
	"      --strict         simulator: stop at a register read too early\n"
	"      --early-reads    simulator: count such reads in --stats\n"
	"      --stats          print bundles, cycles and slot use\n"
	"      --trace FILE     simulator: a line for every bundle, written as "
	"it\n"
	"                       runs; - is standard error\n"
	"      --dump-cb FILE   write the command buffers that are submitted: "
	"as\n"
	"                       text if FILE ends in .cbs, else as an image "
	"for\n"
	"                       tpc-cb -d\n"
	"      --help, --version\n"
	"\n"
	"FILE may be - for standard input or output; verdict, dumps and "
	"statistics\n"
	"then go to standard error. Results are written only when the kernel "
	"ended\n"
	"well and all expectations hold.\n"
	"Exit status: 0 good, 1 error or mismatch, 2 wrong command line.\n"
	"\n"
	"Examples:\n"
	"  tpc-run --stats examples/add/add.s\n"
	"  tpc-run relu.s -t x=in.npy -t y=out.npy:f32[64,4] --arg 0.1 "
	"--index-space 1,4\n";

enum {
	OPT_ARG = 256,
	OPT_DUMP,
	OPT_DUMP_CB,
	OPT_EARLY,
	OPT_HELP,
	OPT_MAX_BUNDLES,
	OPT_MCPU,
	OPT_PARTS,
	OPT_SAVE,
	OPT_SPACE,
	OPT_STATS,
	OPT_STRICT,
	OPT_TIMEOUT,
	OPT_TPCS,
	OPT_TRACE,
	OPT_VERSION,
};

static const struct option long_options[] = {
	{"arg", required_argument, NULL, OPT_ARG},
	{"define", required_argument, NULL, 'D'},
	{"device", required_argument, NULL, 'd'},
	{"dump", required_argument, NULL, OPT_DUMP},
	{"dump-cb", required_argument, NULL, OPT_DUMP_CB},
	{"early-reads", no_argument, NULL, OPT_EARLY},
	{"help", no_argument, NULL, OPT_HELP},
	{"index-space", required_argument, NULL, OPT_SPACE},
	{"max-bundles", required_argument, NULL, OPT_MAX_BUNDLES},
	{"mcpu", required_argument, NULL, OPT_MCPU},
	{"parts", required_argument, NULL, OPT_PARTS},
	{"save", required_argument, NULL, OPT_SAVE},
	{"stats", no_argument, NULL, OPT_STATS},
	{"strict", no_argument, NULL, OPT_STRICT},
	{"tensor", required_argument, NULL, 't'},
	{"timeout", required_argument, NULL, OPT_TIMEOUT},
	{"tpcs", required_argument, NULL, OPT_TPCS},
	{"trace", required_argument, NULL, OPT_TRACE},
	{"version", no_argument, NULL, OPT_VERSION},
	{0},
};

/* A decimal number from @min to @max; *end is behind it. */
static bool number(const char *text, uint64_t min, uint64_t max,
		   uint64_t *value, const char **end)
{
	unsigned long long v;
	char *stop;

	if (!isdigit((unsigned char)*text))
		return false;
	errno = 0;
	v = strtoull(text, &stop, 10);
	if (errno || v < min || v > max)
		return false;
	*value = v;
	*end = stop;
	return true;
}

static int whole_number(const char *option, const char *text, uint64_t min,
			uint64_t max, uint64_t *value)
{
	const char *end;

	if (number(text, min, max, value, &end) && !*end)
		return 0;
	return tool_usage("%s %s: expected a number from %llu to %llu", option,
			  text, (unsigned long long)min,
			  (unsigned long long)max);
}

/* "4,8" up to @stop; the number of sizes or 0. */
static unsigned sizes(const char *text, char stop, uint64_t *out)
{
	unsigned count = 0;

	for (;;) {
		if (count == TPC_DIMS ||
		    !number(text, 1, INT32_MAX, &out[count++], &text))
			return 0;
		if (*text == stop)
			return stop && text[1] ? 0 : count;
		if (*text++ != ',')
			return 0;
	}
}

/*
 * Cuts ":TYPE" or ":TYPE[DIMS]" off a file name. A colon followed by something
 * else belongs to the name.
 */
static int cut_suffix(struct run_binding *b)
{
	char *colon = strrchr(b->file, ':'), *bracket;
	int type;

	b->type = -1;
	if (!colon)
		return 0;
	bracket = strchr(colon, '[');
	if (bracket)
		*bracket = 0;
	type = tpc_experiment_type_by_name(colon + 1);
	if (bracket)
		*bracket = '[';
	if (type < 0 && bracket)
		return tool_usage("'%s': unknown element type (known: f32 bf16 "
				  "i32 u32 i16 u16 i8 u8)",
				  colon + 1);
	if (type < 0)
		return 0;
	*colon = 0;
	b->type = type;
	if (!bracket)
		return 0;
	b->num_dims = sizes(bracket + 1, ']', b->dims);
	if (!b->num_dims)
		return tool_usage("'%s': expected 1 to %d sizes from 1 to %d, "
				  "as in [64,4]",
				  bracket, TPC_DIMS, INT32_MAX);
	return 0;
}

static int binding(const char *option, const char *text,
		   struct run_binding *list, unsigned *count, bool suffix)
{
	struct run_binding *b = &list[*count];
	const char *equals = strchr(text, '=');

	if (*count == RUN_MAX_TENSORS)
		return tool_usage("%s: more than %d tensors", option,
				  RUN_MAX_TENSORS);
	if (!equals || equals == text || !equals[1])
		return tool_usage("%s %s: expected NAME=FILE", option, text);
	memset(b, 0, sizeof(*b));
	b->name = strndup(text, (size_t)(equals - text));
	b->file = strdup(equals + 1);
	(*count)++; /* freed with the options from here on */
	if (!b->name || !b->file)
		return tool_error(NULL, "out of memory");
	b->type = -1;
	return suffix ? cut_suffix(b) : 0;
}

static int define(struct run_options *o, const char *text)
{
	const char *equals = strchr(text, '=');
	unsigned n = o->num_defines;
	char *end;

	if (n == RUN_MAX_DEFINES)
		return tool_usage("-D: more than %d names", RUN_MAX_DEFINES);
	if (!equals || equals == text || !equals[1])
		return tool_usage("-D %s: expected NAME=N", text);
	errno = 0;
	o->define[n].value = strtoll(equals + 1, &end, 0);
	if (errno || *end)
		return tool_usage("-D %s: '%s' is no integer", text,
				  equals + 1);
	o->define_name[n] = strndup(text, (size_t)(equals - text));
	if (!o->define_name[n])
		return tool_error(NULL, "out of memory");
	o->define[n].name = o->define_name[n];
	o->num_defines++;
	return 0;
}

static int space(struct run_options *o, const char *text)
{
	uint64_t size[TPC_DIMS];
	unsigned d;

	o->space_rank = sizes(text, 0, size);
	if (!o->space_rank)
		return tool_usage("--index-space %s: expected 1 to %d sizes "
				  "from 1 to %d, as in 4,8",
				  text, TPC_DIMS, INT32_MAX);
	for (d = 0; d < o->space_rank; d++)
		o->space[d] = (uint32_t)size[d];
	return 0;
}

static int timeout(struct run_options *o, const char *text)
{
	double seconds;
	char *end;

	seconds = strtod(text, &end);
	if (end == text || *end || !(seconds > 0) || seconds > 1e9)
		return tool_usage("--timeout %s: expected seconds above 0",
				  text);
	o->timeout_us = (int64_t)(seconds * 1e6);
	if (!o->timeout_us)
		o->timeout_us = 1;
	return 0;
}

static int listed(const char *option, const char *text, const char **list,
		  unsigned *count, unsigned max)
{
	if (*count == max)
		return tool_usage("%s: given more than %u times", option, max);
	list[(*count)++] = text;
	return 0;
}

static int take(struct run_options *o, int option, const char *arg)
{
	uint64_t n = 0;
	int status;

	switch (option) {
	case 't':
		return binding("-t", arg, o->tensor, &o->num_tensors, true);
	case OPT_SAVE:
		return binding("--save", arg, o->save, &o->num_saves, false);
	case OPT_DUMP:
		return listed("--dump", arg, o->dump, &o->num_dumps,
			      RUN_MAX_TENSORS);
	case OPT_ARG:
		return listed("--arg", arg, o->arg, &o->num_args, RUN_MAX_ARGS);
	case 'D':
		return define(o, arg);
	case 'd':
		o->device = arg;
		return 0;
	case OPT_MCPU:
		o->cpu = arg;
		return 0;
	case OPT_SPACE:
		return space(o, arg);
	case OPT_TPCS:
		status = whole_number("--tpcs", arg, 1, TPC_MAX_TPCS, &n);
		o->tpcs = (unsigned)n;
		return status;
	case OPT_PARTS:
		status = whole_number("--parts", arg, 1, TPC_MAX_PARTS, &n);
		o->parts = (unsigned)n;
		return status;
	case OPT_MAX_BUNDLES:
		return whole_number("--max-bundles", arg, 1, UINT64_MAX,
				    &o->max_bundles);
	case OPT_TIMEOUT:
		return timeout(o, arg);
	case OPT_EARLY:
		o->early = true;
		return 0;
	case OPT_STATS:
		o->stats = true;
		return 0;
	case OPT_STRICT:
		o->strict = true;
		return 0;
	case OPT_DUMP_CB:
		o->dump_cb = arg;
		return 0;
	case OPT_TRACE:
		o->trace = arg;
		return 0;
	default:
		/* getopt has said what is wrong. */
		return EXIT_USAGE;
	}
}

int run_parse_options(struct run_options *o, int argc, char **argv, bool *done)
{
	int option, status = 0;

	o->device = "sim:gaudi";
	o->cpu = "gaudi";
	o->timeout_us = -1;
	while (!status && (option = getopt_long(argc, argv, "D:d:t:",
						long_options, NULL)) != -1) {
		if (option == OPT_HELP || option == OPT_VERSION) {
			fputs(option == OPT_HELP
				      ? help
				      : "tpc-run (OpenTPC) " TPC_VERSION "\n",
			      stdout);
			*done = true;
			return 0;
		}
		status = take(o, option, optarg);
	}
	if (status)
		return status;
	if (optind == argc)
		return tool_usage("no kernel given");
	if (optind + 1 < argc)
		return tool_usage("'%s': only one kernel can be run",
				  argv[optind + 1]);
	o->kernel = argv[optind];
	return 0;
}

void run_free_options(struct run_options *o)
{
	unsigned i;

	for (i = 0; i < o->num_tensors; i++) {
		free(o->tensor[i].name);
		free(o->tensor[i].file);
	}
	for (i = 0; i < o->num_saves; i++) {
		free(o->save[i].name);
		free(o->save[i].file);
	}
	for (i = 0; i < o->num_defines; i++)
		free(o->define_name[i]);
}
