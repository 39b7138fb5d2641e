/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * docs/experiments.md: every block of headers on the page is accepted, its
 * tensors can be filled and its expectations computed; the example of a
 * mistake gives the message it shows.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tpc/experiment.h"

#define PAGE OPENTPC_SOURCE_DIR "/docs/experiments.md"

static char *page;

static int read_page(void **state)
{
	FILE *f = fopen(PAGE, "rb");
	size_t n;

	page = calloc(1, 1 << 20);
	if (!f || !page)
		return -1;
	n = fread(page, 1, (1 << 20) - 1, f);
	fclose(f);
	return n ? 0 : -1;
}

static int free_page(void **state)
{
	free(page);
	return 0;
}

/* The next block with this info string from *at on; a copy, or NULL. */
static char *next_block(const char **at, const char *info)
{
	char fence[32];
	const char *start, *end;
	char *copy;

	snprintf(fence, sizeof(fence), "\n```%s\n", info);
	start = strstr(*at, fence);
	if (!start)
		return NULL;
	start += strlen(fence);
	end = strstr(start, "\n```\n");
	assert_non_null(end);
	*at = end + 5;
	copy = strndup(start, end + 1 - start);
	assert_non_null(copy);
	return copy;
}

static void compute(const struct tpc_experiment *exp)
{
	void *buf[TPC_EXPERIMENT_MAX_TENSORS] = {NULL};
	struct tpc_experiment_result result;
	unsigned n = tpc_experiment_num_tensors(exp);
	char why[256] = "";
	int err;

	for (unsigned i = 0; i < n; i++) {
		uint64_t bytes = tpc_experiment_tensor(exp, i)->bytes;

		buf[i] = malloc(bytes);
		assert_non_null(buf[i]);
		if (tpc_experiment_fill(exp, i, buf[i], bytes, why,
					sizeof(why)))
			fail_msg("%s", why);
	}
	err = tpc_experiment_check(exp, (const void *const *)buf,
				   (const void *const *)buf, &result, why,
				   sizeof(why));
	if (err && err != -EBADMSG)
		fail_msg("%s", why);
	/* what was never computed cannot be right */
	if (tpc_experiment_num_expects(exp))
		assert_int_not_equal(result.mismatches, 0);
	for (unsigned i = 0; i < n; i++)
		free(buf[i]);
}

static unsigned check_blocks(const char *info)
{
	struct tpc_experiment *exp;
	const char *at = page;
	unsigned count = 0;
	char why[256], *text;

	for (; (text = next_block(&at, info)); count++) {
		if (tpc_experiment_parse(text, strlen(text), PAGE, 1, NULL, 0,
					 &exp, why, sizeof(why)))
			fail_msg("%s in:\n%s", why, text);
		assert_false(tpc_experiment_is_empty(exp));
		compute(exp);
		tpc_experiment_free(exp);
		free(text);
	}
	return count;
}

static void headers_on_the_page_are_accepted(void **state)
{
	assert_int_equal(check_blocks("headers"), 5);
	assert_int_equal(check_blocks("kernel"), 1);
}

static void mistakes_on_the_page_give_the_messages_shown(void **state)
{
	struct tpc_experiment *exp;
	const char *at = page;
	char why[256], *text, *shown;

	text = next_block(&at, "error");
	assert_non_null(text);
	shown = strchr(text, '\n');
	*shown++ = '\0';
	shown[strlen(shown) - 1] = '\0';
	assert_int_equal(tpc_experiment_parse(text, strlen(text), "kernel.s", 1,
					      NULL, 0, &exp, why, sizeof(why)),
			 -EINVAL);
	assert_string_equal(why, shown);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headers_on_the_page_are_accepted),
		cmocka_unit_test(mistakes_on_the_page_give_the_messages_shown),
	};

	return cmocka_run_group_tests_name("experiments_page", tests, read_page,
					   free_page);
}
