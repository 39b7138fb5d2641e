/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-run --dump-cb: the command buffers of all submissions in one file. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "outfile.h"
#include "run.h"
#include "tpc/cbtext.h"

struct run_dump {
	struct run *run;
	struct tpc_cb_image *image;
	unsigned submissions;
	bool busy;     /* what is submitted now is our own reading */
	int err;       /* the first failure */
	uint8_t *read; /* what was read last */
};

/* Bytes of device memory, valid until the next call. */
static int read_memory(void *ctx, uint64_t address, size_t size,
		       const void **bytes)
{
	struct run_dump *dump = ctx;

	free(dump->read);
	dump->read = malloc(size);
	*bytes = dump->read;
	return dump->read ? tpc_read(dump->run->dev, dump->read, address, size)
			  : -ENOMEM;
}

/* Submission 3 on queue TPC_0: cs3_TPC_0, cs3_TPC_0_2, ... */
static int add_named(struct run_dump *dump, struct tpc_cb_buffer *b)
{
	char name[64];
	unsigned n;
	int err;

	b->name = name;
	snprintf(name, sizeof(name), "cs%u_%s", dump->submissions,
		 b->queue->name);
	err = tpc_cb_image_add(dump->image, b);
	for (n = 2; err == -EEXIST; n++) {
		snprintf(name, sizeof(name), "cs%u_%s_%u", dump->submissions,
			 b->queue->name, n);
		err = tpc_cb_image_add(dump->image, b);
	}
	return err;
}

static int add_job(struct run_dump *dump, const struct tpc_job *job)
{
	struct tpc_cb_buffer b = {.has_address = !job->cmds};
	const void *bytes = NULL;
	int err = 0;

	b.queue = tpc_cb_queue(tpc_cb_image_chip(dump->image), job->queue,
			       &b.stream);
	if (!b.queue)
		return 0; /* the submission will fail */
	if (job->cmds) {
		bytes = tpc_cmdbuf_data(job->cmds);
		b.size = tpc_cmdbuf_size(job->cmds);
	} else {
		b.address = job->addr;
		b.size = job->size;
		err = read_memory(dump, b.address, b.size, &bytes);
	}
	b.data = bytes;
	return err ? err : add_named(dump, &b);
}

void run_dump_watch(void *ctx, const struct tpc_job *jobs, unsigned count)
{
	struct run *run = ctx;
	struct run_dump *dump = run->dump;
	unsigned i;
	int err = 0;

	if (dump->busy || dump->err)
		return;
	dump->busy = true;
	dump->submissions++;
	if (!dump->image)
		dump->image = tpc_cb_image_new(
			tpc_cb_get(tpc_device_info(run->dev)->chip));
	if (!dump->image)
		err = -ENOMEM;
	for (i = 0; i < count && !err; i++)
		err = add_job(dump, &jobs[i]);
	if (!err)
		err = tpc_cb_follow_with(dump->image, read_memory, dump);
	dump->err = err < 0 ? err : 0;
	dump->busy = false;
}

int run_dump_start(struct run *run)
{
	run->dump = calloc(1, sizeof(*run->dump));
	if (!run->dump)
		return tool_error(NULL, "out of memory");
	run->dump->run = run;
	return 0;
}

static bool wants_text(const char *path)
{
	const char *dot = strrchr(path, '.');

	return !strcmp(path, "-") || (dot && !strcmp(dot, ".cbs"));
}

static int make_text(const struct tpc_cb_image *image, uint8_t **bytes,
		     size_t *size)
{
	static const struct tpc_cb_print_options options = {.launches = true};
	char *text = NULL;
	FILE *out = open_memstream(&text, size);
	int err = out ? tpc_cb_print(image, &options, out) : -ENOMEM;

	if (out && fclose(out))
		err = -ENOMEM;
	*bytes = (uint8_t *)text;
	return err;
}

int run_dump_write(struct run *run)
{
	const char *path = run->options->dump_cb;
	struct run_dump *dump = run->dump;
	uint8_t *bytes = NULL;
	size_t size;
	int err;

	if (!dump || !dump->submissions)
		return 0;
	err = dump->err;
	if (!err)
		err = wants_text(path)
			      ? make_text(dump->image, &bytes, &size)
			      : tpc_cb_image_write(dump->image, &bytes, &size);
	if (!err)
		err = outfile_write(path, bytes, size);
	free(bytes);
	return err ? tool_error(path,
				"the command buffers cannot be written: "
				"%s",
				strerror(-err))
		   : 0;
}

void run_dump_free(struct run *run)
{
	if (!run->dump)
		return;
	tpc_cb_image_free(run->dump->image);
	free(run->dump->read);
	free(run->dump);
}
