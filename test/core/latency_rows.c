/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Rows of a latency table against tpc_latency(). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "latency_rows.h"
#include "tpc/sched.h"

struct spec {
	unsigned slot;
	char mnemonic[40];
	int type; /* -1: none named */
	bool acc_fp32;
	bool x2;
	bool all;
	int operand;	/* -1: accumulator */
	char result[8]; /* file of its own result, empty: any */
};

static const char *const slots[] = {"LOAD", "SPU", "VPU", "STORE"};

static int file_of(const char *name)
{
	static const struct {
		const char *name;
		int file;
	} files[] = {
		{"SRF", TPC_FILE_S},	{"S", TPC_FILE_S},
		{"SRF(Z)", TPC_FILE_S}, {"SPRF", TPC_FILE_SP},
		{"SP", TPC_FILE_SP},	{"VRF", TPC_FILE_V},
		{"V", TPC_FILE_V},	{"VRF(D)", TPC_FILE_V},
		{"D", TPC_FILE_V},	{"VRF(A)", TPC_FILE_V},
		{"A", TPC_FILE_V},	{"VPRF", TPC_FILE_VP},
		{"VP", TPC_FILE_VP},	{"IRF", TPC_FILE_I},
		{"I", TPC_FILE_I},	{"ADRF", TPC_FILE_AD},
		{"AD", TPC_FILE_AD},
	};

	for (unsigned i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		if (!strcmp(files[i].name, name))
			return files[i].file;
	}
	return -1;
}

static int single(int file)
{
	switch (file) {
	case TPC_FILE_Z:
		return TPC_FILE_S;
	case TPC_FILE_D:
	case TPC_FILE_A:
		return TPC_FILE_V;
	default:
		return file;
	}
}

static int type_by_name(const char *name)
{
	for (unsigned t = TPC_TYPE_F32; t <= TPC_TYPE_F8_143; t++) {
		if (!strcasecmp(tpc_type_name(t), name))
			return (int)t;
	}
	return -1;
}

static bool parse(const char *text, struct spec *s)
{
	char buf[128], *p, *part, *end;

	memset(s, 0, sizeof(*s));
	s->type = -1;
	snprintf(buf, sizeof(buf), "%s", text);
	p = strchr(buf, '>');
	if (p) {
		snprintf(s->result, sizeof(s->result), "%s", p + 1);
		*p = 0;
	}
	p = strchr(buf, '[');
	if (p) {
		s->operand = p[1] == 'a' ? -1 : atoi(p + 1);
		*p = 0;
	}
	p = strchr(buf, ':');
	if (!p)
		return false;
	*p++ = 0;
	while (s->slot < 4 && strcmp(slots[s->slot], buf))
		s->slot++;
	part = strtok_r(p, ".", &end);
	snprintf(s->mnemonic, sizeof(s->mnemonic), "%s", part);
	while ((part = strtok_r(NULL, ".", &end))) {
		if (!strcmp(part, "acc_fp32"))
			s->acc_fp32 = true;
		else if (!strcmp(part, "x2"))
			s->x2 = true;
		else if (!strcmp(part, "all"))
			s->all = true;
		else
			s->type = type_by_name(part);
	}
	return s->slot < 4;
}

/* Every file that an operand class of a form may name, by its class name. */
static bool operand_has(const struct tpc_form *form, unsigned i, int file)
{
	static const struct {
		unsigned opclass;
		int file;
	} map[] = {
		{TPC_OPC_SRF, TPC_FILE_S},
		{TPC_OPC_SRFSRC, TPC_FILE_S},
		{TPC_OPC_ZRF, TPC_FILE_S},
		{TPC_OPC_SPRF, TPC_FILE_SP},
		{TPC_OPC_VRF, TPC_FILE_V},
		{TPC_OPC_VRFSRC, TPC_FILE_V},
		{TPC_OPC_DRF, TPC_FILE_V},
		{TPC_OPC_ARF, TPC_FILE_V},
		{TPC_OPC_VPRF, TPC_FILE_VP},
		{TPC_OPC_IRF, TPC_FILE_I},
		{TPC_OPC_ADRF, TPC_FILE_AD},
		{TPC_OPC_TNSRREGLD, TPC_FILE_S},
		{TPC_OPC_TNSRREGST, TPC_FILE_S},
		{TPC_OPC_RMWREG, TPC_FILE_S},
		{TPC_OPC_OFFSSIZEREGLD, TPC_FILE_S},
		{TPC_OPC_OFFSSIZEREGST, TPC_FILE_S},
	};

	for (unsigned k = 0; k < sizeof(map) / sizeof(map[0]); k++) {
		if (map[k].opclass == form->opnd[i].opclass)
			return map[k].file == single(file);
	}
	return false;
}

static int def_operand(const struct tpc_form *form)
{
	for (unsigned i = 0; i < form->nopnds; i++) {
		if (form->opnd[i].flags & TPC_OPND_DEF)
			return (int)i;
	}
	return -1;
}

/* An operation of this form; false if the form cannot be what is asked. */
static bool make_op(const struct tpc_isa *isa, unsigned n, const struct spec *s,
		    struct tpc_op *op)
{
	const struct tpc_form *form = tpc_isa_form(isa, n);
	int def = def_operand(form);

	if (form->slot != s->slot ||
	    strcasecmp(tpc_mnemonic_name(form->mnemonic), s->mnemonic))
		return false;
	/* what goes to a hardware register is no result of the records */
	if (*s->result && !strcmp(s->result, "HW")) {
		if (def >= 0)
			return false;
	} else if (*s->result && (def < 0 || !operand_has(form, (unsigned)def,
							  file_of(s->result))))
		return false;
	memset(op, 0, sizeof(*op));
	op->form = n;
	op->mnemonic = form->mnemonic;
	op->slot = form->slot;
	op->nopnds = form->nopnds;
	op->type = TPC_TYPE_NONE;
	if (s->type >= 0 && form->types) {
		if (!(form->types >> s->type & 1))
			return false;
		op->type = s->type;
	} else if (form->types) {
		op->type = TPC_TYPE_I32;
	}
	for (unsigned i = 0; i < form->nopnds; i++)
		op->opnd[i].flags = form->opnd[i].flags;
	/* the switch's place is the records' business: try the values */
	for (unsigned v = 0; v < 256; v++) {
		op->raw[TPC_F_SW] = v;
		if (!!tpc_op_switch(op, TPC_SW_ACC_FP32) == s->acc_fp32 &&
		    !!tpc_op_switch(op, TPC_SW_X2) == s->x2)
			return true;
	}
	return false;
}

/* Operand number of the table (commas) to index in opnd[]; -2 no match. */
static int operand_index(const struct tpc_op *op, const struct tpc_form *form,
			 const struct spec *s, int file)
{
	int def = def_operand(form);
	int first = def == 1 ? 1 : 0; /* "b00001 I4", "2 S1" are one item */
	int n = s->operand;

	if (s->operand < 0)
		return def >= 0 && operand_has(form, (unsigned)def, file) ? def
									  : -3;
	/* index forms print the mask with the destination or by itself */
	n += first;
	if (n < form->nopnds)
		return operand_has(form, (unsigned)n, file) ? n : -3;
	(void)op;
	return file == TPC_FILE_SP || file == TPC_FILE_VP ? TPC_SCHED_PRED : -3;
}

static int pair_latency(const struct tpc_isa *isa, const struct spec *from,
			const struct spec *to, int file)
{
	struct tpc_op producer, consumer;

	for (unsigned i = 0; i < tpc_isa_num_forms(isa); i++) {
		const struct tpc_form *pf = tpc_isa_form(isa, i);
		int def = def_operand(pf);

		if (def < 0 || !operand_has(pf, (unsigned)def, file) ||
		    !make_op(isa, i, from, &producer))
			continue;
		for (unsigned j = 0; j < tpc_isa_num_forms(isa); j++) {
			const struct tpc_form *cf = tpc_isa_form(isa, j);
			int operand, latency;

			if (!make_op(isa, j, to, &consumer))
				continue;
			operand = operand_index(&consumer, cf, to, file);
			if (operand < TPC_SCHED_PRED)
				continue;
			consumer.pred.file = file;
			latency = tpc_latency(isa, &producer, def, &consumer,
					      operand);
			if (latency > 0)
				return latency;
		}
	}
	return 0;
}

void latency_pair(const struct tpc_isa *isa, const char *producer,
		  const char *file, const char *consumer, int want, bool bound,
		  struct latency_count *count)
{
	struct spec from, to;
	int got;

	if (!parse(producer, &from) || !parse(consumer, &to) ||
	    file_of(file) < 0) {
		printf("cannot read %s %s %s\n", producer, file, consumer);
		count->wrong++;
		return;
	}
	got = pair_latency(isa, &from, &to, file_of(file));
	if (!got) {
		printf("no such pair: %s (%s) to %s\n", producer, file,
		       consumer);
		count->unmatched++;
		return;
	}
	count->pairs++;
	if (bound ? got <= want : got == want)
		return;
	printf("%s (%s) to %s: %d, table %s%d\n", producer, file, consumer, got,
	       bound ? "<=" : "", want);
	count->wrong++;
}
