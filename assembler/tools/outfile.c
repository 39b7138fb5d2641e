// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Files that tools write: they take their name only when all has gone well. */
#include "outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * A device or pipe is written directly: a rename would put a file in its
 * place. For a symbolic link, the file behind it is replaced.
 */
static int open_special(struct outfile *out, const char *path)
{
	struct stat st;

	if (stat(path, &st) || S_ISREG(st.st_mode))
		return -ENOENT;
	out->file = fopen(path, "wbe");
	return out->file ? 0 : -errno;
}

static void forget(struct outfile *out)
{
	free(out->temp);
	free(out->target);
	out->temp = NULL;
	out->target = NULL;
	out->file = NULL;
}

static int open_temporary(struct outfile *out)
{
	int fd, err;

	fd = mkostemp(out->temp, O_CLOEXEC);
	if (fd < 0)
		return -errno;
	out->file = fdopen(fd, "wb");
	if (out->file)
		return 0;
	err = -errno;
	close(fd);
	unlink(out->temp);
	return err;
}

int outfile_open(struct outfile *out, const char *path)
{
	char *real;
	int err;

	memset(out, 0, sizeof(*out));
	out->path = path;
	if (!strcmp(path, "-")) {
		out->file = stdout;
		return 0;
	}
	err = open_special(out, path);
	if (err != -ENOENT)
		return err;
	real = realpath(path, NULL);
	out->target = real ? real : strdup(path);
	if (!out->target ||
	    asprintf(&out->temp, "%s.XXXXXX", out->target) < 0) {
		out->temp = NULL;
		err = -ENOMEM;
	} else {
		err = open_temporary(out);
	}
	if (err)
		forget(out);
	return err;
}

int outfile_finish(struct outfile *out)
{
	mode_t mask;

	if (fflush(out->file) || ferror(out->file))
		return errno ? -errno : -EIO;
	if (!out->temp)
		return 0;
	/* mkstemp() makes private files; this one is a usual one. */
	mask = umask(0);
	umask(mask);
	return fchmod(fileno(out->file), 0666 & ~mask) ? -errno : 0;
}

int outfile_keep(struct outfile *out)
{
	int err = 0;

	if (out->file == stdout)
		return 0;
	if (fclose(out->file))
		err = -errno;
	out->file = NULL;
	if (!out->temp)
		return err;
	if (!err && rename(out->temp, out->target))
		err = -errno;
	if (err)
		unlink(out->temp);
	forget(out);
	return err;
}

void outfile_drop(struct outfile *out)
{
	if (out->file && out->file != stdout)
		fclose(out->file);
	if (out->temp)
		unlink(out->temp);
	forget(out);
}

int outfile_write(const char *path, const void *data, size_t size)
{
	struct outfile out;
	int err = outfile_open(&out, path);

	if (err)
		return err;
	errno = 0;
	if (fwrite(data, 1, size, out.file) != size)
		err = errno ? -errno : -EIO;
	if (!err)
		err = outfile_finish(&out);
	if (!err)
		err = outfile_keep(&out);
	outfile_drop(&out);
	return err;
}

bool outfile_is_same(const char *a, const char *b)
{
	struct stat sa, sb;

	return !stat(a, &sa) && !stat(b, &sb) && S_ISREG(sa.st_mode) &&
	       sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}
