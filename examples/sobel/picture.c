/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Grey pictures in memory and as PNG files, with libpng's simple interface. */
#include "picture.h"

#include <errno.h>
#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_SIDE 32768

int picture_new(struct picture *pic, uint32_t width, uint32_t height)
{
	uint8_t *pixels = calloc(height, width);

	if (!pixels)
		return -ENOMEM;
	*pic = (struct picture){width, height, pixels};
	return 0;
}

void picture_free(struct picture *pic)
{
	free(pic->pixels);
	*pic = (struct picture){0};
}

static uint8_t grey(const uint8_t *rgb)
{
	return (77 * rgb[0] + 150 * rgb[1] + 29 * rgb[2] + 128) >> 8;
}

/* Reads the pixels of an opened image. */
static int read_pixels(png_image *image, struct picture *pic)
{
	size_t count = (size_t)image->width * image->height;
	bool colour = image->format & PNG_FORMAT_FLAG_COLOR;
	/* black behind transparent pixels */
	png_color black = {0, 0, 0};
	uint8_t *raw;
	size_t i;
	int err;

	image->format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
	raw = malloc(count * (colour ? 3 : 1));
	if (!raw)
		return -ENOMEM;
	err = -EINVAL;
	if (!png_image_finish_read(image, &black, raw, 0, NULL))
		goto out;
	err = picture_new(pic, image->width, image->height);
	if (err)
		goto out;
	for (i = 0; i < count; i++)
		pic->pixels[i] = colour ? grey(raw + 3 * i) : raw[i];
out:
	free(raw);
	return err;
}

int picture_read(const char *path, struct picture *pic, char *why, size_t size)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	int err = -EINVAL;

	if (!png_image_begin_read_from_file(&image, path)) {
		snprintf(why, size, "%s: error: %s", path, image.message);
		return -EINVAL;
	}
	if (image.width > MAX_SIDE || image.height > MAX_SIDE) {
		snprintf(why, size,
			 "%s: error: %u x %u pixels (at most %d a side)", path,
			 image.width, image.height, MAX_SIDE);
	} else {
		err = read_pixels(&image, pic);
		if (err)
			snprintf(why, size, "%s: error: %s", path,
				 err == -ENOMEM ? "out of memory"
						: image.message);
	}
	png_image_free(&image);
	return err;
}

/* @name: of the file that is meant, for the message. */
static int write_file(const char *path, const char *name,
		      const struct picture *pic, char *why, size_t size)
{
	png_image image = {
		.version = PNG_IMAGE_VERSION,
		.width = pic->width,
		.height = pic->height,
		.format = PNG_FORMAT_GRAY,
	};

	if (png_image_write_to_file(&image, path, 0, pic->pixels, 0, NULL))
		return 0;
	snprintf(why, size, "%s: error: %s", name, image.message);
	return -EIO;
}

int picture_write(const char *path, const struct picture *pic, char *why,
		  size_t size)
{
	char *tmp;
	int err;

	if (asprintf(&tmp, "%s.tmp%ld", path, (long)getpid()) < 0) {
		snprintf(why, size, "%s: error: out of memory", path);
		return -ENOMEM;
	}
	err = write_file(tmp, path, pic, why, size);
	if (!err && rename(tmp, path)) {
		err = -errno;
		snprintf(why, size, "%s: error: %s", path, strerror(-err));
	}
	if (err)
		unlink(tmp);
	free(tmp);
	return err;
}

/* 64 levels of grey: no eye sees it, and files shrink by a third. */
static uint8_t coarse(uint8_t v)
{
	return (v & 0xfc) | v >> 6;
}

static void paste(struct picture *to, const struct picture *from, uint32_t x)
{
	for (uint32_t y = 0; y < from->height; y++) {
		const uint8_t *src = from->pixels + (size_t)y * from->width;
		uint8_t *dst = to->pixels + (size_t)y * to->width + x;

		for (uint32_t i = 0; i < from->width; i++)
			dst[i] = coarse(src[i]);
	}
}

int picture_pair(const struct picture *left, const struct picture *right,
		 uint32_t gap, struct picture *out)
{
	uint32_t height =
		left->height > right->height ? left->height : right->height;
	int err;

	err = picture_new(out, left->width + gap + right->width, height);
	if (err)
		return err;
	memset(out->pixels, 255, (size_t)out->width * out->height);
	paste(out, left, 0);
	paste(out, right, left->width + gap);
	return 0;
}
