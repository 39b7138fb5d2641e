/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-run: runs a kernel without a host program of its own. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "run.h"

#define SLICE_US 200000

/* What the device says about the last failure, after the kernel's name. */
static int device_error(struct run *run)
{
	char text[512];

	tpc_device_message(run->dev, text, sizeof(text));
	return tool_error(run->options->kernel, "%s", text);
}

static int open_trace(struct run *run)
{
	const char *path = run->options->trace;

	if (!path)
		return 0;
	run->trace = strcmp(path, "-") ? fopen(path, "w") : stderr;
	if (!run->trace)
		return tool_error(path, "cannot be written: %s",
				  strerror(errno));
	return 0;
}

static int open_device(struct run *run)
{
	const struct run_options *o = run->options;
	struct tpc_open_options options = {
		.sim_max_bundles = o->max_bundles,
		.watch = run->dump ? run_dump_watch : NULL,
		.watch_ctx = run,
		.sim_trace = run->trace,
		.sim_strict = o->strict,
		.sim_count_early = o->early,
	};
	char why[512];
	int err = tpc_device_open(o->device, &options, &run->dev, why,
				  sizeof(why));

	if (err)
		return tool_error(NULL, "%s", why[0] ? why : strerror(-err));
	if (!tpc_device_info(run->dev)->simulated &&
	    (o->max_bundles || o->strict || o->early || o->trace))
		return tool_error(NULL,
				  "%s: --max-bundles, --strict, --early-reads "
				  "and --trace need a simulated device",
				  o->device);
	return 0;
}

/* Device and host memory of a tensor, and its place in the launch. */
static int place_tensor(struct run *run, unsigned index)
{
	struct run_tensor *t = &run->tensor[index];
	const struct tpc_experiment_tensor *decl = t->decl;
	int type = tpc_dtype_by_name(tpc_experiment_type_name(decl->type));
	uint32_t size[TPC_DIMS];
	struct tpc_tensor tensor;
	unsigned d;
	int err;

	err = tpc_mem_alloc(run->dev, decl->bytes, 0, 0, &t->mem);
	if (!err)
		err = tpc_buf_alloc(run->dev, decl->bytes, &t->buf);
	if (err)
		return device_error(run);
	memcpy(tpc_buf_ptr(t->buf), t->initial, decl->bytes);
	for (d = 0; d < decl->ndims; d++)
		size[d] = (uint32_t)decl->dims[d];
	err = tpc_tensor_init(&tensor, (enum tpc_dtype)type, decl->ndims, size,
			      tpc_mem_addr(t->mem));
	if (err)
		return tool_error(run->options->kernel,
				  "tensor '%s' is too large for a descriptor",
				  decl->name);
	tensor.pad = decl->pad;
	err = tpc_launch_set_tensor(run->launch, index, &tensor);
	if (!err)
		err = tpc_launch_add_download(run->launch, t->mem, 0, t->buf, 0,
					      decl->bytes);
	if (!err)
		err = tpc_launch_add_upload(run->launch, t->buf, 0, t->mem, 0,
					    decl->bytes);
	return err ? device_error(run) : 0;
}

static int fill_launch(struct run *run)
{
	const struct run_options *o = run->options;
	unsigned i, rank, tpcs = o->tpcs;
	uint32_t size[TPC_DIMS];
	int status;

	for (i = 0; i < run->num_tensors; i++) {
		status = place_tensor(run, i);
		if (status)
			return status;
	}
	for (i = 0; i < tpc_experiment_num_args(run->exp); i++)
		tpc_launch_set_scalar(run->launch, i,
				      tpc_experiment_arg(run->exp, i)->word);
	rank = run_index_space(run, size);
	if (!rank)
		return 1;
	if (!tpcs)
		tpcs = tpc_experiment_tpcs(run->exp);
	if (tpc_launch_set_index_space(run->launch, rank, size) ||
	    tpc_launch_set_parts(run->launch, tpcs, o->parts))
		return device_error(run);
	return 0;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* One line on a terminal, from the second second on. */
static void progress(struct run *run, double seconds, bool *shown)
{
	struct tpc_stats *stats;
	uint64_t done = 0;
	unsigned i;

	if (seconds < 1 || !isatty(STDERR_FILENO))
		return;
	stats = calloc(1, sizeof(*stats));
	fprintf(stderr, "\r%s: %.0f s", run->options->kernel, seconds);
	if (stats && !tpc_device_stats(run->dev, stats)) {
		for (i = 0; i < stats->num_tpcs; i++)
			done += stats->tpc[i].launches;
		fprintf(stderr, ", %" PRIu64 " of %u parts done", done,
			tpc_launch_num_parts(run->launch));
	}
	fflush(stderr);
	free(stats);
	*shown = true;
}

static int wait_for_launch(struct run *run)
{
	int64_t limit = run->options->timeout_us, left, slice;
	double start = now(), seconds = 0;
	bool shown = false;
	int err;

	for (;;) {
		slice = SLICE_US;
		left = limit - (int64_t)(seconds * 1e6);
		if (limit >= 0 && left < slice)
			slice = left > 0 ? left : 0;
		err = tpc_launch_wait(run->launch, slice);
		seconds = now() - start;
		if (err != -ETIMEDOUT)
			break;
		if (limit >= 0 && seconds * 1e6 >= (double)limit)
			break;
		progress(run, seconds, &shown);
	}
	run->seconds = seconds;
	if (shown)
		fprintf(stderr, "\r\033[K");
	if (err == -ETIMEDOUT) {
		run->stuck = true;
		return tool_error(run->options->kernel,
				  "not finished after %g s (--timeout)",
				  (double)limit * 1e-6);
	}
	return err ? device_error(run) : 0;
}

static int launch(struct run *run)
{
	int status;

	if (tpc_kernel_load(run->dev, run->elf, run->elf_size, &run->kernel) ||
	    tpc_launch_new(run->kernel, &run->launch))
		return device_error(run);
	status = fill_launch(run);
	if (status)
		return status;
	if (tpc_launch_submit(run->launch))
		return device_error(run);
	return wait_for_launch(run);
}

/* Standard output belongs to a result that is written there. */
static FILE *text_output(const struct run *run)
{
	unsigned i;

	if (run->options->dump_cb && !strcmp(run->options->dump_cb, "-"))
		return stderr;
	for (i = 0; i < run->num_tensors; i++)
		if (run->tensor[i].save && !strcmp(run->tensor[i].save, "-"))
			return stderr;
	return stdout;
}

/* A trace that is cut off must not look like a whole one. */
static int close_trace(struct run *run)
{
	FILE *trace = run->trace;
	bool failed;

	run->trace = NULL;
	if (!trace || trace == stderr)
		return 0;
	failed = ferror(trace);
	failed |= fclose(trace) != 0;
	return failed ? tool_error(run->options->trace,
				   "the trace cannot be written")
		      : 0;
}

static int report(struct run *run)
{
	bool failed;
	int status;

	run->text = text_output(run);
	status = run_check(run, &failed);
	if (!status)
		status = run_dump(run);
	if (!status && run->options->stats)
		run_print_stats(run);
	if (!status && (fflush(run->text) || ferror(run->text)))
		status = tool_error(NULL, "standard output cannot be written");
	if (!status && !failed)
		status = run_save(run);
	return failed ? 1 : status;
}

static int clean_up(struct run *run)
{
	unsigned i;

	tpc_launch_free(run->launch);
	tpc_kernel_free(run->kernel);
	for (i = 0; i < RUN_MAX_TENSORS; i++) {
		tpc_buf_free(run->tensor[i].buf);
		tpc_mem_free(run->tensor[i].mem);
		free(run->tensor[i].initial);
	}
	tpc_device_close(run->dev);
	run_dump_free(run);
	tpc_experiment_free(run->exp);
	free(run->headers);
	free((char *)run->headers_file);
	free(run->elf);
	return close_trace(run); /* the device writes no more */
}

int main(int argc, char **argv)
{
	struct run_options options = {0};
	struct run run = {.options = &options};
	bool done = false;
	int status = run_parse_options(&options, argc, argv, &done);

	if (!status && !done)
		status = run_read_kernel(&run);
	if (!status && !done)
		status = run_make_experiment(&run);
	if (!status && !done)
		status = run_load_tensors(&run);
	if (!status && !done)
		status = run_check_outputs(&run);
	if (!status && !done)
		status = open_trace(&run);
	if (!status && !done && options.dump_cb)
		status = run_dump_start(&run);
	if (!status && !done)
		status = open_device(&run);
	if (!status && !done)
		status = launch(&run);
	/* Also of a launch that went wrong: then they are wanted most. */
	if (run_dump_write(&run) && !status)
		status = 1;
	if (!status && !done)
		status = report(&run);
	if (run.stuck) {
		/* The process's end stops the device; waiting might not. */
		fflush(NULL);
		_exit(status);
	}
	if (clean_up(&run) && !status)
		status = 1;
	run_free_options(&options);
	if (done && fflush(stdout))
		status = tool_error(NULL, "standard output cannot be written");
	return status;
}
