/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * tpc-run: options, the experiment that comes of headers and options, tensors
 * and their files, output. A function that returns int and prints its own
 * messages gives 0 or the exit status.
 */
#ifndef TPC_TOOLS_RUN_H
#define TPC_TOOLS_RUN_H

#include <stdbool.h>

#include "tpc/experiment.h"
#include "tpc/tpc.h"
#include "util.h"

#define RUN_MAX_TENSORS TPC_EXPERIMENT_MAX_TENSORS
#define RUN_MAX_ARGS	TPC_EXPERIMENT_MAX_ARGS
#define RUN_MAX_DEFINES 64

/* -t NAME=FILE[:TYPE[DIMS]] */
struct run_binding {
	char *name;
	char *file;
	int type;	   /* enum tpc_experiment_type, -1: not given */
	unsigned num_dims; /* 0: not given */
	uint64_t dims[TPC_EXPERIMENT_MAX_DIMS];
};

struct run_options {
	const char *kernel;
	const char *device;
	const char *cpu;
	struct run_binding tensor[RUN_MAX_TENSORS];
	unsigned num_tensors;
	struct run_binding save[RUN_MAX_TENSORS];
	unsigned num_saves;
	const char *dump[RUN_MAX_TENSORS];
	unsigned num_dumps;
	const char *arg[RUN_MAX_ARGS];
	unsigned num_args;
	struct tpc_experiment_define define[RUN_MAX_DEFINES];
	char *define_name[RUN_MAX_DEFINES];
	unsigned num_defines;
	uint32_t space[TPC_DIMS];
	unsigned space_rank; /* 0: not given */
	unsigned tpcs, parts;
	uint64_t max_bundles;
	int64_t timeout_us; /* -1: none */
	bool stats;
	bool strict;
	bool early;
	const char *trace;
	const char *dump_cb;
};

/* run_options.c; *done: --help or --version was answered. */
int run_parse_options(struct run_options *options, int argc, char **argv,
		      bool *done);
void run_free_options(struct run_options *options);

/* A tensor of the run; all have contents before and after. */
struct run_tensor {
	const struct tpc_experiment_tensor *decl;
	const char *load; /* file with the initial contents, or NULL */
	const char *save; /* file for the results, or NULL */
	void *initial;
	struct tpc_mem *mem;
	struct tpc_buf *buf;
};

struct run {
	const struct run_options *options;
	void *elf; /* of the kernel */
	size_t elf_size;
	char *headers; /* text of the experiment */
	size_t headers_size;
	const char *headers_file; /* its name in messages */
	struct tpc_experiment *exp;
	struct run_tensor tensor[RUN_MAX_TENSORS];
	unsigned num_tensors;
	struct tpc_device *dev;
	struct tpc_kernel *kernel;
	struct tpc_launch *launch;
	FILE *text; /* where verdict, dumps and statistics go */
	FILE *trace;
	struct run_dump *dump; /* NULL: not wanted */
	double seconds;	       /* the launch took, on the host's clock */
	bool stuck; /* a launch is still in flight: do not wait for it */
};

/* run_kernel.c: reads or assembles the kernel; finds its headers. */
int run_read_kernel(struct run *run);

/* run_setup.c: experiment, tensors, index space. */
int run_make_experiment(struct run *run);
int run_load_tensors(struct run *run);
uint32_t run_index_space(struct run *run, uint32_t *size);

/* run_dump.c: what is submitted, for --dump-cb. */
int run_dump_start(struct run *run);
void run_dump_watch(void *ctx, const struct tpc_job *jobs, unsigned count);
int run_dump_write(struct run *run);
void run_dump_free(struct run *run);

/* run_output.c */
int run_check_outputs(const struct run *run);
int run_check(struct run *run, bool *failed);
int run_dump(struct run *run);
int run_save(struct run *run);
void run_print_stats(struct run *run);

#endif
