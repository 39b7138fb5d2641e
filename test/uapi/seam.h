/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * What the tests need of a system: open, close, ioctl, mmap, munmap. The
 * simulated device is the default; OPENTPC_TEST_DEVICE=/dev/hl0 (and
 * OPENTPC_TEST_CONTROL=/dev/hl_controlD0) runs the same tests on a real one.
 */
#ifndef UAPI_SEAM_H
#define UAPI_SEAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tpc/sim_device.h"

struct machine; /* a device that files can be opened on */
struct file;

bool machine_is_real(void);
/* Parameters mean nothing to a real device. */
struct machine *machine_new(const struct tpc_sim_params *params);
void machine_free(struct machine *machine);

/* All return 0 or a negative errno. */
int file_open(struct machine *machine, bool control, struct file **out);
int file_close(struct file *file);
int file_ioctl(struct file *file, unsigned long request, void *arg);
int file_mmap(struct file *file, size_t len, uint64_t offset, void **out);
int file_munmap(struct file *file, void *addr, size_t len);
int file_dmabuf_sync(int fd, uint64_t flags);
/* Simulated devices only. */
void file_stats(struct file *file, struct tpc_sim_stats *out);

#endif
