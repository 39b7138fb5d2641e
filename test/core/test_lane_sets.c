/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The lane loops give the same bits whichever instruction set they were
 * compiled for.
 */
#include "lanes.h"
#include "rig.h"

#if defined(__x86_64__)

static bool runs_v3(void)
{
	return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

union lanes {
	uint32_t w[2][64];
	uint8_t b[512];
};

static void fill(union lanes *v, unsigned type, unsigned seed)
{
	for (unsigned k = 0; k < 2; k++) {
		if (type == TPC_TYPE_F32)
			fill_floats(v->w[k], 64, seed + k);
		else if (type == TPC_TYPE_BF16)
			fill_bf16((uint16_t *)v->w[k], 128, seed + k);
		else
			fill_words(v->w[k], 64, seed + k);
	}
}

static void compare(lane_fn base, lane_fn v3, unsigned from, unsigned rm)
{
	union lanes s[6], d[2][4];
	struct lane_arg arg = {.rm = (uint8_t)rm};
	const void *sp[6];

	for (unsigned i = 0; i < 6; i++) {
		fill(&s[i], i < 2 ? from : TPC_TYPE_F32, i * 100 + from);
		sp[i] = &s[i];
	}
	memset(d, 0, sizeof(d));
	for (unsigned set = 0; set < 2; set++) {
		void *dp[4] = {&d[set][0], &d[set][1], &d[set][2], &d[set][3]};

		(set ? v3 : base)(dp, sp, 2048 / tpc_type_bits(from), &arg);
	}
	assert_memory_equal(d[0], d[1], sizeof(d[0]));
}

static void both_sets_compute_alike(void **state)
{
	unsigned n = 0;

	(void)state;
	if (!runs_v3()) {
		printf("skipped: this machine lacks x86-64-v3\n");
		skip();
	}
	for (unsigned op = 0; op < LANE_NUM_OPS; op++) {
		for (unsigned t = TPC_TYPE_F32; t <= TPC_TYPE_U16; t++) {
			for (unsigned rm = 0; rm < 4; rm++) {
				lane_fn base = lanes_find_base(op, t, rm);
				lane_fn v3 = lanes_find_v3(op, t, rm);

				assert_true(!base == !v3);
				if (!base || t == TPC_TYPE_B)
					continue;
				compare(base, v3, t, rm);
				n++;
			}
		}
	}
	assert_true(n > 500);
}

static void both_sets_convert_alike(void **state)
{
	unsigned n = 0;

	(void)state;
	if (!runs_v3()) {
		printf("skipped: this machine lacks x86-64-v3\n");
		skip();
	}
	for (unsigned from = TPC_TYPE_F32; from <= TPC_TYPE_U16; from++) {
		for (unsigned to = TPC_TYPE_F32; to <= TPC_TYPE_U16; to++) {
			for (unsigned rm = 0; rm < 4; rm++) {
				lane_fn base = lanes_convert_base(from, to, rm);
				lane_fn v3 = lanes_convert_v3(from, to, rm);

				assert_true(!base == !v3);
				if (!base)
					continue;
				if (from == TPC_TYPE_B)
					continue;
				compare(base, v3, from, rm);
				n++;
			}
		}
	}
	assert_int_equal(n, 8 * 8 * 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_sets_compute_alike),
		cmocka_unit_test(both_sets_convert_alike),
	};

	return cmocka_run_group_tests_name("lane_sets", tests, NULL, NULL);
}

#else

int main(void)
{
	printf("skipped: only one set of lane loops on this machine\n");
	return 0;
}

#endif
