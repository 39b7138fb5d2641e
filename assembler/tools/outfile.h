/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Files that tools write: they take their name only when all has gone well. */
#ifndef TPC_OUTFILE_H
#define TPC_OUTFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct outfile {
	FILE *file;
	const char *path;
	char *temp;   /* NULL for standard output, devices and pipes */
	char *target; /* what it becomes */
};

/*
 * outfile_open() - a temporary file beside @path, "-" for standard output.
 * outfile_finish() - writes what is buffered, gives the file its mode.
 * outfile_keep() - gives it its name. outfile_drop() - removes it; does nothing
 * after keep. All return 0 or a negative errno.
 */
int outfile_open(struct outfile *out, const char *path);
int outfile_finish(struct outfile *out);
int outfile_keep(struct outfile *out);
void outfile_drop(struct outfile *out);

/* outfile_write() - all of these for what is in memory. */
int outfile_write(const char *path, const void *data, size_t size);

/* outfile_is_same() - whether both names lead to one regular file. */
bool outfile_is_same(const char *a, const char *b);

#endif
