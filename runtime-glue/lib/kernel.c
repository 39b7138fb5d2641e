/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Loading a kernel: an ELF object's code into device memory. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lut.h"
#include "provider.h"
#include "tpc/object.h"

#define MAX_FILE_SIZE (TPC_CODE_MAX + 0x1000000u)

struct tpc_kernel {
	struct tpc_device *dev;
	struct tpc_mem *mem;
	struct tpc_metadata metadata;
	struct tpc_kernel_info info;
	uint64_t lut[TPC_NUM_LUTS];
};

struct tpc_device *tpc_kernel_device(const struct tpc_kernel *kernel)
{
	return kernel->dev;
}

unsigned tpc_kernel_tensors(const struct tpc_kernel *kernel)
{
	unsigned needed =
		kernel->metadata.scalar_ld | kernel->metadata.rmw_store;

	if (kernel->info.uses_printf)
		needed |= 1u << kernel->info.printf_tensor;
	return needed;
}

uint64_t tpc_kernel_lut(const struct tpc_kernel *kernel, unsigned class)
{
	return kernel->lut[class];
}

const struct tpc_kernel_info *tpc_kernel_info(const struct tpc_kernel *kernel)
{
	return &kernel->info;
}

/* The first thing that is wrong with an object, as the device's message. */
static int object_error(struct tpc_device *dev, int err,
			const struct tpc_diags *diags)
{
	const struct tpc_diag *diag = diags ? tpc_diags_get(diags, 0) : NULL;

	if (!diag)
		return tpc_fail(dev, err, "kernel object: %s", strerror(-err));
	return tpc_fail(dev, err == -ENOMEM ? err : -ENOEXEC, "%s: %s",
			diag->loc.file ? diag->loc.file : "kernel object",
			diag->text);
}

static int check_object(struct tpc_device *dev, const struct tpc_object *obj,
			const char *name)
{
	int cpu = tpc_object_cpu(obj);
	size_t size;

	tpc_object_code(obj, &size);
	if (!size)
		return tpc_fail(dev, -ENOEXEC, "%s: the object has no code",
				name);
	if (cpu < 0)
		return tpc_fail(dev, -ENOEXEC,
				"%s: the object has no .tpc_metadata and so no "
				"generation",
				name);
	if (strcmp(tpc_cpu_name((enum tpc_cpu)cpu), dev->info.chip))
		return tpc_fail(dev, -ENOEXEC,
				"%s: the object is for %s, the device is a %s",
				name, tpc_cpu_name((enum tpc_cpu)cpu),
				dev->info.chip);
	return 0;
}

static void read_metadata(struct tpc_kernel *kernel,
			  const struct tpc_object *obj)
{
	struct tpc_kernel_info *info = &kernel->info;

	kernel->metadata = *tpc_object_metadata(obj);
	info->cpu = tpc_cpu_name((enum tpc_cpu)tpc_object_cpu(obj));
	info->num_scalars = kernel->metadata.params_num;
	info->special_functions = kernel->metadata.special_function_used;
	info->uses_printf = kernel->metadata.printf_used;
	info->printf_tensor = kernel->metadata.printf_tensor_id;
}

/* What lies in device memory: the code, and tables if the kernel uses them. */
static int make_image(struct tpc_kernel *kernel, const struct tpc_object *obj,
		      uint8_t **image, size_t *size)
{
	uint64_t align = kernel->dev->ops->code_align;
	size_t code_size, tables = 0;
	const uint8_t *code = tpc_object_code(obj, &code_size);

	/* The prefetcher reads whole units. */
	*size = (code_size + align - 1) / align * align;
	if (kernel->info.special_functions)
		tables = tpc_lut_size();
	*image = calloc(1, *size + tables);
	if (!*image)
		return -ENOMEM;
	memcpy(*image, code, code_size);
	kernel->info.text_size = code_size;
	/* Addresses are relative until the place is known. */
	if (tables)
		tpc_lut_place(*image + *size, *size, kernel->lut);
	*size += tables;
	return 0;
}

static int upload(struct tpc_kernel *kernel, const struct tpc_object *obj)
{
	struct tpc_device *dev = kernel->dev;
	uint8_t *image;
	size_t size;
	unsigned i;
	int err = make_image(kernel, obj, &image, &size);

	if (err)
		return err;
	err = tpc_mem_alloc(dev, size, dev->ops->code_align, 0, &kernel->mem);
	if (!err) {
		err = tpc_write(dev, tpc_mem_addr(kernel->mem), image, size);
		if (err)
			tpc_mem_free(kernel->mem);
	}
	free(image);
	if (err)
		return err;
	kernel->info.text_addr = tpc_mem_addr(kernel->mem);
	for (i = 0; i < TPC_NUM_LUTS; i++)
		if (kernel->lut[i])
			kernel->lut[i] += kernel->info.text_addr;
	return 0;
}

static int load_object(struct tpc_device *dev, const struct tpc_object *obj,
		       const char *name, struct tpc_kernel **out)
{
	struct tpc_kernel *kernel;
	int err = check_object(dev, obj, name);

	if (err)
		return err;
	kernel = calloc(1, sizeof(*kernel));
	if (!kernel)
		return -ENOMEM;
	kernel->dev = dev;
	read_metadata(kernel, obj);
	if (kernel->info.uses_printf &&
	    kernel->info.printf_tensor >= TPC_MAX_TENSORS)
		err = tpc_fail(dev, -ENOEXEC,
			       "%s: printf tensor %u, at most %u", name,
			       kernel->info.printf_tensor, TPC_MAX_TENSORS - 1);
	if (!err)
		err = upload(kernel, obj);
	if (err) {
		free(kernel);
		return err;
	}
	tpc_device_hold(dev);
	*out = kernel;
	return 0;
}

static int load(struct tpc_device *dev, const void *elf, size_t size,
		const char *name, struct tpc_kernel **out)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj;
	int err = tpc_object_read(elf, size, name, diags, &obj);

	if (err)
		object_error(dev, err, diags);
	tpc_diags_free(diags);
	if (err)
		return err == -ENOMEM ? err : -ENOEXEC;
	err = load_object(dev, obj, name, out);
	tpc_object_free(obj);
	return err;
}

int tpc_kernel_load(struct tpc_device *dev, const void *elf, size_t size,
		    struct tpc_kernel **out)
{
	return load(dev, elf, size, "kernel object", out);
}

static int read_all(int fd, uint8_t *to, size_t size)
{
	size_t done = 0;
	ssize_t n;

	while (done < size) {
		n = read(fd, to + done, size - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n ? -errno : -EIO;
		done += (size_t)n;
	}
	return 0;
}

static int read_file(const char *path, uint8_t **bytes, size_t *size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	int err;

	if (fd < 0)
		return -errno;
	err = fstat(fd, &st) ? -errno : 0;
	if (!err && !S_ISREG(st.st_mode))
		err = -EINVAL;
	if (!err && st.st_size > MAX_FILE_SIZE)
		err = -EFBIG;
	*bytes = err ? NULL : malloc((size_t)st.st_size + 1);
	if (!err && !*bytes)
		err = -ENOMEM;
	if (!err)
		err = read_all(fd, *bytes, (size_t)st.st_size);
	close(fd);
	if (err)
		free(*bytes);
	else
		*size = (size_t)st.st_size;
	return err;
}

int tpc_kernel_load_file(struct tpc_device *dev, const char *path,
			 struct tpc_kernel **out)
{
	uint8_t *bytes = NULL;
	size_t size = 0;
	int err = read_file(path, &bytes, &size);

	if (err)
		return tpc_fail(dev, err, "%s: %s", path, strerror(-err));
	err = load(dev, bytes, size, path, out);
	free(bytes);
	return err;
}

void tpc_kernel_free(struct tpc_kernel *kernel)
{
	if (!kernel)
		return;
	tpc_mem_free(kernel->mem);
	tpc_device_drop(kernel->dev);
	free(kernel);
}
