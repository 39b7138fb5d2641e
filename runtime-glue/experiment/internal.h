/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Experiment headers: what the parser builds and the evaluator walks. The
 * parser types every node, so that the evaluator has one integer and one real
 * walk and never looks at types.
 */
#ifndef TPC_EXPERIMENT_INTERNAL_H
#define TPC_EXPERIMENT_INTERNAL_H

#include "tpc/experiment.h"

/* Bounds that keep a hostile text from exhausting stack or memory. */
#define MAX_DEPTH	 200	/* nesting of an expression */
#define MAX_NODES	 200000 /* nodes of one file */
#define MAX_VARS	 16 /* coordinates and reduction variables in scope */
#define MAX_NAME	 64
#define MAX_VALUES	 65536 /* entries of a value list */
#define MAX_TENSOR_BYTES (1ull << 36)
#define MAX_CONST_STEPS	 1000000 /* evaluation steps of a constant */

struct pos {
	unsigned line;
	unsigned col;
};

enum op {
	/* leaves */
	OP_INT,	   /* i */
	OP_REAL,   /* r */
	OP_VAR,	   /* index: slot in struct eval */
	OP_ARG,	   /* index */
	OP_TENSOR, /* index; kids: coordinates; other: value outside */
	/* conversion from int to real, inserted by the parser */
	OP_TO_REAL,
	/* int and real */
	OP_NEG,
	OP_ADD,
	OP_SUB,
	OP_MUL,
	OP_MIN,
	OP_MAX,
	OP_ABS,
	OP_COND,
	/* real only */
	OP_DIV,
	OP_SQRT,
	OP_EXP,
	OP_LOG,
	OP_POW,
	OP_SIN,
	OP_COS,
	OP_TANH,
	OP_F32, /* round to the type */
	OP_BF16,
	OP_FTZ, /* subnormals of f32 and bf16 to zero */
	/* int from reals */
	OP_FLOOR,
	OP_CEIL,
	OP_ROUND,
	OP_TRUNC,
	OP_EQ_REAL,
	OP_NE_REAL,
	OP_LT_REAL,
	OP_LE_REAL,
	/* int only */
	OP_EQ,
	OP_NE,
	OP_LT,
	OP_LE,
	OP_NOT,
	OP_AND_AND,
	OP_OR_OR,
	OP_BIT_NOT,
	OP_BIT_AND,
	OP_BIT_OR,
	OP_BIT_XOR,
	OP_SHL,
	OP_SHR,
	OP_MOD,
	OP_IDIV,
	OP_WRAP, /* index: type */
	OP_SAT,	 /* index: type */
	/* reductions: index is the variable's slot, kids are from, to, body */
	OP_SUM,
	OP_RMIN,
	OP_RMAX,
};

struct node {
	enum op op;
	bool real;
	bool constant; /* needs no coordinates, arguments or tensors */
	unsigned depth;
	unsigned index;
	unsigned num_kids;
	struct pos pos;
	int64_t i;
	double r;
	struct node *kid[TPC_EXPERIMENT_MAX_DIMS];
	struct node *other;
	struct node *next; /* all nodes of the experiment */
};

enum fill {
	FILL_DEFAULT,
	FILL_CONST,  /* values[0] */
	FILL_IOTA,   /* values[0]: start, values[1]: step */
	FILL_RANDOM, /* seed; values[0]: low, values[1]: high */
	FILL_VALUES, /* values[0..num_values) repeated */
	FILL_FILE,
	FILL_EACH, /* expr over the coordinates */
};

/* A constant: real is always valid, i where the constant is an integer. */
struct value {
	bool real;
	int64_t i;
	double r;
};

struct tolerance {
	bool has_ulp, has_abs, has_rel; /* none: exact */
	int64_t ulp;
	double abs;
	double rel;
};

struct tensor {
	struct tpc_experiment_tensor pub;
	enum fill fill;
	struct pos fill_pos;
	uint64_t seed;
	size_t num_values;
	struct value *values;
	struct node *each;
	struct node *expect;
	struct tolerance tol;
};

struct arg {
	struct tpc_experiment_arg pub;
};

struct let {
	char *name;
	int64_t value;
	struct let *next;
};

struct tpc_experiment {
	char *file;
	bool empty;
	struct let *lets;
	unsigned num_tensors;
	struct tensor tensor[TPC_EXPERIMENT_MAX_TENSORS];
	unsigned num_args;
	struct arg arg[TPC_EXPERIMENT_MAX_ARGS];
	unsigned index_dims;
	uint64_t index_size[TPC_EXPERIMENT_MAX_DIMS];
	unsigned tpcs;
	struct node *nodes;
	unsigned num_nodes;
	uint64_t max_steps; /* of a fill or a check, 0: any; for fuzzing */
};

/* One walk over expressions. The first error wins and ends the walk. */
struct eval {
	const struct tpc_experiment *exp;
	const void *const *data; /* a tensor's bytes, by index; may be NULL */
	int64_t var[MAX_VARS];
	uint64_t steps; /* left; counts down if max_steps is set */
	bool limited;
	bool failed;
	struct pos pos;
	char why[160];
};

/* eval.c: the value is meaningless if ev->failed is set afterwards. */
int64_t exp_eval_int(struct eval *ev, const struct node *n);
double exp_eval_real(struct eval *ev, const struct node *n);
void exp_eval_fail(struct eval *ev, const struct node *n, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Writes "file:line:col: error: ..." of a failed walk. */
void exp_eval_report(const struct eval *ev, char *why, size_t why_size);

/* types.c: elements in memory and numbers. */
bool exp_type_is_real(enum tpc_experiment_type type);
int64_t exp_type_min(enum tpc_experiment_type type);
int64_t exp_type_max(enum tpc_experiment_type type);
int64_t exp_type_wrap(enum tpc_experiment_type type, int64_t v);
int64_t exp_type_saturate(enum tpc_experiment_type type, int64_t v);
double exp_round_f32(double v);
double exp_round_bf16(double v);
uint32_t exp_real_bits(enum tpc_experiment_type type, double v);
double exp_bits_real(enum tpc_experiment_type type, uint32_t bits);
/* Element @index of a tensor's bytes. */
int64_t exp_load_int(enum tpc_experiment_type type, const void *p,
		     uint64_t index);
double exp_load_real(enum tpc_experiment_type type, const void *p,
		     uint64_t index);
void exp_store_int(enum tpc_experiment_type type, void *p, uint64_t index,
		   int64_t v);
void exp_store_real(enum tpc_experiment_type type, void *p, uint64_t index,
		    double v);
/* Distance of two values in representable steps; +0 and -0 are one value. */
uint64_t exp_ulp_distance(enum tpc_experiment_type type, uint32_t a,
			  uint32_t b);

#endif
