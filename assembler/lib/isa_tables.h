/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Layout of the tables that assembler/gen/isagen.py makes of the instruction
 * records. What the members mean is explained where the records are declared
 * (llvm-target/TPCInstrFormats.td, TPCSwitches.td).
 */
#ifndef TPC_LIB_ISA_TABLES_H
#define TPC_LIB_ISA_TABLES_H

#include "tpc/isa.h"

/* How the value of an operand is written and encoded. */
enum isa_kind {
	ISA_KIND_REG,	  /* code of a register in the field's space */
	ISA_KIND_IMM32,	  /* immediate code in the field, value in IMM */
	ISA_KIND_SAMEIMM, /* the same, another code for an equal value */
	ISA_KIND_TARGET,  /* the same, a distance to a label */
	ISA_KIND_MASK32,  /* value in IMM */
	ISA_KIND_UIMM,	  /* number */
	ISA_KIND_DIMMASK, /* b00100 */
	ISA_KIND_HW,	  /* number of a named hardware register */
	ISA_KIND_IMPLIED, /* one register, not encoded */
	ISA_KIND_LOOPIMM, /* 32-bit number, decimal in text */
	ISA_KIND_LOOPCMP,
	ISA_KIND_LOOPEND, /* distance to the last bundle of a loop */
};

/* Bits of a value at @lo of a field. */
struct isa_place {
	uint8_t field; /* enum tpc_field */
	uint8_t lo;
	uint8_t width;
};

struct isa_operand {
	uint8_t kind; /* enum isa_kind */
	uint8_t num_places;
	char sep;	/* what stands before it in text: ' ' or ',' */
	uint8_t index;	/* of an implied register; of HW: number of code 0 */
	uint16_t max;	/* of a number */
	uint16_t files; /* accepted: bit set over enum tpc_file */
	uint64_t hw;	/* accepted: bit set over hardware registers */
	struct isa_place place[2];
};

enum isa_style {
	ISA_STYLE_FLAG,
	ISA_STYLE_VALUE,
	ISA_STYLE_PAIR,
	ISA_STYLE_SUFFIX,
	ISA_STYLE_TRAILING,
	ISA_STYLE_HIDDEN,
};

#define ISA_SW_FIXED	0x01
#define ISA_SW_TEXTONLY 0x02
#define ISA_SW_YIELDS	0x04
#define ISA_SW_ANYTEXT	0x08

#define ISA_NO_GROUP 0xff

struct isa_switch {
	uint8_t group; /* enum tpc_switch */
	struct isa_place place;
	uint8_t style; /* enum isa_style */
	uint8_t base;
	uint8_t flags; /* ISA_SW_* */
	uint8_t def;
	int8_t omit; /* -1: always printed */
	uint8_t when_group, when_value;
	uint16_t first_value, num_values; /* into isa_values */
	uint32_t only_types;		  /* 0: all */
	uint32_t valid;			  /* bit set of named values, 0: all */
};

/* Canonical name of a value of a switch. */
struct isa_value {
	const char *name;
	uint8_t value;
};

#define ISA_PRED_NONE 0
#define ISA_PRED_SP   1
#define ISA_PRED_ANY  2

#define ISA_FORM_IGNORE_TYPE 0x01
#define ISA_FORM_PARSE_ONLY  0x02
#define ISA_FORM_WEAK_IMM    0x04
#define ISA_FORM_YIELDS	     0x08
#define ISA_FORM_LOOP	     0x10
#define ISA_FORM_DECODE_LAST 0x20
/* Immediates are signed or unsigned whatever the data type is. */
#define ISA_FORM_IMM_SIGNED   0x40
#define ISA_FORM_IMM_UNSIGNED 0x80
#define ISA_FORM_TERMINATOR   0x100 /* jump, LOOP, HALT */

struct isa_form {
	struct tpc_form pub;
	uint16_t flags; /* ISA_FORM_* */
	uint8_t pred;	/* ISA_PRED_* */
	uint8_t default_type;
	struct isa_place type; /* width 0: takes no type */
	struct isa_operand opnd[TPC_MAX_OPERANDS];
	/*
	 * Bits of each field that belong to operands, type, predicate or
	 * switches, and the bits that are constant. The others are zero.
	 */
	uint32_t own[TPC_NUM_FIELDS];
	uint32_t fixed[TPC_NUM_FIELDS];
	uint32_t opnd_own[TPC_NUM_FIELDS]; /* part of @own: operands */
};

/* A word of assembly text that sets a switch, all in lower case. */
struct isa_word {
	const char *name;
	uint8_t len;
	uint8_t group;
	uint8_t value;
	uint8_t kind; /* enum isa_word_kind */
};
enum isa_word_kind {
	ISA_WORD_ALONE = 1, /* name */
	ISA_WORD_GROUP = 2, /* name=... */
	ISA_WORD_VALUE = 4, /* ...=name */
};

/* What a mnemonic is in one slot. */
struct isa_mn_slot {
	uint16_t first_form, num_forms; /* into isa_tables.parse_forms */
	uint16_t first_word, num_words; /* into isa_words */
};

struct isa_mnemonic {
	const char *name; /* lower case; aliases have entries of their own */
	uint8_t len;
	uint16_t mnemonic;
	struct isa_mn_slot slot[TPC_NUM_SLOTS + 1]; /* LOOP is the last */
};

/* Which register a code names; file 0 if none. */
struct isa_code {
	uint8_t file;
	uint8_t index;
};

struct isa_range {
	uint8_t file;
	uint16_t base, count;
};

/* Codes of small immediates; @is_signed: signed operands have them too. */
struct isa_short {
	uint8_t first, base, count, is_signed;
};

struct isa_space {
	const struct isa_code *codes; /* 1 << width */
	uint16_t num_codes;
	uint16_t imm_code; /* 0xffff: none */
	const struct isa_range *ranges;
	uint8_t num_ranges;
	uint8_t num_shorts;
	const struct isa_short *shorts;
};

struct isa_layout_field {
	uint8_t field;
	uint8_t lo, width;
	uint8_t space; /* into isa_spaces */
	uint8_t shared;
};

/* The fields of one slot, opcode first. */
struct isa_layout_slot {
	const struct isa_layout_field *fields;
	uint8_t num_fields;
};

/* A compressed bundle. Slots without fields are NOPs in it. */
struct isa_half {
	struct isa_layout_slot layout[TPC_NUM_SLOTS];
	uint64_t mask[2], value[2]; /* bits that tell it from others */
	uint64_t unused[2];
};

/* Source fields of two slots that are the same bits (immediate and predicate
 * aside). @slot is decoded before @other. */
struct isa_pair {
	uint8_t slot, field;
	uint8_t other, other_field;
};

struct isa_op_forms {
	uint16_t first, num; /* into decode_forms */
};

/* Forms are numbered over all generations; the lists select a generation's. */
struct tpc_isa {
	uint8_t cpu;
	uint32_t types; /* that it computes with: bit set over enum tpc_type */
	uint16_t num_forms;
	const struct isa_form *forms;
	const uint16_t *decode_forms; /* by slot and opcode */
	const struct isa_op_forms *op_forms[TPC_NUM_SLOTS + 1];
	uint16_t num_opcodes[TPC_NUM_SLOTS + 1];
	const uint16_t *parse_forms;
	const struct isa_mnemonic *mnemonics;
	uint16_t num_mnemonics;
	const uint16_t *hash; /* mnemonic number + 1, 0: empty */
	uint16_t hash_size;   /* a power of two */
	uint16_t max_mnemonic_len;
	struct isa_layout_slot layout[TPC_NUM_SLOTS + 1];
	const struct isa_half *halves; /* NULL: none */
	uint8_t num_halves;
	const struct isa_pair *pairs;
	uint8_t num_pairs;
	/* Bits of each slot's fields that another slot has too. */
	uint32_t shared[TPC_NUM_SLOTS + 1][TPC_NUM_FIELDS];
	uint8_t space[TPC_NUM_SLOTS + 1][TPC_NUM_FIELDS]; /* isa_spaces */
	uint64_t unused[4], loop_unused[4];
	const struct tpc_bundle *nops;
	uint16_t nop[TPC_NUM_SLOTS]; /* forms */
	uint16_t halt[2];	     /* SPU, VPU */
	uint16_t loop_opcode;
	uint8_t file_count[TPC_NUM_FILES];
};

/* Index of the LOOP layout beside the slots'. */
#define ISA_LOOP TPC_NUM_SLOTS

/* Generated. */
extern const struct tpc_isa *const isa_cpus[];
extern const unsigned isa_num_cpus;
extern const char *const isa_cpu_names[];
extern const uint16_t isa_cpu_marches[];
struct isa_cpu_alias {
	const char *name;
	int cpu;
};
extern const struct isa_cpu_alias isa_cpu_aliases[];
extern const struct isa_switch isa_switches[];
extern const struct isa_value isa_values[];
extern const struct isa_word isa_words[];
extern const struct isa_space isa_spaces[];
extern const char *const isa_mnemonic_names[];
extern const unsigned isa_num_mnemonics;
struct isa_type {
	const char *name;
	uint8_t len, bits, is_signed;
};
extern const struct isa_type isa_types[];
extern const unsigned isa_num_types;
extern const char *const isa_group_names[]; /* canonical, by enum tpc_switch */
extern const char *const isa_loop_cmps[];   /* by enum tpc_loop_cmp */
extern const unsigned isa_num_loop_cmps;
extern const char *const isa_hw_names[64]; /* NULL where there is none */
/* The file of a register that is named but not encoded: it has one. */
static inline enum tpc_file isa_implied_file(const struct isa_operand *o)
{
	enum tpc_file file = 0;

	while (!(o->files >> file & 1))
		file++;
	return file;
}

extern const char *const isa_s_specials[], *const isa_v_specials[];
extern const unsigned isa_num_s_specials, isa_num_v_specials;
/* Second names of hardware registers. */
struct isa_hw_alias {
	const char *name;
	uint8_t number;
};
extern const struct isa_hw_alias isa_hw_aliases[];
extern const unsigned isa_num_hw_aliases;

/* Hash of a mnemonic in lower case; isagen.py has the same. */
#define ISA_HASH_START 2166136261u

static inline uint32_t isa_hash_add(uint32_t h, char c)
{
	return (h ^ (uint8_t)c) * 16777619u;
}

static inline uint32_t isa_hash_end(uint32_t h)
{
	return h ^ h >> 15;
}

static inline const struct isa_form *isa_form(const struct tpc_isa *isa,
					      unsigned form)
{
	return &isa->forms[form];
}

static inline uint32_t isa_mask(unsigned width)
{
	return width >= 32 ? UINT32_MAX : (UINT32_C(1) << width) - 1;
}

/* Space of a field of a slot (ISA_LOOP for LOOP). */
static inline const struct isa_space *
isa_space_of(const struct tpc_isa *isa, unsigned slot, unsigned field)
{
	return &isa_spaces[isa->space[slot][field]];
}
/* Whether immediates of a form are signed numbers with a data type. */
static inline bool isa_imm_is_signed(const struct isa_form *form, unsigned type)
{
	if (form->flags & (ISA_FORM_IMM_SIGNED | ISA_FORM_IMM_UNSIGNED))
		return form->flags & ISA_FORM_IMM_SIGNED;
	return type >= isa_num_types || isa_types[type].is_signed;
}
/* The code of a value in a field: a short one, else that of the immediate. */
uint32_t isa_imm_code(const struct isa_space *space, uint32_t value,
		      bool is_signed);
/*
 * Whether an operation takes a value from the immediate of the bundle. @raw:
 * its fields.
 */
bool isa_uses_imm(const struct tpc_isa *isa, const struct isa_form *form,
		  unsigned slot, const uint32_t *raw);

/* Whether the first of a pair leaves the bits to an operand of the other. */
static inline bool isa_pair_yields(const struct tpc_isa *isa,
				   const struct tpc_bundle *bundle,
				   const struct isa_pair *pair)
{
	const struct isa_form *a = isa_form(isa, bundle->op[pair->slot].form);
	const struct isa_form *b = isa_form(isa, bundle->op[pair->other].form);

	return a->flags & ISA_FORM_YIELDS && a->own[pair->field] &&
	       !a->opnd_own[pair->field] && b->opnd_own[pair->other_field];
}
/* The Switch of a group that counts for these fields, NULL if none. */
const struct isa_switch *isa_find_switch(const struct isa_form *form,
					 unsigned group, unsigned type,
					 const uint32_t *raw);

/*
 * Fills operands, type and predicate of an operation from its fields.
 * Returns 0, or -EILSEQ if a code is not one of the form's.
 */
int isa_op_from_raw(const struct tpc_isa *isa, unsigned form, unsigned slot,
		    const uint32_t *raw, struct tpc_op *op);
/*
 * Finds the form that explains the fields of an operation. @free_bits: bits of
 * shared fields that another slot's operands fill. Returns its index or
 * -EILSEQ.
 */
int isa_match_raw(const struct tpc_isa *isa, unsigned slot, const uint32_t *raw,
		  const uint32_t *free_bits, struct tpc_op *op);
/* What an operation with a weak immediate repeats there: its number. */
uint32_t isa_weak_imm(const struct isa_form *form, const uint32_t *raw);

/* The kind of compressed bundle that encodes a bundle, or NULL. */
const struct isa_half *isa_half_of(const struct tpc_isa *isa,
				   const struct tpc_bundle *bundle);

#endif
