/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Helpers of tests that run kernels on a simulated device. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sim.h"
#include "tpc/asm.h"
#include "tpc/object.h"

static void *write_object(struct tpc_object *obj, size_t *size)
{
	uint8_t *elf;

	assert_int_equal(tpc_object_write(obj, &elf, size), 0);
	tpc_object_free(obj);
	return elf;
}

void *sim_assemble(const char *text, size_t *size)
{
	const struct tpc_asm_options options = {.cpu = TPC_CPU_GAUDI,
						.name = "test.s"};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;

	if (tpc_assemble(text, strlen(text), &options, diags, &obj)) {
		tpc_diags_print(diags, stderr);
		fail_msg("the kernel does not assemble");
	}
	tpc_diags_free(diags);
	return write_object(obj, size);
}

void *sim_assemble_file(const char *path, size_t *size)
{
	char full[512], *text;
	void *elf;
	FILE *file;
	long len;

	snprintf(full, sizeof(full), "%s/%s", OPENTPC_SOURCE_DIR, path);
	file = fopen(full, "rb");
	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	len = ftell(file);
	rewind(file);
	text = calloc(1, (size_t)len + 1);
	assert_int_equal(fread(text, 1, (size_t)len, file), len);
	fclose(file);
	elf = sim_assemble(text, size);
	free(text);
	return elf;
}

void *sim_object(const void *code, size_t size, unsigned march,
		 size_t *elf_size)
{
	struct tpc_object *obj = tpc_object_new(TPC_CPU_GAUDI);
	struct tpc_metadata metadata;

	assert_non_null(obj);
	metadata = *tpc_object_metadata(obj);
	if (march)
		metadata.march = (uint16_t)march;
	tpc_object_set_metadata(obj, &metadata);
	assert_int_equal(tpc_object_set_code(obj, code, size), 0);
	return write_object(obj, elf_size);
}

struct tpc_device *sim_open(uint64_t max_bundles)
{
	const struct tpc_open_options options = {
		.sim_max_bundles = max_bundles,
	};
	struct tpc_device *dev;
	char why[256];

	if (tpc_device_open("sim:gaudi", &options, &dev, why, sizeof(why)))
		fail_msg("sim:gaudi: %s", why);
	return dev;
}

static struct tpc_kernel *load(struct tpc_device *dev, void *elf, size_t size)
{
	struct tpc_kernel *kernel;
	char text[256];

	if (tpc_kernel_load(dev, elf, size, &kernel)) {
		tpc_device_message(dev, text, sizeof(text));
		fail_msg("kernel: %s", text);
	}
	free(elf);
	return kernel;
}

struct tpc_kernel *sim_kernel(struct tpc_device *dev, const char *text)
{
	size_t size;
	void *elf = sim_assemble(text, &size);

	return load(dev, elf, size);
}

struct tpc_kernel *sim_kernel_file(struct tpc_device *dev, const char *path)
{
	size_t size;
	void *elf = sim_assemble_file(path, &size);

	return load(dev, elf, size);
}

void sim_expect_message(struct tpc_device *dev, const char *part)
{
	char text[512];

	tpc_device_message(dev, text, sizeof(text));
	if (!strstr(text, part))
		fail_msg("'%s' does not contain '%s'", text, part);
}
