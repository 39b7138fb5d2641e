/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The seam's real body: system calls on a habanalabs device node. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/dma-buf.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "os.h"

#define ACCEL_PREFIX "/dev/accel/accel"
#define HL_PREFIX    "/dev/hl"

/* Number behind @prefix, or -1 when the name is another one. */
static long node_number(const char *name, const char *prefix)
{
	size_t len = strlen(prefix);
	long number = 0;

	if (strncmp(name, prefix, len) || !name[len])
		return -1;
	for (name += len; *name; name++) {
		if (*name < '0' || *name > '9' || number > 999)
			return -1;
		number = number * 10 + (*name - '0');
	}
	return number;
}

/* K61: a control node stands beside each compute node, with its number. */
static int control_name(const char *name, char *out, size_t size)
{
	long number = node_number(name, ACCEL_PREFIX);

	if (number >= 0) {
		snprintf(out, size, "/dev/accel/accel_controlD%ld", number);
		return 0;
	}
	number = node_number(name, HL_PREFIX);
	if (number < 0)
		return -EINVAL;
	snprintf(out, size, "/dev/hl_controlD%ld", number);
	return 0;
}

static const char *open_advice(int err)
{
	switch (err) {
	case -ENOENT:
	case -ENXIO:
		return "no such device; is the habanalabs module loaded "
		       "(lsmod, dmesg)? sim:gaudi needs no hardware";
	case -EACCES:
		return "no permission; add the user to the group that owns "
		       "the node (ls -l), or add a udev rule";
	case -EBUSY:
		return "another process computes on the device; find it with "
		       "fuser or lsof, or ask the control node for facts";
	case -EAGAIN:
		return "the device is in reset or still being released; try "
		       "again in a few seconds";
	case -EPERM:
		return "the device is not operational; read its status with "
		       "tpc-info and the reason with dmesg";
	default:
		return "cannot be opened; the kernel log may say more (dmesg)";
	}
}

/*
 * Other drivers have accel nodes, too, and would take our requests for theirs.
 * Where sysfs names the node's driver it must be habanalabs.
 */
static int check_driver(int fd, const char *path, char *why, size_t why_size)
{
	char link[64], target[PATH_MAX];
	const char *driver;
	struct stat st;
	ssize_t len;

	if (fstat(fd, &st) || !S_ISCHR(st.st_mode)) {
		snprintf(why, why_size, "%s is no device node", path);
		return -ENOTTY;
	}
	snprintf(link, sizeof(link), "/sys/dev/char/%u:%u/device/driver",
		 major(st.st_rdev), minor(st.st_rdev));
	len = readlink(link, target, sizeof(target) - 1);
	if (len < 0)
		return 0; /* not told; the first request will tell */
	target[len] = 0;
	driver = strrchr(target, '/');
	driver = driver ? driver + 1 : target;
	if (!strcmp(driver, "habanalabs"))
		return 0;
	snprintf(why, why_size,
		 "%s belongs to the driver %s, not to habanalabs", path,
		 driver);
	return -ENOTTY;
}

static int real_open(struct tpc_os *os, const char *name,
		     const struct tpc_open_options *options, char *why,
		     size_t why_size)
{
	char path[64];
	int err;

	snprintf(path, sizeof(path), "%s", name);
	if (options->control && control_name(name, path, sizeof(path)))
		return -EINVAL;
	do {
		os->fd = open(path, O_RDWR | O_CLOEXEC);
	} while (os->fd < 0 && errno == EINTR);
	if (os->fd >= 0) {
		err = check_driver(os->fd, path, why, why_size);
		if (err)
			close(os->fd);
		return err;
	}
	err = -errno;
	snprintf(why, why_size, "%s: %s: %s", path, strerror(-err),
		 open_advice(err));
	return err;
}

static int real_close(struct tpc_os *os)
{
	/* Linux has closed the descriptor even when it reports EINTR. */
	if (close(os->fd) && errno != EINTR)
		return -errno;
	return 0;
}

static int real_ioctl(struct tpc_os *os, unsigned long request, void *arg)
{
	return ioctl(os->fd, request, arg) ? -errno : 0;
}

static int real_mmap(struct tpc_os *os, size_t len, int prot, int flags,
		     off_t off, void **out)
{
	void *addr = mmap(NULL, len, prot, flags, os->fd, off);

	if (addr == MAP_FAILED)
		return -errno;
	*out = addr;
	return 0;
}

static int real_munmap(struct tpc_os *os, void *addr, size_t len)
{
	return munmap(addr, len) ? -errno : 0;
}

static int real_dmabuf_sync(struct tpc_os *os, int fd, uint64_t flags)
{
	struct dma_buf_sync sync = {.flags = flags};
	int ret;

	do {
		ret = ioctl(fd, DMA_BUF_IOCTL_SYNC, &sync);
	} while (ret && (errno == EINTR || errno == EAGAIN));
	return ret ? -errno : 0;
}

static int real_stats(struct tpc_os *os, struct tpc_stats *stats)
{
	return -EOPNOTSUPP;
}

const struct tpc_os_ops tpc_os_real = {
	.close = real_close,
	.dmabuf_sync = real_dmabuf_sync,
	.ioctl = real_ioctl,
	.mmap = real_mmap,
	.munmap = real_munmap,
	.open = real_open,
	.stats = real_stats,
};

const struct tpc_os_ops *tpc_os_for_name(const char *name)
{
	if (!strncmp(name, "sim:", 4))
		return &tpc_os_sim;
	if (node_number(name, ACCEL_PREFIX) >= 0 ||
	    node_number(name, HL_PREFIX) >= 0)
		return &tpc_os_real;
	return NULL;
}
