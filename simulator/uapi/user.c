/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Access to the memory of the calling program the way a kernel does it: a bad
 * address is an error number, not a signal.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "driver.h"

typedef ssize_t (*vm_copy)(pid_t, const struct iovec *, unsigned long,
			   const struct iovec *, unsigned long, unsigned long);

static int copy(vm_copy call, void *local, uint64_t remote, size_t len)
{
	struct iovec mine = {.iov_base = local, .iov_len = len};
	struct iovec theirs = {.iov_base = (void *)(uintptr_t)remote,
			       .iov_len = len};
	ssize_t done;

	if (!len)
		return 0;
	done = call(getpid(), &mine, 1, &theirs, 1, 0);
	if (done == (ssize_t)len)
		return 0;
	if (done < 0 && (errno == ENOSYS || errno == EPERM))
		return 1; /* not allowed here: the caller copies itself */
	return -EFAULT;
}

int driver_user_read(void *to, uint64_t from, size_t len)
{
	int rc = copy(process_vm_readv, to, from, len);

	if (rc > 0)
		memcpy(to, (const void *)(uintptr_t)from, len);
	return rc < 0 ? rc : 0;
}

int driver_user_write(uint64_t to, const void *from, size_t len)
{
	int rc = copy(process_vm_writev, (void *)(uintptr_t)from, to, len);

	if (rc > 0)
		memcpy((void *)(uintptr_t)to, from, len);
	return rc < 0 ? rc : 0;
}

/* Walks the process's own map; the ranges in it ascend. */
bool driver_user_range_ok(uint64_t addr, uint64_t size)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	unsigned long long from, to;
	char read, write;
	char line[512];
	uint64_t next = addr;
	const uint64_t end = addr + size;
	char byte;

	if (!maps)
		return false;
	while (next < end && fgets(line, sizeof(line), maps)) {
		if (sscanf(line, "%llx-%llx %c%c", &from, &to, &read, &write) !=
		    4)
			continue;
		if (to <= next)
			continue;
		if (from > next || read != 'r' || write != 'w')
			break;
		next = to;
	}
	fclose(maps);
	/* The ends of a file's mapping may lie behind the file. */
	return next >= end && !driver_user_read(&byte, addr, 1) &&
	       !driver_user_read(&byte, end - 1, 1);
}
