/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The exporting process: fills memory of its device, sends the descriptor, and
 * reads the other process's results through its own device. Only the
 * descriptor and a few numbers go through the socket.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <linux/dma-buf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "share.h"
#include "tpc/tpc.h"

#define ELEMENTS 100000 /* not a multiple of a vector */
#define ALPHA	 3.0f

struct exporter {
	struct tpc_device *dev;
	struct tpc_mem *mem;
	struct share_offer offer;
	float *input;
	float *output;
	int fd;
};

static float input_value(uint32_t i)
{
	return (float)(i % 1999) - 999.5f;
}

static int fail(const struct exporter *x, const char *what, int err)
{
	char text[512] = "";

	if (x->dev)
		tpc_device_message(x->dev, text, sizeof(text));
	fprintf(stderr, "dmabuf-export: error: %s: %s\n", what,
		text[0] ? text : strerror(-err));
	return 1;
}

/* An error that is not the device's. */
static int fail_share(const char *what, int err)
{
	fprintf(stderr, "dmabuf-export: error: %s: %s\n", what, strerror(-err));
	return 1;
}

/* Device memory with the input in it and zeros where the output goes. */
static int make_memory(struct exporter *x, const char *device)
{
	size_t bytes = ELEMENTS * sizeof(float);
	char why[512];
	uint32_t i;
	int err = tpc_device_open(device, NULL, &x->dev, why, sizeof(why));

	if (err) {
		fprintf(stderr, "dmabuf-export: error: %s\n", why);
		return 1;
	}
	err = tpc_mem_alloc(x->dev, 2 * bytes, 0, TPC_MEM_EXPORT, &x->mem);
	if (err)
		return fail(x, "memory", err);
	for (i = 0; i < ELEMENTS; i++)
		x->input[i] = input_value(i);
	err = tpc_write(x->dev, tpc_mem_addr(x->mem), x->input, bytes);
	if (!err)
		err = tpc_write(x->dev, tpc_mem_addr(x->mem) + bytes, x->output,
				bytes);
	if (!err)
		err = tpc_mem_export(x->mem, O_CLOEXEC | O_RDWR, &x->fd);
	if (err)
		return fail(x, "export", err);
	x->offer = (struct share_offer){
		.magic = SHARE_MAGIC,
		.elements = ELEMENTS,
		.output_offset = bytes,
		.bytes = tpc_mem_size(x->mem),
		.alpha = ALPHA,
	};
	return 0;
}

/* What the exporter does not hold any more lives on in the importer. */
static int give_up_memory(struct exporter *x, int sock)
{
	int err;

	close(x->fd);
	tpc_mem_free(x->mem);
	x->mem = NULL;
	err = tpc_device_close(x->dev);
	if (err)
		return fail(x, "close", err);
	x->dev = NULL;
	err = share_say(sock, SHARE_CLOSED);
	return err ? fail_share("the importer has gone", err) : 0;
}

/* Reads the results with a DMA of our own device. */
static int check_results(struct exporter *x)
{
	uint32_t i;
	int err = tpc_dmabuf_sync(x->dev, x->fd,
				  DMA_BUF_SYNC_START | DMA_BUF_SYNC_READ);

	if (!err)
		err = tpc_read(x->dev, x->output,
			       tpc_mem_addr(x->mem) + x->offer.output_offset,
			       ELEMENTS * sizeof(float));
	if (!err)
		err = tpc_dmabuf_sync(x->dev, x->fd,
				      DMA_BUF_SYNC_END | DMA_BUF_SYNC_READ);
	if (err)
		return fail(x, "read back", err);
	for (i = 0; i < ELEMENTS; i++) {
		if (x->output[i] == ALPHA * input_value(i))
			continue;
		fprintf(stderr,
			"dmabuf-export: FAIL: element %u is %g, not %g\n", i,
			(double)x->output[i], (double)(ALPHA * input_value(i)));
		return 1;
	}
	printf("exporter: %u results of the other process seen through our "
	       "device\n",
	       ELEMENTS);
	return 0;
}

static int run(struct exporter *x, const char *device, const char *path,
	       bool close_first)
{
	int sock, err, status = make_memory(x, device);

	if (status)
		return status;
	x->offer.closes_first = close_first;
	err = share_connect(path, &sock);
	if (err)
		return fail_share(path, err);
	err = share_send_offer(sock, &x->offer, x->fd);
	if (err)
		status = fail_share("send", err);
	else if (close_first)
		status = give_up_memory(x, sock);
	if (!status && share_expect(sock, SHARE_DONE)) {
		fprintf(stderr, "dmabuf-export: error: the importer failed\n");
		status = 1;
	}
	if (!status && close_first)
		printf("exporter: closed before the kernel ran\n");
	else if (!status)
		status = check_results(x);
	close(sock);
	return status;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{"close-first", no_argument, NULL, 'c'},
		{"device", required_argument, NULL, 'd'},
		{0},
	};
	struct exporter x = {.fd = -1};
	const char *device = "sim:gaudi";
	bool close_first = false;
	int option, status;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'c')
			close_first = true;
		else if (option == 'd')
			device = optarg;
		else
			return 2;
	}
	if (optind + 1 != argc) {
		fprintf(stderr, "usage: dmabuf-export [--device NAME] "
				"[--close-first] SOCKET\n");
		return 2;
	}
	x.input = calloc(ELEMENTS, sizeof(float));
	x.output = calloc(ELEMENTS, sizeof(float));
	if (!x.input || !x.output)
		return fail_share("memory", -ENOMEM);
	status = run(&x, device, argv[optind], close_first);
	if (x.dev) {
		close(x.fd);
		tpc_mem_free(x.mem);
		tpc_device_close(x.dev);
	}
	free(x.input);
	free(x.output);
	return status;
}
