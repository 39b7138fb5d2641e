/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the command-line tools share: messages and files. */
#ifndef TPC_TOOLS_UTIL_H
#define TPC_TOOLS_UTIL_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define EXIT_USAGE 2

/* Prints "place: error: text" on stderr; @place may be NULL. Returns 1. */
int tool_error(const char *place, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* The same for a wrong command line; returns EXIT_USAGE. */
int tool_usage(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * tool_read() - a whole file, "-" for standard input, with a NUL behind it.
 * Returns 0 or a negative errno; *bytes is malloc'ed.
 */
int tool_read(const char *path, char **bytes, size_t *size);

#endif
