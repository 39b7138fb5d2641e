/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the command-line tools share: messages and files. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "util.h"

int tool_error(const char *place, const char *fmt, ...)
{
	va_list args;

	fflush(stdout);
	va_start(args, fmt);
	fprintf(stderr,
		"%s: error: ", place ? place : program_invocation_short_name);
	vfprintf(stderr, fmt, args);
	fputc('\n', stderr);
	va_end(args);
	return 1;
}

int tool_usage(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	fprintf(stderr, "%s: error: ", program_invocation_short_name);
	vfprintf(stderr, fmt, args);
	fprintf(stderr, " (see %s --help)\n", program_invocation_short_name);
	va_end(args);
	return EXIT_USAGE;
}

/* Reads to the end; the size of a pipe is not known before. */
static int read_stream(int fd, size_t room, char **bytes, size_t *size)
{
	char *data = malloc(room + 1), *grown;
	size_t len = 0;
	ssize_t n;

	while (data) {
		n = read(fd, data + len, room - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			n = -errno;
			free(data);
			return (int)n;
		}
		len += (size_t)n;
		if (!n && len < room)
			break;
		if (len < room)
			continue;
		room = room * 2 + 4096;
		grown = realloc(data, room + 1);
		if (!grown)
			free(data);
		data = grown;
	}
	if (!data)
		return -ENOMEM;
	data[len] = 0;
	*bytes = data;
	*size = len;
	return 0;
}

int tool_read(const char *path, char **bytes, size_t *size)
{
	struct stat st;
	int fd, err;

	if (!strcmp(path, "-"))
		return read_stream(STDIN_FILENO, 0x10000, bytes, size);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -errno;
	if (fstat(fd, &st))
		err = -errno;
	else if (S_ISDIR(st.st_mode))
		err = -EISDIR;
	else
		err = read_stream(fd, (size_t)st.st_size + 1, bytes, size);
	close(fd);
	return err;
}

/*
 * A device or pipe is written directly: a rename would put a file in its
 * place. For a symbolic link, the file behind it is replaced.
 */
static int open_special(struct tool_output *out, const char *path)
{
	struct stat st;

	if (stat(path, &st) || S_ISREG(st.st_mode))
		return -ENOENT;
	out->file = fopen(path, "wb");
	return out->file ? 0 : -errno;
}

int tool_output_open(struct tool_output *out, const char *path)
{
	char *real;
	int fd, err;

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
		free(out->target);
		memset(out, 0, sizeof(*out));
		return -ENOMEM;
	}
	fd = mkostemp(out->temp, O_CLOEXEC);
	if (fd >= 0)
		out->file = fdopen(fd, "wb");
	if (out->file)
		return 0;
	err = -errno;
	free(out->temp);
	free(out->target);
	out->temp = NULL;
	return err;
}

int tool_output_finish(struct tool_output *out)
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

static void forget(struct tool_output *out)
{
	free(out->temp);
	free(out->target);
	out->temp = NULL;
	out->file = NULL;
}

int tool_output_keep(struct tool_output *out)
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

void tool_output_drop(struct tool_output *out)
{
	if (out->file && out->file != stdout)
		fclose(out->file);
	if (out->temp)
		unlink(out->temp);
	if (out->temp || out->file)
		forget(out);
}
