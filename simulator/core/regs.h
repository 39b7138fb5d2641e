/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Register files of the exposed pipeline.
 *
 * A register holds a landed value and the writes still in flight, each with
 * its issue cycle and result class. A read names its port class and sees, for
 * every byte (bit, dimension), the write issued last among those whose
 * distance has reached the latency that the schedule records give for the
 * pair. Writes older than the largest latency are folded into the landed
 * value when the register is next touched.
 */
#ifndef TPC_CORE_REGS_H
#define TPC_CORE_REGS_H

#include <stdbool.h>
#include <stdint.h>

#include "tpc/isa.h"
#include "tpc/sched.h"
#include "tpc/sim_core.h"

#define VEC_BYTES 256

struct vec {
	union {
		uint8_t b[VEC_BYTES];
		uint16_t h[VEC_BYTES / 2];
		uint32_t w[VEC_BYTES / 4];
		uint64_t q[VEC_BYTES / 8];
	};
} __attribute__((aligned(64)));

/* A vector predicate: bit i belongs to byte lane i. */
struct vpred {
	uint64_t q[4];
};

struct irf {
	int32_t dim[TPC_CORE_DIMS];
};

/* Address register: address and what GEN_ADDR took from the tensor. */
struct adrf {
	uint64_t addr;
	uint8_t type; /* enum tpc_type */
	uint8_t tensor;
};

/*
 * Room in the files of struct regs. The carry flags of the two pipes are kept
 * as one more register each: all ones or zero a vector element, 0 or 1.
 */
enum {
	CARRY_S = 36,
	NUM_S,
	NUM_SP = 16,
	CARRY_V = 40,
	NUM_V,
	NUM_VP = 16,
	NUM_I = 32,
	NUM_AD = 8,
};

struct uop;

struct write {
	uint64_t cycle;
	const struct uop *by; /* NULL: the loop machinery */
	uint8_t rclass;
	union {
		uint32_t word;
		struct {
			struct vec *data;
			struct vec *mask; /* NULL: all of it */
		} v;
		struct {
			struct vpred value;
			struct vpred mask;
		} vp;
		struct {
			struct irf value;
			uint8_t dims;
		} i;
		struct adrf ad;
	};
};

/* Two results a bundle can go to one register; latencies stay below 16. */
#define FLIGHT_MAX 32

struct flight {
	uint8_t head;
	uint8_t n;
	struct write w[FLIGHT_MAX];
};

struct regs {
	uint64_t now;		/* cycle of the running bundle */
	unsigned window;	/* largest latency of the tables */
	const uint8_t *latency; /* [result class][port class] */
	unsigned ports;

	/* early reads */
	bool watch;
	uint64_t early;
	const struct write *early_write; /* last one met */
	unsigned early_latency;

	uint32_t s[NUM_S];
	bool sp[NUM_SP];
	struct vec *v[NUM_V];
	struct vpred vp[NUM_VP];
	struct irf i[NUM_I];
	struct adrf ad[NUM_AD];

	struct flight s_fl[NUM_S];
	struct flight sp_fl[NUM_SP];
	struct flight v_fl[NUM_V];
	struct flight vp_fl[NUM_VP];
	struct flight i_fl[NUM_I];
	struct flight ad_fl[NUM_AD];

	unsigned nfree;
	struct vec **free; /* buffers of vector writes */
	struct vec *pool;
};

int regs_init(struct regs *r, const struct tpc_sched *sched);
void regs_fini(struct regs *r);
/* Lets every write in flight land (between runs). */
void regs_drain(struct regs *r);

struct vec *regs_alloc(struct regs *r);
void regs_release(struct regs *r, struct vec *v);

uint32_t regs_read_s_slow(struct regs *r, unsigned n, unsigned port);
bool regs_read_sp_slow(struct regs *r, unsigned n, unsigned port);
const struct vec *regs_read_v_slow(struct regs *r, unsigned n, unsigned port,
				   struct vec *scratch);
void regs_read_vp_slow(struct regs *r, unsigned n, unsigned port,
		       struct vpred *out);
void regs_read_i_slow(struct regs *r, unsigned n, unsigned port,
		      struct irf *out);
void regs_read_ad(struct regs *r, unsigned n, unsigned port, struct adrf *out);

static inline uint32_t regs_read_s(struct regs *r, unsigned n, unsigned port)
{
	return r->s_fl[n].n ? regs_read_s_slow(r, n, port) : r->s[n];
}

static inline bool regs_read_sp(struct regs *r, unsigned n, unsigned port)
{
	return r->sp_fl[n].n ? regs_read_sp_slow(r, n, port) : r->sp[n];
}

/* The result is valid until the end of the bundle; @scratch may hold it. */
static inline const struct vec *regs_read_v(struct regs *r, unsigned n,
					    unsigned port, struct vec *scratch)
{
	if (!r->v_fl[n].n)
		return r->v[n];
	return regs_read_v_slow(r, n, port, scratch);
}

static inline void regs_read_vp(struct regs *r, unsigned n, unsigned port,
				struct vpred *out)
{
	if (!r->vp_fl[n].n)
		*out = r->vp[n];
	else
		regs_read_vp_slow(r, n, port, out);
}

static inline void regs_read_i(struct regs *r, unsigned n, unsigned port,
			       struct irf *out)
{
	if (!r->i_fl[n].n)
		*out = r->i[n];
	else
		regs_read_i_slow(r, n, port, out);
}

/* Writes, issued now. Vector buffers become the register file's. */
void regs_write_s(struct regs *r, unsigned n, unsigned rclass,
		  const struct uop *by, uint32_t value);
void regs_write_sp(struct regs *r, unsigned n, unsigned rclass,
		   const struct uop *by, bool value);
void regs_write_v(struct regs *r, unsigned n, unsigned rclass,
		  const struct uop *by, struct vec *data, struct vec *mask);
void regs_write_vp(struct regs *r, unsigned n, unsigned rclass,
		   const struct uop *by, const struct vpred *value,
		   const struct vpred *mask);
void regs_write_i(struct regs *r, unsigned n, unsigned rclass,
		  const struct uop *by, const struct irf *value, unsigned dims);
void regs_write_ad(struct regs *r, unsigned n, unsigned rclass,
		   const struct uop *by, const struct adrf *value);
#endif
