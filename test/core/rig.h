/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * A core with a piece of memory, for tests: assembles a program, runs it, and
 * reads and writes registers.
 */
#ifndef TEST_CORE_RIG_H
#define TEST_CORE_RIG_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tpc/sim_core.h"

#define RIG_BASE 0x20000000u
#define RIG_SIZE 0x100000u
#define RIG_DATA (RIG_BASE + 0x40000u) /* the program lies below */

#define RIG_CFG_WORDS 1024

struct rig {
	struct tpc_core *core;
	struct tpc_core_bus bus;
	struct tpc_core_desc desc;
	struct tpc_core_options opt;
	struct tpc_core_result result;
	uint8_t *memory;
	uint32_t cfg[RIG_CFG_WORDS];
	uint32_t lbw_addr; /* of the last register access */
	uint32_t lbw_value;
};

int rig_setup(void **state);
int rig_teardown(void **state);

/* Assembles @text and runs it; fails the test if it does not assemble. */
void rig_run(struct rig *rig, const char *text);
/* The same, and the run has to end with HALT. */
void rig_ok(struct rig *rig, const char *text);
/* One bundle with enough room behind it for its results, then HALT. */
void rig_one(struct rig *rig, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

void *rig_at(struct rig *rig, uint64_t addr);
/* Describes a tensor of up to five dimensions, densely laid out. */
void rig_tensor(struct rig *rig, unsigned n, unsigned type, uint64_t base,
		unsigned dims, ...);

void set_v(struct rig *rig, unsigned n, const void *value);
void get_v(struct rig *rig, unsigned n, void *value);
void set_s(struct rig *rig, unsigned n, uint32_t value);
uint32_t get_s(struct rig *rig, unsigned n);
void set_sp(struct rig *rig, unsigned n, bool value);
bool get_sp(struct rig *rig, unsigned n);
void set_vp(struct rig *rig, unsigned n, const uint8_t *bits);
void get_vp(struct rig *rig, unsigned n, uint8_t *bits);
void set_i(struct rig *rig, unsigned n, int a, int b, int c, int d, int e);
void get_i(struct rig *rig, unsigned n, int32_t *dims);

/* Pseudo-random words, with edge values among them. */
uint32_t rig_random(uint64_t *seed);
void fill_words(uint32_t *w, unsigned n, uint64_t seed);
void fill_floats(uint32_t *w, unsigned n, uint64_t seed);
void fill_bf16(uint16_t *h, unsigned n, uint64_t seed);

#endif
