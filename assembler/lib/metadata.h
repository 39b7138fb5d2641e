/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The fields of the metadata record, shared by assembler and disassembler. */
#ifndef TPC_LIB_METADATA_H
#define TPC_LIB_METADATA_H

#include "tpc/object.h"

/* Nothing of this is exported, whatever the linker map says. */
#pragma GCC visibility push(hidden)

struct tpc_md_field {
	const char *name; /* as assembly files spell it */
	uint16_t offset;  /* in the record */
	uint16_t member;  /* in struct tpc_metadata */
	uint8_t size;	  /* in bytes */
	uint8_t since;	  /* first version that has it */
	bool bits;	  /* one bit a tensor, name[i] in text */
	uint32_t min, max;
};

/* tpc_md_field() - the i-th field in the order of the text, NULL at the end. */
const struct tpc_md_field *tpc_md_field(size_t i);

/* tpc_md_find() - a field by name in either case, NULL if there is none. */
const struct tpc_md_field *tpc_md_find(const char *name, size_t len);

uint32_t tpc_md_get(const struct tpc_metadata *md,
		    const struct tpc_md_field *field);
void tpc_md_set(struct tpc_metadata *md, const struct tpc_md_field *field,
		uint32_t value);

/* tpc_md_directive() - "DB", "DW" or "DD". */
const char *tpc_md_directive(unsigned size);

#pragma GCC visibility pop

#endif
