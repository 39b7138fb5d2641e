// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* tpc-cb: assembles and disassembles command buffers. */
#include "tool.h"
#include "tpc/cbtext.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#define MAX_MEMORIES 16

struct memory {
	const char *path;
	uint64_t address;
};

struct options {
	const char *input, *output, *queue;
	const struct tpc_cb *cb;
	bool disassemble, image, has_address;
	uint64_t address;
	struct memory memories[MAX_MEMORIES];
	unsigned num_memories;
	struct tpc_cb_print_options print;
};

enum {
	OPT_HELP = 256,
	OPT_ADDRESS,
	OPT_BYTES,
	OPT_CHIP,
	OPT_IMAGE,
	OPT_MEMORY,
	OPT_PLAIN,
	OPT_QUEUE,
};

static const struct option long_options[] = {
	{"address", required_argument, NULL, OPT_ADDRESS},
	{"bytes", no_argument, NULL, OPT_BYTES},
	{"chip", required_argument, NULL, OPT_CHIP},
	{"disassemble", no_argument, NULL, 'd'},
	{"help", no_argument, NULL, OPT_HELP},
	{"image", no_argument, NULL, OPT_IMAGE},
	{"launches", no_argument, NULL, 'l'},
	{"memory", required_argument, NULL, OPT_MEMORY},
	{"plain", no_argument, NULL, OPT_PLAIN},
	{"queue", required_argument, NULL, OPT_QUEUE},
	{NULL, 0, NULL, 0},
};

static const char help_text[] =
	"Usage: tpc-cb [OPTION]... FILE\n"
	"Assembles command buffers (FILE, or - for standard input), or with "
	"-d\n"
	"prints them as text that assembles to the same bytes.\n"
	"\n"
	"  -o FILE            write to FILE, - for standard output (default: "
	"the\n"
	"                     input's name ending in .cb; with -d standard "
	"output)\n"
	"  --chip=NAME        chip, where the input names none (default: "
	"gaudi)\n"
	"  --image            write an image (ELF) also of a single buffer;\n"
	"                     several buffers always become an image\n"
	"\n"
	"  -d, --disassemble  FILE is an image or the bytes of one buffer\n"
	"  -l, --launches     show kernel, arguments and tensors at each "
	"launch\n"
	"  --bytes            show places and bytes in comments\n"
	"  --plain            no comments\n"
	"of the bytes of one buffer:\n"
	"  --queue=NAME[,N]   whose packets they are: a queue and its stream\n"
	"  --address=ADDR     where they are in device memory\n"
	"  --memory=FILE@ADDR memory of the device, to print the buffers that\n"
	"                     packets refer to as well\n"
	"  --help             show this text\n"
	"\n"
	"Exit status: 0 done, 1 the input is wrong, 2 wrong usage.\n"
	"\n"
	"Examples:\n"
	"  tpc-cb -o launch.cb launch.cbs\n"
	"  tpc-cb -d -l launch.cb\n"
	"  tpc-cb -d --queue=TPC_0 --memory=hbm.bin@0x20000000 upper.bin\n";

static int parse_number(const char *text, uint64_t *value)
{
	char *end;

	errno = 0;
	*value = strtoull(text, &end, 0);
	return errno || end == text || *end || *text == '-' ? -1 : 0;
}

static int parse_memory(struct options *opts, char *text)
{
	char *at = strrchr(text, '@');
	struct memory *m;

	if (opts->num_memories == MAX_MEMORIES)
		return tool_usage("more than %d memories", MAX_MEMORIES);
	m = &opts->memories[opts->num_memories];
	if (!at || parse_number(at + 1, &m->address))
		return tool_usage("--memory wants FILE@ADDRESS, not '%s'",
				  text);
	opts->num_memories++;
	*at = '\0';
	m->path = text;
	return 0;
}

/* Returns 0, or an exit status with -1 for success. */
static int parse_option(int c, struct options *opts)
{
	switch (c) {
	case 'd':
		opts->disassemble = true;
		return 0;
	case 'l':
		opts->print.launches = true;
		return 0;
	case 'o':
		opts->output = optarg;
		return 0;
	case OPT_ADDRESS:
		opts->has_address = true;
		if (parse_number(optarg, &opts->address))
			return tool_usage("'%s' is no address", optarg);
		return 0;
	case OPT_BYTES:
		opts->print.bytes = true;
		return 0;
	case OPT_CHIP:
		opts->cb = tpc_cb_get(optarg);
		return opts->cb ? 0
				: tool_usage("no chip is called '%s'", optarg);
	case OPT_IMAGE:
		opts->image = true;
		return 0;
	case OPT_MEMORY:
		return parse_memory(opts, optarg);
	case OPT_PLAIN:
		opts->print.plain = true;
		return 0;
	case OPT_QUEUE:
		opts->queue = optarg;
		return 0;
	default:
		fputs(help_text, stdout);
		return tool_flush() ? EXIT_BAD_INPUT : -1;
	}
}

static int check_options(int argc, char **argv, struct options *opts)
{
	int status = tool_input_operand(argc, argv, &opts->input);

	if (status)
		return status;
	if (!opts->disassemble &&
	    (opts->queue || opts->has_address || opts->num_memories ||
	     opts->print.bytes || opts->print.plain || opts->print.launches))
		return tool_usage("-l, --bytes, --plain, --queue, --address "
				  "and --memory need -d");
	if (opts->disassemble && opts->image)
		return tool_usage("--image is for assembling");
	if (!opts->disassemble && !opts->output && !strcmp(opts->input, "-"))
		return tool_usage("-o is needed with standard input");
	return 0;
}

static int parse_options(int argc, char **argv, struct options *opts)
{
	int c, status;

	opterr = 0;
	while ((c = getopt_long(argc, argv, ":dlo:", long_options, NULL)) >=
	       0) {
		if (c == ':' || c == '?')
			return tool_bad_option(c, argv);
		status = parse_option(c, opts);
		if (status)
			return status;
	}
	return check_options(argc, argv, opts);
}

/* Refuses to write over what has been read. */
static int check_output(const char *output, const struct options *opts)
{
	unsigned i;

	if (tool_check_output(output, opts->input))
		return -1;
	for (i = 0; i < opts->num_memories; i++)
		if (tool_check_output(output, opts->memories[i].path))
			return -1;
	return 0;
}

static int write_image(const struct tpc_cb_image *image, const char *output)
{
	uint8_t *bytes;
	size_t size;
	int err = tpc_cb_image_write(image, &bytes, &size);

	if (err) {
		tool_warn("the image cannot be built: %s", strerror(-err));
		return err;
	}
	err = tool_write(output, bytes, size);
	free(bytes);
	return err;
}

static int write_result(const struct tpc_cb_image *image,
			const struct options *opts)
{
	char *named =
		opts->output ? NULL : tool_default_output(opts->input, ".cb");
	const char *output = opts->output ? opts->output : named;
	const struct tpc_cb_buffer *b = tpc_cb_image_get(image, 0);
	int err = output ? check_output(output, opts) : -1;

	if (!err && tpc_cb_image_count(image) == 1 && !opts->image)
		err = tool_write(output, b->data, b->size);
	else if (!err)
		err = write_image(image, output);
	free(named);
	return err;
}

static int assemble(const struct tool_input *in, const struct options *opts)
{
	struct tpc_cb_text_options text = {.file = in->name, .cb = opts->cb};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_cb_image *image = NULL;
	int err;

	err = diags ? tpc_cb_assemble(in->data, in->size, &text, diags, &image)
		    : -ENOMEM;
	if (diags)
		tpc_diags_print(diags, stderr);
	if (err == -ENOMEM)
		tool_warn("%s: %s", in->name, strerror(ENOMEM));
	if (!err && !tpc_cb_image_count(image)) {
		tool_warn("%s: there is nothing in it", in->name);
		err = -EINVAL;
	}
	if (!err)
		err = write_result(image, opts);
	tpc_cb_image_free(image);
	tpc_diags_free(diags);
	return err ? EXIT_BAD_INPUT : EXIT_SUCCESS;
}

static int find_queue(const struct options *opts, struct tpc_cb_buffer *b)
{
	const char *comma;
	uint64_t stream = 0;
	size_t len;

	if (!opts->queue)
		return 0;
	comma = strchrnul(opts->queue, ',');
	len = comma - opts->queue;
	b->queue = tpc_cb_queue_by_name(opts->cb, opts->queue, len);
	if (!b->queue)
		return tool_usage("%s has no queue '%.*s'", opts->cb->name,
				  (int)len, opts->queue);
	if (*comma &&
	    (parse_number(comma + 1, &stream) || stream >= b->queue->streams))
		return tool_usage("queue %s has streams 0 to %u",
				  b->queue->name, b->queue->streams - 1);
	b->stream = (unsigned)stream;
	return 0;
}

/* The input as an image: it is one, or it is the bytes of a buffer. */
static int load(const struct tool_input *in, const struct options *opts,
		struct tpc_cb_image **image)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_cb_buffer b = {
		.name = "cb",
		.has_address = opts->has_address,
		.address = opts->address,
		.data = (const uint8_t *)in->data,
		.size = in->size,
	};
	int err;

	err = tpc_cb_image_read(in->data, in->size, in->name, diags, image);
	if (diags)
		tpc_diags_print(diags, stderr);
	tpc_diags_free(diags);
	if (err != -ENOEXEC)
		return err ? EXIT_BAD_INPUT : 0;
	err = find_queue(opts, &b);
	if (err)
		return err;
	*image = tpc_cb_image_new(opts->cb);
	if (*image && !tpc_cb_image_add(*image, &b))
		return 0;
	tool_warn("%s: it cannot be held in memory, or goes beyond the last "
		  "address",
		  in->name);
	return EXIT_BAD_INPUT;
}

static int follow(struct tpc_cb_image *image, const struct options *opts)
{
	struct tool_input memory;
	unsigned i;
	int rc;

	for (i = 0; i < opts->num_memories; i++) {
		if (tool_read(opts->memories[i].path, &memory))
			return -1;
		rc = tpc_cb_follow(image, opts->memories[i].address,
				   memory.data, memory.size);
		tool_release(&memory);
		if (rc < 0) {
			tool_warn("%s", strerror(-rc));
			return -1;
		}
	}
	return 0;
}

static int print(const struct tpc_cb_image *image, const struct options *opts)
{
	const char *output = opts->output ? opts->output : "-";
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	int err = out ? tpc_cb_print(image, &opts->print, out) : -ENOMEM;

	if (out && fclose(out))
		err = -ENOMEM;
	if (err)
		tool_warn("%s", strerror(-err));
	else
		err = check_output(output, opts);
	if (!err)
		err = tool_write(output, text, size);
	free(text);
	return err;
}

static int disassemble(const struct tool_input *in, const struct options *opts)
{
	struct tpc_cb_image *image = NULL;
	int status = load(in, opts, &image);

	if (!status && (follow(image, opts) || print(image, opts)))
		status = EXIT_BAD_INPUT;
	tpc_cb_image_free(image);
	return status;
}

int main(int argc, char **argv)
{
	struct options opts = {.cb = tpc_cb_get("gaudi")};
	struct tool_input in;
	int status;

	status = parse_options(argc, argv, &opts);
	if (status)
		return status < 0 ? EXIT_SUCCESS : status;
	if (tool_read(opts.input, &in))
		return EXIT_BAD_INPUT;
	status = opts.disassemble ? disassemble(&in, &opts)
				  : assemble(&in, &opts);
	tool_release(&in);
	return status;
}
