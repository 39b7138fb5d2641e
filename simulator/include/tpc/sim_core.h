/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * One simulated TPC: register files, local memories, the exposed pipeline.
 *
 * The core fetches encoded bundles from device memory through its bus and runs
 * them one a cycle until HALT. A result becomes visible to a reader exactly
 * after the latency that the records in llvm-target/ give for the pair; a
 * bundle that reads earlier gets the old value.
 *
 * A core is used by one thread at a time; different cores are independent.
 * What the model assumes where nothing is known of the hardware is listed in
 * docs/simulator-assumptions.md.
 */
#ifndef TPC_SIM_CORE_H
#define TPC_SIM_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "tpc/isa.h"

#ifdef __cplusplus
extern "C" {
#endif

#define TPC_CORE_TENSORS  16
#define TPC_CORE_DIMS	  5
#define TPC_CORE_SRF_ARGS 32

struct tpc_core;

/*
 * What the core sees of the chip. Addresses are device addresses as a kernel
 * uses them (HBM, SRAM, or a mapped host range). All functions return 0 or a
 * negative errno, which the core reports as a response error of that port.
 * They may be called from any thread that runs a core.
 */
struct tpc_core_bus {
	void *ctx;
	/*
	 * Host pointer for [addr, addr + *len); *len is cut down to what is
	 * contiguous. NULL if the address is not memory. Pointers stay valid
	 * for one run of the core.
	 */
	void *(*map)(void *ctx, uint64_t addr, size_t *len, bool write);
	/*
	 * 32-bit register access to any device address that map() does not
	 * know. May be NULL: such an access is then a response error.
	 */
	int (*lbw_read)(void *ctx, uint64_t addr, uint32_t *value);
	int (*lbw_write)(void *ctx, uint64_t addr, uint32_t value);
	/*
	 * LD_L.MMIO / ST_L.MMIO inside the TPC's own configuration block, and
	 * ASO's count in the semaphore register. The core itself takes over
	 * what a kernel stores to ROUND_CSR and LFSR_POLYNOM; it reads the
	 * latter at the start of a run. May be NULL.
	 */
	int (*cfg_read)(void *ctx, uint32_t offset, uint32_t *value);
	int (*cfg_write)(void *ctx, uint32_t offset, uint32_t value);
};

struct tpc_core_dim {
	uint32_t size;	 /* elements */
	uint32_t stride; /* elements */
};

/* A tensor descriptor as the address generator uses it. */
struct tpc_core_tensor {
	uint64_t base;	 /* bytes */
	uint32_t pad;	 /* padding value, low bits of the element's width */
	uint32_t config; /* raw tensor_config word */
	struct tpc_core_dim dim[TPC_CORE_DIMS];
};

/* Everything a launch hands to the core. */
struct tpc_core_desc {
	uint64_t code; /* address of the first bundle */
	struct tpc_core_tensor tensor[TPC_CORE_TENSORS];
	int32_t tid_base[TPC_CORE_DIMS]; /* initial I0 */
	int32_t tid_size[TPC_CORE_DIMS]; /* initial I1 */
	uint32_t num_srf;		 /* words of srf[] to preload */
	uint32_t srf[TPC_CORE_SRF_ARGS];
	bool small_vlm;	      /* 16 KiB instead of 80 KiB of VLM */
	uint64_t lut_base[4]; /* look-up tables: 256, 128, 64, 32 intervals */
	unsigned round_csr;
	/*
	 * Arithmetic causes (bit set over TPC_INTR_CAUSE) that stop the core.
	 * The model reports divide by zero; overflow, NaN and denormal causes
	 * are not modelled and never stop it.
	 */
	uint32_t trap_causes;
};

enum tpc_core_stop {
	TPC_CORE_HALTED,
	TPC_CORE_LIMIT, /* ran max_bundles bundles without HALT */
	TPC_CORE_FAULT, /* a condition the hardware reports as an interrupt */
	TPC_CORE_UNSUPPORTED, /* the model lacks it; the message names it */
	TPC_CORE_BROKEN_RULE, /* strict mode; the message names rule and both
				 parties */
};

struct tpc_core_result {
	enum tpc_core_stop stop;
	uint64_t pc;	  /* byte offset of the last bundle from desc.code */
	unsigned cause;	  /* bit number in TPC_INTR_CAUSE, for TPC_CORE_FAULT */
	uint64_t bundles; /* issued */
	uint64_t cycles;  /* bundles plus modelled bubbles */
	uint64_t slot_ops[TPC_NUM_SLOTS]; /* non-NOP operations */
	uint64_t early_reads; /* reads of a register with a younger write in
				 flight, counted if count_early is set */
	char message[256];    /* reason, with mnemonic and bundle address */
};

/*
 * Bundles a run may take if nobody says otherwise: many times those of a real
 * kernel, and some 2 to 20 seconds of a host core for one that never halts.
 */
#define TPC_CORE_MAX_BUNDLES ((uint64_t)1 << 28)

struct tpc_core_options {
	uint64_t max_bundles; /* 0: TPC_CORE_MAX_BUNDLES */
	bool count_early;     /* count (and trace) early reads */
	bool strict; /* stop at an early read or a broken distance rule */
	FILE *trace; /* one line a bundle, NULL: none */
	unsigned id; /* printed first in every trace line */
};

/* tpc_core_is_modelled() - whether there is a core for a generation. */
bool tpc_core_is_modelled(enum tpc_cpu cpu);

/* tpc_core_new() - NULL if memory is out or the cpu is not modelled. */
struct tpc_core *tpc_core_new(enum tpc_cpu cpu, const struct tpc_core_bus *bus);
void tpc_core_free(struct tpc_core *core);

/*
 * tpc_core_run() - runs a kernel from its first bundle to HALT.
 *
 * Registers other than those the ABI presets, SLM and VLM start as the last
 * run left them (zero in a new core). Returns 0 when *result is filled in
 * (whatever the reason of the stop), -ENOMEM or -EINVAL otherwise.
 */
int tpc_core_run(struct tpc_core *core, const struct tpc_core_desc *desc,
		 const struct tpc_core_options *options,
		 struct tpc_core_result *result);

/*
 * tpc_core_set_tensor() - new descriptor for a running core; called by the
 * bus's cfg_write when a kernel stores to its own descriptors.
 */
void tpc_core_set_tensor(struct tpc_core *core, unsigned index,
			 const struct tpc_core_tensor *tensor);

/* Hardware name of a TPC_INTR_CAUSE bit, NULL if the bit has none. */
const char *tpc_core_cause_name(enum tpc_cpu cpu, unsigned cause);

/*
 * Register access for tests and debuggers: value as seen once every write in
 * flight has landed. @size bytes are copied (256 V, 32 VP, 4 S, 20 I, 1 SP).
 */
int tpc_core_get_reg(const struct tpc_core *core, enum tpc_file file,
		     unsigned index, void *value, size_t size);
int tpc_core_set_reg(struct tpc_core *core, enum tpc_file file, unsigned index,
		     const void *value, size_t size);

#ifdef __cplusplus
}
#endif

#endif
