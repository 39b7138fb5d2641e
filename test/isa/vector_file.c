// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Reads vector files. */
#include "vector_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

int vector_open(struct vector_file *vf, const char *dir, const char *name)
{
	char path[4096];

	memset(vf, 0, sizeof(*vf));
	snprintf(path, sizeof(path), "%s/%s", dir, name);
	vf->file = fopen(path, "r");
	return vf->file ? 0 : -errno;
}

static void parse_row(const struct vector_file *vf, struct vector_row *row)
{
	char *hex = strchr(vf->buf, '\t'), *canonical;
	unsigned i;

	canonical = hex ? strchr(hex + 1, '\t') : NULL;
	if (!canonical) {
		fprintf(stderr, "line %u is no vector\n", vf->line);
		abort();
	}
	*hex++ = 0;
	*canonical++ = 0;
	for (i = 0; i < sizeof(row->bytes); i++)
		if (sscanf(hex + 2 * i, "%2hhx", &row->bytes[i]) != 1) {
			fprintf(stderr, "line %u: bad bytes\n", vf->line);
			abort();
		}
	row->line = vf->line;
	row->text = vf->buf;
	row->canonical = canonical;
}

int vector_next(struct vector_file *vf, struct vector_row *row)
{
	while (getline(&vf->buf, &vf->size, vf->file) > 0) {
		vf->line++;
		vf->buf[strcspn(vf->buf, "\n")] = 0;
		if (!vf->buf[0] || vf->buf[0] == '#')
			continue;
		parse_row(vf, row);
		return 1;
	}
	return 0;
}

void vector_close(struct vector_file *vf)
{
	if (vf->file)
		fclose(vf->file);
	free(vf->buf);
}
