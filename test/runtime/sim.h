/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Helpers of tests that run kernels on a simulated device. */
#ifndef TEST_RUNTIME_SIM_H
#define TEST_RUNTIME_SIM_H

#include <stddef.h>
#include <stdint.h>

#include "tpc/tpc.h"

/* ELF bytes of an assembly text; fails the test if it has errors. */
void *sim_assemble(const char *text, size_t *size);

/* ELF bytes of a file below the source directory. */
void *sim_assemble_file(const char *path, size_t *size);

/* ELF bytes of an object with this code; @march 0: for Gaudi. */
void *sim_object(const void *code, size_t size, unsigned march,
		 size_t *elf_size);

/* Opens sim:gaudi with a bundle limit (0: default). */
struct tpc_device *sim_open(uint64_t max_bundles);

/* Loads a kernel from text. */
struct tpc_kernel *sim_kernel(struct tpc_device *dev, const char *text);
struct tpc_kernel *sim_kernel_file(struct tpc_device *dev, const char *path);

/* Fails the test unless the device's message contains @part. */
void sim_expect_message(struct tpc_device *dev, const char *part);

#endif
