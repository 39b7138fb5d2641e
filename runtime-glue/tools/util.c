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
