// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* kernel-examples: the command line of the bench. */
#include <stdio.h>
#include <string.h>

#include "bench.h"

static const struct example *const lists[] = {
	elementwise_examples, cast_examples,   reduce_examples,
	norm_examples,	      matrix_examples, pool_examples,
	index_examples,	      sort_examples,   special_examples,
};
#define LISTS (sizeof(lists) / sizeof(lists[0]))

static const struct example *find(const char *name)
{
	for (unsigned l = 0; l < LISTS; l++)
		for (const struct example *e = lists[l]; e->name; e++)
			if (!strcmp(e->name, name))
				return e;
	return NULL;
}

static int list(void)
{
	for (unsigned l = 0; l < LISTS; l++)
		for (const struct example *e = lists[l]; e->name; e++)
			printf("%-20s %s\n", e->name, e->what);
	return 0;
}

int main(int argc, char **argv)
{
	const struct example *example;
	bool measure;

	if (argc == 2 && !strcmp(argv[1], "--list"))
		return list();
	measure = argc == 4 && !strcmp(argv[1], "--cycles");
	if (argc != 3 && !measure) {
		fprintf(stderr,
			"usage: kernel-examples [--cycles] NAME KERNEL.o\n"
			"       kernel-examples --list\n");
		return 2;
	}
	example = find(argv[argc - 2]);
	if (!example) {
		fprintf(stderr, "kernel-examples: error: no example '%s'\n",
			argv[argc - 2]);
		return 1;
	}
	return !run_example(example, argv[argc - 1], measure);
}
