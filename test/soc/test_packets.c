/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Packets and registers as tables: encodings against words written out by
 * hand, every field both ways, and the look-ups by name and address.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tpc/cb.h"

static uint32_t word(const uint8_t *buf, unsigned i)
{
	return buf[4 * i] | (uint32_t)buf[4 * i + 1] << 8 |
	       (uint32_t)buf[4 * i + 2] << 16 | (uint32_t)buf[4 * i + 3] << 24;
}

/* The header words that the driver's own sequences are known to have. */
static void known_encodings(void **state)
{
	uint8_t buf[32];
	struct tpc_gaudi_lin_dma dma = {.tsize = 0x1000,
					.lin = 1,
					.reg_barrier = 1,
					.src_addr = 0x1000000200000,
					.dst_addr = 0x20000000};
	struct tpc_gaudi_wreg_32 wreg = {
		.value = 5, .reg_offset = 0x938, .pred = 3, .msg_barrier = 1};
	struct tpc_gaudi_fence fence = {.id = 2, .dec_val = 1, .target_val = 1};
	struct tpc_gaudi_msg_short msg = {.value = 0x80000001,
					  .msg_addr_offset = 0x120,
					  .base = 3,
					  .eng_barrier = 1};

	assert_int_equal(tpc_gaudi_lin_dma_pack(&dma, buf), 24);
	assert_int_equal(word(buf, 0), 0x1000);
	assert_int_equal(word(buf, 1), 0x49000008);
	assert_int_equal(word(buf, 2), 0x00200000);
	assert_int_equal(word(buf, 3), 0x10000);
	assert_int_equal(word(buf, 4), 0x20000000);
	assert_int_equal(word(buf, 5), 0);
	assert_int_equal(tpc_gaudi_wreg_32_pack(&wreg, buf), 8);
	assert_int_equal(word(buf, 1), 0x81093803);
	assert_int_equal(tpc_gaudi_fence_pack(&fence, buf), 8);
	assert_int_equal(word(buf, 0), 0x80010001);
	assert_int_equal(word(buf, 1), 0x08000000);
	assert_int_equal(tpc_gaudi_msg_short_pack(&msg, buf), 8);
	assert_int_equal(word(buf, 1), 0x24c00120);
}

struct codec {
	const char *name;
	size_t (*pack)(const void *, void *);
	int (*unpack)(const void *, size_t, void *);
};

#define CODEC(upper, lower)                                               \
	static size_t pack_##lower(const void *in, void *buf)             \
	{                                                                 \
		return tpc_gaudi_##lower##_pack(in, buf);                 \
	}                                                                 \
	static int unpack_##lower(const void *buf, size_t len, void *out) \
	{                                                                 \
		return tpc_gaudi_##lower##_unpack(buf, len, out);         \
	}                                                                 \
	static const struct codec codec_##lower = {upper, pack_##lower,   \
						   unpack_##lower}

CODEC("WREG_32", wreg_32);
CODEC("WREG_BULK", wreg_bulk);
CODEC("MSG_LONG", msg_long);
CODEC("MSG_SHORT", msg_short);
CODEC("CP_DMA", cp_dma);
CODEC("REPEAT", repeat);
CODEC("MSG_PROT", msg_prot);
CODEC("FENCE", fence);
CODEC("LIN_DMA", lin_dma);
CODEC("NOP", nop);
CODEC("STOP", stop);
CODEC("ARB_POINT", arb_point);
CODEC("WAIT", wait);
CODEC("LOAD_AND_EXE", load_and_exe);

static const struct codec *const codecs[] = {
	&codec_wreg_32, &codec_wreg_bulk,    &codec_msg_long, &codec_msg_short,
	&codec_cp_dma,	&codec_repeat,	     &codec_msg_prot, &codec_fence,
	&codec_lin_dma, &codec_nop,	     &codec_stop,     &codec_arb_point,
	&codec_wait,	&codec_load_and_exe,
};

#define NUM_CODECS (sizeof(codecs) / sizeof(codecs[0]))

static const struct tpc_cb_packet *by_name(const struct tpc_cb *cb,
					   const char *name)
{
	unsigned i;

	for (i = 0; i < cb->num_packets; i++)
		if (!strcmp(cb->packets[i].name, name))
			return &cb->packets[i];
	fail_msg("no packet %s", name);
	return NULL;
}

static void set_member(const struct tpc_cb_field *f, void *in, uint64_t value)
{
	/* The host is little-endian where this test runs. */
	memcpy((char *)in + f->member, &value, f->member_size);
}

static uint64_t get_member(const struct tpc_cb_field *f, const void *in)
{
	uint64_t value = 0;

	memcpy(&value, (const char *)in + f->member, f->member_size);
	return value;
}

static uint64_t ones(unsigned width)
{
	return width == 64 ? ~0ull : (1ull << width) - 1;
}

/* One field at a time: exactly its bits change, and it comes back. */
static void every_field_both_ways(void **state)
{
	const struct tpc_cb *cb = tpc_cb_get("gaudi");
	uint64_t in[8], out[8];
	uint8_t zero[64], buf[64];
	unsigned c, i, k;

	assert_int_equal(cb->num_packets, NUM_CODECS);
	for (c = 0; c < NUM_CODECS; c++) {
		const struct tpc_cb_packet *p = by_name(cb, codecs[c]->name);

		memset(in, 0, sizeof(in));
		assert_int_equal(codecs[c]->pack(in, zero), p->size);
		for (i = 0; i < p->num_fields; i++) {
			const struct tpc_cb_field *f = &p->fields[i];
			unsigned bits = 0;

			memset(in, 0, sizeof(in));
			set_member(f, in, ones(f->width));
			assert_int_equal(codecs[c]->pack(in, buf), p->size);
			for (k = 0; k < p->size; k++)
				bits += (unsigned)__builtin_popcount(buf[k] ^
								     zero[k]);
			assert_int_equal(bits, f->width);
			assert_int_equal(tpc_cb_field_get(f, buf),
					 ones(f->width));
			memset(out, 0xff, sizeof(out));
			assert_int_equal(codecs[c]->unpack(buf, p->size, out),
					 0);
			for (k = 0; k < p->num_fields; k++)
				assert_int_equal(get_member(&p->fields[k], out),
						 get_member(&p->fields[k], in));
		}
	}
}

static void oversize_member_packs_nothing(void **state)
{
	struct tpc_gaudi_fence fence = {.dec_val = 16};
	struct tpc_gaudi_lin_dma dma = {.dst_addr = 1ull << 56};
	uint8_t buf[24];

	memset(buf, 0xaa, sizeof(buf));
	assert_int_equal(tpc_gaudi_fence_pack(&fence, buf), 0);
	assert_int_equal(tpc_gaudi_lin_dma_pack(&dma, buf), 0);
	assert_int_equal(buf[0], 0xaa);
	assert_int_equal(buf[23], 0xaa);
}

static void unpack_refuses_other_packets_and_short_ones(void **state)
{
	struct tpc_gaudi_nop nop = {0};
	struct tpc_gaudi_stop stop;
	struct tpc_gaudi_lin_dma dma;
	uint8_t buf[24] = {0};

	tpc_gaudi_nop_pack(&nop, buf);
	assert_int_equal(tpc_gaudi_stop_unpack(buf, 8, &stop), -EILSEQ);
	assert_int_equal(tpc_gaudi_lin_dma_unpack(buf, 16, &dma), -ENODATA);
	assert_int_equal(tpc_gaudi_nop_unpack(buf, 7, &nop), -ENODATA);
}

static void parse_finds_lengths(void **state)
{
	const struct tpc_cb *cb = tpc_cb_get("gaudi");
	const struct tpc_cb_packet *p;
	struct tpc_gaudi_wreg_bulk bulk = {.size64 = 3};
	uint8_t buf[64] = {0};
	size_t size;

	tpc_gaudi_wreg_bulk_pack(&bulk, buf);
	assert_int_equal(tpc_cb_parse(cb, buf, 32, &p, &size), 0);
	assert_string_equal(p->name, "WREG_BULK");
	assert_int_equal(size, 32);
	assert_int_equal(tpc_cb_parse(cb, buf, 31, &p, &size), -ENODATA);
	assert_non_null(p);
	assert_int_equal(tpc_cb_parse(cb, buf, 4, &p, &size), -ENODATA);
	assert_null(p);
	memset(buf, 0, sizeof(buf));
	assert_int_equal(tpc_cb_parse(cb, buf, 64, &p, &size), -EILSEQ);
}

static void packet_names(void **state)
{
	const struct tpc_cb *cb = tpc_cb_get("gaudi");

	assert_string_equal(
		tpc_cb_packet_name(cb, TPC_GAUDI_PACKET_LOAD_AND_EXE),
		"LOAD_AND_EXE");
	assert_null(tpc_cb_packet_name(cb, 0));
	assert_null(tpc_cb_get("gaudi9"));
}

static void known_addresses(void **state)
{
	assert_int_equal(TPC_GAUDI_TPC_CFG_BASE(1) +
				 TPC_GAUDI_TPC_CFG_TPC_EXECUTE,
			 0x7FFCE46938ull);
	assert_int_equal(TPC_GAUDI_TPC_CFG_QM_TENSOR_DIM_SIZE(2, 3),
			 0xA00 + 0x38 * 2 + 0x10 + 8 * 3);
	assert_int_equal(TPC_GAUDI_TPC_CFG_QM_SRF(31), 0xE3C);
	assert_int_equal(TPC_GAUDI_TPC_CFG_KERNEL_KERNEL_CONFIG, 0x7B8);
	assert_int_equal(TPC_GAUDI_TPC_DESC_SIZE, 0x440);
	assert_int_equal(TPC_GAUDI_TPC_QM_BASE(0) +
				 TPC_GAUDI_QM_CP_FENCE_RDATA(0, 4),
			 0x7FFCE08318ull);
	assert_int_equal(TPC_GAUDI_DMA_QM_BASE(1) +
				 TPC_GAUDI_QM_CP_FENCE_RDATA(0, 0),
			 0x7FFC528308ull);
	assert_int_equal(TPC_GAUDI_QM_CQ_PTR_LO(4), 0x1B4);
	assert_int_equal(TPC_GAUDI_DMA_CORE_SRC_STRIDE(4), 0x48);
	assert_int_equal(TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_E_N) +
				 TPC_GAUDI_SYNC_MNGR_SOB_OBJ(3),
			 0x7FFC4F200Cull);
	assert_int_equal(TPC_GAUDI_QUEUE_TPC_7, 69);
	assert_int_equal(TPC_GAUDI_NUM_QUEUES, 113);
	assert_int_equal(TPC_GAUDI_QUEUE_DMA_7, 29);
	assert_int_equal(TPC_GAUDI_QUEUE_MME_1, 37);
}

static void check_name(const struct tpc_cb *cb, const char *name,
		       uint64_t address)
{
	uint64_t found = 0;
	char text[96];

	assert_int_equal(tpc_reg_find(cb, name, &found), 0);
	assert_int_equal(found, address);
	assert_int_equal(tpc_reg_name(cb, address, text, sizeof(text)), 0);
	assert_string_equal(text, name);
}

static void registers_by_name(void **state)
{
	const struct tpc_cb *cb = tpc_cb_get("gaudi");
	uint64_t found;

	check_name(cb, "TPC3_CFG.TPC_EXECUTE", 0x7FFCEC6938ull);
	check_name(cb, "TPC0_CFG.QM_TENSOR_15_DIM_4_STRIDE", 0x7FFCE06D7Cull);
	check_name(cb, "DMA0_QM.PQ_PI_0", 0x7FFC5080A0ull);
	check_name(cb, "MME2_QM.CP_FENCE3_RDATA_4", 0x7FFC168354ull);
	check_name(cb, "SYNC_MNGR_E_N.MON_ARM_511", 0x7FFC4F5FFCull);
	check_name(cb, "DMA7_CORE.SRC_TSIZE_1", 0x7FFC5E002Cull);
	check_name(cb, "DMA7_CORE.SRC_TSIZE_0", 0x7FFC5E004Cull);
	check_name(cb, "PCIE_CORE.MSI_REQ", 0x7FFCC04100ull);
	assert_int_equal(tpc_reg_find(cb, "tpc3_cfg.tpc_execute", &found), 0);
	assert_int_equal(tpc_reg_find(cb, "TPC8_CFG.TPC_EXECUTE", &found),
			 -ENOENT);
	assert_int_equal(tpc_reg_find(cb, "TPC0_CFG.QM_SRF_32", &found),
			 -ENOENT);
	assert_int_equal(tpc_reg_find(cb, "TPC0_CFG.QM_SRF_", &found), -ENOENT);
	assert_int_equal(tpc_reg_find(cb, "DMA0_CORE.SRC_TSIZE_5", &found),
			 -ENOENT);
	assert_int_equal(tpc_reg_find(cb, "TPC_EXECUTE", &found), -ENOENT);
}

static void addresses_without_register(void **state)
{
	const struct tpc_cb *cb = tpc_cb_get("gaudi");
	char text[96];

	assert_int_equal(
		tpc_reg_name(cb, 0x7FFCE067F4ull + 0x100, text, sizeof(text)),
		-ENOENT);
	assert_string_equal(text, "TPC0_CFG+0x8f4");
	assert_int_equal(tpc_reg_name(cb, 0x7FFC000000ull, text, sizeof(text)),
			 -ENOENT);
	assert_string_equal(text, "0x7ffc000000");
	assert_int_equal(tpc_reg_name(cb, 0x7FFCE06939ull, text, sizeof(text)),
			 -ENOENT);
	assert_int_equal(tpc_reg_name(cb, 0x7FFCEC6938ull, text, 5), 0);
	assert_string_equal(text, "TPC3");
}

/* Every register of every block: its name leads back to its address. */
static void all_names_round_trip(void **state)
{
	const struct tpc_cb *cb = tpc_cb_get("gaudi");
	unsigned seen = 0;
	unsigned i;
	uint32_t at;

	for (i = 0; i < cb->num_instances; i++) {
		const struct tpc_reg_instances *n = &cb->instances[i];
		uint64_t base = n->base + (uint64_t)n->stride * (n->count - 1);

		for (at = 0; at < n->block->size; at += 4) {
			char text[96];
			uint64_t back = 0;

			if (tpc_reg_name(cb, base + at, text, sizeof(text)))
				continue;
			assert_int_equal(tpc_reg_find(cb, text, &back), 0);
			assert_int_equal(back, base + at);
			seen++;
		}
	}
	assert_in_range(seen, 5000, 20000);
}

static void queues_by_number(void **state)
{
	const struct tpc_cb *cb = tpc_cb_get("gaudi");
	unsigned stream;

	assert_string_equal(tpc_cb_queue(cb, 6, &stream)->name, "DMA_1");
	assert_int_equal(stream, 2);
	assert_string_equal(tpc_cb_queue(cb, 34, &stream)->qman, "MME2_QM");
	assert_int_equal(tpc_cb_queue(cb, 8, NULL)->kind, TPC_QUEUE_DRIVER);
	assert_int_equal(tpc_cb_queue(cb, 100, NULL)->kind, TPC_QUEUE_DISABLED);
	assert_null(tpc_cb_queue(cb, 113, NULL));
}

static void ranges_and_causes(void **state)
{
	const struct tpc_cb *cb = tpc_cb_get("gaudi");

	assert_string_equal(tpc_cb_range(cb, 0x20000000)->name, "HBM");
	assert_string_equal(tpc_cb_range(cb, 0x1000000000000)->name, "HOST_VA");
	assert_null(tpc_cb_range(cb, 0x800000000));
	assert_string_equal(tpc_cb_cause_name(cb, "TPC", 13),
			    "tpc_illegal_instruction");
	assert_null(tpc_cb_cause_name(cb, "TPC", 20));
	assert_null(tpc_cb_cause_name(cb, "MME", 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_encodings),
		cmocka_unit_test(every_field_both_ways),
		cmocka_unit_test(oversize_member_packs_nothing),
		cmocka_unit_test(unpack_refuses_other_packets_and_short_ones),
		cmocka_unit_test(parse_finds_lengths),
		cmocka_unit_test(packet_names),
		cmocka_unit_test(known_addresses),
		cmocka_unit_test(registers_by_name),
		cmocka_unit_test(addresses_without_register),
		cmocka_unit_test(all_names_round_trip),
		cmocka_unit_test(queues_by_number),
		cmocka_unit_test(ranges_and_causes),
	};

	return cmocka_run_group_tests_name("packets", tests, NULL, NULL);
}
