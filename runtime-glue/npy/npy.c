/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Reader and writer of .npy files. The format is described in NumPy's
 * documentation ("NEP 1" and numpy.lib.format).
 */
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tpc/npy.h"

#define MAGIC	   "\x93NUMPY"
#define MAGIC_SIZE 6
#define ALIGNMENT  64 /* NumPy pads headers so that elements are aligned */

static const struct {
	const char *descr;
	enum tpc_dtype type;
} descrs[] = {
	/* The first one of a type is written. */
	{"<f4", TPC_DTYPE_F32},	 {"<i4", TPC_DTYPE_I32},
	{"<u4", TPC_DTYPE_U32},	 {"<i2", TPC_DTYPE_I16},
	{"<u2", TPC_DTYPE_U16},	 {"|i1", TPC_DTYPE_I8},
	{"|u1", TPC_DTYPE_U8},	 {"<V2", TPC_DTYPE_BF16},
	{"|V2", TPC_DTYPE_BF16}, {"|b1", TPC_DTYPE_U8},
	{"<i1", TPC_DTYPE_I8},	 {"<u1", TPC_DTYPE_U8},
};

#define NUM_DESCRS (sizeof(descrs) / sizeof(descrs[0]))

/* The header text: a Python dictionary literal with three known keys. */
struct reader {
	const char *text;
	size_t len;
	size_t at;
	char *why;
	size_t why_size;
};

__attribute__((format(printf, 3, 4))) static int fail(struct reader *r, int err,
						      const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(r->why, r->why_size, fmt, args);
	va_end(args);
	return err;
}

static void skip_space(struct reader *r)
{
	while (r->at < r->len && strchr(" \t\n\r", r->text[r->at]) &&
	       r->text[r->at])
		r->at++;
}

/* The next character that is not space, 0 at the end. */
static char peek(struct reader *r)
{
	skip_space(r);
	return r->at < r->len ? r->text[r->at] : 0;
}

static int expect(struct reader *r, char c)
{
	if (peek(r) != c)
		return fail(r, -EINVAL, "header column %zu: expected '%c'",
			    r->at + 1, c);
	r->at++;
	return 0;
}

/* A quoted string without escapes, which none of the known ones needs. */
static int read_string(struct reader *r, char *out, size_t size)
{
	char quote = peek(r);
	size_t start, len;

	if (quote != '\'' && quote != '"')
		return fail(r, -EINVAL, "header column %zu: expected a string",
			    r->at + 1);
	start = ++r->at;
	while (r->at < r->len && r->text[r->at] != quote)
		r->at++;
	if (r->at == r->len)
		return fail(r, -EINVAL, "header column %zu: string has no end",
			    start);
	len = r->at++ - start;
	if (len >= size || memchr(r->text + start, '\\', len) ||
	    memchr(r->text + start, 0, len))
		return fail(r, -EINVAL, "header column %zu: unknown string",
			    start);
	memcpy(out, r->text + start, len);
	out[len] = 0;
	return 0;
}

static int read_number(struct reader *r, uint64_t *out)
{
	uint64_t value = 0;
	size_t start = 0;

	peek(r);
	start = r->at;
	while (r->at < r->len && r->text[r->at] >= '0' &&
	       r->text[r->at] <= '9') {
		if (value > INT64_MAX / 10 - 1)
			return fail(r, -EOVERFLOW,
				    "header column %zu: axis is too long",
				    start + 1);
		value = value * 10 + (uint64_t)(r->text[r->at++] - '0');
	}
	if (r->at == start)
		return fail(r, -EINVAL,
			    "header column %zu: expected the length of an axis",
			    start + 1);
	*out = value;
	return 0;
}

static int read_shape(struct reader *r, struct tpc_npy *npy)
{
	uint64_t axes[TPC_NPY_DIMS];
	unsigned i, rank = 0;
	bool comma = true;
	int err = expect(r, '(');

	while (!err && peek(r) != ')') {
		if (!comma)
			return fail(r, -EINVAL,
				    "header column %zu: expected ',' or ')'",
				    r->at + 1);
		if (rank == TPC_NPY_DIMS)
			return fail(r, -EINVAL, "more than %u axes",
				    TPC_NPY_DIMS);
		err = read_number(r, &axes[rank++]);
		comma = !err && peek(r) == ',';
		r->at += comma;
	}
	if (err)
		return err;
	/* (5) is a number in Python; only (5,) is a tuple. */
	if (rank == 1 && !comma)
		return fail(r, -EINVAL, "header column %zu: expected ','",
			    r->at + 1);
	r->at++;
	npy->rank = rank;
	for (i = 0; i < rank; i++)
		npy->size[i] = axes[rank - 1 - i];
	return 0;
}

static int read_descr(struct reader *r, struct tpc_npy *npy)
{
	char descr[16];
	size_t i;
	int err;

	if (peek(r) == '[')
		return fail(r, -ENOTSUP,
			    "structured elements are not supported");
	err = read_string(r, descr, sizeof(descr));
	if (err)
		return err;
	for (i = 0; i < NUM_DESCRS; i++) {
		if (strcmp(descrs[i].descr, descr))
			continue;
		npy->type = descrs[i].type;
		return 0;
	}
	if (descr[0] == '>')
		return fail(r, -ENOTSUP,
			    "elements '%s' are big-endian; store them "
			    "little-endian (array.astype('<%s'))",
			    descr, descr + 1);
	return fail(r, -ENOTSUP,
		    "elements '%s' are not supported; known are <f4 <i4 <u4 "
		    "<i2 <u2 |i1 |u1 |b1 and <V2 (bf16)",
		    descr);
}

static int read_order(struct reader *r)
{
	static const char no[] = "False", yes[] = "True";
	const char *at;
	size_t left;

	peek(r);
	at = r->text + r->at;
	left = r->len - r->at;
	if (left >= sizeof(no) - 1 && !memcmp(at, no, sizeof(no) - 1)) {
		r->at += sizeof(no) - 1;
		return 0;
	}
	if (left >= sizeof(yes) - 1 && !memcmp(at, yes, sizeof(yes) - 1))
		return fail(r, -ENOTSUP,
			    "the array is in Fortran order; store it in C "
			    "order (numpy.ascontiguousarray)");
	return fail(r, -EINVAL, "header column %zu: expected True or False",
		    r->at + 1);
}

enum { KEY_DESCR = 1, KEY_ORDER = 2, KEY_SHAPE = 4, KEY_ALL = 7 };

static int read_entry(struct reader *r, struct tpc_npy *npy, unsigned *seen)
{
	char key[16];
	unsigned bit;
	int err = read_string(r, key, sizeof(key));

	if (!err)
		err = expect(r, ':');
	if (err)
		return err;
	if (!strcmp(key, "descr"))
		bit = KEY_DESCR;
	else if (!strcmp(key, "fortran_order"))
		bit = KEY_ORDER;
	else if (!strcmp(key, "shape"))
		bit = KEY_SHAPE;
	else
		return fail(r, -EINVAL, "unknown header key '%s'", key);
	if (*seen & bit)
		return fail(r, -EINVAL, "header key '%s' stands twice", key);
	*seen |= bit;
	if (bit == KEY_DESCR)
		return read_descr(r, npy);
	return bit == KEY_ORDER ? read_order(r) : read_shape(r, npy);
}

static int read_dict(struct reader *r, struct tpc_npy *npy)
{
	unsigned seen = 0;
	int err = expect(r, '{');

	while (!err && peek(r) != '}') {
		err = read_entry(r, npy, &seen);
		if (!err && peek(r) != '}')
			err = expect(r, ',');
	}
	if (err)
		return err;
	r->at++;
	if (peek(r) || r->at != r->len)
		return fail(r, -EINVAL,
			    "header column %zu: text behind the dictionary",
			    r->at + 1);
	if (seen != KEY_ALL)
		return fail(r, -EINVAL, "header lacks the key '%s'",
			    !(seen & KEY_DESCR)	  ? "descr"
			    : !(seen & KEY_ORDER) ? "fortran_order"
						  : "shape");
	return 0;
}

static int count_bytes(struct reader *r, struct tpc_npy *npy)
{
	uint64_t bytes = tpc_dtype_bytes(npy->type);
	unsigned d;

	for (d = 0; d < npy->rank; d++) {
		if (npy->size[d] && bytes > INT64_MAX / npy->size[d])
			return fail(r, -EOVERFLOW, "the shape is too large");
		bytes *= npy->size[d];
	}
	npy->bytes = bytes;
	return 0;
}

/* Finds the header's text; *end becomes its end in the file. */
static int find_header(struct reader *r, const uint8_t *bytes, size_t size,
		       size_t *end)
{
	size_t start = 0;

	if (size < MAGIC_SIZE + 2 || memcmp(bytes, MAGIC, MAGIC_SIZE))
		return fail(r, -EINVAL, "not a .npy file");
	if (bytes[6] < 1 || bytes[6] > 3 || bytes[7])
		return fail(r, -ENOTSUP,
			    "format version %u.%u is not supported (known: "
			    "1.0, 2.0, 3.0)",
			    bytes[6], bytes[7]);
	start = bytes[6] == 1 ? 10 : 12;
	if (size < start)
		return fail(r, -EINVAL, "the file ends inside its header");
	r->len = bytes[8] | (size_t)bytes[9] << 8;
	if (start == 12)
		r->len |= (size_t)bytes[10] << 16 | (size_t)bytes[11] << 24;
	if (r->len > size - start)
		return fail(r, -EINVAL, "the file ends inside its header");
	r->text = (const char *)bytes + start;
	*end = start + r->len;
	return 0;
}

int tpc_npy_parse(const void *bytes, size_t size, struct tpc_npy *npy,
		  char *why, size_t why_size)
{
	struct reader r = {.why = why, .why_size = why ? why_size : 0};
	struct tpc_npy out = {0};
	size_t start = 0;
	int err;

	err = find_header(&r, bytes, size, &start);
	if (!err)
		err = read_dict(&r, &out);
	if (!err)
		err = count_bytes(&r, &out);
	if (err)
		return err;
	if (size - start != out.bytes)
		return fail(&r, -EINVAL,
			    "the shape needs %llu bytes of elements, the file "
			    "has %llu",
			    (unsigned long long)out.bytes,
			    (unsigned long long)(size - start));
	out.data = (const uint8_t *)bytes + start;
	*npy = out;
	return 0;
}

static const char *descr_of(enum tpc_dtype type)
{
	size_t i;

	for (i = 0; i < NUM_DESCRS; i++)
		if (descrs[i].type == type)
			return descrs[i].descr;
	return NULL;
}

int tpc_npy_header(enum tpc_dtype type, unsigned rank, const uint64_t *size,
		   void **header, size_t *header_size)
{
	const char *descr = descr_of(type);
	size_t start = 10, room, len, total;
	char *text;
	unsigned d;

	if (!descr || rank > TPC_NPY_DIMS)
		return -EINVAL;
	/* A dictionary of known words and at most 32 axes of 20 digits. */
	room = 256 + (size_t)rank * 24;
	text = malloc(room);
	if (!text)
		return -ENOMEM;
	len = start;
	len += snprintf(text + len, room - len,
			"{'descr': '%s', 'fortran_order': False, 'shape': (",
			descr);
	for (d = rank; d-- > 0;)
		len += snprintf(text + len, room - len, "%llu%s",
				(unsigned long long)size[d],
				d ? ", " : (rank == 1 ? "," : ""));
	len += snprintf(text + len, room - len, "), }");
	total = (len + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	memset(text + len, ' ', total - len - 1);
	text[total - 1] = '\n';
	memcpy(text, MAGIC "\x01\x00", MAGIC_SIZE + 2);
	text[8] = (char)((total - start) & 0xff);
	text[9] = (char)((total - start) >> 8);
	*header = text;
	*header_size = total;
	return 0;
}
