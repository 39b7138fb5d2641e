/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The TPC instruction set as tables, and bundles as values.
 *
 * A TPC bundle is 256 bits and issues one operation in each of four slots
 * (LOAD, SPU, VPU, STORE). This header gives the decoded form of a bundle, the
 * descriptions of all operations, and the conversion between the two and the
 * bytes in memory. Names, opcodes, operand kinds, switches, generations and
 * field positions come from the TableGen records in llvm-target/ through
 * tpc/isa_gen.h; nothing of them is written here.
 *
 * All functions are pure and thread-safe.
 */
#ifndef TPC_ISA_H
#define TPC_ISA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Generated: enum tpc_cpu (TPC_CPU_GAUDI ...), enum tpc_mnemonic (TPC_MN_ADD
 * ...), enum tpc_type (TPC_TYPE_F32 ..., TPC_TYPE_NONE), enum tpc_switch
 * (TPC_SW_..., one a switch group), enum tpc_opclass (TPC_OPC_...).
 */
#include "tpc/isa_gen.h"

#ifdef __cplusplus
extern "C" {
#endif

#define TPC_BUNDLE_BYTES 32
#define TPC_HALF_BYTES	 16 /* a compressed bundle */
#define TPC_MAX_OPERANDS 6

/* The slots in the order in which assembly text lists them. */
enum tpc_slot {
	TPC_SLOT_LOAD,
	TPC_SLOT_SPU,
	TPC_SLOT_VPU,
	TPC_SLOT_STORE,
	TPC_NUM_SLOTS,
};

/* The fields of a slot. LOOP has a bundle layout and fields of its own. */
enum tpc_field {
	TPC_F_OPCODE,
	TPC_F_SRCA,
	TPC_F_SRCB,
	TPC_F_SRCC,
	TPC_F_SRCD,
	TPC_F_DEST,
	TPC_F_TYPE,
	TPC_F_SW,
	TPC_F_POL,
	TPC_F_PRED,
	TPC_F_IMM,
	/* LOOP only */
	TPC_F_LOOP_FLAGS, /* start, bound, step are immediate; repeat once */
	TPC_F_LOOP_CMP,
	TPC_F_LOOP_START_IMM,
	TPC_F_LOOP_BOUND_IMM,
	TPC_F_LOOP_STEP_IMM,
	TPC_F_LOOP_END, /* last body bundle minus LOOP bundle, in bytes */
	TPC_NUM_FIELDS,
};

/* What an operand is. Groups are named by their first register. */
enum tpc_file {
	TPC_FILE_NONE,
	TPC_FILE_IMM, /* a value: the shared immediate or one in a field */
	TPC_FILE_S,
	TPC_FILE_V,
	TPC_FILE_SP,
	TPC_FILE_VP,
	TPC_FILE_I,
	TPC_FILE_AD,
	TPC_FILE_Z,	    /* two S */
	TPC_FILE_D,	    /* two V */
	TPC_FILE_A,	    /* four V */
	TPC_FILE_S_SPECIAL, /* index: enum tpc_s_special */
	TPC_FILE_V_SPECIAL, /* index: enum tpc_v_special */
	TPC_FILE_HW,	    /* hardware register of MOV, greco and later */
	TPC_NUM_FILES,
};

enum tpc_s_special { TPC_S_LFSR, TPC_S_LFSR_NO_CHANGE };

enum tpc_v_special {
	TPC_V_LFSR,
	TPC_V_LFSR_NO_CHANGE,
	TPC_V_LANE_ID_32,
	TPC_V_LANE_ID_16,
	TPC_V_LANE_ID_8,
};

/* Operand properties, in tables (tpc_form_operand) and values. */
#define TPC_OPND_DEF	 0x01 /* written */
#define TPC_OPND_USE	 0x02 /* read */
#define TPC_OPND_IMM32	 0x04 /* value sits in the bundle's shared immediate */
#define TPC_OPND_DIMMASK 0x08 /* five-bit dimension mask */
#define TPC_OPND_LABEL	 0x10 /* branch distance or address in bytes */
#define TPC_OPND_IMPLIED 0x20 /* not encoded: named only in text (S27..S31) */

struct tpc_operand {
	uint8_t file;  /* enum tpc_file */
	uint8_t index; /* register number inside the file */
	uint8_t field; /* enum tpc_field that encodes it */
	uint8_t flags; /* TPC_OPND_* */
	uint32_t imm;  /* value where file is TPC_FILE_IMM */
};

/* A guard. Unpredicated is SP0, not inverted. */
struct tpc_pred {
	uint8_t file; /* TPC_FILE_SP or TPC_FILE_VP */
	uint8_t index;
	bool invert; /* execute where the predicate is false */
};

/*
 * One operation of a slot. Operands stand in the order of the text.
 *
 * @raw is what tpc_encode() encodes; the other members say the same in readable
 * form and are filled by tpc_decode(), tpc_parse_bundle() and tpc_op_set_raw().
 */
struct tpc_op {
	uint16_t form;	   /* index for tpc_isa_form() */
	uint16_t mnemonic; /* enum tpc_mnemonic */
	uint8_t slot;	   /* enum tpc_slot */
	uint8_t type;	   /* enum tpc_type, TPC_TYPE_NONE if it has none */
	uint8_t nopnds;
	struct tpc_pred pred;
	struct tpc_operand opnd[TPC_MAX_OPERANDS];
	uint32_t raw[TPC_NUM_FIELDS]; /* encoded fields, switches among them */
};

/*
 * A bundle. LOOP fills the SPU entry and leaves the other three NOP. HALT
 * stands in SPU and VPU.
 */
struct tpc_bundle {
	struct tpc_op op[TPC_NUM_SLOTS];
};

struct tpc_form_operand {
	uint8_t opclass; /* enum tpc_opclass */
	uint8_t field;	 /* enum tpc_field */
	uint8_t flags;	 /* TPC_OPND_* */
};

/* One operand form of one mnemonic in one slot: one TableGen record. */
struct tpc_form {
	const char *name;  /* name of the record */
	uint16_t mnemonic; /* enum tpc_mnemonic */
	uint8_t slot;	   /* enum tpc_slot */
	uint8_t opcode;
	uint8_t nopnds;
	struct tpc_form_operand opnd[TPC_MAX_OPERANDS];
	uint32_t types; /* bit set over enum tpc_type; 0: takes no type */
	uint32_t cpus;	/* bit set over enum tpc_cpu */
	uint16_t first_switch; /* into the switch table */
	uint16_t num_switches;
};

struct tpc_isa; /* the tables of one generation */

/*
 * tpc_cpu_by_name() - generation for an -mcpu name or alias, -EINVAL if none.
 * tpc_cpu_name() - its main name.
 */
int tpc_cpu_by_name(const char *name);
const char *tpc_cpu_name(enum tpc_cpu cpu);

/*
 * tpc_cpu_march() - number of a generation in the metadata of kernel objects.
 * tpc_cpu_by_march() - the generation of such a number, -EINVAL if none.
 */
unsigned tpc_cpu_march(enum tpc_cpu cpu);
int tpc_cpu_by_march(unsigned march);

/*
 * tpc_isa_get() - tables of a generation, NULL if its records are missing.
 * The result is static and never freed.
 */
const struct tpc_isa *tpc_isa_get(enum tpc_cpu cpu);

/*
 * tpc_isa_form() - one form, NULL beyond the last one. Forms are numbered over
 * all generations: @cpus of a form says which of them have it. Forms that only
 * assembly text uses (other names of registers) are among them; no decoded
 * operation has one.
 */
const struct tpc_form *tpc_isa_form(const struct tpc_isa *isa, unsigned form);
unsigned tpc_isa_num_forms(const struct tpc_isa *isa);

const char *tpc_mnemonic_name(enum tpc_mnemonic mnemonic);
const char *tpc_type_name(enum tpc_type type);
unsigned tpc_type_bits(enum tpc_type type);
const char *tpc_slot_name(enum tpc_slot slot);
const char *tpc_file_prefix(enum tpc_file file);

/*
 * tpc_op_switch() - value of a switch group in a decoded operation.
 *
 * Returns the value (0 where the group is not set or the operation has no such
 * group). Works for switches in the switches field and for those that live in
 * operand fields (LD_L.MMIO, CONVERT target, PACK, ...).
 */
unsigned tpc_op_switch(const struct tpc_op *op, enum tpc_switch sw);

/*
 * tpc_decode() - bytes to a bundle.
 * @bytes: TPC_BUNDLE_BYTES bytes, little-endian bit order.
 * @why: receives a sentence on failure (may be NULL).
 *
 * Returns 0, or -EILSEQ for an opcode, operand code or unowned bit that no
 * record explains.
 */
int tpc_decode(const struct tpc_isa *isa, const uint8_t *bytes,
	       struct tpc_bundle *bundle, char *why, size_t why_size);

/*
 * tpc_may_jump() - whether a bundle, or one of a pair of compressed ones, can
 * have a target in the code: a jump or a LOOP. Says so without decoding it, so
 * it may be wrong about bytes that are no bundle.
 * @bytes: TPC_BUNDLE_BYTES bytes.
 */
bool tpc_may_jump(const struct tpc_isa *isa, const uint8_t *bytes);

/*
 * tpc_encode() - a bundle to bytes. tpc_decode() of the result gives it back.
 *
 * Returns 0, or -EINVAL (two different shared immediates, conflicting LOAD and
 * STORE predicates, two users of a shared field) with a sentence in @why.
 */
int tpc_encode(const struct tpc_isa *isa, const struct tpc_bundle *bundle,
	       uint8_t *bytes, char *why, size_t why_size);

/*
 * Compressed bundles (greco, gaudi2) have TPC_HALF_BYTES bytes and operations
 * in the SPU and VPU slots or in the LOAD and STORE slots only. Two of them
 * fill the place of a bundle.
 *
 * tpc_has_halves() - whether a generation has them.
 * tpc_is_half() - whether the bytes of a bundle start with a compressed one.
 * tpc_fits_half() - whether a bundle can be compressed.
 * tpc_decode_half(), tpc_encode_half() - as without compression; the latter
 * fails for bundles that cannot be compressed, the former for bytes that it
 * does not make: NOPs of SPU and VPU, operations that need more fields.
 */
bool tpc_has_halves(const struct tpc_isa *isa);
bool tpc_is_half(const struct tpc_isa *isa, const uint8_t *bytes);
bool tpc_fits_half(const struct tpc_isa *isa, const struct tpc_bundle *bundle);
int tpc_decode_half(const struct tpc_isa *isa, const uint8_t *bytes,
		    struct tpc_bundle *bundle, char *why, size_t why_size);
int tpc_encode_half(const struct tpc_isa *isa, const struct tpc_bundle *bundle,
		    uint8_t *bytes, char *why, size_t why_size);

/*
 * tpc_ends_block() - whether a bundle jumps, starts a loop or ends the kernel.
 */
bool tpc_ends_block(const struct tpc_isa *isa, const struct tpc_bundle *bundle);

/* tpc_bundle_init() - a bundle of four NOPs. */
void tpc_bundle_init(const struct tpc_isa *isa, struct tpc_bundle *bundle);

/*
 * tpc_op_set_raw() - makes an operation of a form and its encoded fields.
 * @raw: TPC_NUM_FIELDS values; the opcode is filled in, constant bits are
 * demanded.
 *
 * Returns 0, or -EINVAL if the form does not have such fields.
 */
int tpc_op_set_raw(const struct tpc_isa *isa, unsigned form,
		   const uint32_t *raw, struct tpc_op *op);

#ifdef __cplusplus
}
#endif

#endif
