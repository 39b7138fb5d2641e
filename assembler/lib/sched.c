/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Look-ups in the latency and rule tables.
 */
#include <errno.h>
#include <stddef.h>

#include "isa_tables.h"
#include "sched_tables.h"

const struct tpc_sched *tpc_sched_get(enum tpc_cpu cpu)
{
	for (unsigned i = 0; i < sched_num_cpus; i++) {
		if (sched_cpus[i].cpu == cpu)
			return &sched_cpus[i];
	}
	return NULL;
}

const struct tpc_machine *tpc_machine_get(enum tpc_cpu cpu)
{
	for (unsigned i = 0; i < sched_num_machines; i++) {
		if (sched_machines[i].cpu == cpu)
			return &sched_machines[i].machine;
	}
	return NULL;
}

static const struct sched_row *row_of(const struct tpc_sched *sched,
				      const struct tpc_op *op)
{
	const struct sched_form *form = &sched->forms[op->form];
	unsigned at = 0;

	if (form->typed)
		at = op->type < TPC_TYPE_NONE ? op->type : 0;
	for (unsigned i = 0; i < form->num_switches; i++)
		at = 2 * at + (tpc_op_switch(op, form->sw[i]) != 0);
	return &sched->rows[sched->index[form->first + at]];
}

unsigned tpc_sched_result(const struct tpc_sched *sched,
			  const struct tpc_op *op, int operand)
{
	if (op->form >= sched->num_forms || operand < 0 ||
	    operand >= TPC_MAX_OPERANDS)
		return TPC_SCHED_NONE;
	return row_of(sched, op)->result[operand];
}

unsigned tpc_sched_port(const struct tpc_sched *sched, const struct tpc_op *op,
			int operand)
{
	const struct sched_row *row;

	if (op->form >= sched->num_forms || operand >= TPC_MAX_OPERANDS)
		return TPC_SCHED_NONE;
	row = row_of(sched, op);
	if (operand == TPC_SCHED_CARRY)
		return row->carry;
	if (operand == TPC_SCHED_PRED) {
		/* LOAD and VPU have one field for both kinds of guards */
		return op->pred.file == TPC_FILE_VP ? row->vpred : row->pred;
	}
	return operand < 0 ? TPC_SCHED_NONE : row->port[operand];
}

int tpc_sched_read_stage(const struct tpc_sched *sched, unsigned port)
{
	return sched->port_stages[port];
}

unsigned tpc_sched_named(const struct tpc_sched *sched,
			 enum tpc_sched_named_result name)
{
	return sched->named[name];
}

const uint8_t *tpc_sched_matrix(const struct tpc_sched *sched, unsigned *ports)
{
	*ports = sched->num_ports;
	return sched->matrix;
}

unsigned tpc_sched_max_latency(const struct tpc_sched *sched)
{
	return sched->max_latency;
}

int tpc_latency(const struct tpc_isa *isa, const struct tpc_op *producer,
		int result, const struct tpc_op *consumer, int operand)
{
	const struct tpc_sched *sched = tpc_sched_get(isa->cpu);
	unsigned from, to;

	if (!sched)
		return -EINVAL;
	from = tpc_sched_result(sched, producer, result);
	to = tpc_sched_port(sched, consumer, operand);
	if (from == TPC_SCHED_NONE || to == TPC_SCHED_NONE)
		return -EINVAL;
	return sched->matrix[from * sched->num_ports + to];
}

static bool has_mnemonic(const struct tpc_op_match *match, unsigned mnemonic)
{
	for (unsigned i = 0; i < match->num_mnemonics; i++) {
		if (match->mnemonics[i] == mnemonic)
			return true;
	}
	return !match->num_mnemonics;
}

bool tpc_op_matches(const struct tpc_op_match *match, const struct tpc_op *op)
{
	unsigned results = 0, sources = 0;

	if (match->slots && !(match->slots >> op->slot & 1))
		return false;
	if (match->types && !(match->types >> op->type & 1))
		return false;
	if (!has_mnemonic(match, op->mnemonic))
		return false;
	for (unsigned i = 0; i < op->nopnds; i++) {
		const struct tpc_operand *o = &op->opnd[i];

		if (o->flags & TPC_OPND_DEF)
			results |= 1u << o->file;
		else if (!(o->flags & TPC_OPND_IMPLIED) &&
			 (!match->source_fields ||
			  match->source_fields >> o->field & 1))
			sources |= 1u << o->file;
	}
	if ((match->results && !(match->results & results)) ||
	    (match->sources && !(match->sources & sources)))
		return false;
	return !match->num_switches ||
	       (tpc_op_switch(op, match->sw.group) != 0) == match->sw.set;
}

enum tpc_memory_space tpc_sched_space(const struct tpc_sched *sched,
				      const struct tpc_op *op)
{
	for (unsigned i = 0; i < sched->num_spaces; i++) {
		if (tpc_op_matches(&sched->spaces[i].on, op))
			return sched->spaces[i].space;
	}
	return TPC_SPACE_NONE;
}

const struct tpc_distance_rule *
tpc_sched_distance_rules(const struct tpc_sched *sched, unsigned *count)
{
	*count = sched->num_distance;
	return sched->distance;
}

const struct tpc_bundle_rule *
tpc_sched_bundle_rules(const struct tpc_sched *sched, unsigned *count)
{
	*count = sched->num_bundle;
	return sched->bundle;
}

bool tpc_sched_accumulates(const struct tpc_sched *sched,
			   const struct tpc_op *op)
{
	for (unsigned i = 0; i < sched->num_accumulators; i++) {
		if (sched->accumulators[i] == op->mnemonic)
			return true;
	}
	return false;
}

int tpc_sched_loop_rule(const struct tpc_sched *sched,
			enum tpc_sched_loop_rule rule)
{
	return sched->loop[rule];
}

const char *tpc_sched_form_name(const struct tpc_sched *sched, unsigned form)
{
	return form < sched->num_forms ? sched->form_names[form] : NULL;
}

unsigned tpc_memory_type(unsigned code)
{
	return code < 16 ? sched_memory_types[code] : TPC_TYPE_NONE;
}
