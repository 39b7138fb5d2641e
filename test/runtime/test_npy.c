/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Reading and writing .npy files. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tpc/npy.h"

/*
 * A file of format @version with a header text and @data bytes of elements.
 * The bytes are malloc'ed exactly, so that a sanitizer sees reads behind them.
 */
static uint8_t *make(unsigned version, const char *text, size_t data,
		     size_t *size)
{
	size_t start = version == 1 ? 10 : 12, len = strlen(text);
	uint8_t *bytes = calloc(1, start + len + data + 1), *exact;

	memcpy(bytes, "\x93NUMPY", 6);
	bytes[6] = (uint8_t)version;
	bytes[8] = (uint8_t)len;
	bytes[9] = (uint8_t)(len >> 8);
	memcpy(bytes + start, text, len);
	*size = start + len + data;
	exact = malloc(*size);
	memcpy(exact, bytes, *size);
	free(bytes);
	return exact;
}

static int parse(unsigned version, const char *text, size_t data,
		 struct tpc_npy *npy, char *why)
{
	size_t size;
	uint8_t *bytes = make(version, text, data, &size);
	int err = tpc_npy_parse(bytes, size, npy, why, 256);

	free(bytes);
	return err;
}

#define HEADER(descr, shape)                                                  \
	"{'descr': '" descr "', 'fortran_order': False, 'shape': " shape ", " \
	"}\n"

static void known_element_types_are_read(void **state)
{
	static const struct {
		const char *text;
		enum tpc_dtype type;
		unsigned bytes;
	} cases[] = {
		{HEADER("<f4", "(3,)"), TPC_DTYPE_F32, 12},
		{HEADER("<i4", "(3,)"), TPC_DTYPE_I32, 12},
		{HEADER("<u4", "(3,)"), TPC_DTYPE_U32, 12},
		{HEADER("<i2", "(3,)"), TPC_DTYPE_I16, 6},
		{HEADER("<u2", "(3,)"), TPC_DTYPE_U16, 6},
		{HEADER("|i1", "(3,)"), TPC_DTYPE_I8, 3},
		{HEADER("|u1", "(3,)"), TPC_DTYPE_U8, 3},
		{HEADER("|b1", "(3,)"), TPC_DTYPE_U8, 3},
		{HEADER("<V2", "(3,)"), TPC_DTYPE_BF16, 6},
		{HEADER("|V2", "(3,)"), TPC_DTYPE_BF16, 6},
	};
	struct tpc_npy npy;
	char why[256];
	unsigned i, version;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		for (version = 1; version <= 3; version++) {
			assert_int_equal(parse(version, cases[i].text,
					       cases[i].bytes, &npy, why),
					 0);
			assert_int_equal(npy.type, cases[i].type);
			assert_int_equal(npy.rank, 1);
			assert_int_equal(npy.size[0], 3);
			assert_int_equal(npy.bytes, cases[i].bytes);
		}
	}
}

static void the_last_axis_is_dimension_0(void **state)
{
	struct tpc_npy npy;
	char why[256];

	assert_int_equal(parse(1, HEADER("<f4", "(2, 3, 5)"), 120, &npy, why),
			 0);
	assert_int_equal(npy.rank, 3);
	assert_int_equal(npy.size[0], 5);
	assert_int_equal(npy.size[1], 3);
	assert_int_equal(npy.size[2], 2);
}

static void scalars_and_empty_arrays_are_valid(void **state)
{
	struct tpc_npy npy;
	char why[256];

	assert_int_equal(parse(1, HEADER("<f4", "()"), 4, &npy, why), 0);
	assert_int_equal(npy.rank, 0);
	assert_int_equal(npy.bytes, 4);
	assert_int_equal(parse(1, HEADER("<f4", "(0, 7)"), 0, &npy, why), 0);
	assert_int_equal(npy.bytes, 0);
}

static void key_order_quotes_and_space_do_not_matter(void **state)
{
	struct tpc_npy npy;
	char why[256];

	assert_int_equal(parse(1,
			       "{ \"shape\":(4,),\"fortran_order\":False , "
			       "\"descr\" : \"<f4\"}   \n",
			       16, &npy, why),
			 0);
	assert_int_equal(npy.size[0], 4);
}

/* Each text, the error, and a piece of the message. */
static void broken_files_are_refused_with_a_reason(void **state)
{
	static const struct {
		const char *text;
		size_t data;
		int err;
		const char *why;
	} cases[] = {
		{HEADER(">f4", "(1,)"), 4, -ENOTSUP, "big-endian"},
		{HEADER("<f8", "(1,)"), 8, -ENOTSUP, "'<f8' are not supported"},
		{HEADER("<f2", "(1,)"), 2, -ENOTSUP, "'<f2'"},
		{"{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }", 4,
		 -ENOTSUP, "Fortran order"},
		{"{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': "
		 "(1,), }",
		 4, -ENOTSUP, "structured"},
		{HEADER("<f4", "(2,)"), 4, -EINVAL,
		 "needs 8 bytes of elements, the file has 4"},
		{HEADER("<f4", "(2,)"), 9, -EINVAL, "the file has 9"},
		{HEADER("<f4", "(2)"), 8, -EINVAL, "expected ','"},
		{HEADER("<f4", "(-2,)"), 8, -EINVAL, "length of an axis"},
		{HEADER("<f4", "(2 3)"), 24, -EINVAL, "expected ',' or ')'"},
		{HEADER("<f4", "(,)"), 4, -EINVAL, "length of an axis"},
		{HEADER("<f4", "(99999999999999999999,)"), 4, -EOVERFLOW,
		 "too long"},
		{HEADER("<f4", "(4294967296, 4294967296)"), 4, -EOVERFLOW,
		 "too large"},
		{"{'descr': '<f4', 'shape': (1,), }", 4, -EINVAL,
		 "lacks the key 'fortran_order'"},
		{"{'descr': '<f4', 'fortran_order': False, }", 4, -EINVAL,
		 "lacks the key 'shape'"},
		{"{'descr': '<f4', 'descr': '<f4'}", 4, -EINVAL,
		 "stands twice"},
		{"{'what': '<f4'}", 4, -EINVAL, "unknown header key 'what'"},
		{"{'descr': '<f4', 'fortran_order': maybe}", 4, -EINVAL,
		 "expected True or False"},
		{"{'descr': '<f4", 4, -EINVAL, "string has no end"},
		{"{'descr' '<f4'}", 4, -EINVAL, "column 10: expected ':'"},
		{"['descr']", 4, -EINVAL, "expected '{'"},
		{HEADER("<f4", "(1,)") "x", 4, -EINVAL,
		 "behind the dictionary"},
		{"", 0, -EINVAL, "expected '{'"},
	};
	struct tpc_npy npy;
	char why[256];
	unsigned i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		memset(&npy, 0x5a, sizeof(npy));
		assert_int_equal(
			parse(1, cases[i].text, cases[i].data, &npy, why),
			cases[i].err);
		if (!strstr(why, cases[i].why))
			fail_msg("'%s' does not contain '%s'", why,
				 cases[i].why);
		assert_int_equal(npy.rank, 0x5a5a5a5a);
	}
}

static void broken_starts_are_refused(void **state)
{
	struct tpc_npy npy;
	char why[256];
	size_t size, len;
	uint8_t *bytes = make(1, HEADER("<f4", "(1,)"), 4, &size);

	for (len = 0; len < size; len++)
		assert_int_equal(
			tpc_npy_parse(bytes, len, &npy, why, sizeof(why)),
			-EINVAL);
	bytes[6] = 4;
	assert_int_equal(tpc_npy_parse(bytes, size, &npy, NULL, 0), -ENOTSUP);
	bytes[6] = 1;
	bytes[7] = 1;
	assert_int_equal(tpc_npy_parse(bytes, size, &npy, NULL, 0), -ENOTSUP);
	bytes[7] = 0;
	bytes[1] = 'n';
	assert_int_equal(tpc_npy_parse(bytes, size, &npy, why, sizeof(why)),
			 -EINVAL);
	assert_string_equal(why, "not a .npy file");
	free(bytes);
}

static void too_many_axes_are_refused(void **state)
{
	char text[512] = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
	struct tpc_npy npy;
	char why[256];
	unsigned i;

	for (i = 0; i < TPC_NPY_DIMS; i++)
		strcat(text, "1,");
	strcat(text, ")}");
	assert_int_equal(parse(1, text, 4, &npy, why), 0);
	text[strlen(text) - 2] = 0;
	strcat(text, "1,)}");
	assert_int_equal(parse(1, text, 4, &npy, why), -EINVAL);
	assert_non_null(strstr(why, "more than 32 axes"));
}

/* What is written reads back, for all types and ranks. */
static void headers_read_back(void **state)
{
	uint64_t size[TPC_NPY_DIMS];
	struct tpc_npy npy;
	unsigned rank, d, type;
	char why[256];
	size_t len;
	void *header;
	uint8_t *file;

	for (d = 0; d < TPC_NPY_DIMS; d++)
		size[d] = d < 4 ? d + 1 : 1;
	for (type = 0; type < TPC_NUM_DTYPES; type++) {
		for (rank = 0; rank <= TPC_NPY_DIMS; rank++) {
			uint64_t bytes = tpc_dtype_bytes((enum tpc_dtype)type);

			for (d = 0; d < rank; d++)
				bytes *= size[d];
			assert_int_equal(tpc_npy_header((enum tpc_dtype)type,
							rank, size, &header,
							&len),
					 0);
			assert_int_equal(len % 64, 0);
			file = calloc(1, len + bytes);
			memcpy(file, header, len);
			assert_int_equal(tpc_npy_parse(file, len + bytes, &npy,
						       why, sizeof(why)),
					 0);
			assert_int_equal(npy.type, type);
			assert_int_equal(npy.rank, rank);
			for (d = 0; d < rank; d++)
				assert_int_equal(npy.size[d], size[d]);
			free(file);
			free(header);
		}
	}
}

static void a_header_has_numpy_s_own_bytes(void **state)
{
	static const char expected[] =
		"\x93NUMPY\x01\x00v\x00{'descr': '<f4', 'fortran_order': "
		"False, 'shape': (4, 8), }"
		"                                                          \n";
	const uint64_t size[2] = {8, 4};
	size_t len;
	void *header;

	assert_int_equal(tpc_npy_header(TPC_DTYPE_F32, 2, size, &header, &len),
			 0);
	assert_int_equal(len, sizeof(expected) - 1);
	assert_memory_equal(header, expected, len);
	free(header);
}

static void wrong_headers_are_not_made(void **state)
{
	uint64_t size[1] = {1};
	void *header = (void *)0x55;
	size_t len = 7;

	assert_int_equal(tpc_npy_header(TPC_NUM_DTYPES, 1, size, &header, &len),
			 -EINVAL);
	assert_int_equal(tpc_npy_header(TPC_DTYPE_F32, TPC_NPY_DIMS + 1, size,
					&header, &len),
			 -EINVAL);
	assert_ptr_equal(header, (void *)0x55);
	assert_int_equal(len, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_element_types_are_read),
		cmocka_unit_test(the_last_axis_is_dimension_0),
		cmocka_unit_test(scalars_and_empty_arrays_are_valid),
		cmocka_unit_test(key_order_quotes_and_space_do_not_matter),
		cmocka_unit_test(broken_files_are_refused_with_a_reason),
		cmocka_unit_test(broken_starts_are_refused),
		cmocka_unit_test(too_many_axes_are_refused),
		cmocka_unit_test(headers_read_back),
		cmocka_unit_test(a_header_has_numpy_s_own_bytes),
		cmocka_unit_test(wrong_headers_are_not_made),
	};

	return cmocka_run_group_tests_name("npy", tests, NULL, NULL);
}
