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

/* A file that takes its name only when everything has gone well. */
struct tool_output {
	FILE *file;
	const char *path;
	char *temp;   /* NULL for standard output, devices and pipes */
	char *target; /* what it becomes */
};

/*
 * tool_output_open() - a temporary file beside @path, "-" for standard output.
 * tool_output_finish() - writes what is buffered, gives the file its mode.
 * tool_output_keep() - gives it its name. tool_output_drop() - removes it; does
 * nothing after keep. All return 0 or a negative errno.
 */
int tool_output_open(struct tool_output *out, const char *path);
int tool_output_finish(struct tool_output *out);
int tool_output_keep(struct tool_output *out);
void tool_output_drop(struct tool_output *out);

#endif
