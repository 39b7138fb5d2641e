/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The inside of the text of command buffers. */
#ifndef TPC_LIB_CBTEXT_PRIV_H
#define TPC_LIB_CBTEXT_PRIV_H

#include "asm_priv.h"
#include "cb_internal.h"
#include "tpc/cbtext.h"

/* Nothing of this is exported, whatever the linker map says. */
#pragma GCC visibility push(hidden)

/* Fields of a packet and its longest encoding without payload. */
#define CB_MAX_FIELDS 16
#define CB_MAX_PACKET 64

/* A buffer while it grows. */
struct cb_buffer {
	struct tpc_cb_buffer pub;
	uint8_t *data;
	char *name;
};

struct tpc_cb_image {
	const struct tpc_cb *cb;
	struct cb_buffer *buffers;
	size_t count;
	struct tpc_symtab names; /* order: of the buffer */
};

/* Appends an empty buffer; @name is copied. NULL: out of memory. */
struct cb_buffer *cb_image_new_buffer(struct tpc_cb_image *image,
				      const char *name, size_t len);
int cb_buffer_append(struct cb_buffer *buffer, const void *data, size_t size);
bool cb_image_has(const struct tpc_cb_image *image, const char *name,
		  size_t len);

/* The buffers that have an address, sorted by it. */
struct cb_index_entry {
	uint64_t start, last; /* addresses */
	uint64_t reach;	      /* the greatest last one up to here */
	size_t number;
};

struct cb_index {
	struct cb_index_entry *entries;
	size_t count;
};

int cb_index_build(struct cb_index *index, const struct tpc_cb_image *image);
/* Number of the first buffer that has a byte there, or starts there; -1. */
long cb_index_find(const struct cb_index *index, uint64_t address);
/* Whether a buffer starts there. */
bool cb_index_starts(const struct cb_index *index, uint64_t address);

/*
 * One reading of the text, in which comments have become blanks. The first
 * reading only collects sizes and labels.
 */
struct cb_text {
	const struct tpc_cb_text_options *options;
	const struct tpc_cb *cb;
	const char *text, *end, *p;
	const char *line_start; /* of a line before p, with its number */
	unsigned line;
	struct tpc_diags *diags; /* NULL: first reading */
	bool first;
	unsigned errors;
	bool out_of_memory;
	bool named_chip;
	const struct tpc_cb_queue *queue;
	unsigned stream;
	struct tpc_cb_image *image;
	struct cb_buffer *buffer; /* the last one, NULL: none yet */
	struct tpc_symtab *symtab;
};

/* Reports an error at a place of the text. Returns -EINVAL. */
int cb_text_error(struct cb_text *t, const char *at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Skips blanks; with line ends. */
void cb_text_blanks(struct cb_text *t);
void cb_text_space(struct cb_text *t);
/* Takes @c if it comes next. */
bool cb_text_take(struct cb_text *t, char c);
/* Evaluates an expression at @t->p. */
int cb_text_expr(struct cb_text *t, int64_t *value);
/* The buffer to append to; makes the first one if there is none. */
struct cb_buffer *cb_text_buffer(struct cb_text *t);

/* Reports a number that does not fit a field of so many bits. */
int cb_text_fits(struct cb_text *t, const char *at, const char *name,
		 unsigned width, bool is_signed, int64_t num);
/* Fields of the register @ref up to the closing brace, as its value. */
int cb_text_reg_fields(struct cb_text *t, const struct tpc_reg_ref *ref,
		       uint32_t *value);
/*
 * The registers that fields of a value choose, such as the sync objects that a
 * monitor watches: their names into @buf. False if there are none.
 */
bool cb_reg_members(const struct tpc_reg_ref *ref, uint32_t value, char *buf,
		    size_t size);

/* A packet; @t->p stands behind its name. */
int cb_text_packet(struct cb_text *t, const struct tpc_cb_packet *packet,
		   const char *name);

/* Number of the field with that name or alias in a packet, -1: none. */
int cb_find_field(const struct tpc_cb_packet *packet, const char *name,
		  size_t len);
/* Number of the first field of a kind (enum tpc_cb_kind), -1: none. */
int cb_field_of_kind(const struct tpc_cb_packet *packet, unsigned kind);

/*
 * What a value for a field refers to.
 * @queue: whose packet it is, may be NULL.
 * @base: of the message, for fields of that kind.
 *
 * Return the device address; 0 if it cannot be known.
 */
uint64_t cb_target(const struct tpc_cb *cb, const struct tpc_cb_queue *queue,
		   const struct tpc_cb_field *field, uint64_t value,
		   unsigned base);
/* An address as offset in the window of a queue's WREG packets. */
bool cb_window_offset(const struct tpc_cb *cb, const struct tpc_cb_queue *queue,
		      uint64_t address, uint64_t *offset);
/* The address message base number @base of a queue stands for; 0: unknown. */
uint64_t cb_base_address(const struct tpc_cb *cb,
			 const struct tpc_cb_queue *queue, unsigned base);

/* Register writes of a buffer, to show what a launch was told. */
struct cb_launch;
struct cb_launch *cb_launch_new(const struct tpc_cb *cb);
void cb_launch_free(struct cb_launch *launch);
/* Notes a write; returns whether it starts a launch. */
bool cb_launch_write(struct cb_launch *launch, uint64_t address,
		     uint32_t value);
/* Prints comment lines about what is staged. */
void cb_launch_print(const struct cb_launch *launch, FILE *out);

#pragma GCC visibility pop

#endif
