// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Fuzz target: command buffers as text, bytes and images, of a chip that the
 * size chooses. What can be read is printed, and the print reads back to the
 * same buffers.
 */
#include "tpc/cbtext.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct tpc_cb *chip;

static void fail(const char *what, const char *text)
{
	fprintf(stderr, "%s:\n%s\n", what, text);
	abort();
}

static struct tpc_cb_image *assemble(const char *text, size_t len, bool strict)
{
	struct tpc_cb_text_options options = {
		.file = "fuzz.cbs",
		.cb = chip,
	};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_cb_image *image = NULL;
	int err = tpc_cb_assemble(text, len, &options, diags, &image);

	if (err && !tpc_diags_errors(diags))
		fail("refused without a reason", text);
	if (err && strict) {
		tpc_diags_print(diags, stderr);
		fail("printed text does not assemble", text);
	}
	tpc_diags_free(diags);
	return image;
}

static void compare(const struct tpc_cb_image *a, const struct tpc_cb_image *b,
		    const char *text)
{
	size_t i;

	if (tpc_cb_image_count(a) != tpc_cb_image_count(b))
		fail("other buffers", text);
	for (i = 0; i < tpc_cb_image_count(a); i++) {
		const struct tpc_cb_buffer *x = tpc_cb_image_get(a, i);
		const struct tpc_cb_buffer *y = tpc_cb_image_get(b, i);

		if (x->size != y->size || x->queue != y->queue ||
		    x->has_address != y->has_address ||
		    x->address != y->address ||
		    (x->size && memcmp(x->data, y->data, x->size)))
			fail(x->name, text);
	}
}

static void check(struct tpc_cb_image *image)
{
	struct tpc_cb_print_options options = {.launches = true, .bytes = true};
	struct tpc_cb_image *again;
	char *text;
	size_t len;
	FILE *out;

	if (!image)
		return;
	out = open_memstream(&text, &len);
	if (tpc_cb_print(image, &options, out) || fclose(out))
		fail("not printed", "");
	again = assemble(text, len, true);
	compare(image, again, text);
	tpc_cb_image_free(again);
	tpc_cb_image_free(image);
	free(text);
}

static struct tpc_cb_image *raw(const uint8_t *data, size_t size)
{
	struct tpc_cb_buffer b = {
		.name = "cb",
		.data = data + 1,
		.size = size - 1,
		.queue = tpc_cb_queue(chip, data[0], NULL),
	};
	struct tpc_cb_image *image = tpc_cb_image_new(chip);

	if (tpc_cb_image_add(image, &b))
		fail("not added", "");
	tpc_cb_follow(image, 0x1000, data, size);
	return image;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const chips[] = {"gaudi", "goya", "gaudi2"};
	struct tpc_cb_image *image = NULL;
	struct tpc_diags *diags = tpc_diags_new();

	chip = tpc_cb_get(chips[size % 3]);
	if (size && data[0] < 0x20 && data[0] != '\n' && data[0] != '\t')
		image = raw(data, size);
	else if (tpc_cb_image_read(data, size, "fuzz", diags, &image) == 0)
		;
	else
		image = assemble((const char *)data, size, false);
	tpc_diags_free(diags);
	check(image);
	return 0;
}
