/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Inside of the simulated TPC core: state, prepared operations, and what the
 * files of this folder offer each other.
 */
#ifndef TPC_CORE_IMPL_H
#define TPC_CORE_IMPL_H

#include <stdarg.h>

#include "lanes.h"
#include "num.h"
#include "regs.h"
#include "tpc/machine_gen.h"
#include "tpc/sched.h"
#include "tpc/sim_core.h"

#define MAX_SOURCES 4
#define MAX_RESULTS 4
#define MAX_LOOPS   8

struct uop;

typedef void (*exec_fn)(struct tpc_core *core, const struct uop *u);

/* A source operand, resolved to where its value comes from. */
struct source {
	uint8_t file; /* enum tpc_file */
	uint8_t index;
	uint8_t regs;  /* registers of a group: 1, 2 or 4 */
	uint8_t port;  /* port class for the latency table */
	uint8_t width; /* bytes of an element, for broadcasts */
	uint32_t imm;
};

struct result {
	uint8_t file;
	uint8_t index;
	uint8_t rclass; /* result class for the latency table */
};

enum guard_kind { GUARD_ALWAYS, GUARD_NEVER, GUARD_SCALAR, GUARD_VECTOR };

/* An operation made ready to run: one for every non-NOP slot. */
struct uop {
	exec_fn exec;
	lane_fn lane;	    /* inner loop, if the family uses one */
	lane_fn lane_round; /* the same for other rounding modes than RHNE */
	const struct tpc_op *op;
	uint32_t pc;
	uint8_t guard; /* enum guard_kind */
	uint8_t guard_index;
	bool guard_invert;
	uint8_t guard_port;
	uint8_t res_port;     /* port of the old value of the result */
	uint8_t implied_port; /* of control words read by themselves */
	uint8_t element; /* bytes an element of the result, for predicates */
	uint8_t nsrc;
	uint8_t nres;
	uint8_t dims;	  /* dimension mask of an IRF result */
	bool sign_extend; /* scalar results narrower than a word */
	struct source src[MAX_SOURCES];
	struct result res[MAX_RESULTS];
	struct lane_arg arg;
	uint32_t param[4];		   /* meaning belongs to the family */
	struct vec *constant[MAX_SOURCES]; /* immediates, already broadcast */
};

/* A decoded bundle of the kernel. */
struct line {
	uint8_t bytes[TPC_BUNDLE_BYTES];
	uint64_t checked; /* run in which the bytes were last compared */
	bool ready;
	uint8_t n;
	struct uop uop[TPC_NUM_SLOTS];
	struct tpc_bundle bundle;
};

#define CHUNK_LINES 64

struct chunk {
	struct line line[CHUNK_LINES];
};

/* The decoded bundles of a kernel, by their place in it. */
struct image {
	uint64_t code; /* address */
	uint64_t used; /* last run */
	struct chunk **chunks;
	size_t nchunks;
};

/* Kernels that a core remembers. */
#define NUM_IMAGES 4

enum delay { DELAY_NONE, DELAY_NEXT, DELAY_NOW };

struct hw_loop {
	uint32_t start; /* bundle offset of the LOOP */
	uint32_t end;	/* of the last body bundle */
	int32_t iterator;
	int32_t bound;
	int32_t step;
	uint8_t cmp;
	const struct uop *by; /* the LOOP */
};

/* A tensor descriptor, understood. */
struct tensor {
	struct tpc_core_tensor raw;
	uint8_t type;  /* enum tpc_type */
	uint8_t width; /* bytes of an element, 0: unknown type */
	uint8_t dims;  /* valid_dim_mask */
	bool rmw_set;
	uint8_t rmw_op;
};

/* Conditions that the hardware reports as interrupt causes. */
enum tpc_fault {
	FAULT_SLM_ADDRESS,
	FAULT_DIV_BY_0,
	FAULT_ILLEGAL,
	FAULT_PC_WRAP,
	FAULT_HBW_READ,
	FAULT_HBW_WRITE,
	FAULT_LBW_READ,
	FAULT_LBW_WRITE,
	NUM_FAULTS,
};

/* What the core knows of the chip's registers: chip_gaudi.c. */
struct core_chip {
	enum tpc_cpu cpu;
	const char *cb;		   /* name for tpc_cb_get() */
	uint8_t cause[NUM_FAULTS]; /* bits of the interrupt cause register */
	void (*tensor)(const struct tpc_core_tensor *raw, struct tensor *t);
	/*
	 * After a store to the configuration space: takes over what the core
	 * keeps. Returns the name that the distance rules have for the
	 * register, or NULL.
	 */
	const char *(*mmio_store)(struct tpc_core *core, uint32_t offset,
				  uint32_t value);
	uint32_t semaphore;    /* offset of the register that ASO counts */
	uint32_t lfsr_polynom; /* offset */
};

extern const struct core_chip core_chip_gaudi;

/* A range of device memory this run has already mapped. */
struct window {
	uint64_t addr;
	uint64_t size;
	uint8_t *host;
	bool write;
};

#define NUM_WINDOWS 8

/* For the minimum-distance rules of strict mode. */
#define STRICT_DEPTH 16

struct tpc_core {
	const struct tpc_isa *isa;
	const struct tpc_sched *sched;
	const struct tpc_machine *mach;
	struct tpc_core_bus bus;
	const struct core_chip *chip;
	lane_find_fn lanes;
	lane_convert_fn convert;

	struct regs regs;
	uint8_t *slm;
	uint8_t *vlm;
	uint32_t vlm_size;

	/* this run */
	const struct tpc_core_options *opt;
	struct tpc_core_result *result;
	uint64_t code;
	uint64_t run; /* counts runs, stamps checked lines */
	struct tensor tensor[TPC_CORE_TENSORS];
	uint64_t lut_base[4];
	uint32_t round_csr;
	uint32_t trap_causes;
	uint32_t pc;
	uint32_t next_pc;
	bool stopping;
	bool halting;
	bool out_of_memory;
	bool jumped;

	unsigned depth; /* active hardware loops */
	struct hw_loop loop[MAX_LOOPS];
	enum delay delay;
	uint32_t delay_next; /* where to go after the delay slot */

	/* random numbers, see lfsr.c */
	uint32_t lfsr_poly;
	uint32_t s_lfsr;
	struct vec v_lfsr;

	/* the guard of the running operation, expanded to byte lanes */
	bool masked;
	struct vpred guard;
	struct vec mask;

	/* scratch for operands that are no register: reset each operation */
	unsigned nscratch;
	struct vec scratch[16];

	struct window window[NUM_WINDOWS];
	unsigned next_window;

	struct image images[NUM_IMAGES];
	struct image *image; /* of the running kernel */

	/* strict mode: the last bundles by issue cycle, the last MMIO store */
	struct recent {
		const struct line *line;
		uint64_t cycle;
		bool fell_through; /* a jump that was not taken */
		bool delay_slot;   /* of a LOOP */
		const char *mmio;  /* register it stored to */
	} recent[STRICT_DEPTH];
	const char *mmio;
	uint64_t traced_early; /* early reads in the lines written so far */
};

/* --- core.c ----------------------------------------------------------- */

/* Stops the run. The first reason wins. */
void core_fault(struct tpc_core *core, const struct uop *u,
		enum tpc_fault fault, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void core_unsupported(struct tpc_core *core, const struct uop *u,
		      const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void core_broken_rule(struct tpc_core *core, const struct uop *u,
		      const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static inline bool type_is_fp(unsigned type)
{
	return type == TPC_TYPE_F32 || type == TPC_TYPE_BF16;
}

/* The loop for the rounding mode that the core is in. */
static inline lane_fn core_loop(const struct tpc_core *core,
				const struct uop *u)
{
	return core->round_csr ? u->lane_round : u->lane;
}

/* --- operands.c: values in and out of a running operation --------------- */

/* Value of source @i as lanes: 256 bytes for each register of a group. */
const void *src_lanes(struct tpc_core *core, const struct uop *u, unsigned i,
		      unsigned reg);
/* Value of source @i as a 32-bit word. */
uint32_t src_word(struct tpc_core *core, const struct uop *u, unsigned i);
/* Value of source @i as IRF coordinates; scalars are copied to every dim. */
void src_irf(struct tpc_core *core, const struct uop *u, unsigned i,
	     struct irf *value);
void src_vp(struct tpc_core *core, const struct uop *u, unsigned i,
	    struct vpred *value);
/* Vector, predicate, scalar and index results; the guard is applied. */
struct vec *res_begin(struct tpc_core *core);
void res_v(struct tpc_core *core, const struct uop *u, unsigned i,
	   struct vec *data, const struct vec *own_mask);
void res_vp(struct tpc_core *core, const struct uop *u, unsigned i,
	    const struct vpred *value, const struct vpred *own_mask);
void res_s(struct tpc_core *core, const struct uop *u, unsigned i,
	   uint32_t value);
void res_sp(struct tpc_core *core, const struct uop *u, unsigned i, bool value);
void res_irf(struct tpc_core *core, const struct uop *u, unsigned i,
	     const struct irf *value, unsigned dims);
void res_ad(struct tpc_core *core, const struct uop *u, unsigned i,
	    const struct adrf *value);
/* Copies an element of @width bytes into all lanes. */
void broadcast(struct vec *out, uint32_t word, unsigned width);
/* A byte of 0 or 0xff for every predicate bit, and back from byte signs. */
void expand_bits(const struct vpred *p, struct vec *out);
void collect_bits(const struct vec *v, struct vpred *out);
/* Guard of @u; false: nothing to execute. Sets core->masked and mask. */
bool guard_open(struct tpc_core *core, const struct uop *u);
/*
 * Makes the guard that of register @k of a result whose words are @ratio times
 * as wide as the elements that @narrow guards. Only if core->masked.
 */
void guard_spread(struct tpc_core *core, const struct vpred *narrow,
		  unsigned ratio, unsigned k);

unsigned core_cause(const struct tpc_core *core, enum tpc_fault fault);

/* --- code.c ------------------------------------------------------------- */

/* Makes the kernel at a device address the one that runs. */
void code_select(struct tpc_core *core, uint64_t code);
/*
 * The bundle at the program counter, NULL if the run stops there. Bundles
 * decoded by earlier runs are kept and compared with memory once a run.
 */
struct line *code_fetch(struct tpc_core *core);
void code_free(struct tpc_core *core);

/* --- rmw.c -------------------------------------------------------------- */

/*
 * memory = memory op value for one element, atomically. False if the
 * operation, the type or the alignment is not supported.
 */
bool rmw_element(void *memory, const void *value, int op, unsigned type);

/* --- memory.c ------------------------------------------------------------ */

/* Host pointer to [addr, addr + len), NULL if that is not plain memory. */
void *mem_map(struct tpc_core *core, uint64_t addr, size_t len, bool write);
int mem_read(struct tpc_core *core, uint64_t addr, void *buf, size_t len);
int mem_write(struct tpc_core *core, uint64_t addr, const void *buf,
	      size_t len);

/* --- lfsr.c ----------------------------------------------------------- */

void lfsr_reset(struct tpc_core *core);
uint32_t lfsr_scalar(struct tpc_core *core, bool advance);
void lfsr_vector(struct tpc_core *core, bool advance, struct vec *out);
/*
 * Rounding mode of the core for a lane loop, with the random words that
 * stochastic rounding of up to 128 elements takes (@random: two vectors).
 */
void lfsr_rounding(struct tpc_core *core, struct lane_arg *arg,
		   struct vec *random);
/* The same for an explicit mode. */
void lfsr_round_mode(struct tpc_core *core, struct lane_arg *arg, unsigned rm,
		     struct vec *random);

/* --- prepare.c --------------------------------------------------------- */

/*
 * Turns a decoded operation into a uop: operands, latency classes, function.
 * Returns 0, or -ENOSYS with a reason in @why for what the model lacks.
 */
int prepare_op(struct tpc_core *core, const struct tpc_op *op, uint32_t pc,
	       struct uop *u, char *why, size_t why_size);
void unprepare_op(struct uop *u);

/* What a family's prepare function works on. */
struct prep {
	struct tpc_core *core;
	const struct tpc_op *op;
	struct uop *u;
	char *why;
	size_t why_size;
};

typedef int (*prepare_fn)(struct prep *p);

int prep_refuse(struct prep *p, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
bool prep_vector(const struct prep *p); /* runs on vectors, not on a scalar */

/* The families: fill in u->exec (and lanes), or refuse. */
int prepare_alu(struct prep *p);
int prepare_mac(struct prep *p);
int prepare_compare(struct prep *p);
int prepare_select(struct prep *p);
int prepare_convert(struct prep *p);
int prepare_convert_int(struct prep *p);
int prepare_nearbyint(struct prep *p);
int prepare_udiv(struct prep *p);
int prepare_move(struct prep *p);
int prepare_set_indx(struct prep *p);
int prepare_prmt_indx(struct prep *p);
int prepare_mov_irf_dim(struct prep *p);
int prepare_local(struct prep *p);
int prepare_local_vector(struct prep *p);
int prepare_tensor(struct prep *p);
int prepare_gen_addr(struct prep *p);
int prepare_global(struct prep *p);
int prepare_system(struct prep *p);
int prepare_control(struct prep *p);
int prepare_lookup(struct prep *p);
int prepare_permute(struct prep *p);
int prepare_fp_fields(struct prep *p);
int prepare_fp_special(struct prep *p);

/* --- control.c --------------------------------------------------------- */

/* Moves the program counter behind the bundle that has run. */
void control_advance(struct tpc_core *core);
/* Place of the last body bundle of a LOOP. */
uint32_t control_loop_end(const struct uop *loop);
/* An operation whose guard is false. */
void control_skipped(struct tpc_core *core, const struct uop *u);

/* --- strict.c: rules that software has to keep --------------------------- */

/* Looks at a bundle before it runs, and remembers it afterwards. */
void strict_check(struct tpc_core *core, const struct line *line);
void strict_done(struct tpc_core *core, const struct line *line);
/* Reports an early read that the running operation has made. */
void strict_early(struct tpc_core *core, const struct uop *u);

/* --- trace.c ----------------------------------------------------------- */

void trace_line(struct tpc_core *core, const struct line *line);
/* "add.f32 in the VPU slot of bundle 0x40" */
void describe_uop(const struct uop *u, char *buf, size_t size);

#endif
