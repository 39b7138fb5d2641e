// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * The tables against the recorded inventory of the reference assembler: every
 * mnemonic has its opcode, every operand form, data type and switch is taken.
 */
#include "tpc/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MAX_PARTS 80

static const char *vector_dir;

struct inventory {
	const char *slot, *mnemonic, *opcodes;
	char *types[MAX_PARTS], *forms[MAX_PARTS], *switches[MAX_PARTS * 2];
	unsigned num_types, num_forms, num_switches;
};

static unsigned split(char *text, const char *sep, char **parts, unsigned max)
{
	unsigned n = 0;
	char *save, *part;

	if (!strcmp(text, "-"))
		return 0;
	for (part = strtok_r(text, sep, &save); part;
	     part = strtok_r(NULL, sep, &save)) {
		assert_true(n < max);
		parts[n++] = part;
	}
	return n;
}

/* Columns: cpu, slot, mnemonic, opcodes, types, forms, switches. */
static bool read_row(char *line, const char *cpu, struct inventory *inv)
{
	char *col[7];
	unsigned i;

	for (i = 0; i < 7; i++) {
		col[i] = line;
		line = line ? strchr(line, '\t') : NULL;
		if (line)
			*line++ = 0;
	}
	if (!col[6] || strcmp(col[0], cpu))
		return false;
	inv->slot = col[1];
	inv->mnemonic = col[2];
	inv->opcodes = col[3];
	inv->num_types = split(col[4], ",", inv->types, MAX_PARTS);
	inv->num_forms = split(col[5], ";", inv->forms, MAX_PARTS);
	inv->num_switches = split(col[6], ",", inv->switches, MAX_PARTS * 2);
	return true;
}

static const struct {
	const char *cls, *text;
} samples[] = {
	{"VRF", "V4"},
	{"SRF", "S4"},
	{"SPRF", "SP5"},
	{"VPRF", "VP5"},
	{"IRF", "I6"},
	{"MRF", "M2"},
	{"ADRF", "AD1"},
	{"ZRF", "Z2"},
	{"DRF", "D4"},
	{"ARF", "A8"},
	{"MEMrr", "S4, S6"},
	{"MEMri", "0x1234, S6"},
	{"imm32", "0x1234"},
	{"imm8", "7"},
	{"i8imm", "1"},
	{"i32imm", "1"},
	{"DimMask", "b00110"},
	{"TnsrRegLd", "S27"},
	{"TnsrRegSt", "S28"},
	{"RMWReg", "S29"},
	{"HWRMWReg", "ST_RMW_REG"},
	{"OffsSizeRegLd", "S30"},
	{"OffsSizeRegSt", "S31"},
	{"HWTnsrRegLd", "LD_TNSR_ID_REG"},
	{"HWTnsrRegSt", "ST_TNSR_ID_REG"},
	{"HWOffsSizeRegLd", "LD_PARTIAL_REG"},
	{"HWOffsSizeRegSt", "ST_PARTIAL_REG"},
	{"HWZPReg", "ZP_REG"},
	{"HWSqzCntr", "SQZ_CNTR3"},
	{"HWDivStep", "DIV_STEP"},
	{"HSPRF", "S_CARRY"},
	{"HVPRF", "V_CARRY"},
	{"HSRFPriorDoron1", "PC"},
	{"HVRFPriorDoron1", "ZP_REG"},
	{"brtarget", ".+64"},
	{"LoopStartImm", "5"},
	{"LoopBoundaryImm", "6"},
	{"LoopStepImm", "7"},
	{"Comparison", "<="},
	{"SPred", "SP3"},
	{"VPred", "VP3"},
};

static const char *sample_of(const char *cls, size_t len)
{
	size_t i;

	for (i = 0; i < sizeof(samples) / sizeof(*samples); i++)
		if (strlen(samples[i].cls) == len &&
		    !strncmp(samples[i].cls, cls, len))
			return samples[i].text;
	fail_msg("operand class %.*s is not known", (int)len, cls);
	return NULL;
}

/* "dest:VRF op:SRF pred:SPred" as " V4, S4, SP3". */
static void form_text(const char *form, bool special, char *out)
{
	bool first = true, blank = true;
	const char *cls;
	size_t len;

	*out = 0;
	for (form += strspn(form, " "); *form;
	     form += strspn(form, " "), first = false) {
		len = strcspn(form, " ");
		cls = memchr(form, ':', len);
		assert_non_null(cls);
		strcat(out, blank ? " " : ", ");
		cls++;
		strcat(out, sample_of(cls, len - (cls - form)));
		/* These stand before the operands proper, without a comma. */
		blank = first && !special &&
			(!strncmp(form, "mask:", 5) ||
			 !strncmp(form, "dimmask:", 8) ||
			 !strncmp(form, "zp:", 3) ||
			 !strncmp(form, "flavor:", 7) ||
			 !strncmp(form, "dim:", 4) ||
			 !strncmp(form, "step:", 5));
		form += len;
	}
}

static int slot_of(const char *slot)
{
	static const char *const names[] = {"load", "scalar", "vector",
					    "store"};
	int i;

	for (i = 0; i < TPC_NUM_SLOTS; i++)
		if (!strcmp(slot, names[i]))
			return i;
	return -1;
}

/* Parses one operation; returns its form or NULL. */
static const struct tpc_form *parse_op(const struct tpc_isa *isa, int slot,
				       const char *op)
{
	struct tpc_parser p = {.isa = isa};
	struct tpc_bundle bundle;
	char text[512];
	int i;

	text[0] = 0;
	for (i = 0; i < slot; i++)
		strcat(text, "nop; ");
	strcat(text, op);
	if (tpc_parse_bundle(&p, text, strlen(text), 1, &bundle))
		return NULL;
	i = slot < 0 ? TPC_SLOT_SPU : slot;
	return tpc_isa_form(isa, bundle.op[i].form);
}

/* Tries a form with a type and a switch; either may be NULL. */
static const struct tpc_form *try(const struct tpc_isa *isa,
				  const struct inventory *inv, const char *form,
				  const char *type, const char *sw)
{
	int slot = slot_of(inv->slot);
	char operands[256], op[400];

	form_text(form ? form : "", slot < 0, operands);
	snprintf(op, sizeof(op), "%s%s%s%s%s%s", inv->mnemonic, type ? "." : "",
		 type ? type : "", sw ? " " : "", sw ? sw : "", operands);
	return parse_op(isa, slot, op);
}

static const struct tpc_form *any_type(const struct tpc_isa *isa,
				       const struct inventory *inv,
				       const char *form, const char *sw)
{
	const struct tpc_form *found = try(isa, inv, form, NULL, sw);
	unsigned i;

	for (i = 0; i < inv->num_types && !found; i++)
		found = try(isa, inv, form, inv->types[i], sw);
	return found;
}

static unsigned check_forms(const struct tpc_isa *isa,
			    const struct inventory *inv)
{
	const struct tpc_form *found;
	unsigned i, k, missing = 0;

	for (i = 0; i < inv->num_forms || !i; i++) {
		const char *form = inv->num_forms ? inv->forms[i] : NULL;

		found = any_type(isa, inv, form, NULL);
		/* Some operands need a switch. */
		for (k = 0; !found && k < inv->num_switches; k++)
			found = any_type(isa, inv, form, inv->switches[k]);
		if (found && found->opcode == (unsigned)atoi(inv->opcodes))
			continue;
		print_error("%s %s: form %s: %s\n", inv->slot, inv->mnemonic,
			    form ? form : "without operands",
			    found ? "other opcode" : "refused");
		missing++;
	}
	return missing;
}

/* Some types exist with a switch only. */
static bool has_type(const struct tpc_isa *isa, const struct inventory *inv,
		     const char *form, const char *type)
{
	unsigned i;

	for (i = 0; i < inv->num_switches; i++)
		if (try(isa, inv, form, type, inv->switches[i]))
			return true;
	return try(isa, inv, form, type, NULL);
}

static unsigned check_types(const struct tpc_isa *isa,
			    const struct inventory *inv)
{
	unsigned i, k, missing = 0;

	for (k = 0; k < inv->num_types; k++) {
		for (i = 0; i < inv->num_forms; i++)
			if (has_type(isa, inv, inv->forms[i], inv->types[k]))
				break;
		if (i < inv->num_forms)
			continue;
		print_error("%s %s: type %s is refused\n", inv->slot,
			    inv->mnemonic, inv->types[k]);
		missing++;
	}
	return missing;
}

static unsigned check_switches(const struct tpc_isa *isa,
			       const struct inventory *inv)
{
	unsigned i, k, missing = 0;

	for (k = 0; k < inv->num_switches; k++) {
		for (i = 0; i < inv->num_forms; i++)
			if (any_type(isa, inv, inv->forms[i], inv->switches[k]))
				break;
		/* The list gives those of MOV to its namesakes, too. */
		if (i < inv->num_forms || (!strncmp(inv->mnemonic, "mov.", 4) &&
					   !strcmp(inv->switches[k], "x2")))
			continue;
		print_error("%s %s: switch %s is refused\n", inv->slot,
			    inv->mnemonic, inv->switches[k]);
		missing++;
	}
	return missing;
}

static void tables_cover_the_inventory(void **cpu)
{
	const struct tpc_isa *isa = tpc_isa_get(tpc_cpu_by_name(*cpu));
	unsigned rows = 0, missing = 0, forms = 0;
	struct inventory inv;
	char path[4096], *line = NULL;
	size_t size = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s/inventory.tsv", vector_dir);
	f = fopen(path, "r");
	if (!f) {
		print_message("skipped: no %s\n", path);
		skip();
	}
	while (getline(&line, &size, f) > 0) {
		line[strcspn(line, "\n")] = 0;
		if (!read_row(line, *cpu, &inv))
			continue;
		rows++;
		forms += inv.num_forms;
		missing += check_forms(isa, &inv);
		missing += check_types(isa, &inv);
		missing += check_switches(isa, &inv);
	}
	free(line);
	fclose(f);
	print_message("%u mnemonics, %u forms, %u missing\n", rows, forms,
		      missing);
	assert_int_equal(missing, 0);
	assert_true(rows > 100);
}

static void processor_names_are_known(void **unused)
{
	assert_int_equal(tpc_cpu_by_name("gaudi"), TPC_CPU_GAUDI);
	assert_int_equal(tpc_cpu_by_name("GAUDI"), TPC_CPU_GAUDI);
	assert_true(tpc_cpu_by_name("gaudi9") < 0);
	assert_string_equal(tpc_cpu_name(TPC_CPU_GAUDI), "gaudi");
	assert_null(tpc_isa_get(999));
	assert_int_equal(tpc_cpu_by_march(tpc_cpu_march(TPC_CPU_GAUDI)),
			 TPC_CPU_GAUDI);
	assert_true(tpc_cpu_by_march(999) < 0);
}

static void switches_are_read_where_they_lie(void **unused)
{
	static const struct {
		const char *text;
		enum tpc_slot slot;
		enum tpc_switch sw;
		unsigned value;
	} cases[] = {
		{"nop; add.i32.st S1, S2, S3", TPC_SLOT_SPU, TPC_SW_SAT, 1},
		{"nop; add.i32 S1, S2, S3", TPC_SLOT_SPU, TPC_SW_SAT, 0},
		{"nop; add.i32 S1, S2, S3", TPC_SLOT_SPU, TPC_SW_MMIO, 0},
		{"nop; ash.i32 S1, S2, S3", TPC_SLOT_SPU, TPC_SW_SAT, 1},
		{"ld_l mmio S1, S2", TPC_SLOT_LOAD, TPC_SW_MMIO, 1},
		{"ld_tnsr V1, 2, I3, S30", TPC_SLOT_LOAD, TPC_SW_PARTIAL, 1},
		{"ld_tnsr V1, S27, I3", TPC_SLOT_LOAD, TPC_SW_TNSR_REG, 1},
		{"nop; nop; convert.f32.int16 rz lane_sel=2 V1, V2",
		 TPC_SLOT_VPU, TPC_SW_TARGET_TYPE, TPC_TYPE_I16},
		{"nop; nop; convert.f32.int16 rz lane_sel=2 V1, V2",
		 TPC_SLOT_VPU, TPC_SW_LANE_SEL, 2},
		{"nop; nop; convert.f32 V1, V2", TPC_SLOT_VPU, TPC_SW_RM, 5},
		{"nop; nop; convert.f32.bf16 V1, V2", TPC_SLOT_VPU,
		 TPC_SW_NUM_LANES, 1},
		{"nop; nop; convert.f32.bf16 all_lanes V1, V2", TPC_SLOT_VPU,
		 TPC_SW_NUM_LANES, 0},
		{"nop; convert_int32 to_16 sr S1, S2, S3", TPC_SLOT_SPU,
		 TPC_SW_TO_WIDTH, 1},
		{"nop; convert_int32 to_16 sr S1, S2, S3", TPC_SLOT_SPU,
		 TPC_SW_RM, 4},
		{"nop; nop; mac.bf16 acc_fp32 V2, V3, V4", TPC_SLOT_VPU,
		 TPC_SW_ACC_FP32, 1},
		{"nop; nop; mac.bf16 V2, V3, V4", TPC_SLOT_VPU, TPC_SW_ACC_FP32,
		 0},
		{"nop; nop; form_fp_num.f32 sign_lsb V1, V2, V3, V4",
		 TPC_SLOT_VPU, TPC_SW_SIGN_LSB, 1},
		{"nop; nop; mov_dg.all sdg2=3 weg1=2 V1, V2, 0xff",
		 TPC_SLOT_VPU, TPC_SW_SDG2, 3},
		{"nop; nop; mov_dg.all sdg2=3 weg1=2 V1, V2, 0xff",
		 TPC_SLOT_VPU, TPC_SW_WEG1, 2},
		{"nop; nop; nop; aso vpu", TPC_SLOT_STORE, TPC_SW_VPU, 1},
		{"nop; nop; nop; st_tnsr rmw_sel 1, I2, V3", TPC_SLOT_STORE,
		 TPC_SW_RMW_SEL, 1},
	};
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_parser p = {.isa = isa};
	struct tpc_bundle bundle;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(tpc_parse_bundle(&p, cases[i].text,
						  strlen(cases[i].text), 1,
						  &bundle),
				 0);
		if (tpc_op_switch(&bundle.op[cases[i].slot], cases[i].sw) !=
		    cases[i].value)
			fail_msg("switch %u of %s", cases[i].sw, cases[i].text);
	}
}

static void operands_say_what_they_are(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	const char *text = "ld_tnsr VP3, S27, I4, S30, !VP7; add.i32 b00101 "
			   "I5, 0x10, I6, SP2; mac.i16 D8, V_LANE_ID_16, S3";
	struct tpc_parser p = {.isa = isa};
	const struct tpc_op *op;
	struct tpc_bundle b;

	assert_int_equal(tpc_parse_bundle(&p, text, strlen(text), 1, &b), 0);
	op = &b.op[TPC_SLOT_LOAD];
	assert_int_equal(op->mnemonic, TPC_MN_LD_TNSR);
	assert_int_equal(op->nopnds, 4);
	assert_int_equal(op->opnd[0].file, TPC_FILE_VP);
	assert_int_equal(op->opnd[0].index, 3);
	assert_int_equal(op->opnd[0].flags, TPC_OPND_DEF);
	assert_true(op->opnd[1].flags & TPC_OPND_IMPLIED);
	assert_int_equal(op->opnd[1].index, 27);
	assert_int_equal(op->opnd[3].index, 30);
	assert_int_equal(op->pred.file, TPC_FILE_VP);
	assert_int_equal(op->pred.index, 7);
	assert_true(op->pred.invert);
	op = &b.op[TPC_SLOT_SPU];
	assert_int_equal(op->type, TPC_TYPE_I32);
	assert_true(op->opnd[0].flags & TPC_OPND_DIMMASK);
	assert_int_equal(op->opnd[0].imm, 5);
	assert_int_equal(op->opnd[1].file, TPC_FILE_I);
	assert_int_equal(op->opnd[1].flags, TPC_OPND_DEF | TPC_OPND_USE);
	assert_int_equal(op->opnd[2].file, TPC_FILE_IMM);
	assert_int_equal(op->opnd[2].imm, 16);
	assert_true(op->opnd[2].flags & TPC_OPND_IMM32);
	op = &b.op[TPC_SLOT_VPU];
	assert_int_equal(op->opnd[0].file, TPC_FILE_D);
	assert_int_equal(op->opnd[0].index, 8);
	assert_int_equal(op->opnd[1].file, TPC_FILE_V_SPECIAL);
	assert_int_equal(op->opnd[1].index, TPC_V_LANE_ID_16);
	assert_int_equal(op->pred.file, TPC_FILE_SP);
	assert_int_equal(op->pred.index, 0);
	assert_int_equal(b.op[TPC_SLOT_STORE].mnemonic, TPC_MN_NOP);
}

static void numbers_have_the_bits_of_their_type(void **unused)
{
	/* "|" binds closer than "-", as in other assemblers. */
	static const struct {
		const char *text;
		uint32_t bits;
	} cases[] = {
		{"1.0", 0x3f800000},	  {"-2.25", 0xc0100000},
		{"0.25f", 0x3e800000},	  {"-1.5bf", 0xbfc0},
		{"2.0h", 0x4000},	  {"bf16_1.0", 0x3f80},
		{"f32_1.0", 0x3f800000},  {"i16_-3", 0xfffffffd},
		{"u32_x1f", 0x1f},	  {"12u", 12},
		{"65504.0h", 0x7bff},	  {"65520.0h", 0x7c00},
		{"0.000061h", 0x03ff},	  {"0.00000006h", 0x0001},
		{"0.00000002h", 0x0000},  {"1.00390625bf", 0x3f80},
		{"1.01171875bf", 0x3f82}, {"3.5e38bf", 0x7f80},
		{"0.1", 0x3dcccccd},	  {"-0.0", 0x80000000},
		{"1.5e2", 0x43160000},	  {"(1 + 2) << 4", 0x30},
		{"-1", 0xffffffff},	  {"~0xff", 0xffffff00},
		{"7 * 6 - 2 | 1", 39},	  {"0xFF & 0x3c", 0x3c},
	};
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_parser p = {.isa = isa};
	struct tpc_bundle bundle;
	char text[80];
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		snprintf(text, sizeof(text), "nop; mov.i32 S1, %s",
			 cases[i].text);
		assert_int_equal(
			tpc_parse_bundle(&p, text, strlen(text), 1, &bundle),
			0);
		if (bundle.op[TPC_SLOT_SPU].opnd[1].imm != cases[i].bits)
			fail_msg("%s: 0x%x", cases[i].text,
				 bundle.op[TPC_SLOT_SPU].opnd[1].imm);
	}
}

static int symbol_value(void *ctx, const char *name, size_t len,
			struct tpc_value *value)
{
	if (len != 5 || memcmp(name, "there", 5))
		return -1;
	*value = (struct tpc_value){.num = 0x100, .labels = 1};
	return 0;
}

static const char *label_name(void *ctx, uint32_t addr)
{
	return addr == 0x100 ? "there" : NULL;
}

static void targets_are_distances_and_print_as_labels(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	static const struct {
		const char *text, *plain, *labelled;
		uint32_t pc;
	} cases[] = {
		{"nop; jmpr there, !SP1", "nop; jmpr .+0xc0, !SP1; nop; nop",
		 "nop; jmpr there, !SP1; nop; nop", 0x40},
		{"nop; jmpr there", "nop; jmpr .-0x40; nop; nop",
		 "nop; jmpr there; nop; nop", 0x140},
		{"loop 0, S1, 1, <, there", "loop 0, S1, 1, <, .+0xc0",
		 "loop 0, S1, 1, <, there", 0x40},
		{"loop 0, S1, -1, >=, there - 0x20, 1, SP2",
		 "loop 0, S1, 4294967295, >=, .+0xa0, 0x1, SP2",
		 "loop 0, S1, 4294967295, >=, .+0xa0, 0x1, SP2", 0x40},
	};
	char text[TPC_BUNDLE_TEXT_MAX];
	struct tpc_bundle bundle;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct tpc_parser p = {
			.isa = isa,
			.pc = cases[i].pc,
			.resolve = symbol_value,
		};
		struct tpc_printer pr = {.isa = isa, .pc = cases[i].pc};

		assert_int_equal(tpc_parse_bundle(&p, cases[i].text,
						  strlen(cases[i].text), 1,
						  &bundle),
				 0);
		tpc_print_bundle(&pr, &bundle, text, sizeof(text));
		assert_string_equal(text, cases[i].plain);
		pr.label = label_name;
		tpc_print_bundle(&pr, &bundle, text, sizeof(text));
		assert_string_equal(text, cases[i].labelled);
	}
}

static void printing_is_cut_like_snprintf(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_printer p = {.isa = isa};
	struct tpc_bundle bundle;
	char text[32];

	tpc_bundle_init(isa, &bundle);
	memset(text, 'x', sizeof(text));
	assert_int_equal(tpc_print_bundle(&p, &bundle, text, 8), 18);
	assert_string_equal(text, "nop; no");
	assert_int_equal(text[8], 'x');
	assert_int_equal(tpc_print_bundle(&p, &bundle, NULL, 0), 18);
}

int main(int argc, char **argv)
{
#define COVERS(cpu)                                                         \
	{"tables cover the inventory of " #cpu, tables_cover_the_inventory, \
	 NULL, NULL, #cpu}
	const struct CMUnitTest tests[] = {
		COVERS(goya),
		COVERS(gaudi),
		COVERS(gaudib),
		COVERS(greco),
		COVERS(gaudi2),
		cmocka_unit_test(processor_names_are_known),
		cmocka_unit_test(switches_are_read_where_they_lie),
		cmocka_unit_test(operands_say_what_they_are),
		cmocka_unit_test(numbers_have_the_bits_of_their_type),
		cmocka_unit_test(targets_are_distances_and_print_as_labels),
		cmocka_unit_test(printing_is_cut_like_snprintf),
	};

	if (argc != 2) {
		fprintf(stderr, "usage: %s VECTORS\n", argv[0]);
		return 2;
	}
	vector_dir = argv[1];
	return cmocka_run_group_tests_name("isa_tables", tests, NULL, NULL);
}
