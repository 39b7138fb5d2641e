/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The source lines of an object's code, from its DWARF line table. */
#ifndef TPC_LINES_H
#define TPC_LINES_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct lines;

/*
 * lines_read() - reads the table of an object in memory.
 *
 * The bytes must have passed tpc_object_read(). Returns 0 or -1 after a
 * message. An object without a table gives one without lines.
 */
int lines_read(const void *bytes, size_t size, const char *name,
	       struct lines **out);
void lines_free(struct lines *lines); /* NULL is allowed */

size_t lines_count(const struct lines *lines);

/*
 * lines_print() - the source lines that begin at a code address, as comments.
 *
 * To be called with addresses in ascending order. A line is printed when it
 * differs from the one before; its text is there if the source can be read.
 */
void lines_print(void *lines, uint32_t addr, FILE *out);

#endif
