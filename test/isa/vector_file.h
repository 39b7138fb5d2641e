/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Reads vector files: text, bytes in hex, canonical text, tabs between. */
#ifndef VECTOR_FILE_H
#define VECTOR_FILE_H

#include <stdint.h>
#include <stdio.h>

struct vector_row {
	unsigned line;
	const char *text, *canonical;
	uint8_t bytes[32];
};

struct vector_file {
	FILE *file;
	char *buf;
	size_t size;
	unsigned line;
};

/* Returns 0, or -ENOENT and the like. */
int vector_open(struct vector_file *vf, const char *dir, const char *name);
/* Returns 1 with the next row, 0 at the end. Aborts on a malformed row. */
int vector_next(struct vector_file *vf, struct vector_row *row);
void vector_close(struct vector_file *vf);

#endif
