/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The importing process: receives a descriptor, makes its pages reachable for
 * a device of its own and runs a kernel whose tensors are those pages.
 */
#include <errno.h>
#include <getopt.h>
#include <linux/dma-buf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "share.h"
#include "tpc/tpc.h"

#define VECTOR	   64 /* floats a member of the index space stands for */
#define TIMEOUT_US 60000000

struct importer {
	struct tpc_device *dev;
	struct tpc_buf *buf;
	struct tpc_kernel *kernel;
	struct tpc_launch *launch;
	struct share_offer offer;
	int fd;
};

static int fail(const struct importer *x, const char *what, int err)
{
	char text[512] = "";

	if (x->dev)
		tpc_device_message(x->dev, text, sizeof(text));
	fprintf(stderr, "dmabuf-import: error: %s: %s\n", what,
		text[0] ? text : strerror(-err));
	return 1;
}

/* An error that is not the device's. */
static int fail_share(const char *what, int err)
{
	fprintf(stderr, "dmabuf-import: error: %s: %s\n", what, strerror(-err));
	return 1;
}

/* The exporter's numbers are input from outside. */
static int check_offer(const struct share_offer *o)
{
	uint64_t bytes = (uint64_t)o->elements * sizeof(float);

	if (!o->elements || o->output_offset < bytes ||
	    o->output_offset % sizeof(float) || o->output_offset > o->bytes ||
	    bytes > o->bytes - o->output_offset)
		return -EPROTO;
	return 0;
}

static int set_tensors(struct importer *x)
{
	uint64_t base = tpc_buf_addr(x->buf);
	struct tpc_tensor tensor;
	int err = tpc_tensor_init(&tensor, TPC_DTYPE_F32, 1, &x->offer.elements,
				  base);

	if (!err)
		err = tpc_launch_set_tensor(x->launch, 0, &tensor);
	tensor.addr = base + x->offer.output_offset;
	if (!err)
		err = tpc_launch_set_tensor(x->launch, 1, &tensor);
	return err;
}

static int run_kernel(struct importer *x, const char *path)
{
	uint32_t vectors = (x->offer.elements + VECTOR - 1) / VECTOR;
	uint32_t alpha;
	int err = tpc_kernel_load_file(x->dev, path, &x->kernel);

	memcpy(&alpha, &x->offer.alpha, sizeof(alpha));
	if (!err)
		err = tpc_launch_new(x->kernel, &x->launch);
	if (!err)
		err = set_tensors(x);
	if (!err)
		err = tpc_launch_set_scalar(x->launch, 0, alpha);
	if (!err)
		err = tpc_launch_set_index_space(x->launch, 1, &vectors);
	if (!err)
		err = tpc_launch_run(x->launch, TIMEOUT_US);
	return err ? fail(x, "kernel", err) : 0;
}

/* The same pages, looked at by the processor. */
static int check_results(struct importer *x)
{
	const float *in = tpc_buf_ptr(x->buf);
	const float *out = in + x->offer.output_offset / sizeof(float);
	uint32_t i, wrong = 0;
	int err = tpc_dmabuf_sync(x->dev, x->fd,
				  DMA_BUF_SYNC_START | DMA_BUF_SYNC_READ);

	for (i = 0; !err && i < x->offer.elements; i++)
		wrong += out[i] != x->offer.alpha * in[i];
	if (!err)
		err = tpc_dmabuf_sync(x->dev, x->fd,
				      DMA_BUF_SYNC_END | DMA_BUF_SYNC_READ);
	if (err)
		return fail(x, "sync", err);
	if (!wrong)
		return 0;
	fprintf(stderr, "dmabuf-import: FAIL: %u elements are wrong\n", wrong);
	return 1;
}

static void print_copies(struct importer *x)
{
	struct tpc_stats *stats = malloc(sizeof(*stats));
	size_t bytes = 2 * (size_t)x->offer.elements * sizeof(float);

	printf("importer: kernel ran on %u elements of the other process\n",
	       x->offer.elements);
	if (stats && !tpc_device_stats(x->dev, stats))
		printf("importer: DMA moved %llu bytes of code and programs; "
		       "the tensors have %zu\n",
		       (unsigned long long)stats->dma_bytes, bytes);
	free(stats);
}

static int serve(struct importer *x, int sock, const char *kernel)
{
	int status, err = share_receive_offer(sock, &x->offer, &x->fd);

	if (!err)
		err = check_offer(&x->offer);
	if (!err && x->offer.closes_first)
		err = share_expect(sock, SHARE_CLOSED);
	if (err)
		return fail_share("offer", err);
	err = tpc_dmabuf_import(x->dev, x->fd, x->offer.bytes, &x->buf);
	if (err)
		return fail(x, "import", err);
	status = run_kernel(x, kernel);
	if (!status)
		status = check_results(x);
	if (!status)
		print_copies(x);
	fflush(stdout);
	if (!status && share_say(sock, SHARE_DONE))
		status = fail_share("the exporter has gone", -EPIPE);
	return status;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{"device", required_argument, NULL, 'd'},
		{0},
	};
	struct importer x = {.fd = -1};
	const char *device = "sim:gaudi";
	int option, sock = -1, status, err;
	char why[512];

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option != 'd')
			return 2;
		device = optarg;
	}
	if (optind + 2 != argc) {
		fprintf(stderr, "usage: dmabuf-import [--device NAME] SOCKET "
				"KERNEL.o\n");
		return 2;
	}
	err = tpc_device_open(device, NULL, &x.dev, why, sizeof(why));
	if (err) {
		fprintf(stderr, "dmabuf-import: error: %s\n", why);
		return 1;
	}
	err = share_listen(argv[optind], &sock);
	status = err ? fail_share(argv[optind], err)
		     : serve(&x, sock, argv[optind + 1]);
	tpc_launch_free(x.launch);
	tpc_kernel_free(x.kernel);
	tpc_buf_free(x.buf);
	if (x.fd >= 0)
		close(x.fd);
	if (sock >= 0)
		close(sock);
	tpc_device_close(x.dev);
	return status;
}
