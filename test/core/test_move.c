/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * MOV between register files, index registers, and guards.
 */
#include "rig.h"

#define T(f) cmocka_unit_test_setup_teardown(f, rig_setup, rig_teardown)

static void mov_copies_vectors_in_both_slots(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], d[64];

	fill_words(a, 64, 1);
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; mov.i32 V2, V1\nmov V3, V1");
	get_v(rig, 2, d);
	assert_memory_equal(a, d, 256);
	get_v(rig, 3, d);
	assert_memory_equal(a, d, 256);
}

static void mov_broadcasts_scalars_by_type(void **state)
{
	struct rig *rig = *state;
	uint8_t d[256];

	set_s(rig, 1, 0x01020304);
	rig_one(rig, "nop; nop; mov.i32 V1, S1\n"
		     "nop; nop; mov.i16 V2, S1\n"
		     "nop; nop; mov.i8 V3, S1\n"
		     "mov.i32 V4, S1\n"
		     "nop; nop; mov.f32 V5, 1.5");
	for (unsigned n = 1; n < 5; n++) {
		get_v(rig, n, d);
		for (unsigned i = 0; i < 256; i++)
			assert_int_equal(d[i], n == 2	? 4 - i % 2
					       : n == 3 ? 4
							: 4 - i % 4);
	}
	get_v(rig, 5, d);
	assert_memory_equal(d, "\0\0\xc0\x3f\0\0\xc0\x3f", 8);
}

static void lane_ids_count_lanes(void **state)
{
	struct rig *rig = *state;
	uint32_t w[64];
	uint16_t h[128];
	uint8_t b[256];

	rig_one(rig, "nop; nop; mov.i32 V1, V_LANE_ID_32\n"
		     "nop; nop; mov.i16 V2, V_LANE_ID_16\n"
		     "nop; nop; mov.i8 V3, V_LANE_ID_8");
	get_v(rig, 1, w);
	get_v(rig, 2, h);
	get_v(rig, 3, b);
	for (unsigned i = 0; i < 256; i++) {
		assert_int_equal(w[i / 4], i / 4);
		assert_int_equal(h[i / 2], i / 2);
		assert_int_equal(b[i], i);
	}
}

static void mov_fills_vector_predicates(void **state)
{
	struct rig *rig = *state;
	uint8_t p[32], ones[32];

	memset(ones, 0xff, 32);
	memset(p, 0, 32);
	set_vp(rig, 3, p);
	set_s(rig, 1, 0x89abcdef);
	set_sp(rig, 1, true);
	rig_one(rig, "nop; nop; mov VP1, S1\n"
		     "nop; nop; mov VP2, SP1\n"
		     "nop; nop; mov 2 VP3, S1\n"
		     "nop; nop; mov VP4, VP0\n"
		     "nop\nnop\nmov VP5, VP1");
	get_vp(rig, 1, p);
	for (unsigned i = 0; i < 32; i++)
		assert_int_equal(p[i], 0x89abcdef >> (8 * (i % 4)) & 0xff);
	get_vp(rig, 5, p);
	assert_int_equal(p[0], 0xef);
	get_vp(rig, 2, p);
	assert_memory_equal(p, ones, 32);
	get_vp(rig, 4, p);
	assert_memory_equal(p, ones, 32);
	get_vp(rig, 3, p);
	for (unsigned i = 0; i < 32; i++)
		assert_int_equal(p[i],
				 i / 4 == 2 ? 0x89abcdef >> (8 * (i % 4)) & 0xff
					    : 0);
}

static void mov_moves_scalars_and_predicates(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 7);
	set_sp(rig, 2, true);
	rig_one(rig, "nop; mov.i32 S2, S1\n"
		     "mov.i32 S3, 0x1234\n"
		     "nop; mov SP1, S1\n"
		     "nop; mov SP3, SP2\n"
		     "nop; mov SP4, 6\n"
		     "nop; mov SP0, 0");
	assert_int_equal(get_s(rig, 2), 7);
	assert_int_equal(get_s(rig, 3), 0x1234);
	assert_true(get_sp(rig, 1));
	assert_true(get_sp(rig, 3));
	assert_false(get_sp(rig, 4));
	assert_true(get_sp(rig, 0)); /* constant */
}

static void mov_reads_the_program_counter(void **state)
{
	struct rig *rig = *state;

	rig_one(rig, "nop\nnop\nnop; mov S1, PC");
	assert_int_equal(get_s(rig, 1), 64);
}

static void predicate_logic(void **state)
{
	uint8_t a[32], b[32], d[32];
	struct rig *rig = *state;

	for (unsigned i = 0; i < 32; i++) {
		a[i] = i * 37;
		b[i] = i * 91 + 5;
	}
	set_vp(rig, 1, a);
	set_vp(rig, 2, b);
	set_sp(rig, 1, true);
	set_sp(rig, 2, false);
	rig_one(rig, "nop; and.b SP3, SP1, SP2; and.b VP3, VP1, VP2\n"
		     "nop; or.b SP4, SP1, SP2; or.b VP4, VP1, VP2\n"
		     "nop; xor.b SP5, SP1, SP1; xor.b VP5, VP1, VP2\n"
		     "nop; not.b SP6, SP2; not.b VP6, VP1");
	for (unsigned n = 3; n < 7; n++) {
		get_vp(rig, n, d);
		for (unsigned i = 0; i < 32; i++) {
			uint8_t want = n == 3	? a[i] & b[i]
				       : n == 4 ? a[i] | b[i]
				       : n == 5 ? a[i] ^ b[i]
						: ~a[i];

			assert_int_equal(d[i], want);
		}
	}
	assert_false(get_sp(rig, 3));
	assert_true(get_sp(rig, 4));
	assert_false(get_sp(rig, 5));
	assert_true(get_sp(rig, 6));
}

/* --- index registers
 * ------------------------------------------------------------ */

static void expect_i(struct rig *rig, unsigned n, int a, int b, int c, int d,
		     int e)
{
	const int32_t want[5] = {a, b, c, d, e};
	int32_t got[5];

	get_i(rig, n, got);
	for (unsigned i = 0; i < 5; i++)
		assert_int_equal(got[i], want[i]);
}

static void index_arithmetic_obeys_the_mask(void **state)
{
	struct rig *rig = *state;

	set_i(rig, 2, 10, 20, 30, 40, 50);
	for (unsigned n = 3; n < 12; n++)
		set_i(rig, n, 1, 2, 3, 4, 5);
	set_s(rig, 1, 100);
	rig_one(rig, "nop; add.i32 b00011 I3, I2, I3\n"
		     "nop; sub.i32 b11111 I4, S1, I2\n"
		     "nop; mul.i32 b10000 I5, -3, I2\n"
		     "nop; max.i32 b11111 I6, 25, I2\n"
		     "nop; min.i32 b11111 I7, 25, I2\n"
		     "nop; shl.i32 b00001 I8, I2, 3\n"
		     "nop; and.i32 b11111 I9, 6, I2\n"
		     "nop; abs.i32 b11111 I10, I3\n"
		     "nop; not.i32 b00100 I11, I2");
	expect_i(rig, 3, 11, 22, 3, 4, 5);
	expect_i(rig, 4, 90, 80, 70, 60, 50);
	expect_i(rig, 5, 1, 2, 3, 4, -150);
	expect_i(rig, 6, 25, 25, 30, 40, 50);
	expect_i(rig, 7, 10, 20, 25, 25, 25);
	expect_i(rig, 8, 80, 2, 3, 4, 5);
	expect_i(rig, 9, 2, 4, 6, 0, 2);
	expect_i(rig, 10, 11, 22, 3, 4, 5);
	expect_i(rig, 11, 1, 2, ~30, 4, 5);
}

static void set_indx_works_in_three_slots(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 77);
	for (unsigned n = 2; n < 5; n++)
		set_i(rig, n, 1, 2, 3, 4, 5);
	rig_one(rig, "set_indx I2, b00101, S1\n"
		     "nop; set_indx I3, b01000, -9\n"
		     "nop; nop; nop; set_indx I4, b11111, 0");
	expect_i(rig, 2, 77, 2, 77, 4, 5);
	expect_i(rig, 3, 1, 2, 3, -9, 5);
	expect_i(rig, 4, 0, 0, 0, 0, 0);
}

static void prmt_indx_permutes_dimensions(void **state)
{
	struct rig *rig = *state;

	set_i(rig, 2, 10, 20, 30, 40, 50);
	set_s(rig, 1, 4 | 3 << 3 | 2 << 6 | 1 << 9 | 0 << 12);
	rig_one(rig, "prmt_indx I3, I2, S1\n"
		     "nop; nop; nop; prmt_indx I4, I2, S1");
	expect_i(rig, 3, 50, 40, 30, 20, 10);
	expect_i(rig, 4, 50, 40, 30, 20, 10);
}

static void mov_irf_dim_reads_one_dimension(void **state)
{
	struct rig *rig = *state;

	set_i(rig, 2, 10, 20, 30, 40, -50);
	rig_one(rig, "nop; mov_irf_dim 4 S1, I2\nnop; mov_irf_dim 0 S2, I2\n"
		     "nop; mov.i32 b00110 I3, I2");
	assert_int_equal((int)get_s(rig, 1), -50);
	assert_int_equal(get_s(rig, 2), 10);
}

static void index_space_and_arguments_are_preset(void **state)
{
	struct rig *rig = *state;

	for (int d = 0; d < 5; d++) {
		rig->desc.tid_base[d] = d + 1;
		rig->desc.tid_size[d] = 10 * d;
	}
	rig->desc.num_srf = 32;
	for (unsigned i = 0; i < 32; i++)
		rig->desc.srf[i] = 1000 + i;
	rig_one(rig, "nop");
	expect_i(rig, 0, 1, 2, 3, 4, 5);
	expect_i(rig, 1, 0, 10, 20, 30, 40);
	for (unsigned i = 0; i < 32; i++)
		assert_int_equal(get_s(rig, i), 1000 + i);
}

/* --- guards
 * ---------------------------------------------------------------------- */

static void scalar_guards_have_a_polarity(void **state)
{
	struct rig *rig = *state;

	set_sp(rig, 1, true);
	set_sp(rig, 2, false);
	for (unsigned i = 1; i < 7; i++)
		set_s(rig, i, 0);
	rig_one(rig, "nop; mov.i32 S1, 1, SP1\n"
		     "nop; mov.i32 S2, 1, SP2\n"
		     "nop; mov.i32 S3, 1, !SP1\n"
		     "nop; mov.i32 S4, 1, !SP2\n"
		     "nop; mov.i32 S5, 1, SP0\n"
		     "nop; mov.i32 S6, 1, !SP0");
	assert_int_equal(get_s(rig, 1), 1);
	assert_int_equal(get_s(rig, 2), 0);
	assert_int_equal(get_s(rig, 3), 0);
	assert_int_equal(get_s(rig, 4), 1);
	assert_int_equal(get_s(rig, 5), 1);
	assert_int_equal(get_s(rig, 6), 0);
}

static void scalar_guards_stop_vector_work(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], d[64];

	fill_words(a, 64, 1);
	set_v(rig, 1, a);
	memset(d, 0, 256);
	set_v(rig, 2, d);
	set_v(rig, 3, d);
	set_sp(rig, 1, true);
	rig_one(rig, "nop; nop; mov.i32 V2, V1, SP1\n"
		     "nop; nop; mov.i32 V3, V1, !SP1");
	get_v(rig, 2, d);
	assert_memory_equal(a, d, 256);
	get_v(rig, 3, d);
	assert_int_equal(d[0] | d[63], 0);
}

static void vector_guards_keep_unselected_elements(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], b[64], d[64];
	uint8_t p[32];

	fill_words(a, 64, 1);
	fill_words(b, 64, 2);
	for (unsigned i = 0; i < 32; i++)
		p[i] = i % 3 ? 0xf0 : 0x0f;
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	set_v(rig, 3, b);
	set_vp(rig, 1, p);
	rig_one(rig, "nop; nop; mov.i32 V2, V1, VP1\n"
		     "nop; nop; mov.i32 V3, V1, !VP1");
	for (unsigned n = 2; n < 4; n++) {
		get_v(rig, n, d);
		for (unsigned i = 0; i < 64; i++) {
			bool bit = p[i / 2] >> (4 * (i % 2)) & 1;

			assert_int_equal(d[i], bit == (n == 2) ? a[i] : b[i]);
		}
	}
}

static void vector_guards_go_by_the_element(void **state)
{
	struct rig *rig = *state;
	uint8_t a[256], d[256], p[32];

	memset(a, 1, 256);
	memset(d, 0, 256);
	memset(p, 0x11, 32); /* lowest byte lane of every word */
	set_v(rig, 1, a);
	set_v(rig, 2, d);
	set_v(rig, 3, d);
	set_v(rig, 4, d);
	set_vp(rig, 1, p);
	rig_one(rig, "nop; nop; mov.i32 V2, V1, VP1\n"
		     "nop; nop; mov.i16 V3, V1, VP1\n"
		     "nop; nop; mov.i8 V4, V1, VP1");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i], 1);
	get_v(rig, 3, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i], i % 4 < 2);
	get_v(rig, 4, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i], i % 4 == 0);
}

static void guarded_compare_changes_selected_bits(void **state)
{
	struct rig *rig = *state;
	uint8_t guard[32], d[32];
	uint32_t a[64] = {0};

	memset(guard, 0x0f, 32);
	memset(d, 0, 32);
	set_vp(rig, 1, guard);
	set_vp(rig, 2, d);
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; cmp_eq.i32 VP2, V1, V1, VP1");
	get_vp(rig, 2, d);
	assert_memory_equal(d, guard, 32);
}

static void complementary_guards_fill_one_register(void **state)
{
	struct rig *rig = *state;
	uint32_t d[64];
	uint8_t p[32];

	memset(p, 0x0f, 32);
	set_vp(rig, 1, p);
	rig_one(rig, "nop; nop; mov.i32 V1, 5, VP1\n"
		     "nop; nop; mov.i32 V1, 6, !VP1\n"
		     "nop\nnop\nnop\nnop; nop; add.i32 V2, V1, 1");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i], i % 2 ? 7 : 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(mov_copies_vectors_in_both_slots),
		T(mov_broadcasts_scalars_by_type),
		T(lane_ids_count_lanes),
		T(mov_fills_vector_predicates),
		T(mov_moves_scalars_and_predicates),
		T(mov_reads_the_program_counter),
		T(predicate_logic),
		T(index_arithmetic_obeys_the_mask),
		T(set_indx_works_in_three_slots),
		T(prmt_indx_permutes_dimensions),
		T(mov_irf_dim_reads_one_dimension),
		T(index_space_and_arguments_are_preset),
		T(scalar_guards_have_a_polarity),
		T(scalar_guards_stop_vector_work),
		T(vector_guards_keep_unselected_elements),
		T(vector_guards_go_by_the_element),
		T(guarded_compare_changes_selected_bits),
		T(complementary_guards_fill_one_register),
	};

	return cmocka_run_group_tests_name("move", tests, NULL, NULL);
}
