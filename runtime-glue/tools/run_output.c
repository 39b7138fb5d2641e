/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-run: verdict, dumps, result files, statistics. */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "outfile.h"
#include "run.h"
#include "tpc/npy.h"

/* ---- Verdict ---------------------------------------------------------- */

/* One line an expectation, with the first elements that are wrong. */
static void print_tensor(const struct run *run, unsigned index,
			 const struct tpc_experiment_result *r)
{
	uint64_t wrong = r->tensor_mismatches[index], shown = 0;
	unsigned i;

	fprintf(run->text, "%s %s: %" PRIu64 " of %" PRIu64 " elements %s\n",
		wrong ? "FAIL" : "PASS", run->tensor[index].decl->name,
		wrong ? wrong : r->tensor_checked[index],
		r->tensor_checked[index], wrong ? "are wrong" : "as expected");
	for (i = 0; i < r->num_first; i++) {
		if (r->first[i].tensor != index)
			continue;
		fprintf(run->text, "  %s\n", r->first[i].message);
		shown++;
	}
	if (wrong > shown)
		fprintf(run->text, "  ... and %" PRIu64 " more\n",
			wrong - shown);
}

int run_check(struct run *run, bool *failed)
{
	const void *initial[RUN_MAX_TENSORS], *final[RUN_MAX_TENSORS];
	struct tpc_experiment_result result = {0};
	char why[512] = "";
	unsigned i;
	int err;

	for (i = 0; i < run->num_tensors; i++) {
		initial[i] = run->tensor[i].initial;
		final[i] = tpc_buf_ptr(run->tensor[i].buf);
	}
	err = tpc_experiment_check(run->exp, initial, final, &result, why,
				   sizeof(why));
	*failed = err == -EBADMSG;
	if (err && !*failed) {
		if (why[0])
			fprintf(stderr, "%s\n", why);
		else
			tool_error(NULL, "the results cannot be checked: %s",
				   strerror(-err));
		return 1;
	}
	for (i = 0; i < run->num_tensors; i++)
		if (run->tensor[i].decl->has_expect)
			print_tensor(run, i, &result);
	if (result.inputs_changed)
		fprintf(run->text,
			"FAIL inputs: %" PRIu64 " elements were changed\n",
			result.inputs_changed);
	return 0;
}

/* ---- Dumps ------------------------------------------------------------ */

static float bits_to_float(uint32_t bits)
{
	float f;

	memcpy(&f, &bits, sizeof(f));
	return f;
}

static void print_element(FILE *out, const struct tpc_experiment_tensor *decl,
			  const uint8_t *at)
{
	uint32_t bits = 0;

	memcpy(&bits, at, tpc_experiment_type_size(decl->type));
	switch (decl->type) {
	case TPC_EXPERIMENT_F32:
		fprintf(out, " %.9g", (double)bits_to_float(bits));
		break;
	case TPC_EXPERIMENT_BF16:
		fprintf(out, " %.4g", (double)bits_to_float(bits << 16));
		break;
	case TPC_EXPERIMENT_I32:
		fprintf(out, " %" PRId32, (int32_t)bits);
		break;
	case TPC_EXPERIMENT_I16:
		fprintf(out, " %d", (int16_t)bits);
		break;
	case TPC_EXPERIMENT_I8:
		fprintf(out, " %d", (int8_t)bits);
		break;
	default:
		fprintf(out, " %" PRIu32, bits);
		break;
	}
}

/* One line a row of dimension 0, with the coordinates of the others. */
static void dump_tensor(FILE *out, const struct run_tensor *t)
{
	const struct tpc_experiment_tensor *decl = t->decl;
	unsigned d, bytes = tpc_experiment_type_size(decl->type);
	const uint8_t *at = tpc_buf_ptr(t->buf);
	uint64_t row, rows = decl->elements / decl->dims[0], i, rest;

	fprintf(out, "%s %s", decl->name, tpc_experiment_type_name(decl->type));
	for (d = 0; d < decl->ndims; d++)
		fprintf(out, "%c%" PRIu64, d ? ',' : '[', decl->dims[d]);
	fprintf(out, "]\n");
	for (row = 0; row < rows; row++) {
		fprintf(out, "[:");
		for (d = 1, rest = row; d < decl->ndims; d++) {
			fprintf(out, ",%" PRIu64, rest % decl->dims[d]);
			rest /= decl->dims[d];
		}
		fprintf(out, "]");
		for (i = 0; i < decl->dims[0]; i++, at += bytes)
			print_element(out, decl, at);
		fprintf(out, "\n");
	}
}

int run_dump(struct run *run)
{
	unsigned i;

	for (i = 0; i < run->options->num_dumps; i++)
		dump_tensor(run->text,
			    &run->tensor[tpc_experiment_find_tensor(
				    run->exp, run->options->dump[i])]);
	return 0;
}

/* ---- Result files ----------------------------------------------------- */

static int write_npy(struct outfile *out, const struct run_tensor *t)
{
	const struct tpc_experiment_tensor *decl = t->decl;
	int type = tpc_dtype_by_name(tpc_experiment_type_name(decl->type));
	size_t header_size;
	void *header;
	int err = tpc_npy_header((enum tpc_dtype)type, decl->ndims, decl->dims,
				 &header, &header_size);

	if (err)
		return err;
	errno = 0;
	if (fwrite(header, 1, header_size, out->file) != header_size ||
	    fwrite(tpc_buf_ptr(t->buf), 1, decl->bytes, out->file) !=
		    decl->bytes)
		err = errno ? -errno : -EIO;
	free(header);
	return err ? err : outfile_finish(out);
}

/* Whether a file of -t is written, not read. */
static bool is_result(const struct run *run, const char *file)
{
	unsigned i;

	for (i = 0; i < run->num_tensors; i++)
		if (run->tensor[i].save == file)
			return true;
	return false;
}

static int check_input(const char *output, const char *input)
{
	if (!strcmp(input, "-") || !outfile_is_same(output, input))
		return 0;
	return tool_error(output, "it would replace the input '%s'", input);
}

static int check_output(const struct run *run, const char *output)
{
	const struct run_options *o = run->options;
	int status = strcmp(output, "-") ? check_input(output, o->kernel) : 0;
	unsigned i;

	for (i = 0; i < o->num_tensors && !status; i++)
		if (strcmp(output, "-") && !is_result(run, o->tensor[i].file))
			status = check_input(output, o->tensor[i].file);
	return status;
}

int run_check_outputs(const struct run *run)
{
	const char *const other[] = {run->options->trace,
				     run->options->dump_cb};
	int status = 0;
	unsigned i;

	for (i = 0; i < 2 && !status; i++)
		if (other[i])
			status = check_output(run, other[i]);
	for (i = 0; i < run->num_tensors && !status; i++)
		if (run->tensor[i].save)
			status = check_output(run, run->tensor[i].save);
	return status;
}

int run_save(struct run *run)
{
	struct outfile out[RUN_MAX_TENSORS];
	const char *path = NULL;
	unsigned i, open = 0, kept = 0;
	int err = 0;

	for (i = 0; i < run->num_tensors && !err; i++) {
		if (!run->tensor[i].save)
			continue;
		path = run->tensor[i].save;
		err = outfile_open(&out[open], path);
		if (err)
			break;
		err = write_npy(&out[open++], &run->tensor[i]);
	}
	while (!err && kept < open) {
		path = out[kept].path;
		err = outfile_keep(&out[kept++]);
	}
	for (i = 0; i < open; i++)
		outfile_drop(&out[i]);
	if (err)
		return tool_error(path, "cannot be written: %s",
				  strerror(-err));
	return 0;
}

/* ---- Statistics ------------------------------------------------------- */

static void print_row(FILE *out, const char *name,
		      const struct tpc_tpc_stats *s, bool early)
{
	unsigned slot;

	fprintf(out, "%-5s %8" PRIu64 " %12" PRIu64 " %12" PRIu64, name,
		s->launches, s->bundles, s->cycles);
	for (slot = 0; slot < TPC_STATS_SLOTS; slot++)
		fprintf(out, " %6.1f%%",
			s->bundles ? 100.0 * (double)s->slot_ops[slot] /
					     (double)s->bundles
				   : 0.0);
	if (early)
		fprintf(out, " %12" PRIu64, s->early_reads);
	fprintf(out, "\n");
}

static void add_row(struct tpc_tpc_stats *sum, const struct tpc_tpc_stats *s)
{
	unsigned slot;

	sum->launches += s->launches;
	sum->bundles += s->bundles;
	if (s->cycles > sum->cycles)
		sum->cycles = s->cycles;
	for (slot = 0; slot < TPC_STATS_SLOTS; slot++)
		sum->slot_ops[slot] += s->slot_ops[slot];
	sum->early_reads += s->early_reads;
}

/* Counters of the TPCs that ran; "all" has the cycles of the slowest. */
void run_print_stats(struct run *run)
{
	struct tpc_stats *stats = calloc(1, sizeof(*stats));
	struct tpc_tpc_stats sum = {0};
	bool early = run->options->early;
	char name[16];
	unsigned i;

	if (!stats || tpc_device_stats(run->dev, stats)) {
		fprintf(run->text, "no statistics: %s gives none\n",
			run->options->device);
		free(stats);
		return;
	}
	fprintf(run->text,
		"TPC       parts      bundles       cycles    LOAD     SPU     "
		"VPU   STORE%s\n",
		early ? "  early reads" : "");
	for (i = 0; i < stats->num_tpcs; i++) {
		if (!stats->tpc[i].bundles)
			continue;
		snprintf(name, sizeof(name), "%u", i);
		print_row(run->text, name, &stats->tpc[i], early);
		add_row(&sum, &stats->tpc[i]);
	}
	print_row(run->text, "all", &sum, early);
	fprintf(run->text,
		"%.6f s from start to end of the launch, copies included\n",
		run->seconds);
	free(stats);
}
