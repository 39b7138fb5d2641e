// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * The metadata record of a kernel object. Offsets, sizes and versions follow
 * LLVM llvm/include/llvm/Target/TPCMetadataSection.h and SYN
 * external_includes/tpc_elf_api.hpp; bytes between the fields are zero.
 */
#include "metadata.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define FIELD(name_, offset_, member_, since_, min_, max_)    \
	{.name = name_,                                       \
	 .offset = offset_,                                   \
	 .member = offsetof(struct tpc_metadata, member_),    \
	 .size = sizeof(((struct tpc_metadata *)0)->member_), \
	 .since = since_,                                     \
	 .min = min_,                                         \
	 .max = max_}

#define BITS(name_, offset_, member_, since_)              \
	{.name = name_,                                    \
	 .offset = offset_,                                \
	 .member = offsetof(struct tpc_metadata, member_), \
	 .size = 2,                                        \
	 .since = since_,                                  \
	 .bits = true,                                     \
	 .max = 0xffff}

/* In the order in which existing disassemblers print them. */
static const struct tpc_md_field fields[] = {
	FIELD("version", 0, version, 3, TPC_METADATA_VERSION_MIN,
	      TPC_METADATA_VERSION),
	FIELD("specialFunctionUsed", 4, special_function_used, 3, 0, 1),
	FIELD("printfUsed", 5, printf_used, 3, 0, 1),
	FIELD("lockUnLock", 6, lock_unlock, 3, 0, 1),
	FIELD("mmioUsed", 7, mmio_used, 6, 0, 1),
	FIELD("march", 8, march, 5, 0, 0xffff),
	FIELD("paramsNum", 12, params_num, 8, 0, 0xff),
	FIELD("printfTensorID", 13, printf_tensor_id, 9, 0, 0xff),
	FIELD("numberOfThreads", 14, number_of_threads, 10, 1, 4),
	FIELD("directMMIOAccess", 15, direct_mmio_access, 11, 0, 1),
	FIELD("dnorm", 16, dnorm, 12, 0, 1),
	BITS("scalarLd", 26, scalar_ld, 3),
	BITS("rmwStore", 28, rmw_store, 4),
};

#define NUM_FIELDS (sizeof(fields) / sizeof(fields[0]))

const struct tpc_md_field *tpc_md_field(size_t i)
{
	return i < NUM_FIELDS ? &fields[i] : NULL;
}

const struct tpc_md_field *tpc_md_find(const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < NUM_FIELDS; i++)
		if (strlen(fields[i].name) == len &&
		    !strncasecmp(fields[i].name, name, len))
			return &fields[i];
	return NULL;
}

const char *tpc_md_directive(unsigned size)
{
	return size == 1 ? "DB" : size == 2 ? "DW" : "DD";
}

uint32_t tpc_md_get(const struct tpc_metadata *md,
		    const struct tpc_md_field *field)
{
	const void *p = (const char *)md + field->member;

	switch (field->size) {
	case 1:
		return *(const uint8_t *)p;
	case 2:
		return *(const uint16_t *)p;
	default:
		return *(const uint32_t *)p;
	}
}

void tpc_md_set(struct tpc_metadata *md, const struct tpc_md_field *field,
		uint32_t value)
{
	void *p = (char *)md + field->member;

	switch (field->size) {
	case 1:
		*(uint8_t *)p = value;
		return;
	case 2:
		*(uint16_t *)p = value;
		return;
	default:
		*(uint32_t *)p = value;
	}
}

void tpc_metadata_init(struct tpc_metadata *md, enum tpc_cpu cpu)
{
	memset(md, 0, sizeof(*md));
	md->version = TPC_METADATA_VERSION;
	md->march = tpc_cpu_march(cpu);
	md->number_of_threads = 1;
}

void tpc_metadata_pack(const struct tpc_metadata *md,
		       uint8_t bytes[TPC_METADATA_BYTES])
{
	const struct tpc_md_field *f;
	uint32_t value;
	unsigned i;

	memset(bytes, 0, TPC_METADATA_BYTES);
	for (f = fields; f < fields + NUM_FIELDS; f++) {
		if (md->version < f->since)
			continue;
		value = tpc_md_get(md, f);
		for (i = 0; i < f->size; i++)
			bytes[f->offset + i] = value >> 8 * i;
	}
}

/* Fields newer than the record's version: their place is reserved in it. */
static void clear_newer(struct tpc_metadata *md)
{
	const struct tpc_md_field *f;

	for (f = fields; f < fields + NUM_FIELDS; f++)
		if (md->version < f->since)
			tpc_md_set(md, f, f->min);
}

int tpc_metadata_unpack(struct tpc_metadata *md, const uint8_t *bytes,
			size_t size, char *why, size_t why_size)
{
	struct tpc_metadata m = {0};
	const struct tpc_md_field *f;
	uint32_t value;
	unsigned i;

	if (size != TPC_METADATA_BYTES) {
		snprintf(why, why_size, "it has %zu bytes instead of %d", size,
			 TPC_METADATA_BYTES);
		return -EINVAL;
	}
	for (f = fields; f < fields + NUM_FIELDS; f++) {
		if (f != fields && m.version < f->since)
			continue;
		value = 0;
		for (i = 0; i < f->size; i++)
			value |= (uint32_t)bytes[f->offset + i] << 8 * i;
		if (value < f->min || value > f->max) {
			snprintf(why, why_size, "%s is %u, out of range %u..%u",
				 f->name, value, f->min, f->max);
			return -EINVAL;
		}
		tpc_md_set(&m, f, value);
	}
	clear_newer(&m);
	*md = m;
	return 0;
}
