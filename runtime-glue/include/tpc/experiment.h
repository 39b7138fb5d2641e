/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Experiment headers: lines starting with '@' in a kernel's assembly file that
 * declare its tensors, scalar arguments, index space and expected results, so
 * that a kernel runs and is checked with no host program.
 *
 *     @let    N = 1000
 *     @arg    alpha f32 = 0.1
 *     @tensor x f32[N] in = random(1, -4, 4)
 *     @tensor y f32[N] out
 *     @index_space ceil(N / 64)
 *     @expect y[i] = max(x[i], alpha * x[i]) within 1 ulp
 *
 * The language is described in docs/experiments.md. Expected results are
 * computed by this library alone, with the host's double and 64-bit integer
 * arithmetic; nothing of the simulator or of libtpc takes part.
 *
 * Functions are safe to call from several threads on different experiments.
 * On one experiment, functions that take it as const may run at the same time.
 */
#ifndef TPC_EXPERIMENT_H
#define TPC_EXPERIMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TPC_EXPERIMENT_MAX_DIMS	   5
#define TPC_EXPERIMENT_MAX_TENSORS 16  /* descriptors of gaudi (DOC, SYN) */
#define TPC_EXPERIMENT_MAX_ARGS	   255 /* of a launch */

struct tpc_experiment;

enum tpc_experiment_type {
	TPC_EXPERIMENT_F32,
	TPC_EXPERIMENT_BF16,
	TPC_EXPERIMENT_I32,
	TPC_EXPERIMENT_U32,
	TPC_EXPERIMENT_I16,
	TPC_EXPERIMENT_U16,
	TPC_EXPERIMENT_I8,
	TPC_EXPERIMENT_U8,
	TPC_EXPERIMENT_NUM_TYPES,
};

enum tpc_experiment_dir {
	TPC_EXPERIMENT_IN,
	TPC_EXPERIMENT_OUT,
	TPC_EXPERIMENT_INOUT,
};

/* A value for a name declared by @let, from outside the file (-D N=77). */
struct tpc_experiment_define {
	const char *name;
	int64_t value;
};

/* A tensor. Its place in the list is its descriptor number. */
struct tpc_experiment_tensor {
	const char *name;
	enum tpc_experiment_type type;
	enum tpc_experiment_dir dir;
	unsigned ndims;				/* 1..5 */
	uint64_t dims[TPC_EXPERIMENT_MAX_DIMS]; /* dims[0] runs fastest */
	uint64_t elements;			/* product of dims */
	uint64_t bytes;	  /* elements times element size, dense */
	uint32_t pad;	  /* padding word: value of the type in the low bits */
	bool has_pad;	  /* the file states one; otherwise pad is 0 */
	bool has_fill;	  /* the file states the initial contents */
	bool has_expect;  /* the file states the expected contents */
	const char *file; /* .npy to fill from, as written; NULL: none */
	unsigned line;	  /* of the declaration */
};

/* A scalar argument. Its place in the list is its SRF number. */
struct tpc_experiment_arg {
	const char *name;
	enum tpc_experiment_type type;
	uint32_t word; /* what the kernel finds in the SRF */
	unsigned line;
};

/*
 * tpc_experiment_parse() - reads the '@' lines of a text.
 * @text, @size: the file; need not end in a NUL. Lines that do not start with
 *	'@' (after blanks) are skipped, so a whole assembly file is fine.
 * @file: name for messages.
 * @first_line: number of the first line of @text, normally 1.
 * @defs, @num_defs: values that replace those of @let lines.
 * @out: receives the experiment; free with tpc_experiment_free().
 * @why: receives "file:line:col: error: ..." for the first error; may be NULL.
 *
 * A text without '@' lines gives an experiment without tensors
 * (tpc_experiment_is_empty()).
 *
 * Returns 0, -EINVAL for a text that breaks the language, or -ENOMEM.
 */
int tpc_experiment_parse(const char *text, size_t size, const char *file,
			 unsigned first_line,
			 const struct tpc_experiment_define *defs,
			 size_t num_defs, struct tpc_experiment **out,
			 char *why, size_t why_size);

/* tpc_experiment_free() - frees an experiment; NULL is allowed. */
void tpc_experiment_free(struct tpc_experiment *exp);

/* tpc_experiment_is_empty() - whether the text had no '@' line at all. */
bool tpc_experiment_is_empty(const struct tpc_experiment *exp);

/*
 * Tensors in descriptor order. The result belongs to the experiment; an index
 * that is too large gives NULL. tpc_experiment_find_tensor() gives the index
 * of a name or -ENOENT.
 */
unsigned tpc_experiment_num_tensors(const struct tpc_experiment *exp);
const struct tpc_experiment_tensor *
tpc_experiment_tensor(const struct tpc_experiment *exp, unsigned index);
int tpc_experiment_find_tensor(const struct tpc_experiment *exp,
			       const char *name);

/*
 * Scalar arguments in SRF order, as for tensors.
 *
 * tpc_experiment_set_arg() gives an argument another value (tpc-run --arg);
 * expected results use it too. @text is a number in C notation that the
 * argument's type can hold. Returns 0, -ENOENT for an index that is too large
 * or -EINVAL with a sentence in @why (may be NULL).
 */
unsigned tpc_experiment_num_args(const struct tpc_experiment *exp);
const struct tpc_experiment_arg *
tpc_experiment_arg(const struct tpc_experiment *exp, unsigned index);
int tpc_experiment_set_arg(struct tpc_experiment *exp, unsigned index,
			   const char *text, char *why, size_t why_size);

/*
 * tpc_experiment_index_space() - sizes of the index space.
 * @size: receives TPC_EXPERIMENT_MAX_DIMS sizes, 1 for dimensions not stated.
 *
 * Returns the number of dimensions the file states, 0 if it states none.
 */
unsigned tpc_experiment_index_space(const struct tpc_experiment *exp,
				    uint64_t *size);

/* tpc_experiment_tpcs() - number of TPCs the file asks for, 0 if it is silent.
 */
unsigned tpc_experiment_tpcs(const struct tpc_experiment *exp);

/* tpc_experiment_num_expects() - number of tensors with expected contents. */
unsigned tpc_experiment_num_expects(const struct tpc_experiment *exp);

/*
 * tpc_experiment_fill() - writes a tensor's initial contents.
 * @buf: tensor->bytes bytes or more, any alignment.
 * @why: receives "file:line:col: error: ..." on -EDOM; may be NULL.
 *
 * A tensor that states no fill gets zeros if it is 'in' or 'inout', and bytes
 * 0xa5 if it is 'out', so that an element never written shows.
 *
 * Returns 0, -ENOENT for an index that is too large, -EINVAL if @size is too
 * small, -EOPNOTSUPP for a tensor filled from a file (tensor->file: the caller
 * loads it), -EDOM if a fill expression has no value (division by zero,
 * coordinate outside, value outside the type) and -ENOMEM.
 */
int tpc_experiment_fill(const struct tpc_experiment *exp, unsigned index,
			void *buf, uint64_t size, char *why, size_t why_size);

/* One element that is not as expected. */
struct tpc_experiment_mismatch {
	unsigned tensor;
	uint64_t coord[TPC_EXPERIMENT_MAX_DIMS];
	/* "y[3,4]: got 1.5, expected 2 (within 1 ulp)" */
	char message[256];
};

struct tpc_experiment_result {
	uint64_t checked;	 /* elements compared with an expectation */
	uint64_t mismatches;	 /* of them, wrong */
	uint64_t inputs_changed; /* elements of 'in' tensors that changed */
	/* The first two, tensor by tensor. */
	uint64_t tensor_checked[TPC_EXPERIMENT_MAX_TENSORS];
	uint64_t tensor_mismatches[TPC_EXPERIMENT_MAX_TENSORS];
	unsigned num_first; /* filled in entries of first[] */
	struct tpc_experiment_mismatch first[8];
};

/*
 * tpc_experiment_check() - compares a kernel's results with the expectations.
 * @initial: contents of every tensor before the launch, in descriptor order
 *	(expressions read these).
 * @final: contents after the launch; NULL entries are allowed for 'in'
 *	tensors. An 'in' tensor that has one must not have changed.
 * @result: always written, except on -ENOMEM and -EINVAL.
 * @why: receives "file:line:col: error: ..." on -EDOM; may be NULL.
 *
 * Buffers have tensor->bytes bytes and any alignment.
 *
 * Returns 0 if everything is as expected (with no expectation at all
 * result->checked is 0: nothing was verified), -EBADMSG if an element is
 * wrong, -EINVAL if a needed buffer is NULL, -EDOM if an expected value cannot
 * be computed and -ENOMEM.
 */
int tpc_experiment_check(const struct tpc_experiment *exp,
			 const void *const *initial, const void *const *final,
			 struct tpc_experiment_result *result, char *why,
			 size_t why_size);

/*
 * Helpers about types: name ("f32"), size of an element in bytes, type by name
 * (-ENOENT if there is none).
 */
const char *tpc_experiment_type_name(enum tpc_experiment_type type);
unsigned tpc_experiment_type_size(enum tpc_experiment_type type);
int tpc_experiment_type_by_name(const char *name);

#endif
