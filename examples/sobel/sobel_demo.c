/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Edge filter on a photograph: PNG file, kernel from assembly text, device
 * memory, launch on all TPCs, comparison with the host, PNG file.
 */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "picture.h"
#include "tpc/asm.h"
#include "tpc/tpc.h"

#define PIXELS_A_MEMBER 256 /* of the kernel's index space, along a row */
#define BORDER		2   /* the result is this much narrower and lower */
#define TIMEOUT_US	120000000
#define GAP		8 /* pixels between the two pictures of a pair */

struct options {
	const char *kernel, *input, *output, *pair, *device;
	unsigned tpcs;
};

struct demo {
	const struct options *options;
	char *default_input;
	struct picture in, out;
	uint8_t *elf;
	size_t elf_size;
	struct tpc_device *dev;
	struct tpc_kernel *kernel;
	struct tpc_mem *src, *dst;
	struct tpc_buf *src_buf, *dst_buf;
	struct tpc_launch *launch;
};

static const char usage[] =
	"Usage: sobel-demo [options]\n"
	"Finds the edges of a picture with a TPC kernel.\n"
	"\n"
	"  -k, --kernel FILE  assembly text or object "
	"(examples/sobel/sobel.s)\n"
	"  -i, --input FILE   PNG picture (camera.png beside the kernel)\n"
	"  -o, --output FILE  PNG picture to write (sobel.png)\n"
	"  -p, --pair FILE    also write both pictures side by side\n"
	"  -d, --device NAME  sim:gaudi, /dev/accel/accelN or /dev/hlN "
	"(sim:gaudi)\n"
	"  -n, --tpcs N       number of TPCs (all)\n"
	"  -h, --help         this text\n"
	"\n"
	"Examples:\n"
	"  sobel-demo\n"
	"  sobel-demo -i cat.png -o edges.png -d /dev/accel/accel0\n";

static int complain(const char *what)
{
	fprintf(stderr, "sobel-demo: error: %s\n", what);
	return 1;
}

/* Reports a failed call on the device. */
static int device_error(struct demo *demo, const char *what, int err)
{
	char why[512] = "";

	if (demo->dev)
		tpc_device_message(demo->dev, why, sizeof(why));
	fprintf(stderr, "sobel-demo: error: %s: %s%s%s\n", what, strerror(-err),
		*why ? ": " : "", why);
	return 1;
}

/* 0, or the exit status with *done set. */
static int parse_options(struct options *o, int argc, char **argv, bool *done)
{
	static const struct option longs[] = {
		{"kernel", required_argument, NULL, 'k'},
		{"input", required_argument, NULL, 'i'},
		{"output", required_argument, NULL, 'o'},
		{"pair", required_argument, NULL, 'p'},
		{"device", required_argument, NULL, 'd'},
		{"tpcs", required_argument, NULL, 'n'},
		{"help", no_argument, NULL, 'h'},
		{0},
	};
	const char **target;
	char *end;
	int c;

	*done = true;
	while ((c = getopt_long(argc, argv, "k:i:o:p:d:n:h", longs, NULL)) !=
	       -1) {
		target = c == 'k'   ? &o->kernel
			 : c == 'i' ? &o->input
			 : c == 'o' ? &o->output
			 : c == 'p' ? &o->pair
			 : c == 'd' ? &o->device
				    : NULL;
		if (target) {
			*target = optarg;
		} else if (c == 'n') {
			errno = 0;
			o->tpcs = strtoul(optarg, &end, 10);
			if (errno || *end || !o->tpcs ||
			    o->tpcs > TPC_MAX_TPCS) {
				fprintf(stderr,
					"sobel-demo: error: --tpcs '%s' "
					"(legal: 1 to %d)\n",
					optarg, TPC_MAX_TPCS);
				return 2;
			}
		} else if (c == 'h') {
			fputs(usage, stdout);
			return 0;
		} else {
			fputs("Try 'sobel-demo --help'.\n", stderr);
			return 2;
		}
	}
	if (optind < argc) {
		fprintf(stderr, "sobel-demo: error: unexpected argument '%s'\n",
			argv[optind]);
		return 2;
	}
	*done = false;
	return 0;
}

static int read_file(const char *path, uint8_t **bytes, size_t *size)
{
	FILE *f = fopen(path, "rb");
	uint8_t *buf = NULL, *more;
	size_t room = 0, n = 0;

	if (!f)
		goto fail;
	do {
		if (n == room) {
			room = room ? 2 * room : 65536;
			more = realloc(buf, room);
			if (!more)
				goto fail;
			buf = more;
		}
		n += fread(buf + n, 1, room - n, f);
	} while (!feof(f) && !ferror(f));
	if (ferror(f))
		goto fail;
	fclose(f);
	*bytes = buf;
	*size = n;
	return 0;
fail:
	fprintf(stderr, "%s: error: %s\n", path, strerror(errno));
	if (f)
		fclose(f);
	free(buf);
	return 1;
}

/* Assembly text to an ELF object in memory. */
static int assemble(struct demo *demo, const uint8_t *text, size_t size)
{
	const struct tpc_asm_options options = {
		.cpu = TPC_CPU_GAUDI,
		.name = demo->options->kernel,
	};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	size_t code;
	int err;

	err = tpc_assemble((const char *)text, size, &options, diags, &obj);
	if (diags)
		tpc_diags_print(diags, stderr);
	if (!err)
		err = tpc_object_write(obj, &demo->elf, &demo->elf_size);
	if (err) {
		fprintf(stderr, "%s: error: cannot assemble: %s\n",
			demo->options->kernel, strerror(-err));
	} else {
		tpc_object_code(obj, &code);
		printf("kernel    %s: assembled to %zu bundles, ELF object of "
		       "%zu bytes\n",
		       demo->options->kernel, code / TPC_BUNDLE_BYTES,
		       demo->elf_size);
	}
	tpc_object_free(obj);
	tpc_diags_free(diags);
	return err ? 1 : 0;
}

static int load_kernel_text(struct demo *demo)
{
	const char *path = demo->options->kernel;
	uint8_t *bytes;
	size_t size;
	int status;

	status = read_file(path, &bytes, &size);
	if (status)
		return status;
	if (size >= 4 && !memcmp(bytes, "\177ELF", 4)) {
		demo->elf = bytes;
		demo->elf_size = size;
		printf("kernel    %s: ELF object of %zu bytes\n", path, size);
		return 0;
	}
	status = assemble(demo, bytes, size);
	free(bytes);
	return status;
}

/* camera.png in the kernel's folder */
static const char *input_path(struct demo *demo)
{
	const char *kernel = demo->options->kernel;
	const char *slash = strrchr(kernel, '/');

	if (demo->options->input)
		return demo->options->input;
	if (asprintf(&demo->default_input, "%.*scamera.png",
		     slash ? (int)(slash + 1 - kernel) : 0, kernel) < 0)
		demo->default_input = NULL;
	return demo->default_input;
}

static int read_input(struct demo *demo)
{
	const char *path = input_path(demo);
	char why[256];

	if (!path)
		return complain("out of memory");
	if (picture_read(path, &demo->in, why, sizeof(why))) {
		fprintf(stderr, "%s\n", why);
		return 1;
	}
	if (demo->in.width <= BORDER || demo->in.height <= BORDER)
		return complain("the picture must have 3 x 3 pixels or more");
	printf("picture   %s: %u x %u\n", path, demo->in.width,
	       demo->in.height);
	return 0;
}

static int open_device(struct demo *demo)
{
	/* Simulated: a kernel that reads a register too early has failed. */
	const struct tpc_open_options open_options = {.sim_strict = true};
	const struct tpc_device_info *info;
	char why[512] = "";
	int err;

	err = tpc_device_open(demo->options->device, &open_options, &demo->dev,
			      why, sizeof(why));
	if (err) {
		fprintf(stderr, "sobel-demo: error: %s: %s\n",
			demo->options->device, *why ? why : strerror(-err));
		return 1;
	}
	info = tpc_device_info(demo->dev);
	printf("device    %s: %s%s, %u TPCs\n", info->name, info->chip,
	       info->simulated ? " (simulated behind the habanalabs driver ABI)"
			       : "",
	       info->num_tpcs);
	err = tpc_kernel_load(demo->dev, demo->elf, demo->elf_size,
			      &demo->kernel);
	return err ? device_error(demo, "loading the kernel", err) : 0;
}

static int alloc(struct demo *demo, size_t bytes, struct tpc_mem **mem,
		 struct tpc_buf **buf)
{
	int err;

	err = tpc_mem_alloc(demo->dev, bytes, 0, 0, mem);
	if (err)
		return device_error(demo, "device memory", err);
	err = tpc_buf_alloc(demo->dev, bytes, buf);
	return err ? device_error(demo, "host buffer", err) : 0;
}

static int alloc_pictures(struct demo *demo)
{
	const struct picture *in = &demo->in;
	size_t count = (size_t)in->width * in->height;
	int16_t *pixels;
	int status;

	if (picture_new(&demo->out, in->width - BORDER, in->height - BORDER))
		return complain("out of memory");
	status = alloc(demo, count * 2, &demo->src, &demo->src_buf);
	if (!status)
		status = alloc(demo,
			       (size_t)demo->out.width * demo->out.height * 2,
			       &demo->dst, &demo->dst_buf);
	if (status)
		return status;
	pixels = tpc_buf_ptr(demo->src_buf);
	for (size_t i = 0; i < count; i++)
		pixels[i] = in->pixels[i];
	/* A pixel that the kernel does not write must not look right. */
	memset(tpc_buf_ptr(demo->dst_buf), 0xa5, tpc_buf_size(demo->dst_buf));
	return 0;
}

static int set_tensor(struct demo *demo, unsigned index,
		      const struct picture *pic, const struct tpc_mem *mem)
{
	uint32_t size[] = {pic->width, pic->height};
	struct tpc_tensor tensor;
	int err;

	err = tpc_tensor_init(&tensor, TPC_DTYPE_I16, 2, size,
			      tpc_mem_addr(mem));
	return err ? err : tpc_launch_set_tensor(demo->launch, index, &tensor);
}

static int prepare(struct demo *demo)
{
	uint32_t space[] = {
		(demo->out.width + PIXELS_A_MEMBER - 1) / PIXELS_A_MEMBER,
		demo->out.height,
	};
	int err;

	err = tpc_launch_new(demo->kernel, &demo->launch);
	if (!err)
		err = set_tensor(demo, 0, &demo->in, demo->src);
	if (!err)
		err = set_tensor(demo, 1, &demo->out, demo->dst);
	if (!err)
		err = tpc_launch_set_index_space(demo->launch, 2, space);
	if (!err)
		err = tpc_launch_set_parts(demo->launch, demo->options->tpcs,
					   0);
	if (!err)
		err = tpc_launch_add_download(demo->launch, demo->src, 0,
					      demo->src_buf, 0,
					      tpc_buf_size(demo->src_buf));
	/* The result starts as the pattern that alloc_pictures() left. */
	if (!err)
		err = tpc_launch_add_download(demo->launch, demo->dst, 0,
					      demo->dst_buf, 0,
					      tpc_buf_size(demo->dst_buf));
	if (!err)
		err = tpc_launch_add_upload(demo->launch, demo->dst_buf, 0,
					    demo->dst, 0,
					    tpc_buf_size(demo->dst_buf));
	return err ? device_error(demo, "setting up the launch", err) : 0;
}

static void print_stats(struct demo *demo)
{
	struct tpc_stats stats;
	uint64_t bundles = 0, longest = 0;
	unsigned used = 0;

	printf("launch    %u parts of the index space",
	       tpc_launch_num_parts(demo->launch));
	if (tpc_device_stats(demo->dev, &stats)) {
		printf("\n");
		return;
	}
	for (unsigned i = 0; i < stats.num_tpcs; i++) {
		used += stats.tpc[i].launches != 0;
		bundles += stats.tpc[i].bundles;
		if (stats.tpc[i].cycles > longest)
			longest = stats.tpc[i].cycles;
	}
	printf(" on %u TPCs\n", used);
	printf("          %" PRIu64 " packets of command buffers, %" PRIu64
	       " bytes moved by DMA\n",
	       stats.packets, stats.dma_bytes);
	printf("          %" PRIu64 " bundles, the busiest TPC took %" PRIu64
	       " cycles\n",
	       bundles, longest);
}

static int run(struct demo *demo)
{
	int err = tpc_launch_run(demo->launch, TIMEOUT_US);

	if (err)
		return device_error(demo, "running the kernel", err);
	print_stats(demo);
	return 0;
}

/*
 * The filter on the host, straight from its definition: two 3 x 3 masks.
 * Nothing here is shared with the kernel.
 */
static int host_pixel(const struct picture *in, uint32_t x, uint32_t y)
{
	static const int mask[3][3] = {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}};
	int gx = 0, gy = 0, sum;

	for (int j = 0; j < 3; j++) {
		for (int i = 0; i < 3; i++) {
			int pixel =
				in->pixels[(size_t)(y + j) * in->width + x + i];

			gx += mask[j][i] * pixel;
			gy += mask[i][j] * pixel;
		}
	}
	sum = abs(gx) + abs(gy);
	return sum > 255 ? 255 : sum;
}

static int verify(struct demo *demo)
{
	const int16_t *got = tpc_buf_ptr(demo->dst_buf);
	struct picture *out = &demo->out;
	size_t wrong = 0, i = 0;

	for (uint32_t y = 0; y < out->height; y++) {
		for (uint32_t x = 0; x < out->width; x++, i++) {
			int want = host_pixel(&demo->in, x, y);

			out->pixels[i] = got[i];
			if (got[i] == want)
				continue;
			if (wrong++ < 8)
				fprintf(stderr,
					"pixel %u,%u: the TPCs give %d, the "
					"host %d\n",
					x, y, got[i], want);
		}
	}
	if (wrong) {
		fprintf(stderr,
			"sobel-demo: error: %zu of %zu pixels are wrong; no "
			"picture written\n",
			wrong, i);
		return 1;
	}
	printf("verified  all %zu pixels equal the host's own computation\n",
	       i);
	return 0;
}

static int write_pictures(struct demo *demo)
{
	const struct options *o = demo->options;
	struct picture pair;
	char why[256];
	int err;

	if (picture_write(o->output, &demo->out, why, sizeof(why))) {
		fprintf(stderr, "%s\n", why);
		return 1;
	}
	printf("written   %s\n", o->output);
	if (!o->pair)
		return 0;
	if (picture_pair(&demo->in, &demo->out, GAP, &pair))
		return complain("out of memory");
	err = picture_write(o->pair, &pair, why, sizeof(why));
	picture_free(&pair);
	if (err) {
		fprintf(stderr, "%s\n", why);
		return 1;
	}
	printf("written   %s\n", o->pair);
	return 0;
}

static void cleanup(struct demo *demo)
{
	tpc_launch_free(demo->launch);
	tpc_buf_free(demo->src_buf);
	tpc_buf_free(demo->dst_buf);
	tpc_mem_free(demo->src);
	tpc_mem_free(demo->dst);
	tpc_kernel_free(demo->kernel);
	tpc_device_close(demo->dev);
	free(demo->elf);
	free(demo->default_input);
	picture_free(&demo->in);
	picture_free(&demo->out);
}

int main(int argc, char **argv)
{
	static int (*const steps[])(struct demo *demo) = {
		read_input,	load_kernel_text, open_device,
		alloc_pictures, prepare,	  run,
		verify,		write_pictures,
	};
	struct options options = {
		.kernel = "examples/sobel/sobel.s",
		.output = "sobel.png",
		.device = "sim:gaudi",
	};
	struct demo demo = {.options = &options};
	bool done;
	int status;

	/* In step with messages, also into a file. */
	setvbuf(stdout, NULL, _IOLBF, 0);
	status = parse_options(&options, argc, argv, &done);
	if (done)
		return status;
	for (size_t i = 0; !status && i < sizeof(steps) / sizeof(steps[0]); i++)
		status = steps[i](&demo);
	cleanup(&demo);
	return status;
}
