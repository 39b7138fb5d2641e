/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Code: fetching bundles, and keeping them decoded from run to run.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core_impl.h"

static void free_line(struct line *line)
{
	for (unsigned i = 0; i < line->n; i++)
		unprepare_op(&line->uop[i]);
	line->n = 0;
	line->ready = false;
}

static void free_image(struct image *image)
{
	for (size_t i = 0; i < image->nchunks; i++) {
		if (!image->chunks[i])
			continue;
		for (unsigned j = 0; j < CHUNK_LINES; j++)
			free_line(&image->chunks[i]->line[j]);
		free(image->chunks[i]);
	}
	free(image->chunks);
	memset(image, 0, sizeof(*image));
}

/* Decoded bundles of a code address; the longest unused ones make room. */
static struct image *image_of(struct tpc_core *core, uint64_t code)
{
	struct image *oldest = &core->images[0];

	for (unsigned i = 0; i < NUM_IMAGES; i++) {
		struct image *image = &core->images[i];

		if (image->nchunks && image->code == code)
			return image;
		if (image->used < oldest->used)
			oldest = image;
	}
	free_image(oldest);
	oldest->code = code;
	return oldest;
}

void code_free(struct tpc_core *core)
{
	for (unsigned i = 0; i < NUM_IMAGES; i++)
		free_image(&core->images[i]);
}

void code_select(struct tpc_core *core, uint64_t code)
{
	core->code = code;
	core->image = image_of(core, code);
	core->image->used = core->run;
}

static struct line *line_at(struct tpc_core *core, uint32_t pc)
{
	size_t n = pc / TPC_BUNDLE_BYTES, chunk = n / CHUNK_LINES;
	struct image *image = core->image;

	if (chunk >= image->nchunks) {
		size_t want = chunk + 16;
		struct chunk **grown;

		grown = realloc(image->chunks, want * sizeof(*grown));
		if (!grown)
			return NULL;
		memset(grown + image->nchunks, 0,
		       (want - image->nchunks) * sizeof(*grown));
		image->chunks = grown;
		image->nchunks = want;
	}
	if (!image->chunks[chunk]) {
		image->chunks[chunk] = calloc(1, sizeof(struct chunk));
		if (!image->chunks[chunk])
			return NULL;
	}
	return &image->chunks[chunk]->line[n % CHUNK_LINES];
}

static bool is_nop(const struct tpc_op *op)
{
	return op->mnemonic == TPC_MN_NOP;
}

/* Fills a line from its bytes; false if the run stops there. */
static bool decode_line(struct tpc_core *core, struct line *line)
{
	char why[128] = "";
	int err;

	free_line(line);
	if (tpc_decode(core->isa, line->bytes, &line->bundle, why,
		       sizeof(why))) {
		core_fault(core, NULL, FAULT_ILLEGAL, "%s", why);
		return false;
	}
	for (unsigned s = 0; s < TPC_NUM_SLOTS; s++) {
		const struct tpc_op *op = &line->bundle.op[s];
		struct uop *u = &line->uop[line->n];

		if (is_nop(op))
			continue;
		err = prepare_op(core, op, core->pc, u, why, sizeof(why));
		if (err == -ENOMEM) {
			core->out_of_memory = true;
			core->stopping = true;
			return false;
		}
		if (err) {
			u->op = op;
			u->pc = core->pc;
			core_unsupported(core, u, "%s", why);
			return false;
		}
		line->n++;
	}
	line->ready = true;
	return true;
}

struct line *code_fetch(struct tpc_core *core)
{
	size_t n = core->pc / TPC_BUNDLE_BYTES, chunk = n / CHUNK_LINES;
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct line *line;

	if (chunk < core->image->nchunks && core->image->chunks[chunk]) {
		line = &core->image->chunks[chunk]->line[n % CHUNK_LINES];
		if (line->ready && line->checked == core->run)
			return line;
	}
	if (mem_read(core, core->code + core->pc, bytes, sizeof(bytes))) {
		core_fault(core, NULL, FAULT_HBW_READ, "fetch from 0x%llx",
			   (unsigned long long)(core->code + core->pc));
		return NULL;
	}
	line = line_at(core, core->pc);
	if (!line) {
		core->out_of_memory = true;
		core->stopping = true;
		return NULL;
	}
	if (!line->ready || memcmp(line->bytes, bytes, sizeof(bytes))) {
		memcpy(line->bytes, bytes, sizeof(bytes));
		if (!decode_line(core, line))
			return NULL;
	}
	line->checked = core->run;
	return line;
}
