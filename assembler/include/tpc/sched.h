/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Latencies and scheduling rules of the exposed pipeline, and the sizes and
 * control words of a generation.
 *
 * Everything here comes from the records in llvm-target/TPCSchedule.td and
 * TPCMachine.td, which name their sources and how certain each figure is; both
 * describe what the public compiler assumes of the hardware.
 *
 * A result belongs to a result class, an operand to a port class, and the
 * latency of a pair is a matter of the two classes alone. All functions are
 * pure and thread-safe; results are static and never freed.
 */
#ifndef TPC_SCHED_H
#define TPC_SCHED_H

#include <stdbool.h>
#include <stdint.h>

#include "tpc/isa.h"
#include "tpc/machine_gen.h"
#include "tpc/sched_gen.h"

#ifdef __cplusplus
extern "C" {
#endif

struct tpc_sched;

/* Operands that are not in the text: the guard, the carry flag. */
#define TPC_SCHED_PRED	(-1)
#define TPC_SCHED_CARRY (-2)

/* No such result or operand. */
#define TPC_SCHED_NONE 0xff

/* tpc_sched_get() - tables of a generation, NULL if its records are missing. */
const struct tpc_sched *tpc_sched_get(enum tpc_cpu cpu);
/* tpc_machine_get() - sizes of a generation, NULL likewise. */
const struct tpc_machine *tpc_machine_get(enum tpc_cpu cpu);

/*
 * tpc_sched_result() - result class of an operand that @op writes.
 * tpc_sched_port() - port class of an operand that @op reads.
 * @operand: index in op->opnd; TPC_SCHED_PRED or TPC_SCHED_CARRY for ports. A
 *           written operand names the accumulator port, the old value of the
 *           destination, whether @op reads it or not.
 *
 * TPC_SCHED_NONE if the operand is an immediate or not of that kind.
 */
unsigned tpc_sched_result(const struct tpc_sched *sched,
			  const struct tpc_op *op, int operand);
unsigned tpc_sched_port(const struct tpc_sched *sched, const struct tpc_op *op,
			int operand);

/* tpc_sched_read_stage() - the stage in which a port class reads. */
int tpc_sched_read_stage(const struct tpc_sched *sched, unsigned port);

/* tpc_sched_named() - class of a result without an operand. */
unsigned tpc_sched_named(const struct tpc_sched *sched,
			 enum tpc_sched_named_result name);

/*
 * tpc_sched_matrix() - all latencies: [result class * *ports + port class].
 * tpc_sched_max_latency() - largest of them.
 */
const uint8_t *tpc_sched_matrix(const struct tpc_sched *sched, unsigned *ports);
unsigned tpc_sched_max_latency(const struct tpc_sched *sched);

/*
 * tpc_latency() - bundles from a producer to a consumer that sees its result.
 * @result: operand of @producer that it writes.
 * @operand: operand of @consumer as in tpc_sched_port().
 *
 * Adjacent bundles have distance 1. Says nothing about registers: the caller
 * has checked that the two name the same one. Returns -EINVAL if the
 * generation has no records or one of the operands is not of that kind.
 */
int tpc_latency(const struct tpc_isa *isa, const struct tpc_op *producer,
		int result, const struct tpc_op *consumer, int operand);

/*
 * tpc_sched_form_name() - record name of a form in these tables, NULL behind
 * the last one: the same as tpc_isa_form() gives, or the tables do not fit.
 */
const char *tpc_sched_form_name(const struct tpc_sched *sched, unsigned form);

/* --- rules that software keeps ------------------------------------------- */

/* Which operations a rule speaks of. Zero members do not restrict. */
struct tpc_op_match {
	uint8_t slots;		/* bit set over enum tpc_slot */
	uint32_t types;		/* bit set over enum tpc_type */
	uint16_t results;	/* bit set over enum tpc_file */
	uint16_t sources;	/* one source at least lies in these files */
	uint32_t source_fields; /* and in these fields: over enum tpc_field */
	const uint16_t *mnemonics; /* enum tpc_mnemonic */
	uint16_t num_mnemonics;
	uint8_t num_switches; /* 1: a switch that is set or clear */
	struct {
		uint8_t group; /* enum tpc_switch */
		bool set;
	} sw;
};

bool tpc_op_matches(const struct tpc_op_match *match, const struct tpc_op *op);

enum tpc_rule_relation {
	TPC_RULE_NONE,
	TPC_RULE_SAME_DEST,    /* both write the same register */
	TPC_RULE_USES_SRCD,    /* the second one uses the field SrcD */
	TPC_RULE_MMIO,	       /* the first one stores to a named register */
	TPC_RULE_FALL_THROUGH, /* the first one is a jump not taken */
	TPC_RULE_DELAY_SLOT,   /* the first one is right behind a LOOP */
};

/* The second operation stays away from the first one. */
struct tpc_distance_rule {
	const char *record; /* name of the TableGen record */
	const char *name;   /* a sentence */
	struct tpc_op_match first;
	struct tpc_op_match second;
	uint8_t min;	       /* smallest legal distance */
	int8_t not_exactly;    /* a distance that is illegal, -1: none */
	uint8_t relation;      /* enum tpc_rule_relation */
	const char *registers; /* of TPC_RULE_MMIO, in the register block */
};

/* The two may not stand in one bundle. */
struct tpc_bundle_rule {
	const char *record;
	const char *name;
	struct tpc_op_match a;
	struct tpc_op_match b;
};

const struct tpc_distance_rule *
tpc_sched_distance_rules(const struct tpc_sched *sched, unsigned *count);
const struct tpc_bundle_rule *
tpc_sched_bundle_rules(const struct tpc_sched *sched, unsigned *count);
/* tpc_sched_space() - the memory that an operation accesses, or NONE. */
enum tpc_memory_space tpc_sched_space(const struct tpc_sched *sched,
				      const struct tpc_op *op);
/* tpc_sched_accumulates() - whether an operation reads the old value of its
 * destination, beyond merging into it. */
bool tpc_sched_accumulates(const struct tpc_sched *sched,
			   const struct tpc_op *op);
/* tpc_sched_loop_rule() - the number that a rule on loops or ends gives. */
int tpc_sched_loop_rule(const struct tpc_sched *sched,
			enum tpc_sched_loop_rule rule);

/* --- words and codes ---------------------------------------------------------
 */

static inline uint32_t tpc_word_field(uint32_t word, struct tpc_word_field f)
{
	return word >> f.lsb & (((uint32_t)1 << f.width) - 1);
}

/* tpc_memory_type() - enum tpc_type of a descriptor's data type code;
 * TPC_TYPE_NONE if there is none. */
unsigned tpc_memory_type(unsigned code);

#ifdef __cplusplus
}
#endif

#endif
