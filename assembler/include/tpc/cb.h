/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Command buffers and registers of a chip: packets, register names, queues.
 *
 * tpc/cb_gen.h comes from the records in assembler/queues/ and has, for a chip
 * such as gaudi,
 *
 *   enum tpc_gaudi_packet          packet opcodes TPC_GAUDI_PACKET_<NAME>
 *   TPC_GAUDI_<PACKET>_SIZE        bytes without payload
 *   struct tpc_gaudi_<packet>      one member a field
 *   tpc_gaudi_<packet>_pack()      structure to bytes
 *   tpc_gaudi_<packet>_unpack()    bytes to structure
 *   TPC_GAUDI_<BLOCK>_BASE(i)      device address of block number i
 *   TPC_GAUDI_<BLOCK>_COUNT        number of such blocks
 *   TPC_GAUDI_<BLOCK>_<REG>        byte offset in the block; a macro with one
 *                                  or two arguments for an array of registers
 *   TPC_GAUDI_<BLOCK>_<REG>_<FIELD>_SHIFT, _MASK
 *   TPC_GAUDI_TPC_DESC_<REG>       offset in a launch descriptor, of which
 *                                  TPC_CFG has copies at TPC_CFG_KERNEL_DESC
 *                                  and TPC_CFG_QM_DESC
 *   enum tpc_gaudi_queue           queue numbers of an engine's first stream
 *   TPC_GAUDI_<RANGE>_BASE, _SIZE  address map
 *   TPC_GAUDI_INTR_<CAUSE>         bit numbers of interrupt causes
 *
 * The queue managers of all engines share the block QM, so their registers are
 * TPC_GAUDI_QM_<REG> at TPC_GAUDI_DMA_QM_BASE(i), TPC_GAUDI_TPC_QM_BASE(i),
 * TPC_GAUDI_MME_QM_BASE(i).
 *
 * Packing: <packet>_pack() writes <PACKET>_SIZE bytes and returns their
 * number; it returns 0 and writes nothing if a member does not fit into its
 * field. WREG_BULK packs its first 8 bytes; the values follow and are the
 * caller's. <packet>_unpack() returns 0, -ENODATA if @len is shorter than the
 * packet, -EILSEQ if the opcode is another one. Packets are little-endian and
 * need no alignment.
 *
 * Everything here is constant data and pure functions: thread-safe, nothing to
 * free.
 */
#ifndef TPC_CB_H
#define TPC_CB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tpc/cb_gen.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Field of a register or packet word, by its generated name. */
#define TPC_FIELD_PREP(field, value) \
	(((uint32_t)(value) << field##_SHIFT) & field##_MASK)
#define TPC_FIELD_GET(field, word) \
	(((uint32_t)(word) & field##_MASK) >> field##_SHIFT)

/* What the driver does with a packet of a user's external command buffer. */
enum tpc_cb_verdict {
	TPC_CB_ALLOWED,	      /* copied as it is */
	TPC_CB_REFUSED,	      /* -EPERM */
	TPC_CB_UNKNOWN,	      /* -EINVAL */
	TPC_CB_IF_PREDICATES, /* -EPERM unless it loads predicates */
};

/* What a packet's field holds. */
enum tpc_cb_kind {
	TPC_CB_NUMBER,
	TPC_CB_REGISTER, /* offset in the queue's register window */
	TPC_CB_ADDRESS,	 /* device address */
	TPC_CB_MESSAGE,	 /* offset from the message base in "base" */
	TPC_CB_DATA,	 /* value for the register or address */
	TPC_CB_LOCAL,	 /* if set, register offsets have no names */
};

struct tpc_cb_field {
	const char *name;
	uint16_t lsb;	     /* bit number from the start of the packet */
	uint8_t width;	     /* bits, 1 ... 64 */
	uint8_t member_size; /* bytes of the structure member */
	uint16_t member;     /* its offset in the structure */
	const char *alias;   /* second name in text, or NULL */
	uint8_t kind;	     /* enum tpc_cb_kind */
	uint8_t preset;	     /* value where text gives none */
};

struct tpc_cb_packet {
	const char *name;
	const char *doc;
	uint8_t opcode;
	uint8_t verdict; /* enum tpc_cb_verdict */
	uint16_t size;	 /* bytes without payload */
	int16_t payload; /* field that counts 8-byte values, -1: none */
	uint16_t num_fields;
	const struct tpc_cb_field *fields;
	uint8_t num_operands;
	uint8_t operands[3]; /* fields that text gives by position */
	bool feeds;	     /* the lower CP reads what it points to */
};

struct tpc_reg_field {
	const char *name;
	const char *doc;
	uint8_t lsb;
	uint8_t width;
	uint8_t num_values;	   /* that have names */
	const char *const *values; /* names of 0, 1, ... */
	/*
	 * Array of the same block that the field chooses elements of, NULL if
	 * none: the number of a group of @members elements, or, where @members
	 * is 0, a bit for each element of the group that does not take part.
	 */
	const char *array;
	uint8_t members;
};

#define TPC_REG_READ_ONLY 0x01
#define TPC_REG_USER	  0x02 /* a user's packet may write it */

/* A 32-bit register or an array of them with up to two indices. */
struct tpc_reg {
	const char *name; /* '%' stands for an index */
	const char *doc;
	uint32_t offset;
	uint16_t count[2];
	uint16_t stride[2];
	uint32_t reset;
	uint8_t flags;	     /* TPC_REG_* */
	uint8_t first_index; /* number of the first element */
	uint8_t user_from;   /* TPC_REG_USER holds from this element on */
	uint8_t num_fields;
	const struct tpc_reg_field *fields;
};

struct tpc_reg_block {
	const char *name;
	uint32_t size;
	const struct tpc_reg *regs;
	unsigned num_regs;
};

/* The copies of a block. */
struct tpc_reg_instances {
	const char *name;		/* as in TPC_<CHIP>_<NAME>_BASE() */
	const char *text;		/* '%' stands for the number */
	const char *const *index_names; /* NULL: decimal numbers */
	const struct tpc_reg_block *block;
	uint64_t base;
	uint32_t count;
	uint32_t stride;
};

enum tpc_queue_kind {
	TPC_QUEUE_EXTERNAL, /* kernel command buffers, driver completion */
	TPC_QUEUE_INTERNAL, /* command buffers in device-visible memory */
	TPC_QUEUE_DRIVER,   /* not for users */
	TPC_QUEUE_DISABLED, /* not enabled by the upstream driver */
};

struct tpc_cb_queue {
	const char *name; /* "TPC_3" */
	uint16_t first;	  /* queue number of stream 0 */
	uint16_t streams;
	uint8_t kind;	    /* enum tpc_queue_kind */
	uint16_t length;    /* entries of the PQ */
	const char *qman;   /* text name of the queue manager, or NULL */
	const char *engine; /* text name of the block WREG reaches, or NULL */
	bool secure_bases;  /* message bases 2 and 3 are programmed */
};

/* A message base as the driver programs it: the address of a register. */
struct tpc_cb_base {
	unsigned index;
	const char *reg;
	bool secure; /* only where the queue has secure_bases */
};

struct tpc_cb_range {
	const char *name;
	const char *doc;
	uint64_t base;
	uint64_t size;
};

struct tpc_cb_cause {
	const char *engine; /* "TPC" */
	unsigned bit;
	const char *name; /* the hardware's name */
	const char *doc;
};

/* Offsets base ... base + size - 1. */
struct tpc_cb_window {
	uint32_t base;
	uint32_t size;
};

/* All tables of a chip. */
struct tpc_cb {
	const char *name;
	uint16_t opcode_lsb; /* of the opcode, from the start of a packet */
	uint16_t opcode_width;
	const struct tpc_cb_packet *packets;
	unsigned num_packets;
	const struct tpc_reg_instances *instances;
	unsigned num_instances;
	const struct tpc_cb_queue *queues;
	unsigned num_queues;
	const struct tpc_cb_base *bases; /* of MSG_SHORT */
	unsigned num_bases;
	const struct tpc_cb_range *ranges; /* ascending, disjoint */
	unsigned num_ranges;
	const struct tpc_cb_cause *causes;
	unsigned num_causes;
	/* Offsets of WREG packets that reach the blocks of a queue. */
	struct tpc_cb_window engine;
	struct tpc_cb_window qman;
};

/* Where a device address lands in the register space. */
struct tpc_reg_ref {
	const struct tpc_reg_instances *instances;
	unsigned instance;	   /* which copy of the block */
	uint32_t offset;	   /* in the block */
	const struct tpc_reg *reg; /* NULL: no such register in the block */
	unsigned index[2];	   /* array indices, from 0 */
};

/* tpc_cb_get() - tables of a chip by name ("gaudi"), NULL if unknown. */
const struct tpc_cb *tpc_cb_get(const char *chip);

/* tpc_cb_packet() - description of an opcode, NULL if there is none. */
const struct tpc_cb_packet *tpc_cb_packet(const struct tpc_cb *cb,
					  unsigned opcode);
/* tpc_cb_packet_name() - as above, the name only. */
const char *tpc_cb_packet_name(const struct tpc_cb *cb, unsigned opcode);

/*
 * tpc_cb_parse() - which packet starts at @buf and how long it is.
 * @size: receives its bytes with payload.
 *
 * Returns 0, -EILSEQ for an opcode without a record, -ENODATA if the packet
 * does not end within @len bytes (@packet is valid then as far as the header
 * was there, NULL otherwise).
 */
int tpc_cb_parse(const struct tpc_cb *cb, const void *buf, size_t len,
		 const struct tpc_cb_packet **packet, size_t *size);

/* tpc_cb_field_get() - value of a field in an encoded packet. */
uint64_t tpc_cb_field_get(const struct tpc_cb_field *field, const void *buf);

/*
 * tpc_reg_at() - finds the block and register of a device address.
 *
 * Returns 0; -ENOENT with ref->reg NULL if the block has no register there or
 * the address is not a multiple of 4; -ENXIO if there is no block.
 */
int tpc_reg_at(const struct tpc_cb *cb, uint64_t address,
	       struct tpc_reg_ref *ref);

/*
 * tpc_reg_name() - text of a register's address, "TPC3_CFG.TPC_EXECUTE".
 *
 * An address without a register gives "TPC3_CFG+0x7f4" inside a block and the
 * plain number elsewhere. Returns 0 if a register has that address, -ENOENT
 * otherwise; @buf is always a string if @size is not 0.
 */
int tpc_reg_name(const struct tpc_cb *cb, uint64_t address, char *buf,
		 size_t size);

/*
 * tpc_reg_find() - device address of a register by its text name.
 * Letters may be in either case. Returns 0 or -ENOENT.
 */
int tpc_reg_find(const struct tpc_cb *cb, const char *name, uint64_t *address);

/* tpc_block_find() - device address of a block ("TPC3_CFG"); 0 or -ENOENT. */
int tpc_block_find(const struct tpc_cb *cb, const char *name,
		   uint64_t *address);

/*
 * tpc_cb_queue() - the engine a queue number belongs to, NULL if none.
 * @stream: receives the stream (may be NULL).
 */
const struct tpc_cb_queue *tpc_cb_queue(const struct tpc_cb *cb, unsigned queue,
					unsigned *stream);

/*
 * tpc_cb_queue_by_name() - the queue of that name ("TPC_3", @len bytes),
 * letters in either case; NULL if there is none.
 */
const struct tpc_cb_queue *tpc_cb_queue_by_name(const struct tpc_cb *cb,
						const char *name, size_t len);

/* tpc_cb_range() - the address range an address lies in, NULL if none. */
const struct tpc_cb_range *tpc_cb_range(const struct tpc_cb *cb,
					uint64_t address);

/*
 * tpc_cb_cause_name() - hardware name of an interrupt cause bit of an engine
 * ("TPC"), NULL if the bit has none.
 */
const char *tpc_cb_cause_name(const struct tpc_cb *cb, const char *engine,
			      unsigned bit);

#ifdef __cplusplus
}
#endif

#endif
