/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-info: one report as text or as JSON. */
#include <inttypes.h>
#include <string.h>

#include "info.h"

static void indent(struct info *out, unsigned depth)
{
	while (depth--)
		fputs("  ", out->file);
}

/* Text has no braces: the outermost group and lists add no level. */
static unsigned text_depth(const struct info *out)
{
	unsigned i, depth = 0;

	for (i = 1; i < out->depth; i++)
		depth += !out->list[i];
	return depth;
}

static void json_string(struct info *out, const char *text)
{
	fputc('"', out->file);
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			fprintf(out->file, "\\%c", c);
		else if (c < 0x20 || c >= 0x7f)
			fprintf(out->file, "\\u%04x", c);
		else
			fputc(c, out->file);
	}
	fputc('"', out->file);
}

/* What stands before an entry's value. */
static void start_json(struct info *out, const char *key)
{
	if (out->depth) {
		if (out->used[out->depth - 1])
			fputc(',', out->file);
		out->used[out->depth - 1] = true;
		fputc('\n', out->file);
		indent(out, out->depth);
	}
	if (!key)
		return;
	json_string(out, key);
	fputs(": ", out->file);
}

static void print_key(struct info *out, const char *key)
{
	unsigned depth = text_depth(out);
	int len = (int)strlen(key) + 2 * (int)depth;

	indent(out, depth);
	for (; *key; key++)
		fputc(*key == '_' ? ' ' : *key, out->file);
	fprintf(out->file, "%*s", len < 28 ? 28 - len : 1, "");
}

static void open_level(struct info *out, const char *key, bool list)
{
	if (out->json) {
		start_json(out, key);
		fputc(list ? '[' : '{', out->file);
	} else if (key && !list) {
		indent(out, text_depth(out));
		fprintf(out->file, "%s\n", key);
	}
	if (out->depth < INFO_MAX_DEPTH) {
		out->list[out->depth] = list;
		out->used[out->depth] = false;
		out->depth++;
	}
}

void info_open(struct info *out, const char *key)
{
	open_level(out, key, false);
}

void info_open_list(struct info *out, const char *key)
{
	open_level(out, key, true);
}

void info_close(struct info *out)
{
	out->depth--;
	if (!out->json)
		return;
	if (out->used[out->depth]) {
		fputc('\n', out->file);
		indent(out, out->depth);
	}
	fputc(out->list[out->depth] ? ']' : '}', out->file);
	if (!out->depth)
		fputc('\n', out->file);
}

void info_text(struct info *out, const char *key, const char *value)
{
	if (out->json) {
		start_json(out, key);
		json_string(out, value);
		return;
	}
	/* A device starts a paragraph. */
	if (!strcmp(key, "device")) {
		fprintf(out->file, "%s\n", value);
		return;
	}
	print_key(out, key);
	fprintf(out->file, "%s\n", value);
}

void info_number(struct info *out, const char *key, uint64_t value)
{
	if (out->json)
		start_json(out, key);
	else
		print_key(out, key);
	fprintf(out->file, "%" PRIu64 "%s", value, out->json ? "" : "\n");
}

/* JSON has no hexadecimal numbers and loses bits of large ones: a string. */
void info_hex(struct info *out, const char *key, uint64_t value)
{
	char text[24];

	snprintf(text, sizeof(text), "0x%" PRIx64, value);
	if (out->json) {
		start_json(out, key);
		json_string(out, text);
		return;
	}
	print_key(out, key);
	fprintf(out->file, "%s\n", text);
}

void info_bytes(struct info *out, const char *key, uint64_t value)
{
	static const char *const units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
	double scaled = (double)value;
	unsigned unit = 0;

	if (out->json) {
		info_number(out, key, value);
		return;
	}
	while (scaled >= 1024 && unit < 4) {
		scaled /= 1024;
		unit++;
	}
	print_key(out, key);
	fprintf(out->file, "%.4g %s (%" PRIu64 ")\n", scaled, units[unit],
		value);
}
