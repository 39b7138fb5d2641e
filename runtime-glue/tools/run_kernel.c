/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-run: reads or assembles the kernel and finds its headers. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "run.h"
#include "tpc/asm.h"
#include "tpc/object.h"

static bool is_elf(const char *bytes, size_t size)
{
	return size >= 4 && !memcmp(bytes, "\177ELF", 4);
}

static int assemble(const struct run_options *o, const char *name,
		    const char *text, size_t size, struct tpc_diags *diags,
		    struct tpc_object **obj)
{
	int cpu = tpc_cpu_by_name(o->cpu);
	struct tpc_asm_options options = {.cpu = (enum tpc_cpu)cpu,
					  .name = name};

	if (cpu < 0)
		return tool_usage("--mcpu %s: unknown generation", o->cpu);
	return tpc_assemble(text, size, &options, diags, obj);
}

/* Keeps the headers; the note has the line numbers of the source. */
static int keep_headers(struct run *run, const struct tpc_object *obj,
			const char *name)
{
	const struct tpc_note *note =
		tpc_object_find_note(obj, TPC_NOTE_EXPERIMENT);
	const char *source = tpc_object_source(obj);

	if (!note)
		return 0;
	run->headers = malloc(note->size + 1);
	run->headers_file = strdup(source ? source : name);
	if (!run->headers || !run->headers_file)
		return -ENOMEM;
	memcpy(run->headers, note->text, note->size);
	run->headers[note->size] = 0;
	run->headers_size = note->size;
	return 0;
}

static int keep_object(struct run *run, const struct tpc_object *obj,
		       const char *name)
{
	uint8_t *elf;
	int err = keep_headers(run, obj, name);

	if (!err)
		err = tpc_object_write(obj, &elf, &run->elf_size);
	if (err)
		return tool_error(name, "%s", strerror(-err));
	run->elf = elf;
	return 0;
}

int run_read_kernel(struct run *run)
{
	const char *path = run->options->kernel;
	const char *name = strcmp(path, "-") ? path : "<stdin>";
	struct tpc_object *obj = NULL;
	struct tpc_diags *diags;
	char *bytes;
	size_t size;
	int err = tool_read(path, &bytes, &size);

	if (err)
		return tool_error(path, "cannot be read: %s", strerror(-err));
	diags = tpc_diags_new();
	if (is_elf(bytes, size))
		err = tpc_object_read(bytes, size, name, diags, &obj);
	else
		err = assemble(run->options, name, bytes, size, diags, &obj);
	if (diags)
		tpc_diags_print(diags, stderr);
	if (err < 0 && (!diags || !tpc_diags_errors(diags)))
		tool_error(name, "%s", strerror(-err));
	if (!err)
		err = keep_object(run, obj, name);
	tpc_object_free(obj);
	tpc_diags_free(diags);
	free(bytes);
	return err < 0 ? 1 : err;
}
