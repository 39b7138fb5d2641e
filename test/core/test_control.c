/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Loops, jumps, faults, limits, strict mode, and the library's interface.
 */
#include <errno.h>
#include <stdlib.h>

#include "rig.h"
#include "tpc/cb.h"

#define T(f) cmocka_unit_test_setup_teardown(f, rig_setup, rig_teardown)

#define PAD "nop\nnop\nnop\nnop\n"

/* --- hardware loops
 * ------------------------------------------------------------- */

static void loops_count(void **state)
{
	static const struct {
		const char *head;
		unsigned trips;
		int last;
	} cases[] = {
		{"0, 10, 1, <", 10, 10}, {"0, 10, 1, <=", 11, 11},
		{"10, 0, -1, >", 10, 0}, {"10, 0, -2, >=", 6, -2},
		{"0, 9, 3, !=", 3, 9},	 {"4, 4, 1, ==", 1, 5},
		{"0, 10, 4, <", 3, 12},	 {"-3, 3, 2, <", 3, 3},
	};
	struct rig *rig = *state;
	char text[512];

	for (unsigned i = 0; i < 8; i++) {
		set_s(rig, 1, 0);
		snprintf(text, sizeof(text),
			 "loop %s, end\nnop\n"
			 "nop; add.i32 S1, S1, 1\n" PAD "nop\nend:\n" PAD
			 "nop; mov.i32 S2, S32\n" PAD "halt\n",
			 cases[i].head);
		rig_ok(rig, text);
		assert_int_equal(get_s(rig, 1), cases[i].trips);
		assert_int_equal((int)get_s(rig, 2), cases[i].last);
	}
}

static void loops_take_registers(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 3);
	set_s(rig, 2, 11);
	set_s(rig, 3, 2);
	set_s(rig, 4, 0);
	rig_ok(rig,
	       "loop S1, S2, S3, <, end\nnop\n"
	       "nop; add.i32 S4, S4, S32\n" PAD "nop\nend:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 4), 3 + 5 + 7 + 9);
}

static void zero_trip_loop_runs_its_delay_slot_only(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 0);
	set_s(rig, 2, 0);
	rig_ok(rig, "loop 5, 5, 1, <, end\nnop; mov.i32 S2, 1\n"
		    "nop; add.i32 S1, S1, 1\n" PAD "nop\nend:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 0);
	assert_int_equal(get_s(rig, 2), 1);
}

static void delay_slot_runs_once(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 2, 0);
	rig_ok(rig, "loop 0, 5, 1, <, end\nnop; add.i32 S2, S2, 1\n" PAD
		    "nop\nnop\nend:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 2), 1);
	assert_int_equal(rig->result.bundles, 2 + 5 * 6 + 5);
}

static void guard_of_loop_skips_it(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 0);
	set_sp(rig, 1, false);
	rig_ok(rig, "loop 0, 5, 1, <, end, SP1\nnop\n"
		    "nop; add.i32 S1, S1, 1\n" PAD "nop\nend:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 0);
	rig_ok(rig, "loop 0, 5, 1, <, end, !SP1\nnop\n"
		    "nop; add.i32 S1, S1, 1\n" PAD "nop\nend:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 5);
}

static void loops_nest_four_deep(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 0);
	rig_ok(rig, "loop 0, 2, 1, <, a\nnop\n"
		    "loop 0, 3, 1, <, b\nnop\n"
		    "loop 0, 4, 1, <, c\nnop\n"
		    "loop 0, 5, 1, <, d\nnop\n"
		    "nop; add.i32 S1, S1, 1\n"
		    "nop; mov.i32 S2, S32\nnop; mov.i32 S3, S33\n"
		    "nop; mov.i32 S4, S34\nnop; mov.i32 S5, S35\nnop\n"
		    "d:\n" PAD "c:\n" PAD "b:\n" PAD "a:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 2 * 3 * 4 * 5);
	assert_int_equal(get_s(rig, 2), 1);
	assert_int_equal(get_s(rig, 3), 2);
	assert_int_equal(get_s(rig, 4), 3);
	assert_int_equal(get_s(rig, 5), 4);
}

static void a_fifth_loop_is_refused(void **state)
{
	struct rig *rig = *state;

	rig_run(rig, "loop 0, 2, 1, <, a\nnop\nloop 0, 2, 1, <, b\nnop\n"
		     "loop 0, 2, 1, <, c\nnop\nloop 0, 2, 1, <, d\nnop\n"
		     "loop 0, 2, 1, <, e\nnop\nnop\ne:\n" PAD "d:\n" PAD
		     "c:\n" PAD "b:\n" PAD "a:\n" PAD "halt\n");
	assert_int_equal(rig->result.stop, TPC_CORE_UNSUPPORTED);
	assert_non_null(strstr(rig->result.message, "loop"));
	assert_non_null(strstr(rig->result.message, "0x100"));
}

static void loops_may_end_together(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 0);
	rig_ok(rig, "loop 0, 3, 1, <, a\nnop\nloop 0, 4, 1, <, a\nnop\n"
		    "nop; add.i32 S1, S1, 1\n" PAD "a:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 12);
}

static void a_jump_leaves_a_loop(void **state)
{
	struct rig *rig = *state;

	/* leaves in the first trip; a second loop is outermost again */
	set_s(rig, 1, 0);
	set_s(rig, 2, 0);
	rig_ok(rig, "loop 0, 100, 1, <, a\nnop\n"
		    "nop; add.i32 S1, S1, 1\nnop; jmpr out\nnop\n" PAD
		    "nop\nnop\na:\nnop\nnop\nnop\nout:\n" PAD
		    "loop 7, 9, 1, <, b\nnop\n"
		    "nop; add.i32 S2, S2, S32\n" PAD "nop\nb:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 1);
	assert_int_equal(get_s(rig, 2), 15);
}

static void a_jump_to_the_last_bundle_stays_in_the_loop(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 0);
	set_s(rig, 2, 0);
	rig_ok(rig, "loop 0, 3, 1, <, a\nnop\n"
		    "nop; jmpr last\nnop\nnop; add.i32 S1, S1, 1\n" PAD
		    "last:\nnop; mov.i32 S2, S32\na:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 0);
	assert_int_equal(get_s(rig, 2), 2);
}

/* --- jumps
 * ------------------------------------------------------------------------ */

static void taken_jump_squashes_the_next_bundle(void **state)
{
	struct rig *rig = *state;
	uint32_t v[64] = {0};

	set_v(rig, 1, v);
	set_s(rig, 1, 0);
	rig_ok(rig, "nop; jmpr over\nnop; nop; mov.i32 V1, 1\n"
		    "nop; mov.i32 S1, 1\nover:\nnop\nnop\nhalt\n");
	get_v(rig, 1, v);
	assert_int_equal(v[0], 0);
	assert_int_equal(get_s(rig, 1), 0);
	assert_int_equal(rig->result.bundles, 4);
}

static void jump_not_taken_runs_the_next_bundle(void **state)
{
	struct rig *rig = *state;
	uint32_t v[64] = {0};

	set_v(rig, 1, v);
	set_sp(rig, 1, false);
	rig_ok(rig, "nop; jmpr over, SP1\nnop; nop; mov.i32 V1, 1\n"
		    "nop; mov.i32 S1, 1\nover:\nnop\nnop\nhalt\n");
	get_v(rig, 1, v);
	assert_int_equal(v[0], 1);
}

static void jumps_go_back_and_by_register(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 0);
	set_s(rig, 2, (uint32_t)-192);
	rig_ok(rig, "top:\nnop; add.i32 S1, S1, 1\nnop\nnop\nnop\n"
		    "nop; cmp_less.i32 SP1, S1, 5\nnop\n"
		    "nop; jmpr S2, SP1\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 5);
	set_s(rig, 3, 128);
	set_s(rig, 4, 0);
	rig_ok(rig, "nop; jmpa S3\nnop; mov.i32 S4, 1\nnop; mov.i32 S4, 1\n"
		    "nop; mov.i32 S4, 1\nnop\nnop\nhalt\n");
	assert_int_equal(get_s(rig, 4), 0);
}

static void jump_condition_needs_two_bundles(void **state)
{
	struct rig *rig = *state;

	set_sp(rig, 1, false);
	set_s(rig, 1, 0);
	rig_ok(rig, "nop; cmp_eq.i32 SP1, S1, S1\nnop; jmpr over, SP1\nnop\n"
		    "nop; mov.i32 S1, 1\nover:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 1); /* too early: not taken */
	set_sp(rig, 1, false);
	rig_ok(rig, "nop; cmp_eq.i32 SP1, S1, S1\nnop\nnop; jmpr over, SP1\n"
		    "nop\nnop; mov.i32 S1, 2\nover:\n" PAD "halt\n");
	assert_int_equal(get_s(rig, 1), 1);
}

/* --- faults
 * -------------------------------------------------------------------------- */

static void expect_fault(struct rig *rig, const char *text, unsigned cause,
			 const char *word, uint64_t pc)
{
	rig_run(rig, text);
	assert_int_equal(rig->result.stop, TPC_CORE_FAULT);
	assert_int_equal(rig->result.cause, cause);
	assert_int_equal(rig->result.pc, pc);
	if (!strstr(rig->result.message, word) ||
	    !strstr(rig->result.message,
		    tpc_core_cause_name(TPC_CPU_GAUDI, cause)))
		printf("%s\n", rig->result.message);
	assert_non_null(strstr(rig->result.message, word));
	assert_non_null(strstr(rig->result.message,
			       tpc_core_cause_name(TPC_CPU_GAUDI, cause)));
}

static void slm_and_vlm_have_bounds(void **state)
{
	const unsigned cause = TPC_GAUDI_INTR_TPC_ADDRESS_EXCEED_SLM;
	struct rig *rig = *state;

	expect_fault(rig, "nop\nld_l S1, 0x400\nhalt", cause, "0x400", 32);
	expect_fault(rig, "nop; nop; nop; st_l 0xfffffffc, S1\nhalt", cause,
		     "0xfffffffc", 0);
	expect_fault(rig, "ld_l_v V1, 0x14000\nhalt", cause, "0x14000", 0);
	expect_fault(rig, "nop; nop; nop; st_l_v 0xffffff00, V1\nhalt", cause,
		     "VLM", 0);
	rig->desc.small_vlm = true;
	expect_fault(rig, "ld_l_v V1, 0x4000\nhalt", cause, "0x4000", 0);
}

static void unaligned_local_accesses_are_refused(void **state)
{
	struct rig *rig = *state;

	rig_run(rig, "ld_l S1, 2\nhalt");
	assert_int_equal(rig->result.stop, TPC_CORE_UNSUPPORTED);
	rig_run(rig, "ld_l_v V1, 0x80\nhalt");
	assert_int_equal(rig->result.stop, TPC_CORE_UNSUPPORTED);
	assert_non_null(strstr(rig->result.message, "ld_l_v"));
}

static void unmapped_memory_is_a_response_error(void **state)
{
	struct rig *rig = *state;

	rig_tensor(rig, 0, 2, 0x90000000, 1, 64);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	expect_fault(rig, "nop\nnop\nld_tnsr V1, 0, I2\nhalt",
		     TPC_GAUDI_INTR_TPC_HBW_RRESP_ERR, "0x90000000", 64);
	expect_fault(rig, "nop; nop; nop; st_tnsr 0, I2, V1\nhalt",
		     TPC_GAUDI_INTR_TPC_HBW_BRESP_ERR, "0x90000000", 0);
	expect_fault(rig, "gen_addr AD1, 0, I2\n" PAD PAD "ld_g S1, AD1\nhalt",
		     TPC_GAUDI_INTR_TPC_LBW_RRESP_ERR, "0x90000000", 288);
	expect_fault(rig,
		     "gen_addr AD1, 0, I2\n" PAD PAD
		     "nop; nop; nop; st_g AD1, S1\nhalt",
		     TPC_GAUDI_INTR_TPC_LBW_BRESP_ERR, "0x90000000", 288);
	expect_fault(rig, "ld_l mmio S1, 0x100000\nhalt",
		     TPC_GAUDI_INTR_TPC_LBW_RRESP_ERR, "0x100000", 0);
}

static void a_tensor_across_the_end_of_memory_faults(void **state)
{
	struct rig *rig = *state;

	rig_tensor(rig, 0, 2, RIG_BASE + RIG_SIZE - 128, 1, 64);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	expect_fault(rig, "ld_tnsr V1, 0, I2\nhalt",
		     TPC_GAUDI_INTR_TPC_HBW_RRESP_ERR, "tensor 0", 0);
}

static void illegal_instructions_are_named(void **state)
{
	struct rig *rig = *state;

	rig_ok(rig, "nop\nnop\nhalt");
	memset(rig->memory + 32, 0xff, 32);
	assert_int_equal(
		tpc_core_run(rig->core, &rig->desc, &rig->opt, &rig->result),
		0);
	assert_int_equal(rig->result.stop, TPC_CORE_FAULT);
	assert_int_equal(rig->result.cause,
			 TPC_GAUDI_INTR_TPC_ILLEGAL_INSTRUCTION);
	assert_int_equal(rig->result.pc, 32);
}

static void the_program_counter_does_not_wrap(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, (uint32_t)-64);
	expect_fault(rig, "nop; jmpr S1\nnop\nhalt",
		     TPC_GAUDI_INTR_TPC_PC_WRAP_AROUND, "jump", 0);
	set_s(rig, 1, 33);
	expect_fault(rig, "nop; jmpr S1\nnop\nhalt",
		     TPC_GAUDI_INTR_TPC_ILLEGAL_INSTRUCTION, "0x21", 0);
}

static void division_by_zero_stops_only_where_enabled(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 0);
	rig_ok(rig, "nop; udiv_4step.u32 0 Z2, S1\n" PAD PAD "halt");
	rig->desc.trap_causes = 1u << TPC_GAUDI_INTR_TPC_DIV_BY_0;
	expect_fault(rig, "nop; udiv_4step.u32 0 Z2, S1\n" PAD PAD "halt",
		     TPC_GAUDI_INTR_TPC_DIV_BY_0, "zero", 0);
}

static void tensors_out_of_number_are_illegal(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 27, 16);
	expect_fault(rig, "ld_tnsr V1, S27, I2\nhalt",
		     TPC_GAUDI_INTR_TPC_ILLEGAL_INSTRUCTION, "tensor 16", 0);
}

static void missing_operations_are_named(void **state)
{
	struct rig *rig = *state;

	rig_run(rig, "nop\nnop; nop; add.f8_143 V1, V2, V3\nhalt");
	assert_int_equal(rig->result.stop, TPC_CORE_UNSUPPORTED);
	assert_non_null(strstr(rig->result.message, "add.f8_143"));
	assert_non_null(strstr(rig->result.message, "VPU"));
	assert_non_null(strstr(rig->result.message, "0x20"));
	rig_run(rig, "nop; nop; calc_fp_special.f32 func=pow V1, V2, V3\nhalt");
	assert_int_equal(rig->result.stop, TPC_CORE_UNSUPPORTED);
	assert_non_null(strstr(rig->result.message, "calc_fp_special"));
}

static void endless_kernels_end_at_the_limit(void **state)
{
	struct rig *rig = *state;

	rig->opt.max_bundles = 1000;
	rig_run(rig, "nop\ntop:\nnop; jmpr top\nnop\nhalt");
	assert_int_equal(rig->result.stop, TPC_CORE_LIMIT);
	assert_int_equal(rig->result.bundles, 1000);
	assert_int_equal(rig->result.pc, 32);
	assert_non_null(strstr(rig->result.message, "0x20"));
}

static void running_off_the_end_faults(void **state)
{
	struct rig *rig = *state;

	rig->desc.code = RIG_BASE + RIG_SIZE - 64;
	memset(rig->memory, 0, 32);
	rig->desc.code = 0x1000;
	assert_int_equal(
		tpc_core_run(rig->core, &rig->desc, &rig->opt, &rig->result),
		0);
	assert_int_equal(rig->result.stop, TPC_CORE_FAULT);
	assert_int_equal(rig->result.cause, TPC_GAUDI_INTR_TPC_HBW_RRESP_ERR);
}

/* --- strict mode
 * -------------------------------------------------------------------- */

static void expect_broken(struct rig *rig, const char *text, const char *rule,
			  const char *party)
{
	rig->opt.strict = true;
	rig_run(rig, text);
	if (rig->result.stop != TPC_CORE_BROKEN_RULE ||
	    !strstr(rig->result.message, rule) ||
	    !strstr(rig->result.message, party))
		printf("%d: %s\n", rig->result.stop, rig->result.message);
	assert_int_equal(rig->result.stop, TPC_CORE_BROKEN_RULE);
	assert_non_null(strstr(rig->result.message, rule));
	assert_non_null(strstr(rig->result.message, party));
}

static void strict_mode_stops_at_early_reads(void **state)
{
	struct rig *rig = *state;

	expect_broken(rig, "nop; mov.i32 S1, 1\nnop\nnop; mov.i32 S2, S1\nhalt",
		      "early read: distance 2", "bundle 0x0, SPU slot, mov");
	rig->opt.strict = false;
	rig->opt.count_early = true;
	rig_ok(rig,
	       "nop; mov.i32 S1, 1\nnop\nnop; mov.i32 S2, S1\n" PAD "halt");
	assert_int_equal(rig->result.early_reads, 1);
}

static void strict_mode_knows_distance_rules(void **state)
{
	struct rig *rig = *state;

	rig_tensor(rig, 0, 7, RIG_DATA, 1, 640);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	expect_broken(rig,
		      "nop; nop; mac.f32 V1, V2, V3\n"
		      "nop; nop; mov.i32 V1, 0\nhalt",
		      "D_FP_MUL_WAW", "mac.f32");
	/* under complementary guards only one of the two writes */
	rig_ok(rig, "nop; nop; mac.f32 V1, V2, V3, SP1\n"
		    "nop; nop; mov.i32 V1, 0, !SP1\nnop\nnop\nhalt");
	expect_broken(rig,
		      "nop; nop; mac.f32 V1, V2, V3, SP1\n"
		      "nop; nop; mov.i32 V1, 0, !SP2\nhalt",
		      "D_FP_MUL_WAW", "mac.f32");
	expect_broken(rig,
		      "ld_tnsr_low V1, 0, I2\nld_tnsr_high V1, 0, I2\nhalt",
		      "D_LOW_HIGH", "ld_tnsr_low");
	expect_broken(rig,
		      "nop; nop; nop; st_tnsr 0, I2, V1\nnop\nnop\nnop\n"
		      "ld_tnsr V2, 0, I2\nhalt",
		      "D_STORE_LOAD_4", "st_tnsr");
	expect_broken(rig,
		      "nop; udiv_4step.u32 0 Z2, S1\nnop\nnop\n"
		      "nop; udiv_4step.u32 0 Z4, S1\nhalt",
		      "D_UDIV", "distance 3");
	expect_broken(rig,
		      "nop; jmpr over, !SP0\nnop; mov.i32 S1, 1\nover:\n" PAD
		      "halt",
		      "D_JMP_FALL", "jmpr");
	expect_broken(rig, "ld_l SP1, 0\nnop\nnop; mov SP1, 1\n" PAD "halt",
		      "D_PRED_LOAD_WAW", "ld_l");
}

static void strict_mode_knows_configuration_stores(void **state)
{
	struct rig *rig = *state;
	char text[256];

	snprintf(text, sizeof(text),
		 "nop; nop; nop; st_l mmio 0x%x, S1\nnop\n"
		 "nop; add.f32 S2, S3, S4\nhalt",
		 (unsigned)TPC_GAUDI_TPC_CFG_ROUND_CSR);
	expect_broken(rig, text, "D_MMIO_ROUND", "st_l");
	snprintf(text, sizeof(text),
		 "nop; nop; nop; st_l mmio 0x%x, S1\n"
		 "gen_addr AD1, 0, I2\nhalt",
		 (unsigned)TPC_GAUDI_TPC_CFG_KERNEL_DESC);
	expect_broken(rig, text, "D_MMIO_TENSOR", "st_l");
}

static void strict_mode_knows_bundle_rules(void **state)
{
	struct rig *rig = *state;

	expect_broken(rig, "ld_l S1, 4; nop; nop; st_l 4, S2\nhalt",
		      "B_LOCAL_LOAD_STORE", "st_l");
	expect_broken(rig, "mov.i32 V1, S1; nop; mov.i32 V2, S2\nhalt",
		      "B_S2V_MOV", "mov");
}

static void strict_mode_knows_loop_rules(void **state)
{
	struct rig *rig = *state;

	expect_broken(rig,
		      "loop 0, 3, 1, <, a\nnop\nnop\nnop\n"
		      "nop; jmpr a\nnop\na:\n" PAD "halt",
		      "jump 1 bundles before the loop's end", "jmpr");
	expect_broken(rig,
		      "nop; mov.i32 S32, 1\nnop\nloop 0, 3, 1, <, a\nnop\n" PAD
		      "nop\nnop\na:\n" PAD "halt",
		      "iterator S32", "loop");
	set_s(rig, 1, 3);
	expect_broken(rig,
		      "loop 0, 3, 1, <, b\nnop\n"
		      "loop 0, S1, 1, <, a\nnop\n" PAD
		      "nop\nnop\na:\nnop\nb:\n" PAD "halt",
		      "ends 1 bundles before", "loop");
	expect_broken(rig,
		      "loop 0, 3, 1, <, a\nnop\n" PAD
		      "lookup_1c V2, V1, 0\na:\n" PAD "halt",
		      "LOOKUP in the last bundle of a loop", "lookup_1c");
	expect_broken(rig,
		      "loop 0, 3, 1, <, a\nnop\n" PAD
		      "lookup V2, V1, 0\na:\n" PAD "halt",
		      "LOOKUP in the last bundle of a loop", "lookup");
	/* by immediates the inner loop is known to run */
	rig_ok(rig, "loop 0, 3, 1, <, b\nnop\n"
		    "loop 0, 3, 1, <, a\nnop\n" PAD
		    "nop\nnop\nnop\na:\nnop\nb:\n" PAD "halt");
}

static void strict_mode_knows_the_least_body(void **state)
{
	struct rig *rig = *state;

	expect_broken(rig,
		      "loop 0, 3, 1, <, a\nnop\n" PAD "nop\nnop\na:\n" PAD
		      "halt",
		      "a body of 6 bundles, 7 are needed", "bundle 0x0");
	/* the last bundle may hold work */
	expect_broken(rig,
		      "nop\nloop 0, 1, 1, <, a\nnop\n" PAD
		      "nop; mov.i32 S1, 1\na:\n" PAD "halt",
		      "a body of 5 bundles", "bundle 0x20");
	rig_ok(rig, "loop 0, 3, 1, <, a\nnop\n" PAD "nop\nnop\nnop\na:\n" PAD
		    "halt");
}

static void strict_mode_knows_late_reads_of_iterators(void **state)
{
	struct rig *rig = *state;

	/* in the sixth bundle from the end, and in the seventh */
	expect_broken(rig,
		      "loop 0, 3, 1, <, a\nnop\nnop\nnop\n"
		      "nop; nop; mov.i32 V1, S32\nnop\n" PAD "a:\n" PAD "halt",
		      "iterator S32 read in the vector pipe 5 bundles before "
		      "the loop's end",
		      "bundle 0x80, VPU slot, mov");
	rig_ok(rig,
	       "loop 0, 3, 1, <, a\nnop\nnop\n"
	       "nop; nop; mov.i32 V1, S32\nnop\nnop\n" PAD "a:\n" PAD "halt");
	/* the scalar pipe may read it in the last one */
	rig_ok(rig, "loop 0, 3, 1, <, a\nnop\nnop\nnop\n" PAD
		    "nop; mov.i32 S1, S32\na:\n" PAD "halt");
	/* the outer iterator in a loop that ends with the outer one */
	expect_broken(rig,
		      "loop 0, 3, 1, <, b\nnop\n"
		      "loop 0, 3, 1, <, a\nnop\nnop\nnop\nnop\n"
		      "nop; nop; mov.i32 V1, S32\nnop\nnop\nnop\n"
		      "a:\nnop\nb:\n" PAD "halt",
		      "iterator S32 read in the vector pipe 4 bundles before "
		      "the loop's end",
		      "mov");
	/* before the LOOP that takes it */
	expect_broken(rig,
		      "nop; nop; mov.i32 V1, S32\nnop\nnop\nnop\n"
		      "loop 0, 3, 1, <, a\nnop\n" PAD PAD "a:\n" PAD "halt",
		      "iterator S32 read in the vector pipe 4 bundles before "
		      "LOOP",
		      "bundle 0x0, VPU slot, mov");
	rig_ok(rig, "nop; nop; mov.i32 V1, S32\nnop\nnop\nnop\nnop\n"
		    "loop 0, 3, 1, <, a\nnop\n" PAD PAD "a:\n" PAD "halt");
}

static void strict_mode_knows_writes_in_delay_slots(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 3);
	expect_broken(rig,
		      "loop 0, S1, 1, <, a\nnop; mov.i32 S1, 1\n" PAD PAD
		      "a:\n" PAD "halt",
		      "writes S1, which the LOOP before it reads",
		      "bundle 0x20, SPU slot, mov");
	set_sp(rig, 2, true);
	expect_broken(rig,
		      "loop 0, 3, 1, <, a, SP2\nnop; mov SP2, 0\n" PAD PAD
		      "a:\n" PAD "halt",
		      "writes SP2", "bundle 0x20");
	set_s(rig, 1, 3);
	rig_ok(rig, "loop 0, S1, 1, <, a\nnop; mov.i32 S2, 1\n"
		    "nop; mov.i32 S1, 1\n" PAD PAD "a:\n" PAD "halt");
}

static void strict_mode_passes_clean_programs(void **state)
{
	struct rig *rig = *state;

	rig->opt.strict = true;
	rig_tensor(rig, 0, 7, RIG_DATA, 1, 640);
	rig_tensor(rig, 1, 7, RIG_DATA + 0x4000, 1, 640);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	rig_ok(rig, "loop 0, 10, 1, <, a\nnop\n"
		    "ld_tnsr V1, 0, I2\nnop\nnop\nnop\nnop\n"
		    "nop; nop; add.f32 V2, V1, V1\n"
		    "nop; add.i32 b00001 I2, 64, I2; nop; st_tnsr 1, I2, V2\n"
		    "a:\nnop\nnop\nhalt\n");
	assert_int_equal(rig->result.early_reads, 0);
}

/* --- the interface
 * ------------------------------------------------------------------ */

static void results_count_bundles_and_slots(void **state)
{
	struct rig *rig = *state;

	rig_ok(rig, "nop; mov.i32 S1, 1; mov.i32 V1, 1\n"
		    "ld_l S2, 0; nop; nop; nop\n"
		    "nop; nop; nop; st_l 0, S2\nhalt\n");
	assert_int_equal(rig->result.bundles, 4);
	assert_int_equal(rig->result.cycles, 4);
	assert_int_equal(rig->result.slot_ops[TPC_SLOT_LOAD], 1);
	assert_int_equal(rig->result.slot_ops[TPC_SLOT_SPU], 2);
	assert_int_equal(rig->result.slot_ops[TPC_SLOT_VPU], 2);
	assert_int_equal(rig->result.slot_ops[TPC_SLOT_STORE], 1);
	assert_int_equal(rig->result.pc, 96);
}

static void new_code_at_an_old_address_is_seen(void **state)
{
	struct rig *rig = *state;

	rig_one(rig, "nop; mov.i32 S1, 1");
	assert_int_equal(get_s(rig, 1), 1);
	rig_one(rig, "nop; mov.i32 S1, 2");
	assert_int_equal(get_s(rig, 1), 2);
	rig_one(rig, "nop; nop; mov.i32 V1, 3\nnop; mov.i32 S1, 4");
	assert_int_equal(get_s(rig, 1), 4);
}

static void kernels_at_many_addresses_take_turns(void **state)
{
	struct rig *rig = *state;

	rig_one(rig, "nop; add.i32 S1, S1, 1");
	for (unsigned i = 1; i < 7; i++)
		memcpy(rig->memory + 0x1000 * i, rig->memory, 0x200);
	set_s(rig, 1, 0);
	for (unsigned round = 0; round < 3; round++) {
		for (unsigned i = 0; i < 7; i++) {
			rig->desc.code = RIG_BASE + 0x1000 * i;
			assert_int_equal(tpc_core_run(rig->core, &rig->desc,
						      &rig->opt, &rig->result),
					 0);
			assert_int_equal(rig->result.stop, TPC_CORE_HALTED);
		}
	}
	assert_int_equal(get_s(rig, 1), 21);
}

static void trace_has_a_line_a_bundle(void **state)
{
	struct rig *rig = *state;
	char *text = NULL;
	size_t size = 0;

	rig->opt.trace = open_memstream(&text, &size);
	rig->opt.id = 6;
	rig_ok(rig, "nop; jmpr over\nnop\nover:\nnop; nop; add.f32 V1, V2, V3\n"
		    "halt\n");
	fclose(rig->opt.trace);
	assert_string_equal(text,
			    "6 1 0x00000 nop; jmpr .+0x40; nop; nop # taken\n"
			    "6 2 0x00040 nop; nop; add.f32 V1, V2, V3; nop\n"
			    "6 3 0x00060 nop; halt; halt; nop\n");
	free(text);
}

static void trace_marks_early_reads(void **state)
{
	struct rig *rig = *state;
	char *text = NULL;
	size_t size = 0;

	rig->opt.trace = open_memstream(&text, &size);
	rig->opt.count_early = true;
	rig_ok(rig, "nop; mov.i32 S1, 1\nnop; mov.i32 S2, S1\nnop\nhalt\n");
	fclose(rig->opt.trace);
	assert_non_null(strstr(text, "S2, S1; nop; nop # early read\n"));
	assert_null(strstr(text, "0x1; nop; nop # early"));
	free(text);
}

static void register_access_checks_its_arguments(void **state)
{
	struct rig *rig = *state;
	uint8_t v[256] = {0};

	assert_int_equal(tpc_core_get_reg(rig->core, TPC_FILE_V, 40, v, 256),
			 -EINVAL);
	assert_int_equal(tpc_core_get_reg(rig->core, TPC_FILE_V, 0, v, 255),
			 -EINVAL);
	assert_int_equal(tpc_core_set_reg(rig->core, TPC_FILE_S, 36, v, 4),
			 -EINVAL);
	assert_int_equal(tpc_core_set_reg(rig->core, TPC_FILE_SP, 0, v, 1),
			 -EINVAL);
	assert_int_equal(tpc_core_set_reg(rig->core, TPC_FILE_IMM, 0, v, 4),
			 -EINVAL);
	assert_null(tpc_core_new((enum tpc_cpu)29, &rig->bus));
	assert_int_equal(tpc_core_run(rig->core, NULL, NULL, &rig->result),
			 -EINVAL);
	rig->desc.num_srf = 33;
	assert_int_equal(
		tpc_core_run(rig->core, &rig->desc, NULL, &rig->result),
		-EINVAL);
}

static void causes_have_hardware_names(void **state)
{
	(void)state;
	assert_non_null(tpc_core_cause_name(
		TPC_CPU_GAUDI, TPC_GAUDI_INTR_TPC_ADDRESS_EXCEED_SLM));
	assert_null(tpc_core_cause_name(TPC_CPU_GAUDI, 31));
}

static void two_cores_are_independent(void **state)
{
	struct rig *a = *state, *b;
	void *other;

	assert_int_equal(rig_setup(&other), 0);
	b = other;
	set_s(a, 1, 1);
	set_s(b, 1, 2);
	rig_one(a, "nop; nop; nop; st_l 0, S1");
	rig_one(b, "nop; nop; nop; st_l 0, S1");
	rig_one(a, "ld_l S2, 0");
	rig_one(b, "ld_l S2, 0");
	assert_int_equal(get_s(a, 2), 1);
	assert_int_equal(get_s(b, 2), 2);
	rig_teardown(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(loops_count),
		T(loops_take_registers),
		T(zero_trip_loop_runs_its_delay_slot_only),
		T(delay_slot_runs_once),
		T(guard_of_loop_skips_it),
		T(loops_nest_four_deep),
		T(a_fifth_loop_is_refused),
		T(loops_may_end_together),
		T(a_jump_leaves_a_loop),
		T(a_jump_to_the_last_bundle_stays_in_the_loop),
		T(taken_jump_squashes_the_next_bundle),
		T(jump_not_taken_runs_the_next_bundle),
		T(jumps_go_back_and_by_register),
		T(jump_condition_needs_two_bundles),
		T(slm_and_vlm_have_bounds),
		T(unaligned_local_accesses_are_refused),
		T(unmapped_memory_is_a_response_error),
		T(a_tensor_across_the_end_of_memory_faults),
		T(illegal_instructions_are_named),
		T(the_program_counter_does_not_wrap),
		T(division_by_zero_stops_only_where_enabled),
		T(tensors_out_of_number_are_illegal),
		T(missing_operations_are_named),
		T(endless_kernels_end_at_the_limit),
		T(running_off_the_end_faults),
		T(strict_mode_stops_at_early_reads),
		T(strict_mode_knows_distance_rules),
		T(strict_mode_knows_configuration_stores),
		T(strict_mode_knows_bundle_rules),
		T(strict_mode_knows_loop_rules),
		T(strict_mode_knows_the_least_body),
		T(strict_mode_knows_late_reads_of_iterators),
		T(strict_mode_knows_writes_in_delay_slots),
		T(strict_mode_passes_clean_programs),
		T(results_count_bundles_and_slots),
		T(new_code_at_an_old_address_is_seen),
		T(kernels_at_many_addresses_take_turns),
		T(trace_has_a_line_a_bundle),
		T(trace_marks_early_reads),
		T(register_access_checks_its_arguments),
		T(causes_have_hardware_names),
		T(two_cores_are_independent),
	};

	return cmocka_run_group_tests_name("control", tests, NULL, NULL);
}
