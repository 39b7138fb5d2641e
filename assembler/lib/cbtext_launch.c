// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * What a command buffer tells a TPC before it starts it: the staged registers,
 * read as kernel, index space, arguments and tensors (facts 7.2 to 7.5).
 */
#include "cbtext_priv.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define EXECUTE	 "TPC_EXECUTE"
#define MAX_DIMS 5

/* A block that has been written to. */
struct block {
	const struct tpc_reg_instances *instances;
	unsigned instance;
	uint32_t *value; /* one a word */
	bool *written;
	struct block *next;
};

struct cb_launch {
	const struct tpc_cb *cb;
	struct block *blocks;
	struct block *started;
};

struct cb_launch *cb_launch_new(const struct tpc_cb *cb)
{
	struct cb_launch *l = calloc(1, sizeof(*l));

	if (l)
		l->cb = cb;
	return l;
}

static void free_block(struct block *b)
{
	free(b->value);
	free(b->written);
	free(b);
}

void cb_launch_free(struct cb_launch *l)
{
	struct block *b, *next;

	if (!l)
		return;
	for (b = l->blocks; b; b = next) {
		next = b->next;
		free_block(b);
	}
	free(l);
}

static struct block *get_block(struct cb_launch *l,
			       const struct tpc_reg_ref *ref)
{
	size_t words = ref->instances->block->size / 4;
	struct block *b;

	for (b = l->blocks; b; b = b->next)
		if (b->instances == ref->instances &&
		    b->instance == ref->instance)
			return b;
	b = calloc(1, sizeof(*b));
	if (!b)
		return NULL;
	b->instances = ref->instances;
	b->instance = ref->instance;
	b->value = calloc(words, sizeof(*b->value));
	b->written = calloc(words, sizeof(*b->written));
	if (!b->value || !b->written) {
		free_block(b);
		return NULL;
	}
	b->next = l->blocks;
	l->blocks = b;
	return b;
}

bool cb_launch_write(struct cb_launch *l, uint64_t address, uint32_t value)
{
	struct tpc_reg_ref ref;
	struct block *b;

	if (tpc_reg_at(l->cb, address, &ref))
		return false;
	b = get_block(l, &ref);
	if (!b)
		return false;
	b->value[ref.offset / 4] = value;
	b->written[ref.offset / 4] = true;
	l->started = b;
	return !strcmp(ref.reg->name, EXECUTE) && value & 1;
}

static const struct tpc_reg *find_reg(const struct block *b, const char *name)
{
	unsigned i;

	for (i = 0; i < b->instances->block->num_regs; i++)
		if (!strcmp(b->instances->block->regs[i].name, name))
			return &b->instances->block->regs[i];
	return NULL;
}

/* Element (i, j) of a register array; false if it has not been written. */
static bool get(const struct block *b, const char *name, unsigned i, unsigned j,
		uint32_t *value)
{
	const struct tpc_reg *reg = find_reg(b, name);
	uint32_t word;

	*value = 0;
	if (!reg || i >= reg->count[0] || j >= reg->count[1])
		return false;
	word = (reg->offset + i * reg->stride[0] + j * reg->stride[1]) / 4;
	*value = b->written[word] ? b->value[word] : reg->reset;
	return b->written[word];
}

static uint32_t get_field(const struct block *b, const char *name, unsigned i,
			  const char *field, const char **text)
{
	const struct tpc_reg *reg = find_reg(b, name);
	uint32_t value;
	unsigned k;

	*text = NULL;
	get(b, name, i, 0, &value);
	for (k = 0; reg && k < reg->num_fields; k++) {
		const struct tpc_reg_field *f = &reg->fields[k];

		if (strcmp(f->name, field))
			continue;
		value = (uint32_t)(value >> f->lsb & ((1ull << f->width) - 1));
		if (value < f->num_values)
			*text = f->values[value];
		return value;
	}
	return 0;
}

static uint64_t get_pair(const struct block *b, const char *low,
			 const char *high, unsigned i)
{
	uint32_t lo, hi;

	get(b, low, i, 0, &lo);
	get(b, high, i, 0, &hi);
	return (uint64_t)hi << 32 | lo;
}

static void print_dims(const struct block *b, const char *what,
		       const char *name, FILE *out)
{
	uint32_t value;
	unsigned i;

	fprintf(out, " %s (", what);
	for (i = 0; i < MAX_DIMS; i++) {
		get(b, name, i, 0, &value);
		fprintf(out, "%s%u", i ? ", " : "", value);
	}
	fputs(")", out);
}

static void print_tensor(const struct block *b, unsigned i, FILE *out)
{
	uint32_t size, stride, pad;
	const char *type, *none;
	unsigned last, d;
	uint32_t code;

	code = get_field(b, "QM_TENSOR_%_TENSOR_CONFIG", i, "DATA_TYPE", &type);
	last = get_field(b, "QM_TENSOR_%_TENSOR_CONFIG", i, "LAST_DIM", &none);
	get(b, "QM_TENSOR_%_PADDING_VALUE", i, 0, &pad);
	fprintf(out, "\t//   tensor %u: ", i);
	if (type)
		fprintf(out, "%s", type);
	else
		fprintf(out, "type %u", code);
	for (d = 0; d <= last && d < MAX_DIMS; d++) {
		get(b, "QM_TENSOR_%_DIM_%_SIZE", i, d, &size);
		fprintf(out, "%s%u", d ? " x " : " ", size);
	}
	fputs(", strides", out);
	for (d = 0; d <= last && d < MAX_DIMS; d++) {
		get(b, "QM_TENSOR_%_DIM_%_STRIDE", i, d, &stride);
		fprintf(out, " %u", stride);
	}
	fprintf(out, ", at 0x%" PRIx64 ", padding 0x%x\n",
		get_pair(b, "QM_TENSOR_%_BASE_ADDR_LOW",
			 "QM_TENSOR_%_BASE_ADDR_HIGH", i),
		pad);
}

static void print_arguments(const struct block *b, FILE *out)
{
	uint32_t count, value, used = 1, i;
	const char *none;

	count = get_field(b, "QM_KERNEL_CONFIG", 0, "NUM_VALID_SRFS", &none);
	if (!count)
		return;
	for (i = 0; i < count && get(b, "QM_SRF_%", i, 0, &value); i++)
		if (value)
			used = i + 1;
	count = i;
	fputs("\t//   arguments", out);
	for (i = 0; i < used && get(b, "QM_SRF_%", i, 0, &value); i++)
		fprintf(out, " 0x%x", value);
	fputs(used < count ? ", the others 0\n" : "\n", out);
}

/* A descriptor that is zero as a whole stands for no tensor. */
static bool has_tensor(const struct block *b, unsigned i)
{
	bool written;
	uint32_t config, low;

	written = get(b, "QM_TENSOR_%_TENSOR_CONFIG", i, 0, &config);
	written |= get(b, "QM_TENSOR_%_BASE_ADDR_LOW", i, 0, &low);
	return written && (config || get_pair(b, "QM_TENSOR_%_BASE_ADDR_LOW",
					      "QM_TENSOR_%_BASE_ADDR_HIGH", i));
}

void cb_launch_print(const struct cb_launch *l, FILE *out)
{
	const struct block *b = l->started;
	const struct tpc_reg *tensors;
	unsigned i;

	tensors = b ? find_reg(b, "QM_TENSOR_%_BASE_ADDR_LOW") : NULL;
	if (!tensors)
		return;
	fprintf(out, "\t// launch: kernel at 0x%" PRIx64 ", index space",
		get_pair(b, "QM_KERNEL_BASE_ADDRESS_LOW",
			 "QM_KERNEL_BASE_ADDRESS_HIGH", 0));
	print_dims(b, "from", "QM_TID_BASE_DIM_%", out);
	print_dims(b, "size", "QM_TID_SIZE_DIM_%", out);
	putc('\n', out);
	print_arguments(b, out);
	for (i = 0; i < tensors->count[0]; i++)
		if (has_tensor(b, i))
			print_tensor(b, i, out);
}
