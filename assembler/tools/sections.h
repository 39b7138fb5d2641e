/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Any section of an object, known to libtpcasm or not. The bytes must have
 * passed tpc_object_read(), which checks every section's place in the file.
 * All functions return 0, or -1 after a message.
 */
#ifndef TPC_SECTIONS_H
#define TPC_SECTIONS_H

#include <stddef.h>

/* Prints number, size, flags and name of all sections. */
int sections_list(const void *bytes, size_t size);

/* Prints the bytes of one section, of all with @name NULL. */
int sections_dump(const void *bytes, size_t size, const char *name);

#endif
