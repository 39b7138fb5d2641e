// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Bad text is refused at the right column with a message that says what would
 * be legal; bundles that cannot be encoded are refused with both parties named.
 */
#include "tpc/text.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct bad_text {
	unsigned col;
	const char *text;
	const char *message; /* part of it */
};

static const struct bad_text bad_texts[] = {
	/* mnemonics and suffixes */
	{6, "nop; frob S1, S2", "unknown instruction 'frob'"},
	{1, "add.f32 S0, S1, S2", "no operation of the LOAD slot, but of: SPU"},
	{1, "@", "expected an instruction"},
	{10, "nop; add.f99 S0, S1, S2", "neither a data type nor a switch"},
	{10, "nop; add.f32S0, S1, S2", "'f32S0'"},
	{6, "nop; add S0, S1, S2", "needs a data type"},
	{15, "nop; nop; mul.i8 V0, V1, V2", "data types: f32, bf16, i32"},
	{6, "ld_l.i32 S0, S1", "takes no data type"},
	{14, "nop; add.f32.neg S0, S1, S2", "'neg' is neither"},
	/* slots */
	{21, "nop; nop; nop; nop; nop", "more than 4 slots"},
	{5, "nop;; nop", "empty slot"},
	{1, "loop 0, 8, 1, <, 64; nop", "must stand alone"},
	{6, "nop; loop 0, 8, 1, <, 64", "must stand alone"},
	{6, "halt S1", "halt takes no operands"},
	/* registers */
	{22, "nop; add.f32 S0, S1, S36", "the last one is S35"},
	{16, "ld_tnsr V1, 3, I32", "the last one is I31"},
	{25, "nop; nop; sel2_less.f32 D3, V1, V2, V3, V4", "multiple of 2"},
	{23, "nop; udiv_4step.u32 3 Z3, S3", "multiple of 2"},
	{19, "nop; nop; add.i32 A2, A4, V3", "multiple of 4"},
	{14, "nop; add.f32 V0, S1, S2", "expected S0..S35"},
	{13, "ld_tnsr V1, S28, I2", "expected a number 0..15, S27"},
	{30, "nop; nop; shuffle.u8 V1, V2, S3", "LFSR"},
	/* number of operands */
	{20, "nop; add.f32 S0, S1", "needs another operand"},
	{26, "nop; add.f32 S0, S1, S2, S3", "expected a predicate"},
	{31, "nop; add.f32 S0, S1, S2, SP1, SP2", "one operand too many"},
	{17, "nop; add.f32 S0 S1, S2", "expected ',' before 'S1'"},
	{24, "nop; add.f32 S0, S1, S2,", "operand expected after ','"},
	{17, "nop; add.f32 S0,, S1", "expected before ','"},
	/* predicates */
	{26, "nop; add.f32 S0, S1, S2, VP3", "SP0..SP15"},
	{29, "nop; nop; nop; st_l S1, S2, VP3", "SP0..SP15"},
	{25, "nop; add.i32 S1, S2, 5, !S3", "'!' must be followed"},
	{22, "nop; add.i32 S1, S2, !SP3", "'!SP3' is no legal operand 3"},
	/* numbers */
	{22, "nop; add.f32 S0, S1, 0x1ffffffff", "-2147483648..4294967295"},
	{22, "nop; add.f32 S0, S1, -2147483649", "-2147483648..4294967295"},
	{21, "nop; udiv_4step.u32 32 Z2, S3", "0..31"},
	{18, "nop; mov_irf_dim 5 S1, I2", "0..4"},
	{13, "ld_tnsr V1, 16, I2", "0..15"},
	{16, "lookup V1, V2, 512", "0..511"},
	{15, "nop; nop; mov 9 VP1, S2", "0..7"},
	{18, "nop; mov.i32 S1, i8_200", "-128..127"},
	{18, "nop; mov.i32 S1, u16_-1", "0..65535"},
	{21, "nop; mov.i32 S1, 1.5q", "use f, bf or h"},
	{22, "nop; add.i32 S1, S2, (4 + 3", "without ')'"},
	{22, "nop; add.i32 S1, S2, foo", "no known symbol"},
	{19, "nop; set_indx I1, b0011, S2", "'b0011'"},
	/* switches */
	{23, "nop; nop; convert.f32 rm=9 V0, V1", "rhne, rz, ru, rd, sr"},
	{23, "nop; nop; convert.f32 target_type=float V0, V1", "fp32, bf16"},
	{23, "nop; nop; convert.f32 lane_sel=4 V0, V1", "0..3"},
	{26, "nop; nop; convert.f32 rz rd V0, V1", "given twice"},
	{18,
	 "nop; nop; mov_dg weg0=30x src=2 dst=3 wr_lg=1 wr_ug=0 V27, V22, 1",
	 "values of weg0 are: 0..3"},
	{13, "nop; sub.i4 st=1x b10100 I25, S1, I2", "values of st are: 0..1"},
	{19, "nop; mov.i32 S1, 09", "'9' is not a digit of a number in base 8"},
	{18, "nop; mov.i32 S1, V09", "'V09' is no register"},
	{25, "nop; nop; convert_int32 neg V0, V1, V2", "no switch of"},
	{18, "nop; nop; mov_dg foo=4 V1, V2, 3", "has no switch 'foo'"},
	{18, "nop; nop; mov_dg src=4 V1, V2, 3", "0..3"},
	{14, "nop; mul.f32 upper32 S1, S2, S3", "not possible"},
	{11, "nop; nop; mac.f32 acc_fp32 V0, V1, V2", "does not exist"},
	/* targets */
	{11, "nop; jmpr label", "no known symbol"},
	{18, "loop 0, 8, 1, <, 33", "32..65536"},
	{18, "loop 0, 8, 1, <, 70000", "32..65536"},
	{18, "loop 0, 8, 1, <, 0", "32..65536"},
	{15, "loop 0, 8, 1, 64", "expected >, >=, <, <=, ==, !="},
	{15, "loop 0, 8, 1, =, 64", "unexpected '='"},
};

static void bad_text_is_refused_at_its_column(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	const struct bad_text *bad;
	const struct tpc_diag *diag;
	struct tpc_bundle bundle, before;
	struct tpc_diags *diags;
	size_t i;

	tpc_bundle_init(isa, &before);
	for (i = 0; i < sizeof(bad_texts) / sizeof(*bad_texts); i++) {
		bad = &bad_texts[i];
		diags = tpc_diags_new();
		assert_non_null(diags);
		struct tpc_parser p = {
			.isa = isa,
			.diags = diags,
			.file = "bad.s",
			.line = 7,
		};

		bundle = before;
		if (tpc_parse_bundle(&p, bad->text, strlen(bad->text), 1,
				     &bundle) != -EINVAL)
			fail_msg("accepted: %s", bad->text);
		assert_memory_equal(&bundle, &before, sizeof(bundle));
		assert_int_equal(tpc_diags_errors(diags), 1);
		diag = tpc_diags_get(diags, 0);
		assert_string_equal(diag->loc.file, "bad.s");
		assert_int_equal(diag->loc.line, 7);
		if (diag->loc.col != bad->col ||
		    !strstr(diag->text, bad->message))
			fail_msg("%s\n%u: %s\nexpected %u: ...%s...", bad->text,
				 diag->loc.col, diag->text, bad->col,
				 bad->message);
		tpc_diags_free(diags);
	}
}

static void column_counts_from_the_start_of_the_line(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_parser p = {.isa = isa, .diags = diags, .file = "bad.s"};
	struct tpc_bundle bundle;

	assert_int_equal(tpc_parse_bundle(&p, "nop; frob", 9, 12, &bundle),
			 -EINVAL);
	assert_int_equal(tpc_diags_get(diags, 0)->loc.col, 17);
	tpc_diags_free(diags);
}

/* Pieces of legal text, cut anywhere, never crash the parser. */
static void cut_text_never_crashes(void **unused)
{
	static const char *const texts[] = {
		"ld_tnsr.partial V1, 0x3, I4, S30, !VP5; add.i32.st b00100 I1, "
		"(1 + 2) << 3, I2; convert.f32.bf16 all_lanes V1, V2, VP3; "
		"st_tnsr pack=1 S28, I5, V6, S29, S31, SP2",
		"loop S1, 0x10, -1, !=, .+64, 1, !SP3",
		"nop; mov.f32 S1, -1.5bf; mov_dg.all sdg0=1 weg3=2 V1, V2, "
		"i16_-3",
	};
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_parser p = {.isa = isa};
	struct tpc_bundle bundle;
	size_t i, from, to, len;

	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		len = strlen(texts[i]);
		assert_int_equal(
			tpc_parse_bundle(&p, texts[i], len, 1, &bundle), 0);
		for (from = 0; from < len; from++)
			for (to = from; to <= len; to++)
				tpc_parse_bundle(&p, texts[i] + from, to - from,
						 1, &bundle);
	}
}

struct conflict {
	const char *text;
	const char *why;
};

static const struct conflict conflicts[] = {
	{"nop; mov.u32 S1, 4; mov.u32 V1, 5; nop",
	 "mov (SPU) and mov (VPU) need different values in the immediate of "
	 "the "
	 "bundle: 0x4 and 0x5"},
	{"ld_l S0, S1, SP1; nop; nop; st_l S2, S3, SP2", "the predicate"},
	{"ld_l S0, S1; nop; nop; st_l S2, S3, SP2", "the predicate"},
	{"ld_tnsr V1, 3, I4; nop; sel_eq.i32 V1, V2, V3, V4, V5",
	 "ld_tnsr (LOAD) and sel_eq (VPU)"},
	{"nop; nop; sel_eq.i32 V1, V2, V3, V4, V5; st_l_v S1, V9",
	 "source bits that the slots share: 0x4 and 0x9"},
	{"ld_l_v V1, 64; nop; mov_g g_en=1 dg_en=1 V2, V3, 0xff; nop",
	 "the immediate of the bundle: 0x40 and 0xff"},
	{"prmt_indx I1, I2, S3; nop; form_fp_num.f32 exp_is_num V1, V2, V3, "
	 "V4; nop",
	 "prmt_indx (LOAD) and form_fp_num (VPU)"},
	/* Bit 3 of SrcB would turn the section into "all sections". */
	{"mov 0x0 VP2, S17; nop; sel_leq.bf16 V37, V1, S16, V12, V24; nop",
	 "cannot stand beside"},
};

static void conflicting_slots_are_refused_by_name(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_parser p = {.isa = isa};
	uint8_t bytes[TPC_BUNDLE_BYTES], untouched[TPC_BUNDLE_BYTES];
	const struct conflict *c;
	struct tpc_bundle bundle;
	char why[200];
	size_t i;

	memset(untouched, 0xa5, sizeof(untouched));
	for (i = 0; i < sizeof(conflicts) / sizeof(*conflicts); i++) {
		c = &conflicts[i];
		memcpy(bytes, untouched, sizeof(bytes));
		assert_int_equal(tpc_parse_bundle(&p, c->text, strlen(c->text),
						  1, &bundle),
				 0);
		assert_int_equal(
			tpc_encode(isa, &bundle, bytes, why, sizeof(why)),
			-EINVAL);
		if (!strstr(why, c->why))
			fail_msg("%s: %s", c->text, why);
		assert_memory_equal(bytes, untouched, sizeof(bytes));
		assert_int_equal(tpc_encode(isa, &bundle, bytes, NULL, 0),
				 -EINVAL);
	}
}

static void equal_immediates_are_shared(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	const char *text = "ld_l_v V1, 0x40; mov.i32 S1, 64; mov.u32 V2, 64; "
			   "st_l_v 0x40, V3";
	struct tpc_parser p = {.isa = isa};
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct tpc_bundle bundle;

	assert_int_equal(tpc_parse_bundle(&p, text, strlen(text), 1, &bundle),
			 0);
	assert_int_equal(tpc_encode(isa, &bundle, bytes, NULL, 0), 0);
}

static void malformed_bundles_are_refused(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct tpc_bundle bundle;
	char why[160];

	tpc_bundle_init(isa, &bundle);
	bundle.op[TPC_SLOT_VPU].form = 60000;
	assert_int_equal(tpc_encode(isa, &bundle, bytes, why, sizeof(why)),
			 -EINVAL);
	assert_non_null(strstr(why, "does not exist"));
	tpc_bundle_init(isa, &bundle);
	bundle.op[TPC_SLOT_VPU] = bundle.op[TPC_SLOT_SPU];
	assert_int_equal(tpc_encode(isa, &bundle, bytes, why, sizeof(why)),
			 -EINVAL);
	assert_non_null(strstr(why, "does not belong into slot VPU"));
	tpc_bundle_init(isa, &bundle);
	bundle.op[TPC_SLOT_SPU].raw[TPC_F_SRCA] = 1;
	assert_int_equal(tpc_encode(isa, &bundle, bytes, why, sizeof(why)),
			 -EINVAL);
	assert_non_null(strstr(why, "nop"));
}

struct bad_bytes {
	unsigned byte, value;
	const char *why;
};

/* One byte of the bundle of four NOPs is changed. */
static const struct bad_bytes bad_bytes[] = {
	{24, 1, "unused bit"},
	{0, 0x2f, "SPU slot: opcode 0x2f is unknown"},
	{0, 0x7f, "SPU slot: no form of nop"},
	{8, 0x02, "that VPU and STORE share is set"},
	{10, 0x02, "that VPU and LOAD share is set"},
	{19, 0x01, "immediate is set"},
	{18, 0x05, "predicate though both are nop"},
};

static void undecodable_bytes_are_refused_by_name(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct tpc_bundle nops, bundle;
	char why[160];
	size_t i;

	tpc_bundle_init(isa, &nops);
	for (i = 0; i < sizeof(bad_bytes) / sizeof(*bad_bytes); i++) {
		assert_int_equal(tpc_encode(isa, &nops, bytes, NULL, 0), 0);
		bytes[bad_bytes[i].byte] = bad_bytes[i].value;
		assert_int_equal(
			tpc_decode(isa, bytes, &bundle, why, sizeof(why)),
			-EILSEQ);
		if (!strstr(why, bad_bytes[i].why))
			fail_msg("byte %u: %s", bad_bytes[i].byte, why);
	}
}

/* Encodes a text, sets one bit, and looks at why it cannot be decoded. */
static void refused_with_bit(const char *text, unsigned bit, const char *want)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_parser p = {.isa = isa};
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct tpc_bundle bundle;
	char why[160];

	assert_int_equal(tpc_parse_bundle(&p, text, strlen(text), 1, &bundle),
			 0);
	assert_int_equal(tpc_encode(isa, &bundle, bytes, NULL, 0), 0);
	bytes[bit / 8] ^= 1 << bit % 8;
	assert_int_equal(tpc_decode(isa, bytes, &bundle, why, sizeof(why)),
			 -EILSEQ);
	if (!strstr(why, want))
		fail_msg("%s: %s", text, why);
}

static void bits_that_no_operation_explains_are_refused(void **unused)
{
	/* FORM_FP_NUM leaves SrcD to LOAD, whose mask leaves bit 0 over. */
	refused_with_bit("mov b00100 I1, S2; nop; form_fp_num.f32 V1, V2, V3, "
			 "V4",
			 73, "neither uses it");
	refused_with_bit("loop 0, S1, 1, <, 64", 101, "inside a bundle");
	refused_with_bit("loop 0, S1, 1, <, 64", 30, "unused bit");
	refused_with_bit("nop; abs.i32 S1, S2", 13, "no form of abs");
	refused_with_bit("nop; nop; mul.i32 D2, V3, V4", 95, "no form of mul");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bits_that_no_operation_explains_are_refused),
		cmocka_unit_test(bad_text_is_refused_at_its_column),
		cmocka_unit_test(column_counts_from_the_start_of_the_line),
		cmocka_unit_test(cut_text_never_crashes),
		cmocka_unit_test(conflicting_slots_are_refused_by_name),
		cmocka_unit_test(equal_immediates_are_shared),
		cmocka_unit_test(malformed_bundles_are_refused),
		cmocka_unit_test(undecodable_bytes_are_refused_by_name),
	};

	return cmocka_run_group_tests_name("isa_errors", tests, NULL, NULL);
}
