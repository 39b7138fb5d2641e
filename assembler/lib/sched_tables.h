/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Layout of the tables that assembler/gen/schedgen.py makes of the schedule
 * and machine records.
 */
#ifndef TPC_LIB_SCHED_TABLES_H
#define TPC_LIB_SCHED_TABLES_H

#include "tpc/sched.h"

/* Classes of one form under one type and one setting of its switches. */
struct sched_row {
	uint8_t result[TPC_MAX_OPERANDS];
	uint8_t port[TPC_MAX_OPERANDS];
	uint8_t pred;  /* port of a scalar guard */
	uint8_t vpred; /* of a vector guard */
	uint8_t carry;
};

#define SCHED_MAX_SWITCHES 2

/* Row numbers of a form: [type][switches], one type if it takes none. */
struct sched_form {
	uint32_t first; /* into index[] */
	uint8_t num_switches;
	bool typed;
	uint8_t sw[SCHED_MAX_SWITCHES]; /* enum tpc_switch */
};

struct sched_space {
	struct tpc_op_match on;
	uint8_t space; /* enum tpc_memory_space */
};

struct tpc_sched {
	uint8_t cpu;
	uint8_t max_latency;
	uint8_t num_results;
	uint8_t num_ports;
	const uint8_t *matrix;
	const int8_t *port_stages; /* in which port classes read */
	const struct sched_form *forms;
	unsigned num_forms;
	const uint16_t *index;
	const struct sched_row *rows;
	const uint8_t *named;
	const struct tpc_distance_rule *distance;
	unsigned num_distance;
	const struct tpc_bundle_rule *bundle;
	unsigned num_bundle;
	const int *loop;
	const char *const *form_names; /* in the order of forms[] */
	const uint16_t *accumulators;  /* enum tpc_mnemonic */
	unsigned num_accumulators;
	const struct sched_space *spaces;
	unsigned num_spaces;
};

struct sched_machine {
	uint8_t cpu;
	struct tpc_machine machine;
};

/* Generated. */
extern const struct tpc_sched sched_cpus[];
extern const unsigned sched_num_cpus;
extern const struct sched_machine sched_machines[];
extern const unsigned sched_num_machines;
extern const uint8_t sched_memory_types[16];

#endif
