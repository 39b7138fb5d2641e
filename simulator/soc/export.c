/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Sharing of device memory: a range of HBM becomes a memfd.
 *
 * At export the contents are copied once into a new memfd, which then takes
 * the place of the range in the reservation. From there on the device, the
 * exporter and everybody who got the descriptor see the same pages, and the
 * pages live as long as somebody holds the descriptor or a mapping.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export.h"
#include "soc_priv.h"

#define EXPORT_NAME "opentpc-dmabuf"

struct soc_export {
	struct soc_export *next;
	uint64_t offset; /* in HBM */
	uint64_t size;
	int fd;		/* the model's own descriptor */
	bool forgotten; /* by the context that made it */
};

void soc_exports_free(struct soc_memory *mem)
{
	struct soc_export *e;

	while ((e = mem->exports)) {
		mem->exports = e->next;
		close(e->fd);
		free(e);
	}
}

void soc_forget_exports(struct soc *soc)
{
	struct soc_export *e;

	for (e = soc->mem.exports; e; e = e->next)
		e->forgotten = true;
}

int soc_is_export(int fd)
{
	char path[64];
	char name[128];
	ssize_t len;

	if (fcntl(fd, F_GETFD) < 0)
		return -EBADF;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	len = readlink(path, name, sizeof(name) - 1);
	if (len < 0)
		return -errno;
	name[len] = '\0';
	return !strncmp(name, "/memfd:" EXPORT_NAME,
			strlen("/memfd:" EXPORT_NAME));
}

/* Writes what is not zero, so that the file is as sparse as the memory. */
static int copy_out(int fd, const char *from, uint64_t size, size_t page)
{
	static const char zeros[4096];
	uint64_t at;
	size_t k;

	for (at = 0; at < size; at += page) {
		for (k = 0; k < page; k += sizeof(zeros))
			if (memcmp(from + at + k, zeros, sizeof(zeros)))
				break;
		if (k == page)
			continue;
		if (pwrite(fd, from + at, page, (off_t)at) != (ssize_t)page)
			return -ENOMEM;
	}
	return 0;
}

static int new_memfd(const char *from, uint64_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	int fd = memfd_create(EXPORT_NAME, MFD_CLOEXEC | MFD_ALLOW_SEALING);
	int rc = 0;

	if (fd < 0)
		return -errno;
	if (ftruncate(fd, (off_t)size))
		rc = -errno;
	if (!rc)
		rc = copy_out(fd, from, size, page);
	/* Nobody may cut off pages under a running engine. */
	if (!rc &&
	    fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL))
		rc = -errno;
	if (rc) {
		close(fd);
		return rc;
	}
	return fd;
}

/* Puts private pages with the same contents back in place of an export. */
static int take_back(struct soc_memory *mem, struct soc_export *e)
{
	char *at = mem->hbm + e->offset;
	char *fresh = mmap(NULL, e->size, PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	off_t data = 0;
	off_t hole;

	if (fresh == MAP_FAILED)
		return -ENOMEM;
	while ((data = lseek(e->fd, data, SEEK_DATA)) >= 0) {
		hole = lseek(e->fd, data, SEEK_HOLE);
		memcpy(fresh + data, at + data, (size_t)(hole - data));
		data = hole;
	}
	if (mremap(fresh, e->size, e->size, MREMAP_MAYMOVE | MREMAP_FIXED,
		   at) == MAP_FAILED) {
		munmap(fresh, e->size);
		return -ENOMEM;
	}
	return 0;
}

/* An older export of exactly this range, or room for a new one. */
static int resolve(struct soc_memory *mem, uint64_t offset, uint64_t size,
		   struct soc_export **same)
{
	struct soc_export **link = &mem->exports;
	struct soc_export *e;
	int rc;

	*same = NULL;
	while ((e = *link)) {
		if (e->offset == offset && e->size == size) {
			*same = e;
			return 0;
		}
		if (e->offset >= offset + size ||
		    offset >= e->offset + e->size) {
			link = &e->next;
			continue;
		}
		if (!e->forgotten)
			return -EEXIST;
		rc = take_back(mem, e);
		if (rc)
			return rc;
		*link = e->next;
		close(e->fd);
		free(e);
	}
	return 0;
}

/*
 * A descriptor of its own for each caller, with the access asked for: as with
 * the driver's dma-bufs, one without O_RDWR cannot be mapped for writing.
 */
static int hand_out(int fd, int fd_flags)
{
	char path[64];
	int copy;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	copy = open(path, fd_flags & (O_ACCMODE | O_CLOEXEC));
	return copy < 0 ? -errno : copy;
}

static int export_new(struct soc_memory *mem, uint64_t offset, uint64_t size,
		      int fd_flags)
{
	struct soc_export *e = calloc(1, sizeof(*e));
	int fd;

	if (!e)
		return -ENOMEM;
	e->offset = offset;
	e->size = size;
	e->fd = new_memfd(mem->hbm + offset, size);
	if (e->fd < 0) {
		fd = e->fd;
		goto free_export;
	}
	fd = hand_out(e->fd, fd_flags);
	if (fd < 0)
		goto close_memfd;
	if (mmap(mem->hbm + offset, size, PROT_READ | PROT_WRITE,
		 MAP_SHARED | MAP_FIXED, e->fd, 0) == MAP_FAILED) {
		close(fd);
		fd = -ENOMEM;
		goto close_memfd;
	}
	e->next = mem->exports;
	mem->exports = e;
	return fd;

close_memfd:
	close(e->fd);
free_export:
	free(e);
	return fd;
}

int soc_export(struct soc *soc, uint64_t addr, uint64_t size, int fd_flags)
{
	uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
	uint64_t offset = addr - TPC_GAUDI_HBM_BASE;
	struct soc_export *same;
	int rc;

	if (offset > TPC_GAUDI_HBM_SIZE || !size ||
	    size > TPC_GAUDI_HBM_SIZE - offset || offset % page || size % page)
		return -EINVAL;
	soc_pause(soc);
	rc = resolve(&soc->mem, offset, size, &same);
	if (rc == -EEXIST)
		snprintf(soc->stats.last_fault, sizeof(soc->stats.last_fault),
			 "export of 0x%llx bytes at 0x%llx refused: it "
			 "overlaps an older one of another size",
			 (unsigned long long)size, (unsigned long long)addr);
	if (!rc && same) {
		same->forgotten = false;
		rc = hand_out(same->fd, fd_flags);
	} else if (!rc) {
		rc = export_new(&soc->mem, offset, size, fd_flags);
	}
	soc_resume(soc);
	return rc;
}
