// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Input, output and messages of the command-line tools. */
#include "tool.h"
#include "outfile.h"
#include "tpc/isa.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Generations are bits of a 32-bit set (struct tpc_form). */
#define MAX_CPUS 32

static void vwarn(const char *fmt, va_list args)
{
	fprintf(stderr, "%s: ", program_invocation_short_name);
	vfprintf(stderr, fmt, args);
	putc('\n', stderr);
}

void tool_warn(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vwarn(fmt, args);
	va_end(args);
}

int tool_usage(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vwarn(fmt, args);
	va_end(args);
	fprintf(stderr, "Try '%s --help'.\n", program_invocation_short_name);
	return EXIT_BAD_USAGE;
}

int tool_bad_option(int c, char **argv)
{
	return tool_usage(c == ':' ? "option '%s' needs a value"
				   : "unknown option '%s'",
			  argv[optind - 1]);
}

int tool_input_operand(int argc, char **argv, const char **input)
{
	if (optind == argc)
		return tool_usage("no input file");
	if (argc - optind > 1)
		return tool_usage("more than one input file: '%s' and '%s'",
				  argv[optind], argv[optind + 1]);
	*input = argv[optind];
	return 0;
}

static int read_stream(int fd, struct tool_input *in)
{
	size_t cap = 1 << 16;
	char *data = malloc(cap), *bigger;
	ssize_t n;

	while (data) {
		n = read(fd, data + in->size, cap - in->size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		in->size += n;
		if (in->size < cap)
			continue;
		cap *= 2;
		bigger = realloc(data, cap);
		if (!bigger)
			free(data);
		data = bigger;
	}
	if (!data)
		return -ENOMEM;
	in->data = data;
	return n < 0 ? -errno : 0;
}

static int read_fd(int fd, struct tool_input *in)
{
	struct stat st;
	void *p;

	if (fstat(fd, &st))
		return -errno;
	if (S_ISREG(st.st_mode) && st.st_size > 0 && !lseek(fd, 0, SEEK_CUR)) {
		p = mmap(NULL, st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
		if (p != MAP_FAILED) {
			in->data = p;
			in->size = st.st_size;
			in->mapped = 1;
			return 0;
		}
	}
	return read_stream(fd, in);
}

int tool_read(const char *path, struct tool_input *in)
{
	int is_stdin = !strcmp(path, "-");
	int fd, err;

	memset(in, 0, sizeof(*in));
	in->name = is_stdin ? "<stdin>" : path;
	fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	err = fd < 0 ? -errno : read_fd(fd, in);
	if (fd > STDIN_FILENO)
		close(fd);
	if (!err)
		return 0;
	tool_release(in);
	tool_warn("%s: cannot be read: %s", in->name, strerror(-err));
	return -1;
}

void tool_release(struct tool_input *in)
{
	if (in->mapped)
		munmap((void *)in->data, in->size);
	else
		free((void *)in->data);
	in->data = NULL;
}

int tool_write(const char *path, const void *data, size_t size)
{
	int err = outfile_write(path, data, size);

	if (!err)
		return 0;
	tool_warn("%s: cannot be written: %s", path, strerror(-err));
	return -1;
}

char *tool_default_output(const char *input, const char *suffix)
{
	const char *base = strrchr(input, '/');
	const char *dot;
	char *name;
	int len;

	base = base ? base + 1 : input;
	dot = strrchr(base, '.');
	len = dot && dot != base ? (int)(dot - base) : (int)strlen(base);
	if (asprintf(&name, "%.*s%s", len, base, suffix) >= 0)
		return name;
	tool_warn("%s", strerror(ENOMEM));
	return NULL;
}

int tool_check_output(const char *output, const char *input)
{
	if (!strcmp(output, "-") || !strcmp(input, "-") ||
	    !outfile_is_same(output, input))
		return 0;
	tool_warn("the output would replace the input '%s'; give another name "
		  "than '%s'",
		  input, output);
	return -1;
}

int tool_cpu(const char *name)
{
	int cpu = tpc_cpu_by_name(name), i;
	char names[256] = "";
	size_t n = 0;

	if (cpu >= 0 && tpc_isa_get(cpu))
		return cpu;
	for (i = 0; i < MAX_CPUS; i++)
		if (tpc_isa_get(i))
			n += snprintf(names + n, sizeof(names) - n, " %s",
				      tpc_cpu_name(i));
	tool_warn(cpu < 0 ? "unknown processor '%s'; there are:%s"
			  : "no instruction tables for '%s'; there are:%s",
		  name, names);
	return -1;
}

int tool_flush(void)
{
	if (!fflush(stdout) && !ferror(stdout))
		return 0;
	tool_warn("standard output cannot be written: %s", strerror(errno));
	return -1;
}
