/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The two bodies of the seam: system calls and the simulated device. */
#include <errno.h>
#include <fcntl.h>
#include <linux/dma-buf.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "seam.h"

struct machine {
	struct tpc_sim *sim; /* NULL: a real device */
};

struct file {
	struct tpc_sim_file *sim;
	int fd;
};

static const char *node(bool control)
{
	return getenv(control ? "OPENTPC_TEST_CONTROL" : "OPENTPC_TEST_DEVICE");
}

bool machine_is_real(void)
{
	return node(false) != NULL;
}

struct machine *machine_new(const struct tpc_sim_params *params)
{
	struct machine *machine = calloc(1, sizeof(*machine));

	if (!machine || machine_is_real())
		return machine;
	if (tpc_sim_create(params, &machine->sim)) {
		free(machine);
		return NULL;
	}
	return machine;
}

void machine_free(struct machine *machine)
{
	tpc_sim_destroy(machine->sim);
	free(machine);
}

static int open_node(struct file *file, bool control)
{
	const char *path = node(control);

	if (!path)
		return -ENODEV;
	file->fd = open(path, O_RDWR | O_CLOEXEC);
	return file->fd < 0 ? -errno : 0;
}

int file_open(struct machine *machine, bool control, struct file **out)
{
	struct file *file = calloc(1, sizeof(*file));
	int rc;

	if (!file)
		return -ENOMEM;
	rc = machine->sim ? tpc_sim_open(machine->sim, control, &file->sim)
			  : open_node(file, control);
	if (rc) {
		free(file);
		return rc;
	}
	*out = file;
	return 0;
}

int file_close(struct file *file)
{
	int rc = file->sim ? tpc_sim_close(file->sim) : close(file->fd);

	free(file);
	return rc;
}

int file_ioctl(struct file *file, unsigned long request, void *arg)
{
	if (file->sim)
		return tpc_sim_ioctl(file->sim, request, arg);
	return ioctl(file->fd, request, arg) < 0 ? -errno : 0;
}

int file_mmap(struct file *file, size_t len, uint64_t offset, void **out)
{
	const int prot = PROT_READ | PROT_WRITE;
	void *p;

	if (file->sim)
		return tpc_sim_mmap(file->sim, len, prot, MAP_SHARED,
				    (off_t)offset, out);
	p = mmap(NULL, len, prot, MAP_SHARED, file->fd, (off_t)offset);
	if (p == MAP_FAILED)
		return -errno;
	*out = p;
	return 0;
}

int file_munmap(struct file *file, void *addr, size_t len)
{
	if (file->sim)
		return tpc_sim_munmap(file->sim, addr, len);
	return munmap(addr, len) ? -errno : 0;
}

int file_dmabuf_sync(int fd, uint64_t flags)
{
	struct dma_buf_sync sync = {.flags = flags};

	if (!machine_is_real())
		return tpc_sim_dmabuf_sync(fd, flags);
	return ioctl(fd, DMA_BUF_IOCTL_SYNC, &sync) < 0 ? -errno : 0;
}

void file_stats(struct file *file, struct tpc_sim_stats *out)
{
	memset(out, 0, sizeof(*out));
	if (file->sim)
		tpc_sim_stats(file->sim, out);
}
