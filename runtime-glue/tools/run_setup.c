/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * tpc-run: what is run. Kernels without headers get some made of the options,
 * so that everything behind this file knows experiments only.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "run.h"
#include "tpc/npy.h"

#define OPTIONS_NAME "command line"

static int type_of(enum tpc_dtype type)
{
	return tpc_experiment_type_by_name(tpc_dtype_name(type));
}

/* "(4, 64)": a shape as NumPy writes it. */
static void shape_text(unsigned rank, const uint64_t *size, char *text,
		       size_t room)
{
	size_t len = (size_t)snprintf(text, room, "(");
	unsigned d;

	for (d = rank; d-- > 0 && len < room;)
		len += (size_t)snprintf(text + len, room - len, "%llu%s",
					(unsigned long long)size[d],
					d ? ", " : (rank == 1 ? "," : ""));
	if (len < room)
		snprintf(text + len, room - len, ")");
}

/* Reads a .npy file; its bytes stay in *bytes. */
static int read_npy(const char *path, char **bytes, struct tpc_npy *npy)
{
	char why[256];
	size_t size;
	int err = tool_read(path, bytes, &size);

	if (err)
		return tool_error(path, "cannot be read: %s", strerror(-err));
	err = tpc_npy_parse(*bytes, size, npy, why, sizeof(why));
	if (!err)
		return 0;
	free(*bytes);
	*bytes = NULL;
	return tool_error(path, "%s", why);
}

/* ---- Headers made of options ------------------------------------------ */

static void put_sizes(FILE *out, unsigned rank, const uint64_t *size)
{
	unsigned d;

	fputc('[', out);
	for (d = 0; d < rank; d++)
		fprintf(out, "%s%llu", d ? ", " : "",
			(unsigned long long)size[d]);
	fputc(']', out);
}

/* An input: type and shape are the file's. */
static int put_input(FILE *out, struct run_tensor *t,
		     const struct run_binding *b)
{
	static const uint64_t one = 1;
	struct tpc_npy npy;
	char *bytes;
	int type, status = read_npy(b->file, &bytes, &npy);

	if (status)
		return status;
	type = type_of(npy.type);
	if (b->type == TPC_EXPERIMENT_BF16 && npy.type == TPC_DTYPE_U16)
		type = b->type;
	if (b->type >= 0 && b->type != type)
		status = tool_error(b->file, "elements are %s, not %s",
				    tpc_dtype_name(npy.type),
				    tpc_experiment_type_name(b->type));
	else if (npy.rank > TPC_DIMS)
		status = tool_error(b->file,
				    "the array has %u dimensions, a tensor "
				    "has at most %d",
				    npy.rank, TPC_DIMS);
	else if (!npy.bytes)
		status = tool_error(b->file, "the array has no elements");
	if (status) {
		free(bytes);
		return status;
	}
	fprintf(out, "@tensor %s %s", b->name, tpc_experiment_type_name(type));
	put_sizes(out, npy.rank ? npy.rank : 1, npy.rank ? npy.size : &one);
	fprintf(out, " in\n");
	t->initial = malloc(npy.bytes);
	if (t->initial)
		memcpy(t->initial, npy.data, npy.bytes);
	free(bytes);
	return t->initial ? 0 : tool_error(NULL, "out of memory");
}

/* The type a scalar argument is taken for when nothing states one. */
static const char *scalar_type(const char *text)
{
	const char *digits = *text == '-' || *text == '+' ? text + 1 : text;

	if (digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X'))
		return "u32";
	if (strpbrk(text, ".eE"))
		return "f32";
	if (*text != '-' && strtoull(digits, NULL, 10) > INT32_MAX)
		return "u32";
	return "i32";
}

static void put_scalar(FILE *out, unsigned index, const char *text)
{
	const char *colon = strchr(text, ':');

	if (colon)
		fprintf(out, "@arg arg%u %.*s = %s\n", index,
			(int)(colon - text), text, colon + 1);
	else
		fprintf(out, "@arg arg%u %s = %s\n", index, scalar_type(text),
			text);
}

static int make_headers(struct run *run)
{
	const struct run_options *o = run->options;
	FILE *out = open_memstream(&run->headers, &run->headers_size);
	int status = 0;
	unsigned i;

	if (!out)
		return tool_error(NULL, "out of memory");
	for (i = 0; i < o->num_tensors && !status; i++) {
		const struct run_binding *b = &o->tensor[i];

		if (!b->num_dims) {
			status = put_input(out, &run->tensor[i], b);
			continue;
		}
		fprintf(out, "@tensor %s %s", b->name,
			tpc_experiment_type_name(b->type));
		put_sizes(out, b->num_dims, b->dims);
		fprintf(out, " out\n");
	}
	for (i = 0; i < o->num_args && !status; i++)
		put_scalar(out, i, o->arg[i]);
	if (fclose(out) && !status)
		status = tool_error(NULL, "out of memory");
	run->headers_file = strdup(OPTIONS_NAME);
	return status;
}

/* ---- Experiment ------------------------------------------------------- */

static int parse_headers(struct run *run)
{
	const struct run_options *o = run->options;
	char why[512] = "";
	int err = tpc_experiment_parse(
		run->headers, run->headers_size, run->headers_file, 1,
		o->define, o->num_defines, &run->exp, why, sizeof(why));

	if (!err)
		return 0;
	if (why[0])
		fprintf(stderr, "%s\n", why);
	else
		tool_error(run->headers_file, "%s", strerror(-err));
	return 1;
}

/* --arg VALUE in order, or NAME=VALUE. */
static int set_args(struct run *run)
{
	const struct run_options *o = run->options;
	unsigned i, k, next = 0, count = tpc_experiment_num_args(run->exp);
	char why[256];

	for (i = 0; i < o->num_args; i++) {
		const char *text = o->arg[i], *equals = strchr(text, '=');
		size_t len = equals ? (size_t)(equals - text) : 0;

		for (k = 0; equals && k < count; k++) {
			const char *name =
				tpc_experiment_arg(run->exp, k)->name;

			if (strlen(name) == len && !memcmp(name, text, len))
				break;
		}
		if (equals && k == count)
			return tool_error(NULL,
					  "--arg %s: the kernel declares no "
					  "argument '%.*s'",
					  text, (int)len, text);
		if (!equals)
			k = next++;
		if (k >= count)
			return tool_error(NULL,
					  "--arg %s: the kernel declares %u "
					  "arguments",
					  text, count);
		if (tpc_experiment_set_arg(run->exp, k,
					   equals ? equals + 1 : text, why,
					   sizeof(why)))
			return tool_error(NULL, "--arg %s: %s", text, why);
	}
	return 0;
}

static int find_tensor(struct run *run, const char *option, const char *name)
{
	int index = tpc_experiment_find_tensor(run->exp, name);

	if (index < 0)
		tool_error(NULL, "%s %s: there is no tensor '%s'", option, name,
			   name);
	return index;
}

/* A binding may repeat a declaration, not contradict it. */
static int check_binding(const struct run_binding *b,
			 const struct tpc_experiment_tensor *decl)
{
	unsigned d;

	if (b->type >= 0 && b->type != (int)decl->type)
		return tool_error(NULL, "-t %s: declared as %s, not %s",
				  b->name, tpc_experiment_type_name(decl->type),
				  tpc_experiment_type_name(b->type));
	if (!b->num_dims)
		return 0;
	for (d = 0; d < decl->ndims && b->num_dims == decl->ndims; d++)
		if (b->dims[d] != decl->dims[d])
			break;
	if (b->num_dims != decl->ndims || d < decl->ndims)
		return tool_error(NULL, "-t %s: declared with other sizes",
				  b->name);
	return 0;
}

static int bind_files(struct run *run, bool declared)
{
	const struct run_options *o = run->options;
	unsigned i;
	int k;

	for (i = 0; i < o->num_tensors; i++) {
		const struct run_binding *b = &o->tensor[i];
		struct run_tensor *t;

		k = find_tensor(run, "-t", b->name);
		if (k < 0)
			return 1;
		t = &run->tensor[k];
		if (declared && check_binding(b, t->decl))
			return 1;
		if (t->decl->dir == TPC_EXPERIMENT_OUT)
			t->save = b->file;
		else if (declared)
			t->load = b->file;
	}
	for (i = 0; i < o->num_saves; i++) {
		k = find_tensor(run, "--save", o->save[i].name);
		if (k < 0)
			return 1;
		run->tensor[k].save = o->save[i].file;
	}
	for (i = 0; i < o->num_dumps; i++)
		if (find_tensor(run, "--dump", o->dump[i]) < 0)
			return 1;
	return 0;
}

int run_make_experiment(struct run *run)
{
	bool declared = run->headers;
	unsigned i;
	int status = 0;

	if (!declared)
		status = make_headers(run);
	if (!status)
		status = parse_headers(run);
	if (!status && declared)
		status = set_args(run);
	if (status)
		return status;
	run->num_tensors = tpc_experiment_num_tensors(run->exp);
	for (i = 0; i < run->num_tensors; i++)
		run->tensor[i].decl = tpc_experiment_tensor(run->exp, i);
	return bind_files(run, declared);
}

/* ---- Contents --------------------------------------------------------- */

static bool same_shape(const struct tpc_npy *npy,
		       const struct tpc_experiment_tensor *decl)
{
	unsigned d;

	if (!npy->rank)
		return decl->elements == 1;
	if (npy->rank != decl->ndims)
		return false;
	for (d = 0; d < npy->rank; d++)
		if (npy->size[d] != decl->dims[d])
			return false;
	return true;
}

static int load_file(struct run_tensor *t, const char *path)
{
	char *bytes, have[256], want[256];
	struct tpc_npy npy;
	int type, status = read_npy(path, &bytes, &npy);

	if (status)
		return status;
	type = type_of(npy.type);
	if (t->decl->type == TPC_EXPERIMENT_BF16 && npy.type == TPC_DTYPE_U16)
		type = TPC_EXPERIMENT_BF16;
	shape_text(npy.rank, npy.size, have, sizeof(have));
	shape_text(t->decl->ndims, t->decl->dims, want, sizeof(want));
	if (type != (int)t->decl->type || !same_shape(&npy, t->decl))
		status = tool_error(
			path,
			"%s elements of shape %s, but tensor '%s' "
			"needs %s elements of shape %s",
			tpc_dtype_name(npy.type), have, t->decl->name,
			tpc_experiment_type_name(t->decl->type), want);
	else
		memcpy(t->initial, npy.data, npy.bytes);
	free(bytes);
	return status;
}

/* A file named in the headers stands beside the kernel. */
static int load_declared_file(struct run *run, struct run_tensor *t)
{
	const char *kernel = run->options->kernel;
	const char *slash = strrchr(kernel, '/');
	const char *file = t->decl->file;
	char *path;
	int status;

	if (*file == '/' || !slash)
		return load_file(t, file);
	if (asprintf(&path, "%.*s/%s", (int)(slash - kernel), kernel, file) < 0)
		return tool_error(NULL, "out of memory");
	status = load_file(t, path);
	free(path);
	return status;
}

static int load_tensor(struct run *run, unsigned index)
{
	struct run_tensor *t = &run->tensor[index];
	char why[512] = "";
	int err;

	if (t->initial)
		return 0;
	t->initial = malloc(t->decl->bytes);
	if (!t->initial)
		return tool_error(
			NULL, "no memory for tensor '%s' (%llu bytes)",
			t->decl->name, (unsigned long long)t->decl->bytes);
	if (t->load)
		return load_file(t, t->load);
	if (t->decl->file)
		return load_declared_file(run, t);
	err = tpc_experiment_fill(run->exp, index, t->initial, t->decl->bytes,
				  why, sizeof(why));
	if (!err)
		return 0;
	if (why[0])
		fprintf(stderr, "%s\n", why);
	else
		tool_error(NULL, "tensor '%s': %s", t->decl->name,
			   strerror(-err));
	return 1;
}

int run_load_tensors(struct run *run)
{
	unsigned i;
	int status = 0;

	for (i = 0; i < run->num_tensors && !status; i++)
		status = load_tensor(run, i);
	return status;
}

uint32_t run_index_space(struct run *run, uint32_t *size)
{
	const struct run_options *o = run->options;
	uint64_t declared[TPC_EXPERIMENT_MAX_DIMS];
	unsigned d, rank = o->space_rank;

	if (rank) {
		memcpy(size, o->space, sizeof(o->space));
		return rank;
	}
	rank = tpc_experiment_index_space(run->exp, declared);
	for (d = 0; d < rank; d++)
		size[d] = declared[d] <= INT32_MAX ? (uint32_t)declared[d] : 0;
	if (!rank && !run->num_tensors) {
		/* Nothing to be divided: one invocation. */
		size[0] = 1;
		rank = 1;
	}
	if (!rank)
		tool_error(NULL, "no index space: give --index-space or an "
				 "@index_space line");
	return rank;
}
