/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The exposed pipeline: a reader one bundle too early gets the old value, a
 * reader in time the new one, for each class of producers and ports.
 */
#include <stdlib.h>

#include "rig.h"

#define T(f) cmocka_unit_test_setup_teardown(f, rig_setup, rig_teardown)

/*
 * A pair of instructions. Both work on a register that holds OLD; the producer
 * makes it NEW, and the consumer copies what it sees to where probe() looks.
 */
struct pair {
	const char *name;
	const char *producer;
	const char *consumer;
	unsigned latency;	       /* written down from facts 5.2 to 5.4 */
	bool (*seen)(struct rig *rig); /* the consumer saw NEW */
};

/* S1 and V1, VP1, SP1, I2 are the registers in between. */
static void prepare(struct rig *rig)
{
	uint32_t *m = rig_at(rig, RIG_DATA);
	uint32_t v[64];
	uint8_t none[32] = {0};

	memset(m, 0, 0x4000);
	for (unsigned i = 0; i < 64; i++)
		v[i] = 0x3f800000; /* 1.0 */
	for (unsigned n = 0; n < 40; n++)
		set_v(rig, n, v);
	for (unsigned i = 0; i < 1024; i++)
		m[i] = 0x40000000; /* 2.0 */
	for (unsigned n = 0; n < 32; n++)
		set_s(rig, n, 0);
	set_s(rig, 21, 0x3f800000);
	set_s(rig, 22, 0x3f800000);
	set_s(rig, 24, 1);
	for (unsigned n = 1; n < 16; n++) {
		set_sp(rig, n, false);
		set_vp(rig, n, none);
	}
	for (unsigned n = 2; n < 32; n++)
		set_i(rig, n, 0, 0, 0, 0, 0);
	/* tensor 0: 2.0 everywhere; tensor 1: scratch; 2: a word of 4 */
	rig_tensor(rig, 0, 7, RIG_DATA, 1, 1024);
	rig_tensor(rig, 1, 7, RIG_DATA + 0x2000, 1, 1024);
	rig_tensor(rig, 2, 2, RIG_DATA + 0x3000, 1, 64);
	*(uint32_t *)rig_at(rig, RIG_DATA + 0x3000) = 4;
	*(uint32_t *)rig_at(rig, RIG_DATA + 0x3004) = 8;
}

static bool run_at(struct rig *rig, const struct pair *p, unsigned distance)
{
	char text[1024];
	int n;

	prepare(rig);
	/* set up the memories that loads read, then a quiet stretch */
	n = snprintf(text, sizeof(text),
		     "nop; mov.i32 S20, 4; nop\n"
		     "gen_addr AD2, 2, I3\n"
		     "nop; set_indx I10, b00001, 1\n"
		     "gen_addr AD3, 2, I10\n"
		     "nop\nnop\nnop\nnop\nnop\nnop\nnop\n"
		     "nop; nop; nop; st_l 0x40, S20\n"
		     "nop; nop; nop; st_l_v 0x400, VP0\n"
		     "nop\nnop\nnop\nnop\nnop\nnop\nnop\nnop\n%s\n",
		     p->producer);
	for (unsigned i = 1; i < distance; i++)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "nop\n");
	n += snprintf(text + n, sizeof(text) - (size_t)n, "%s\n", p->consumer);
	snprintf(text + n, sizeof(text) - (size_t)n,
		 "nop\nnop\nnop\nnop\nnop\nnop\nnop\nnop\nhalt\n");
	rig_ok(rig, text);
	return p->seen(rig);
}

static void check_pair(void **state)
{
	const struct pair *p = *state;
	void *rig;

	assert_int_equal(rig_setup(&rig), 0);
	if (p->latency > 1)
		assert_false(run_at(rig, p, p->latency - 1));
	assert_true(run_at(rig, p, p->latency));
	assert_true(run_at(rig, p, p->latency + 1));
	rig_teardown(&rig);
}

/* --- what the consumers leave behind
 * ------------------------------------------ */

static uint32_t lane0(struct rig *rig, unsigned n)
{
	uint32_t v[64];

	get_v(rig, n, v);
	return v[0];
}

static bool s5_is_set(struct rig *rig)
{
	return get_s(rig, 5) != 0;
}
static bool v5_changed(struct rig *rig)
{
	return lane0(rig, 5) != 0x3f800000;
}
/* 1.0 + 1.0 + 1.0: both products arrived */
static bool v1_is_three(struct rig *rig)
{
	return lane0(rig, 1) == 0x40400000;
}
static bool s1_took_both(struct rig *rig)
{
	return get_s(rig, 1) == 5;
}
static bool stored_is_new(struct rig *rig)
{
	uint32_t w;

	memcpy(&w, rig_at(rig, RIG_DATA + 0x2000), 4);
	return w == 0x40000000;
}
static bool sp5_is_set(struct rig *rig)
{
	return get_sp(rig, 5);
}
static bool vp5_is_set(struct rig *rig)
{
	uint8_t p[32];

	get_vp(rig, 5, p);
	return p[0] & 1;
}
static bool i5_is_set(struct rig *rig)
{
	int32_t d[5];

	get_i(rig, 5, d);
	return d[0] != 0;
}
static bool ad_took_new(struct rig *rig)
{
	uint64_t addr;

	tpc_core_get_reg(rig->core, TPC_FILE_AD, 5, &addr, 8);
	return addr == RIG_DATA + 0x3000 + 4;
}
/* SLM word 0x80 or VLM 0x800 read back */
static bool slm_is_new(struct rig *rig)
{
	rig_one(rig, "ld_l S6, 0x80");
	return get_s(rig, 6) != 0;
}
static bool slm4_is_new(struct rig *rig)
{
	rig_one(rig, "ld_l S6, 0x4");
	return get_s(rig, 6) != 0;
}
static bool vlm_is_new(struct rig *rig)
{
	rig_one(rig, "ld_l_v V6, 0x800");
	return lane0(rig, 6) == 0x40000000;
}
static bool global_is_new(struct rig *rig)
{
	uint32_t w;

	memcpy(&w, rig_at(rig, RIG_DATA + 0x3000), 4);
	return w == 1;
}
static bool global_moved(struct rig *rig)
{
	uint32_t w;

	memcpy(&w, rig_at(rig, RIG_DATA + 0x3004), 4);
	return w == 0;
}

#define S_ADD  "nop; add.i32 S1, S1, 1"
#define S_LD_L "ld_l S1, 0x40"
#define S_LD_G "ld_g S1, AD2"
#define S_UDIV "nop; udiv_4step.u32 0 Z0, S2"

#define V_LOAD "ld_tnsr V1, 0, I3"
#define V_ADD  "nop; nop; add.f32 V1, V2, V3"
#define V_MUL  "nop; nop; mac.f32 V1, V2, V3"
#define V_DG \
	"nop; nop; mov_dg src=0 dst=0 wr_lg=0x1 wr_ug=0x1 V1, V9, 0xffffffff"

static const struct pair pairs[] = {
	/* scalars into each port */
	{"add to SPU", S_ADD, "nop; mov.i32 S5, S1", 4, s5_is_set},
	{"ld_l to SPU", S_LD_L, "nop; mov.i32 S5, S1", 4, s5_is_set},
	{"ld_g to SPU", S_LD_G, "nop; mov.i32 S5, S1", 4, s5_is_set},
	{"add to VPU", S_ADD, "nop; nop; mov.i32 V5, S1", 1, v5_changed},
	{"add to LOAD mov to V", S_ADD, "mov.i32 V5, S1", 1, v5_changed},
	{"add to LOAD mov to S", S_ADD, "mov.i32 S5, S1", 4, s5_is_set},
	{"add to LD_L address", "nop; mov.i32 S1, 0x40", "ld_l S5, S1", 4,
	 s5_is_set},
	{"add to ST_L data", S_ADD, "nop; nop; nop; st_l 0x80, S1", 7,
	 slm_is_new},
	{"add to ST_L address", "nop; mov.i32 S1, 4",
	 "nop; nop; nop; st_l S1, S20", 7, slm4_is_new},
	{"add to ST_G data", S_ADD, "nop; nop; nop; st_g AD2, S1", 7,
	 global_is_new},
	{"add to SET_INDX", S_ADD, "set_indx I5, b00001, S1", 4, i5_is_set},
	{"mul.f32 to SPU", "nop; mac.f32 S1, S21, S22", "nop; mov.i32 S5, S1",
	 6, s5_is_set},
	/* predicates */
	{"cmp to SPU guard", "nop; cmp_eq.i32 SP1, S2, S2",
	 "nop; mov.i32 S5, 1, SP1", 2, s5_is_set},
	{"cmp to SPU guard of IRF", "nop; cmp_eq.i32 SP1, S2, S2",
	 "nop; set_indx I5, b00001, 1, SP1", 3, i5_is_set},
	{"cmp to LD_L guard", "nop; cmp_eq.i32 SP1, S2, S2",
	 "ld_l S5, 0x40, SP1", 3, s5_is_set},
	{"cmp to LD_TNSR guard", "nop; cmp_eq.i32 SP1, S2, S2",
	 "ld_tnsr V5, 0, I3, SP1", 1, v5_changed},
	{"cmp to VPU guard", "nop; cmp_eq.i32 SP1, S2, S2",
	 "nop; nop; mov.i32 V5, 7, SP1", 1, v5_changed},
	{"cmp to MOV of predicates", "nop; cmp_eq.i32 SP1, S2, S2",
	 "nop; mov SP5, SP1", 2, sp5_is_set},
	{"cmp to ST_L data", "nop; cmp_eq.i32 SP1, S2, S2",
	 "nop; nop; nop; st_l 0x80, SP1", 3, slm_is_new},
	{"vector cmp to VPU guard", "nop; nop; cmp_eq.f32 VP1, V2, V2",
	 "nop; nop; mov.i32 V5, 7, VP1", 2, v5_changed},
	{"vector cmp to LOAD guard", "nop; nop; cmp_eq.f32 VP1, V2, V2",
	 "ld_tnsr V5, 0, I3, VP1", 3, v5_changed},
	{"vector cmp to LOAD mov guard", "nop; nop; cmp_eq.f32 VP1, V2, V2",
	 "mov.i32 V5, 7, VP1", 2, v5_changed},
	{"vector cmp to predicate logic", "nop; nop; cmp_eq.f32 VP1, V2, V2",
	 "nop; nop; mov VP5, VP1", 2, vp5_is_set},
	{"ld_l_v of predicate to VPU guard", "ld_l_v VP1, 0x400",
	 "nop; nop; mov.i32 V5, 7, VP1", 4, v5_changed},
	{"ld_l_v of predicate to LOAD guard", "ld_l_v VP1, 0x400",
	 "ld_tnsr V5, 0, I3, VP1", 5, v5_changed},
	/* index registers */
	{"IRF add to LD_TNSR (bypass)", "nop; add.i32 b00001 I2, 2000, I2",
	 "ld_tnsr V5, 0, I2", 1, v5_changed},
	{"IRF add to MOV_IRF_DIM", "nop; add.i32 b00001 I2, 1, I2",
	 "nop; mov_irf_dim 0 S5, I2", 2, s5_is_set},
	{"IRF add to IRF and", "nop; add.i32 b00001 I2, 1, I2",
	 "nop; and.i32 b00001 I5, 1, I2", 2, i5_is_set},
	{"IRF add to IRF add (bypass)", "nop; add.i32 b00001 I2, 1, I2",
	 "nop; add.i32 b00001 I5, 0, I2", 1, i5_is_set},
	{"IRF max to IRF add", "nop; max.i32 b00001 I2, 1, I2",
	 "nop; add.i32 b00001 I5, 0, I2", 4, i5_is_set},
	{"SET_INDX of STORE to GEN_ADDR",
	 "nop; nop; nop; set_indx I2, b00001, 1", "gen_addr AD5, 2, I2", 1,
	 ad_took_new},
	{"PRMT_INDX to GEN_ADDR", "prmt_indx I2, I10, S30",
	 "gen_addr AD5, 2, I2", 4, ad_took_new},
	/* address registers */
	{"GEN_ADDR to ST_G", "gen_addr AD2, 2, I10",
	 "nop; nop; nop; st_g AD2, S31", 7, global_moved},
	/* vectors */
	{"LD_TNSR to VPU", V_LOAD, "nop; nop; mov.i32 V5, V1", 4, v5_changed},
	{"add.f32 to VPU", V_ADD, "nop; nop; mov.i32 V5, V1", 4, v5_changed},
	{"mac.f32 to VPU", V_MUL, "nop; nop; mov.i32 V5, V1", 6, v5_changed},
	{"mac.f32 to SEL third operand", V_MUL,
	 "nop; nop; sel_eq.f32 V5, V2, V2, V1, V2", 5, v5_changed},
	{"mac.f32 to its accumulator", "nop; nop; mac.f32 V1, V8, V7",
	 "nop; nop; mac.f32 V1, V2, V3", 4, v1_is_three},
	{"mac.f32 to ST_TNSR data", V_MUL, "nop; nop; nop; st_tnsr 1, I3, V1",
	 1, stored_is_new},
	{"mac.f32 to ST_L_V data", V_MUL, "nop; nop; nop; st_l_v 0x800, V1", 7,
	 vlm_is_new},
	{"mac.f32 to LOAD mov", V_MUL, "mov V5, V1", 6, v5_changed},
	{"mul.i32 scalar to accumulator", "nop; mov.i32 S1, 4",
	 "nop; mac.i32 S1, S24, S24", 4, s1_took_both},
	{"udiv_4step to SPU", S_UDIV, "nop; mov.i32 S5, S1", 7, s5_is_set},
	{"udiv_4step to VPU", S_UDIV, "nop; nop; mov.i32 V5, S1", 1,
	 v5_changed},
};

/* --- those that need other values than prepare() gives
 * ------------------------ */

static bool differs(struct rig *rig, const char *setup, const char *producer,
		    const char *consumer, unsigned distance,
		    uint32_t (*look)(struct rig *), uint32_t *value)
{
	char text[1024];
	int n;

	prepare(rig);
	n = snprintf(text, sizeof(text),
		     "%s\nnop\nnop\nnop\nnop\nnop\nnop\nnop\nnop\n%s\n", setup,
		     producer);
	for (unsigned i = 1; i < distance; i++)
		n += snprintf(text + n, sizeof(text) - (size_t)n, "nop\n");
	snprintf(text + n, sizeof(text) - (size_t)n,
		 "%s\nnop\nnop\nnop\nnop\nnop\nnop\nnop\nnop\nhalt\n",
		 consumer);
	rig_ok(rig, text);
	*value = look(rig);
	return true;
}

static uint32_t look_s5(struct rig *rig)
{
	return get_s(rig, 5);
}
static uint32_t look_v5(struct rig *rig)
{
	return lane0(rig, 5);
}
static uint32_t look_v1(struct rig *rig)
{
	return lane0(rig, 1);
}
static uint32_t look_i5(struct rig *rig)
{
	int32_t d[5];

	get_i(rig, 5, d);
	return (uint32_t)d[0];
}

/* Old value one bundle early, new value in time. */
static void expect(struct rig *rig, const char *setup, const char *producer,
		   const char *consumer, unsigned latency,
		   uint32_t (*look)(struct rig *), uint32_t old, uint32_t new)
{
	uint32_t value;

	if (latency > 1) {
		differs(rig, setup, producer, consumer, latency - 1, look,
			&value);
		assert_int_equal(value, old);
	}
	differs(rig, setup, producer, consumer, latency, look, &value);
	assert_int_equal(value, new);
}

static void control_registers_need_seven_bundles(void **state)
{
	expect(*state, "nop; mov.i32 S27, 1", "nop; mov.i32 S27, 0",
	       "ld_tnsr V5, S27, I3", 7, look_v5, 0, 0x40000000);
}

static void prmt_control_is_read_after_four(void **state)
{
	expect(*state, "nop; set_indx I11, b00010, 9\nnop; mov.i32 S1, 022222",
	       "nop; mov.i32 S1, 1", "nop; nop; nop; prmt_indx I5, I11, S1", 4,
	       look_i5, 0, 9);
}

static void fma_needs_six_into_another_accumulator_class(void **state)
{
	struct rig *rig = *state;

	/* V1 = 1 + 1*1 = 2 by mac.f32; then V0:V1 += bf16 products of zero */
	expect(rig, "nop; nop; mov.i32 V20, 0", "nop; nop; mac.f32 V1, V2, V3",
	       "nop; nop; mac.bf16 acc_fp32 D0, V20, V20", 6, look_v1,
	       0x3f800000, 0x40000000);
}

static void permutes_need_one_more_into_accumulators(void **state)
{
	/* V1 = 4.0 by shuffle-class work; then V1 += 1 */
	expect(*state, "nop; nop; mov.f32 V9, 4.0",
	       "nop; nop; mov_dg src=0 dst=0 wr_lg=0x1 wr_ug=0x1 V1, V9, "
	       "0xffffffff",
	       "nop; nop; mac.f32 V1, V2, V3", 6, look_v1, 0x40000000,
	       0x40a00000);
	expect(*state, "nop; nop; mov.f32 V9, 4.0\nnop; nop; mov.i8 V8, 0x80",
	       "nop; nop; mov_g g_en=0b11 dg_en=0b1111 V1, V9, 0xffffffff",
	       "nop; nop; mac.f32 V1, V2, V3", 5, look_v1, 0x40000000,
	       0x40a00000);
}

static void lookup_1c_takes_an_extra_bundle(void **state)
{
	struct rig *rig = *state;

	rig->desc.lut_base[0] = RIG_DATA;
	expect(rig, "nop; nop; mov.i32 V9, 0", "lookup_1c V1, V9, 0",
	       "nop; nop; mov.i32 V5, V1", 5, look_v5, 0x3f800000, 0x40000000);
	expect(rig, "nop; nop; mov.i32 V9, 0", "lookup V1, V9, 0",
	       "nop; nop; mov.i32 V5, V1", 4, look_v5, 0x3f800000, 0x40000000);
}

static void carry_is_read_after_two(void **state)
{
	expect(*state,
	       "nop; mov.u32 S1, 0xffffffff\nnop\nnop\nnop\n"
	       "nop; add.u32 S9, S2, S2",
	       "nop; add.u32 S9, S1, S1", "nop; add.u32 carry S5, S2, S2", 2,
	       look_s5, 0, 1);
}

static void udiv_reaches_the_vector_pipe_at_once(void **state)
{
	expect(*state, "nop; mov.u32 S0, 0\nnop; mov.u32 S2, 0",
	       "nop; udiv_4step.u32 0 Z0, S2", "nop; nop; mov.i32 V5, S1", 1,
	       look_v5, 0, 0xf0000000);
}

static void gen_addr_needs_seven_for_scalar_and_one_for_vector(void **state)
{
	expect(*state, "gen_addr AD1, 2, I3\nnop; set_indx I10, b00001, 1",
	       "gen_addr AD1, 2, I10", "ld_g S5, AD1", 7, look_s5, 4, 8);
	expect(*state, "gen_addr AD1, 2, I3\nnop; set_indx I10, b00001, 1",
	       "gen_addr AD1, 2, I10", "ld_g V5, AD1", 1, look_v5, 4, 8);
}

static void loop_iterators_are_read_at_once(void **state)
{
	struct rig *rig = *state;

	prepare(rig);
	rig_ok(rig, "loop 5, 6, 1, <, end\nnop\n"
		    "nop; mov.i32 S1, S32\nnop\nnop\nnop\nnop\nnop\n"
		    "end:\nhalt\n");
	assert_int_equal(get_s(rig, 1), 5);
	rig_ok(rig, "loop 5, 6, 1, <, end\nnop; mov.i32 S2, S32\n"
		    "nop\nnop\nnop\nnop\nnop\nnop\nend:\nhalt\n");
	assert_int_equal(get_s(rig, 2), 5);
}

/* --- several writes
 * ------------------------------------------------------------- */

static void a_later_write_wins_over_a_slower_one(void **state)
{
	struct rig *rig = *state;

	/* mac lands after 6, the move after 4: the move was issued last */
	prepare(rig);
	rig_one(rig, "nop; nop; mac.f32 V1, V2, V3\nnop\n"
		     "nop; nop; mov.i32 V1, 77\n"
		     "nop\nnop\nnop\n"
		     "nop; nop; mov.i32 V5, V1\n"
		     "nop; nop; mov.i32 V6, V1");
	assert_int_equal(lane0(rig, 5), 77);
	assert_int_equal(lane0(rig, 6), 77);
	assert_int_equal(lane0(rig, 1), 77);
}

static void old_values_can_be_used_on_purpose(void **state)
{
	struct rig *rig = *state;

	/* three readers in the shadow of a write, as compilers schedule */
	set_s(rig, 1, 10);
	rig_one(rig, "nop; mov.i32 S1, 20\n"
		     "nop; mov.i32 S2, S1\nnop; mov.i32 S3, S1\n"
		     "nop; mov.i32 S4, S1\nnop; mov.i32 S5, S1");
	assert_int_equal(get_s(rig, 2), 10);
	assert_int_equal(get_s(rig, 3), 10);
	assert_int_equal(get_s(rig, 4), 10);
	assert_int_equal(get_s(rig, 5), 20);
}

static void partial_writes_meet_in_flight(void **state)
{
	struct rig *rig = *state;
	uint16_t d[128];

	/* the two lanes of a narrowing convert, back to back */
	rig_one(rig, "nop; nop; mov.i32 V1, 3\nnop; nop; mov.i32 V2, 4\n"
		     "nop\nnop\nnop\n"
		     "nop; nop; convert.i32 lane_sel=0 target_type=int16 "
		     "V3, V1\n"
		     "nop; nop; convert.i32 lane_sel=1 target_type=int16 "
		     "V3, V2\n"
		     "nop\nnop\nnop\nnop; nop; mov.i32 V5, V3");
	get_v(rig, 5, d);
	assert_int_equal(d[0], 3);
	assert_int_equal(d[1], 4);
	assert_int_equal(d[127], 4);
}

static void slots_of_a_bundle_read_before_any_writes(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 1);
	set_i(rig, 2, 5, 0, 0, 0, 0);
	rig_tensor(rig, 2, 2, RIG_DATA + 0x3000, 1, 64);
	rig_one(rig, "gen_addr AD1, 2, I2; add.i32 b00001 I2, 1, I2; "
		     "mov.i32 V5, S1\n"
		     "mov.i32 V6, S1; mov.i32 S1, 2");
	assert_int_equal(lane0(rig, 5), 1);
	assert_int_equal(lane0(rig, 6), 1);
	assert_int_equal(get_s(rig, 1), 2);
}

static void every_distance_runs_through_the_flight_ring(void **state)
{
	struct rig *rig = *state;
	char text[4096];
	int n = 0;

	/* a write to one register in every bundle for longer than the ring */
	for (unsigned i = 0; i < 64; i++)
		n += snprintf(text + n, sizeof(text) - (size_t)n,
			      "mov.i32 V1, %u; nop; mov.i32 V1, %u\n", i, i);
	snprintf(text + n, sizeof(text) - (size_t)n, "halt\n");
	rig_ok(rig, text);
	assert_int_equal(lane0(rig, 1), 63);
}

int main(void)
{
	static struct CMUnitTest tests[128];
	static const struct CMUnitTest single[] = {
		T(control_registers_need_seven_bundles),
		T(prmt_control_is_read_after_four),
		T(fma_needs_six_into_another_accumulator_class),
		T(permutes_need_one_more_into_accumulators),
		T(lookup_1c_takes_an_extra_bundle),
		T(carry_is_read_after_two),
		T(udiv_reaches_the_vector_pipe_at_once),
		T(gen_addr_needs_seven_for_scalar_and_one_for_vector),
		T(loop_iterators_are_read_at_once),
		T(a_later_write_wins_over_a_slower_one),
		T(old_values_can_be_used_on_purpose),
		T(partial_writes_meet_in_flight),
		T(slots_of_a_bundle_read_before_any_writes),
		T(every_distance_runs_through_the_flight_ring),
	};
	size_t n = 0;

	for (unsigned i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		tests[n++] = (struct CMUnitTest){
			.name = pairs[i].name,
			.test_func = check_pair,
			.initial_state = (void *)&pairs[i],
		};
	}
	memcpy(&tests[n], single, sizeof(single));
	n += sizeof(single) / sizeof(single[0]);
	return _cmocka_run_group_tests("pipeline", tests, n, NULL, NULL);
}
