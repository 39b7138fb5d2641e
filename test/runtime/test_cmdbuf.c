/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Bytes of every Gaudi packet. The words are written out by hand from the
 * public descriptions of the packets (KD gaudi_packets.h, SYN), not computed
 * from the records that the builder uses.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tpc/tpc.h"

static int setup(void **state)
{
	struct tpc_cmdbuf *cb;
	int err = tpc_cmdbuf_new_for("gaudi", &cb);

	*state = cb;
	return err;
}

static int teardown(void **state)
{
	tpc_cmdbuf_free(*state);
	return 0;
}

static void expect_words(struct tpc_cmdbuf *cb, const uint32_t *words,
			 size_t count)
{
	const uint8_t *data = tpc_cmdbuf_data(cb);
	size_t i;

	assert_string_equal(tpc_cmdbuf_message(cb), "");
	assert_int_equal(tpc_cmdbuf_error(cb), 0);
	assert_int_equal(tpc_cmdbuf_size(cb), count * 4);
	for (i = 0; i < count; i++) {
		uint32_t word;

		memcpy(&word, data + 4 * i, 4);
		assert_int_equal(word, words[i]);
	}
	tpc_cmdbuf_reset(cb);
}

#define EXPECT(cb, ...)                                     \
	do {                                                \
		const uint32_t words[] = {__VA_ARGS__};     \
		expect_words(cb, words, sizeof(words) / 4); \
	} while (0)

static void wreg32(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_wreg32(cb, 0x938, 0x12345678, 0);
	EXPECT(cb, 0x12345678, 0x41093800);
	tpc_cmdbuf_wreg32(cb, 0x81bc, 1,
			  TPC_PKT_EB | TPC_PKT_MB | TPC_PKT_PRED(31));
	EXPECT(cb, 1, 0xe181bc1f);
}

static void wreg_bulk(void **state)
{
	const uint32_t v[] = {10, 11, 12, 13, 14};
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_wreg_bulk(cb, 0xa00, v, 4, 0);
	EXPECT(cb, 2, 0x420a0000, 10, 11, 12, 13);
	/* An odd count ends in WREG_32, an odd start begins with one. */
	tpc_cmdbuf_wreg_bulk(cb, 0xa00, v, 5, 0);
	EXPECT(cb, 2, 0x420a0000, 10, 11, 12, 13, 14, 0x410a1000);
	tpc_cmdbuf_wreg_bulk(cb, 0xa04, v, 5, 0);
	EXPECT(cb, 10, 0x410a0400, 2, 0x420a0800, 11, 12, 13, 14);
	tpc_cmdbuf_wreg_bulk(cb, 0xa04, v, 2, 0);
	EXPECT(cb, 10, 0x410a0400, 11, 0x410a0800);
	tpc_cmdbuf_wreg_bulk(cb, 0xa00, v, 1, 0);
	EXPECT(cb, 10, 0x410a0000);
}

static void msg_long(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_msg_long(cb, 0x7ffc4f2240ull, 0x80000001, TPC_PKT_MB);
	EXPECT(cb, 0x80000001, 0x83000000, 0xfc4f2240, 0x7f);
	tpc_cmdbuf_msg_long(cb, 0x123456789abcdef0ull, 7,
			    TPC_PKT_WEAK | TPC_PKT_NO_SNOOP |
				    TPC_PKT_TIMESTAMP | TPC_PKT_PRED(3));
	EXPECT(cb, 7, 0x03130003, 0x9abcdef0, 0x12345678);
}

static void msg_short(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_msg_short(cb, 1, 0x240, 0x80000001,
			     TPC_PKT_EB | TPC_PKT_RB | TPC_PKT_MB);
	EXPECT(cb, 0x80000001, 0xe4400240);
	tpc_cmdbuf_msg_short(cb, 3, 0xfffc, 5, TPC_PKT_WEAK);
	EXPECT(cb, 5, 0x04c1fffc);
}

static void msg_prot(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_msg_prot(cb, 0x7ffcc04100ull, 1, TPC_PKT_MB);
	EXPECT(cb, 1, 0x87000000, 0xfcc04100, 0x7f);
}

static void fence(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_fence(cb, 0, 1, 1, 0);
	EXPECT(cb, 0x00010001, 0x08000000);
	tpc_cmdbuf_fence(cb, 3, 255, 15, TPC_PKT_PRED(2));
	EXPECT(cb, 0xc0ff000f, 0x08000002);
}

static void lin_dma(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	/* The header of the public walk-through: 0x49000008. */
	tpc_cmdbuf_lin_dma(cb, 0x20000000, 0x1000000000040ull, 4096, 0);
	EXPECT(cb, 4096, 0x49000008, 0x40, 0x10000, 0x20000000, 0);
	tpc_cmdbuf_lin_dma(cb, 0x7ff0000080ull, 0x20000000, 0xffffffff,
			   TPC_PKT_COMPLETION | TPC_PKT_EB);
	EXPECT(cb, 0xffffffff, 0x69000009, 0x20000000, 0, 0xf0000080, 0x7f);
}

static void memset_packet(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_memset(cb, 0x20000000, 0x1122334455667788ull, 64, 0);
	EXPECT(cb, 64, 0x49000018, 0x55667788, 0x11223344, 0x20000000, 0);
}

static void cp_dma(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_cp_dma(cb, 0x20000100, 0x458, 0);
	EXPECT(cb, 0x458, 0x45000000, 0x20000100, 0);
}

static void wait_packet(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_wait(cb, 2, 1, 0xabcdef, 0);
	EXPECT(cb, 0x21abcdef, 0x0d000000);
}

static void repeat(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_repeat(cb, false, true, 5, 0);
	EXPECT(cb, 0x00050002, 0x46000000);
	tpc_cmdbuf_repeat(cb, true, false, 0, 0);
	EXPECT(cb, 0x00000001, 0x46000000);
}

static void load_and_exe(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_load_and_exe(cb, 0x20000080,
				TPC_LOAD_PREDICATES | TPC_LOAD_LOAD, 0);
	EXPECT(cb, 0x100, 0x4f000000, 0x20000080, 0);
	tpc_cmdbuf_load_and_exe(cb, 0x20000080,
				TPC_LOAD_SCALARS | TPC_LOAD_LOAD |
					TPC_LOAD_EXECUTE | TPC_LOAD_UPPER,
				0);
	EXPECT(cb, 0x701, 0x4f000000, 0x20000080, 0);
}

static void arb_point(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_arb_point(cb, 3, false, 0);
	EXPECT(cb, 3, 0x0c000000);
	tpc_cmdbuf_arb_point(cb, 0, true, TPC_PKT_EB);
	EXPECT(cb, 0x80000000, 0x2c000000);
}

static void nop_and_stop(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_nop(cb, 0);
	EXPECT(cb, 0, 0x0a000000);
	tpc_cmdbuf_stop(cb, TPC_PKT_EB);
	EXPECT(cb, 0, 0x2b000000);
}

static void sync_objects(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_sob(cb, 152, TPC_SOB_SET, 0, 0);
	EXPECT(cb, 0, 0x03000000, 0xfc4f2260, 0x7f);
	tpc_cmdbuf_sob(cb, 2047, TPC_SOB_ADD, 0x7fff, TPC_PKT_MB);
	EXPECT(cb, 0x80007fff, 0x83000000, 0xfc4f3ffc, 0x7f);
}

/* Payload address, data, then the arm word: group 19, only member 0, >= 8. */
static void monitor(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_monitor(cb, 76, 152, 8, 0x7ffc528308ull, 1);
	EXPECT(cb, 0xfc528308, 0x43000000, 0xfc4f4130, 0x7f, /* low */
	       0x7f, 0x43000000, 0xfc4f4930, 0x7f,	     /* high */
	       1, 0x43000000, 0xfc4f5130, 0x7f,		     /* data */
	       (8 << 17) | 0xfe00 | 19, 0xc3000000, 0xfc4f5930, 0x7f);
}

/* Each line breaks one field; the message names packet and field. */
static void out_of_range_is_refused_by_name(void **state)
{
	struct tpc_cmdbuf *cb = *state;
	uint32_t v = 0;

#define REFUSED(call, text)                                            \
	do {                                                           \
		assert_int_equal(call, -EINVAL);                       \
		assert_non_null(strstr(tpc_cmdbuf_message(cb), text)); \
		assert_int_equal(tpc_cmdbuf_size(cb), 0);              \
		tpc_cmdbuf_reset(cb);                                  \
	} while (0)
	REFUSED(tpc_cmdbuf_wreg32(cb, 0x10000, 0, 0),
		"WREG_32: reg_offset 0x10000 is out of range 0..0xffff");
	REFUSED(tpc_cmdbuf_wreg32(cb, 0x2, 0, 0), "multiple of 4");
	REFUSED(tpc_cmdbuf_wreg32(cb, 0, 0, TPC_PKT_PRED(32)), "pred");
	REFUSED(tpc_cmdbuf_wreg32(cb, 0, 0, TPC_PKT_COMPLETION),
		"WREG_32 does not take control bits");
	REFUSED(tpc_cmdbuf_wreg_bulk(cb, 0, &v, 0, 0), "no values");
	REFUSED(tpc_cmdbuf_msg_short(cb, 4, 0, 0, 0), "MSG_SHORT: base");
	REFUSED(tpc_cmdbuf_msg_short(cb, 0, 0x10000, 0, 0), "msg_addr_offset");
	REFUSED(tpc_cmdbuf_msg_short(cb, 0, 0, 0, TPC_PKT_PRED(1)),
		"control bits");
	REFUSED(tpc_cmdbuf_fence(cb, 4, 1, 1, 0), "FENCE: id");
	REFUSED(tpc_cmdbuf_fence(cb, 0, 256, 1, 0), "target_val");
	REFUSED(tpc_cmdbuf_fence(cb, 0, 1, 16, 0),
		"FENCE: dec_val 0x10 is out of range 0..0xf");
	REFUSED(tpc_cmdbuf_lin_dma(cb, 1ull << 56, 0, 1, 0), "dst_addr");
	REFUSED(tpc_cmdbuf_wait(cb, 0, 16, 0, 0), "inc_val");
	REFUSED(tpc_cmdbuf_wait(cb, 0, 1, 1u << 24, 0), "num_cycles");
	REFUSED(tpc_cmdbuf_wait(cb, 0, 1, 1, TPC_PKT_MB), "control bits");
	REFUSED(tpc_cmdbuf_repeat(cb, false, false, 0x10000, 0), "jmp_ptr");
	REFUSED(tpc_cmdbuf_load_and_exe(cb, 0, 0, 0), "neither");
	REFUSED(tpc_cmdbuf_load_and_exe(cb, 0, 0x100, 0), "unknown bits");
	REFUSED(tpc_cmdbuf_arb_point(cb, 256, false, 0), "priority");
	REFUSED(tpc_cmdbuf_stop(cb, TPC_PKT_RB), "control bits");
	REFUSED(tpc_cmdbuf_sob(cb, 2048, 0, 0, 0), "sync object 2048");
	REFUSED(tpc_cmdbuf_sob(cb, 0, 2, 0, 0), "mode");
	REFUSED(tpc_cmdbuf_sob(cb, 0, 0, 0x8000, 0), "value");
	REFUSED(tpc_cmdbuf_monitor(cb, 512, 0, 0, 0, 0),
		"monitor 512 is out of range 0..511");
	REFUSED(tpc_cmdbuf_monitor(cb, 0, 0, 0x8000, 0, 0), "value");
#undef REFUSED
}

static void the_first_error_sticks(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_nop(cb, 0);
	assert_int_equal(tpc_cmdbuf_fence(cb, 9, 1, 1, 0), -EINVAL);
	assert_int_equal(tpc_cmdbuf_nop(cb, 0), -EINVAL);
	assert_int_equal(tpc_cmdbuf_fence(cb, 0, 999, 1, 0), -EINVAL);
	assert_int_equal(tpc_cmdbuf_error(cb), -EINVAL);
	assert_non_null(strstr(tpc_cmdbuf_message(cb), "id"));
	assert_int_equal(tpc_cmdbuf_size(cb), 8);
	tpc_cmdbuf_reset(cb);
	assert_int_equal(tpc_cmdbuf_nop(cb, 0), 0);
}

static void the_limit_is_kept(void **state)
{
	struct tpc_cmdbuf *cb = *state;

	tpc_cmdbuf_limit(cb, 40);
	assert_int_equal(tpc_cmdbuf_lin_dma(cb, 0, 0, 1, 0), 0);
	assert_int_equal(tpc_cmdbuf_msg_long(cb, 0, 0, 0), 0);
	assert_int_equal(tpc_cmdbuf_size(cb), 40);
	assert_int_equal(tpc_cmdbuf_nop(cb, 0), -EFBIG);
	assert_int_equal(tpc_cmdbuf_size(cb), 40);
	assert_non_null(strstr(tpc_cmdbuf_message(cb), "limit of 40 bytes"));
}

static void it_grows_and_keeps_what_it_has(void **state)
{
	struct tpc_cmdbuf *cb = *state;
	const uint8_t *data;
	unsigned i;

	for (i = 0; i < 50000; i++)
		assert_int_equal(tpc_cmdbuf_wreg32(cb, 0, i, 0), 0);
	data = tpc_cmdbuf_data(cb);
	for (i = 0; i < 50000; i++) {
		uint32_t word;

		memcpy(&word, data + 8 * i, 4);
		assert_int_equal(word, i);
	}
}

static void unknown_chips_have_no_builder(void **state)
{
	struct tpc_cmdbuf *cb = (void *)0x55;

	assert_int_equal(tpc_cmdbuf_new_for("goya", &cb), -EOPNOTSUPP);
	assert_ptr_equal(cb, (void *)0x55);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(wreg32),
		TEST(wreg_bulk),
		TEST(msg_long),
		TEST(msg_short),
		TEST(msg_prot),
		TEST(fence),
		TEST(lin_dma),
		TEST(memset_packet),
		TEST(cp_dma),
		TEST(wait_packet),
		TEST(repeat),
		TEST(load_and_exe),
		TEST(arb_point),
		TEST(nop_and_stop),
		TEST(sync_objects),
		TEST(monitor),
		TEST(out_of_range_is_refused_by_name),
		TEST(the_first_error_sticks),
		TEST(the_limit_is_kept),
		TEST(it_grows_and_keeps_what_it_has),
		cmocka_unit_test(unknown_chips_have_no_builder),
	};

	return cmocka_run_group_tests_name("cmdbuf", tests, NULL, NULL);
}
