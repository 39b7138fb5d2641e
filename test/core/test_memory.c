/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Local memories, tensors, global addresses, configuration space.
 */
#include "rig.h"
#include "tpc/cb.h"

#define T(f) cmocka_unit_test_setup_teardown(f, rig_setup, rig_teardown)

enum { DT_I8, DT_I16, DT_I32, DT_U8, DT_U16, DT_U32, DT_BF16, DT_F32 };

/* --- local
 * ------------------------------------------------------------------------ */

static void slm_keeps_words_and_predicates(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 0x100);
	set_s(rig, 2, 0xcafe);
	set_sp(rig, 1, true);
	rig_one(rig, "nop; nop; nop; st_l S1, S2\n"
		     "nop; nop; nop; st_l 0x3fc, SP1\n"
		     "ld_l S3, 0x100\nld_l S4, 0x3fc\nld_l SP2, S1\n"
		     "ld_l SP3, 0x3fc");
	assert_int_equal(get_s(rig, 3), 0xcafe);
	assert_int_equal(get_s(rig, 4), 1);
	assert_false(get_sp(rig, 2));
	assert_true(get_sp(rig, 3));
}

static void local_memory_survives_between_runs(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, 5);
	rig_one(rig, "nop; nop; nop; st_l 0, S1");
	rig_one(rig, "ld_l S2, 0");
	assert_int_equal(get_s(rig, 2), 5);
}

static void vlm_keeps_vectors_and_halves(void **state)
{
	struct rig *rig = *state;
	uint8_t a[256], b[256], d[256];

	for (unsigned i = 0; i < 256; i++) {
		a[i] = i;
		b[i] = 255 - i;
	}
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	set_v(rig, 4, b);
	set_s(rig, 1, 0x13f00); /* the last one of 80 KiB */
	rig_one(rig, "nop; nop; nop; st_l_v S1, V1\n"
		     "ld_l_v V3, 0x13f00\n"
		     "ld_l_v_low V4, 0x13f80\n"
		     "nop; nop; nop; st_l_v_high 0x200, V1\n"
		     "nop; nop; nop; st_l_v_low 0x280, V1\n"
		     "ld_l_v V5, 0x200\n"
		     "ld_l_v_high V6, 0x200");
	get_v(rig, 3, d);
	assert_memory_equal(d, a, 256);
	get_v(rig, 4, d);
	assert_memory_equal(d, a + 128, 128);
	assert_memory_equal(d + 128, b + 128, 128);
	get_v(rig, 5, d);
	assert_memory_equal(d, a + 128, 128);
	assert_memory_equal(d + 128, a, 128);
	get_v(rig, 6, d);
	assert_memory_equal(d + 128, a + 128, 128);
}

static void vlm_keeps_predicates(void **state)
{
	struct rig *rig = *state;
	uint8_t p[32], d[32];

	for (unsigned i = 0; i < 32; i++)
		p[i] = i * 11;
	set_vp(rig, 1, p);
	rig_one(rig, "nop; nop; nop; st_l_v 0x300, VP1\nld_l_v VP2, 0x300");
	get_vp(rig, 2, d);
	assert_memory_equal(p, d, 32);
}

static void guarded_vlm_load_merges(void **state)
{
	struct rig *rig = *state;
	uint8_t a[256], b[256], d[256], p[32];

	memset(a, 1, 256);
	memset(b, 2, 256);
	memset(p, 0xaa, 32);
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	set_vp(rig, 1, p);
	rig_one(rig, "nop; nop; nop; st_l_v 0, V1\nld_l_v V2, 0, VP1");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i], i % 2 ? 1 : 2);
}

/* --- tensors
 * ------------------------------------------------------------------------ */

static void ld_tnsr_reads_along_dimension_0(void **state)
{
	struct rig *rig = *state;
	uint32_t *m = rig_at(rig, RIG_DATA), d[64];

	for (unsigned i = 0; i < 100 * 7 * 3; i++)
		m[i] = i;
	rig_tensor(rig, 5, DT_I32, RIG_DATA, 3, 100, 7, 3);
	set_i(rig, 2, 20, 4, 2, 0, 0);
	rig_one(rig, "ld_tnsr V1, 5, I2");
	get_v(rig, 1, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i], 2 * 700 + 4 * 100 + 20 + i);
}

static void each_element_width_has_its_vector_length(void **state)
{
	struct rig *rig = *state;
	uint8_t *m = rig_at(rig, RIG_DATA), d[256];

	for (unsigned i = 0; i < 4096; i++)
		m[i] = i * 7;
	for (unsigned type = DT_I8; type <= DT_F32; type++) {
		static const unsigned width[] = {1, 2, 4, 1, 2, 4, 2, 4};

		rig_tensor(rig, 0, type, RIG_DATA, 1, 4096 / width[type]);
		set_i(rig, 2, 3, 0, 0, 0, 0);
		rig_one(rig, "ld_tnsr V1, 0, I2");
		get_v(rig, 1, d);
		assert_memory_equal(d, m + 3 * width[type], 256);
	}
}

static void loads_outside_give_the_padding(void **state)
{
	struct rig *rig = *state;
	uint32_t *m = rig_at(rig, RIG_DATA), d[64];

	for (unsigned i = 0; i < 400; i++)
		m[i] = 1000 + i;
	rig_tensor(rig, 0, DT_I32, RIG_DATA, 2, 100, 4);
	rig->desc.tensor[0].pad = 0xabad1dea;
	set_i(rig, 2, -10, 1, 0, 0, 0);
	set_i(rig, 3, 90, 1, 0, 0, 0);
	set_i(rig, 4, 0, -1, 0, 0, 0);
	set_i(rig, 5, 0, 0, 0, 1, 0);
	set_i(rig, 6, -64, 0, 0, 0, 0);
	rig_one(rig, "ld_tnsr V1, 0, I2\nld_tnsr V2, 0, I3\n"
		     "ld_tnsr V3, 0, I4\nld_tnsr V4, 0, I5\n"
		     "ld_tnsr V5, 0, I6");
	get_v(rig, 1, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i], i < 10 ? 0xabad1dea : 1090 + i);
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i], i < 10 ? 1190 + i : 0xabad1dea);
	for (unsigned n = 3; n < 6; n++) {
		get_v(rig, n, d);
		for (unsigned i = 0; i < 64; i++)
			assert_int_equal(d[i], 0xabad1dea);
	}
}

static void padding_is_cut_to_the_element(void **state)
{
	struct rig *rig = *state;
	uint8_t d[256];

	rig_tensor(rig, 0, DT_I8, RIG_DATA, 1, 4);
	rig->desc.tensor[0].pad = 0x12345678;
	set_i(rig, 2, 100, 0, 0, 0, 0);
	rig_one(rig, "ld_tnsr V1, 0, I2");
	get_v(rig, 1, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i], 0x78);
}

static void stores_outside_are_dropped(void **state)
{
	struct rig *rig = *state;
	uint32_t *m = rig_at(rig, RIG_DATA), a[64];

	for (unsigned i = 0; i < 64; i++)
		a[i] = 500 + i;
	memset(m, 0, 4096);
	rig_tensor(rig, 0, DT_I32, RIG_DATA + 400, 2, 100, 2);
	set_v(rig, 1, a);
	set_i(rig, 2, -60, 1, 0, 0, 0);
	set_i(rig, 3, 97, 0, 0, 0, 0);
	set_i(rig, 4, 0, 2, 0, 0, 0);
	set_i(rig, 5, 0, 0, -1, 0, 0);
	rig_one(rig, "nop; nop; nop; st_tnsr 0, I2, V1\n"
		     "nop; nop; nop; st_tnsr 0, I3, V1\n"
		     "nop; nop; nop; st_tnsr 0, I4, V1\n"
		     "nop; nop; nop; st_tnsr 0, I5, V1");
	for (unsigned i = 0; i < 1024; i++) {
		uint32_t want = i >= 197 && i < 200   ? 500 + i - 197
				: i >= 200 && i < 204 ? 560 + i - 200
						      : 0;

		assert_int_equal(m[i], want);
	}
}

static void strided_dimension_0_gathers(void **state)
{
	struct rig *rig = *state;
	uint16_t *m = rig_at(rig, RIG_DATA), d[128];

	for (unsigned i = 0; i < 1024; i++)
		m[i] = i;
	rig_tensor(rig, 0, DT_U16, RIG_DATA, 1, 256);
	rig->desc.tensor[0].dim[0].stride = 3;
	set_i(rig, 2, 2, 0, 0, 0, 0);
	rig_one(rig, "ld_tnsr V1, 0, I2");
	get_v(rig, 1, d);
	for (unsigned i = 0; i < 128; i++)
		assert_int_equal(d[i], 3 * (i + 2));
}

static void halves_load_and_store_128_bytes(void **state)
{
	struct rig *rig = *state;
	uint8_t *m = rig_at(rig, RIG_DATA), d[256];

	for (unsigned i = 0; i < 256; i++)
		m[i] = i;
	rig_tensor(rig, 0, DT_U8, RIG_DATA, 1, 1024);
	set_i(rig, 2, 10, 0, 0, 0, 0);
	set_i(rig, 3, 512, 0, 0, 0, 0);
	memset(d, 0xee, 256);
	set_v(rig, 1, d);
	set_v(rig, 2, d);
	rig_one(rig, "ld_tnsr_low V1, 0, I2\nnop\nld_tnsr_high V2, 0, I2\n"
		     "nop; nop; nop; st_tnsr_high 0, I3, V2");
	get_v(rig, 1, d);
	assert_memory_equal(d, m + 10, 128);
	assert_int_equal(d[128], 0xee);
	get_v(rig, 2, d);
	assert_memory_equal(d + 128, m + 10, 128);
	assert_int_equal(d[127], 0xee);
	assert_memory_equal(m + 512, m + 10, 128);
	assert_int_equal(m[640], 0);
}

static void partial_moves_some_lanes(void **state)
{
	struct rig *rig = *state;
	uint32_t *m = rig_at(rig, RIG_DATA), d[64];

	for (unsigned i = 0; i < 256; i++)
		m[i] = i;
	rig_tensor(rig, 0, DT_I32, RIG_DATA, 1, 1024);
	set_i(rig, 2, 100, 0, 0, 0, 0);
	set_i(rig, 3, 500, 0, 0, 0, 0);
	memset(d, 0xff, 256);
	set_v(rig, 1, d);
	set_s(rig, 30, 8 << 8 | 4); /* 5 elements from lane 8 */
	set_s(rig, 31, 9 << 8 | 1); /* 2 elements from lane 9 */
	rig_one(rig, "ld_tnsr V1, 0, I2, S30\nnop\n"
		     "nop; nop; nop; st_tnsr 0, I3, V1, S31");
	get_v(rig, 1, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i],
				 i >= 8 && i < 13 ? 100 + i - 8 : 0xffffffff);
	assert_int_equal(m[499], 0);
	assert_int_equal(m[500], 101);
	assert_int_equal(m[501], 102);
	assert_int_equal(m[502], 0);
}

static void partial_may_move_all_lanes(void **state)
{
	struct rig *rig = *state;
	uint32_t *m = rig_at(rig, RIG_DATA), d[64];

	for (unsigned i = 0; i < 64; i++)
		m[i] = i;
	rig_tensor(rig, 0, DT_I32, RIG_DATA, 1, 64);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	set_s(rig, 30, 63);
	rig_one(rig, "ld_tnsr V1, 0, I2, S30");
	get_v(rig, 1, d);
	assert_memory_equal(d, m, 256);
	/* and no more than there are */
	set_s(rig, 30, 1 << 8 | 63);
	rig_run(rig, "ld_tnsr V1, 0, I2, S30\nnop\nnop\nnop\nhalt");
	assert_int_equal(rig->result.stop, TPC_CORE_UNSUPPORTED);
	assert_non_null(strstr(rig->result.message, "64 elements at lane 1"));
}

/* However large a dimension is, negative coordinates are outside. */
static void rows_before_the_first_are_outside(void **state)
{
	struct rig *rig = *state;
	uint32_t d[64];

	rig_tensor(rig, 0, DT_I32, RIG_DATA, 2, 64, UINT32_MAX);
	rig->desc.tensor[0].pad = 0x55;
	set_i(rig, 2, 0, -2, 0, 0, 0);
	rig_one(rig, "ld_tnsr V1, 0, I2");
	get_v(rig, 1, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i], 0x55);
}

static void pack_stores_even_then_odd_halves(void **state)
{
	struct rig *rig = *state;
	uint16_t *m = rig_at(rig, RIG_DATA), a[128];

	for (unsigned i = 0; i < 128; i++)
		a[i] = i;
	set_v(rig, 1, a);
	rig_tensor(rig, 0, DT_BF16, RIG_DATA, 1, 128);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	rig_one(rig, "nop; nop; nop; st_tnsr pack 0, I2, V1");
	for (unsigned i = 0; i < 128; i++)
		assert_int_equal(m[i], i < 64 ? 2 * i : 2 * (i - 64) + 1);
}

static void tensor_number_can_come_from_a_register(void **state)
{
	struct rig *rig = *state;
	uint32_t *m = rig_at(rig, RIG_DATA), d[64];

	for (unsigned i = 0; i < 64; i++)
		m[i] = i * 3;
	rig_tensor(rig, 11, DT_I32, RIG_DATA, 1, 64);
	rig_tensor(rig, 12, DT_I32, RIG_DATA + 0x1000, 1, 64);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	set_s(rig, 27, 11);
	set_s(rig, 28, 12);
	rig_one(rig, "ld_tnsr V1, S27, I2\n"
		     "nop; nop; nop; st_tnsr S28, I2, V1");
	get_v(rig, 1, d);
	assert_memory_equal(d, m, 256);
	assert_memory_equal(rig_at(rig, RIG_DATA + 0x1000), m, 256);
}

static void rmw(struct rig *rig, unsigned op, unsigned type, const void *old,
		const void *value)
{
	rig_tensor(rig, 0, type, RIG_DATA, 1, 128);
	memcpy(rig_at(rig, RIG_DATA), old, 256);
	set_v(rig, 1, value);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	set_s(rig, 29, type | op << 4 | 1 << 6);
	rig_one(rig, "nop; nop; nop; st_tnsr 0, I2, V1, S29");
}

static void reductions_combine_with_memory(void **state)
{
	struct rig *rig = *state;
	int32_t *m = rig_at(rig, RIG_DATA), a[64], b[64];

	for (int i = 0; i < 64; i++) {
		a[i] = i * 100 - 3000;
		b[i] = (i * 77) % 301 - 150;
	}
	for (unsigned op = 0; op < 4; op++) {
		rmw(rig, op, DT_I32, a, b);
		for (unsigned i = 0; i < 64; i++) {
			int32_t want = op == 0	 ? a[i] + b[i]
				       : op == 1 ? a[i] - b[i]
				       : op == 2 ? (a[i] < b[i] ? a[i] : b[i])
						 : (a[i] > b[i] ? a[i] : b[i]);

			assert_int_equal(m[i], want);
		}
	}
}

static void reductions_add_floats(void **state)
{
	struct rig *rig = *state;
	float *m = rig_at(rig, RIG_DATA), a[64], b[64];

	for (unsigned i = 0; i < 64; i++) {
		a[i] = (float)i * 0.1f;
		b[i] = 1.0f / (float)(i + 1);
	}
	rmw(rig, 0, DT_F32, a, b);
	for (unsigned i = 0; i < 64; i++)
		assert_true(m[i] == a[i] + b[i]);
}

static void descriptor_can_ask_for_a_reduction(void **state)
{
	struct rig *rig = *state;
	int32_t *m = rig_at(rig, RIG_DATA), a[64];

	for (int i = 0; i < 64; i++)
		m[i] = a[i] = i;
	rig_tensor(rig, 0, DT_I32, RIG_DATA, 1, 64);
	rig->desc.tensor[0].config |=
		TPC_GAUDI_TPC_DESC_TENSOR_TENSOR_CONFIG_RMW_SET_MASK;
	set_v(rig, 1, a);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	rig_one(rig, "nop; nop; nop; st_tnsr 0, I2, V1");
	for (int i = 0; i < 64; i++)
		assert_int_equal(m[i], 2 * i);
}

/* --- addresses
 * ------------------------------------------------------------------------ */

static void gen_addr_and_ld_g_read_one_element(void **state)
{
	struct rig *rig = *state;
	int16_t *m = rig_at(rig, RIG_DATA);
	int16_t d[128];

	for (int i = 0; i < 1000; i++)
		m[i] = (int16_t)(i - 500);
	rig_tensor(rig, 3, DT_I16, RIG_DATA, 2, 100, 10);
	set_i(rig, 2, 7, 2, 0, 0, 0);
	rig_one(rig, "gen_addr AD1, 3, I2\nnop\nnop\nnop\nnop\nnop\nnop\n"
		     "ld_g S1, AD1\nld_g V1, AD1\nld_g SP1, AD1\n"
		     "prefetch AD1");
	assert_int_equal((int)get_s(rig, 1), 207 - 500);
	get_v(rig, 1, d);
	for (unsigned i = 0; i < 128; i++)
		assert_int_equal(d[i], 207 - 500);
	assert_true(get_sp(rig, 1)); /* -293 is odd */
}

static void st_g_writes_one_element(void **state)
{
	struct rig *rig = *state;
	uint8_t *m = rig_at(rig, RIG_DATA);

	rig_tensor(rig, 3, DT_U8, RIG_DATA, 1, 100);
	set_i(rig, 2, 7, 0, 0, 0, 0);
	set_s(rig, 1, 0x1234);
	rig_one(rig, "nop; nop; nop; gen_addr AD1, 3, I2\n"
		     "nop\nnop\nnop\nnop\nnop\nnop\n"
		     "nop; nop; nop; st_g AD1, S1");
	assert_int_equal(m[6], 0);
	assert_int_equal(m[7], 0x34);
	assert_int_equal(m[8], 0);
}

static void addresses_outside_memory_reach_registers(void **state)
{
	struct rig *rig = *state;

	rig->lbw_addr = 0x7c000040;
	rig->lbw_value = 99;
	rig_tensor(rig, 0, DT_U32, 0x7c000000, 1, 100);
	set_i(rig, 2, 16, 0, 0, 0, 0);
	set_s(rig, 1, 55);
	rig_one(rig, "gen_addr AD1, 0, I2\nnop\nnop\nnop\nnop\nnop\nnop\n"
		     "ld_g S2, AD1\n"
		     "nop; nop; nop; st_g AD1, S1");
	assert_int_equal(get_s(rig, 2), 99);
	assert_int_equal(rig->lbw_value, 55);
}

static void mmio_reaches_the_configuration_space(void **state)
{
	struct rig *rig = *state;

	rig->cfg[0x10] = 1234;
	set_s(rig, 1, 4321);
	rig_one(rig, "ld_l mmio S2, 0x40\nnop; nop; nop; st_l mmio 0x44, S1");
	assert_int_equal(get_s(rig, 2), 1234);
	assert_int_equal(rig->cfg[0x11], 4321);
}

static void mmio_changes_the_rounding_mode(void **state)
{
	struct rig *rig = *state;
	char text[128];

	set_s(rig, 1, 2); /* towards plus infinity */
	set_s(rig, 2, 0x3f800000);
	set_s(rig, 3, 0x30000000);
	snprintf(text, sizeof(text),
		 "nop; nop; nop; st_l mmio 0x%x, S1\nnop\nnop\n"
		 "nop; add.f32 S4, S2, S3\nhalt",
		 (unsigned)TPC_GAUDI_TPC_CFG_ROUND_CSR);
	rig_ok(rig, text);
	assert_int_equal(get_s(rig, 4), 0x3f800001);
}

static void aso_counts_the_semaphore(void **state)
{
	struct rig *rig = *state;

	rig->cfg[TPC_GAUDI_TPC_CFG_SEMAPHORE / 4] = 10;
	rig_one(rig, "nop; nop; nop; aso\nnop; nop; nop; aso\n"
		     "nop; nop; nop; aso dec\nnop; nop; nop; cache_flush\n"
		     "nop; nop; nop; cache_invalidate");
	assert_int_equal(rig->cfg[TPC_GAUDI_TPC_CFG_SEMAPHORE / 4], 11);
}

static void guards_stop_memory_accesses(void **state)
{
	struct rig *rig = *state;
	uint32_t *m = rig_at(rig, RIG_DATA), a[64];

	memset(a, 1, 256);
	set_v(rig, 1, a);
	set_sp(rig, 1, false);
	set_s(rig, 1, 3);
	rig_tensor(rig, 0, DT_I32, RIG_DATA, 1, 64);
	set_i(rig, 2, 0, 0, 0, 0, 0);
	set_i(rig, 3, 0, 0, 0, 0, 0);
	rig_one(rig, "nop; nop; nop; st_tnsr 0, I2, V1, SP1\n"
		     "nop; nop; nop; st_l 8, S1, SP1\n"
		     "ld_l S2, 0x7fffffff, SP1\n"
		     "ld_tnsr V1, 0, I2, SP1");
	assert_int_equal(m[0], 0);
	get_v(rig, 1, a);
	assert_int_equal(a[0], 0x01010101);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(slm_keeps_words_and_predicates),
		T(local_memory_survives_between_runs),
		T(vlm_keeps_vectors_and_halves),
		T(vlm_keeps_predicates),
		T(guarded_vlm_load_merges),
		T(ld_tnsr_reads_along_dimension_0),
		T(each_element_width_has_its_vector_length),
		T(loads_outside_give_the_padding),
		T(padding_is_cut_to_the_element),
		T(stores_outside_are_dropped),
		T(strided_dimension_0_gathers),
		T(halves_load_and_store_128_bytes),
		T(partial_moves_some_lanes),
		T(partial_may_move_all_lanes),
		T(rows_before_the_first_are_outside),
		T(pack_stores_even_then_odd_halves),
		T(tensor_number_can_come_from_a_register),
		T(reductions_combine_with_memory),
		T(reductions_add_floats),
		T(descriptor_can_ask_for_a_reduction),
		T(gen_addr_and_ld_g_read_one_element),
		T(st_g_writes_one_element),
		T(addresses_outside_memory_reach_registers),
		T(mmio_reaches_the_configuration_space),
		T(mmio_changes_the_rounding_mode),
		T(aso_counts_the_semaphore),
		T(guards_stop_memory_accesses),
	};

	return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
