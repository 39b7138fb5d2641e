/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the command-line tools share: input, output, usage. */
#ifndef TPC_TOOL_H
#define TPC_TOOL_H

#include <stddef.h>

#define EXIT_BAD_INPUT 1
#define EXIT_BAD_USAGE 2

/* Contents of a file: mapped, or read into memory if it cannot be. */
struct tool_input {
	const char *name; /* for messages: "<stdin>" for "-" */
	const char *data;
	size_t size;
	int mapped;
};

/*
 * tool_read() - opens a file, "-" for standard input. Prints a message and
 * returns -1 on failure. tool_release() undoes it.
 */
int tool_read(const char *path, struct tool_input *in);
void tool_release(struct tool_input *in);

/*
 * tool_write() - writes a file as a whole, "-" for standard output. A regular
 * file appears under its name only when it is complete. Prints a message and
 * returns -1 on failure.
 */
int tool_write(const char *path, const void *data, size_t size);

/*
 * tool_default_output() - the name of what is made of dir/NAME.x where none is
 * given: NAME with @suffix, in the current directory. To be freed; prints a
 * message and returns NULL when memory is short.
 */
char *tool_default_output(const char *input, const char *suffix);

/*
 * tool_check_output() - prints a message and returns -1 if writing @output
 * would replace @input.
 */
int tool_check_output(const char *output, const char *input);

/* tool_warn() - a message to stderr with the program's name before it. */
void tool_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* tool_usage() - as tool_warn(), then a hint at --help. Returns 2. */
int tool_usage(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* tool_bad_option() - says what is wrong where getopt() gave @c. Returns 2. */
int tool_bad_option(int c, char **argv);

/* tool_input_operand() - the one operand behind the options; else as above. */
int tool_input_operand(int argc, char **argv, const char **input);

/* tool_cpu() - a generation by name; prints the legal names if unknown. */
int tool_cpu(const char *name);

/* tool_flush() - closes stdout; prints a message and returns -1 on failure. */
int tool_flush(void);

#endif
