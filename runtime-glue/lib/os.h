/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The seam to the system: all that the runtime asks of a device node.
 *
 * Two bodies: system calls on a real node, and the simulated device. Above
 * this header nothing knows which one it talks to. All functions return 0 or
 * a negative errno and retry nothing.
 */
#ifndef TPC_LIB_OS_H
#define TPC_LIB_OS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "tpc/tpc.h"

struct tpc_sim;
struct tpc_sim_file;

struct tpc_os {
	const struct tpc_os_ops *ops;
	int fd;		     /* real body */
	struct tpc_sim *sim; /* simulated body */
	struct tpc_sim_file *file;
	void *data; /* other bodies: tests bring their own */
};

/* Entries in alphabetical order. */
struct tpc_os_ops {
	int (*close)(struct tpc_os *os);
	int (*dmabuf_sync)(struct tpc_os *os, int fd, uint64_t flags);
	int (*ioctl)(struct tpc_os *os, unsigned long request, void *arg);
	int (*mmap)(struct tpc_os *os, size_t len, int prot, int flags,
		    off_t off, void **out);
	int (*munmap)(struct tpc_os *os, void *addr, size_t len);
	int (*open)(struct tpc_os *os, const char *name,
		    const struct tpc_open_options *options, char *why,
		    size_t why_size);
	int (*stats)(struct tpc_os *os, struct tpc_stats *stats);
	bool simulated;
};

extern const struct tpc_os_ops tpc_os_real;
extern const struct tpc_os_ops tpc_os_sim;

/* The body for a device name, NULL if the name has no known form. */
const struct tpc_os_ops *tpc_os_for_name(const char *name);

#endif
