/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Grey pictures in memory and as PNG files. */
#ifndef SOBEL_PICTURE_H
#define SOBEL_PICTURE_H

#include <stddef.h>
#include <stdint.h>

struct picture {
	uint32_t width, height;
	uint8_t *pixels; /* rows from the top, one byte a pixel */
};

/* picture_new() - a black picture. Returns 0 or -ENOMEM. */
int picture_new(struct picture *pic, uint32_t width, uint32_t height);
void picture_free(struct picture *pic);

/*
 * picture_read() - reads a PNG file; colours become grey (Rec. 601 weights in
 * integers, so that every machine gives the same), transparency is left out.
 *
 * Returns 0 or a negative errno with a sentence in @why.
 */
int picture_read(const char *path, struct picture *pic, char *why, size_t size);

/*
 * picture_write() - writes a grey PNG file; on failure none is left behind,
 * and a file of that name stays as it was.
 */
int picture_write(const char *path, const struct picture *pic, char *why,
		  size_t size);

/*
 * picture_pair() - two pictures beside each other, with a gap between; for
 * looking at, in 64 levels of grey. Returns 0 or -ENOMEM.
 */
int picture_pair(const struct picture *left, const struct picture *right,
		 uint32_t gap, struct picture *out);

#endif
