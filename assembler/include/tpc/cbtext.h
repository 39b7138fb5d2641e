/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Command buffers as text, and images of several buffers in one file.
 *
 *	.chip gaudi
 *	.queue TPC_0
 *	.buffer upper, 0x20000000
 *		cp_dma lower, lower.size, rb
 *	.buffer lower, 0x20010000
 *		wreg_32 TPC0_CFG.QM_KERNEL_ID, 7, rb
 *		msg_long SYNC_MNGR_E_N.SOB_OBJ_8, {VAL=1, INC}, mb
 *
 * docs/command-buffers.md describes the language. Packets, their fields and
 * the registers come from the records in assembler/queues/ (tpc/cb.h).
 *
 * An image belongs to one thread at a time; different images are independent.
 */
#ifndef TPC_CBTEXT_H
#define TPC_CBTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "tpc/cb.h"
#include "tpc/diag.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A command buffer, or a piece of memory that one refers to. */
struct tpc_cb_buffer {
	const char *name;
	bool has_address;
	uint64_t address;		  /* device address, if it has one */
	const struct tpc_cb_queue *queue; /* whose registers it reaches, NULL:
					     not known */
	unsigned stream;
	const uint8_t *data;
	size_t size;
};

struct tpc_cb_image; /* opaque: buffers of one chip */

/*
 * tpc_cb_image_new() - an image without buffers; NULL when memory is short.
 * tpc_cb_image_free() - frees it with its buffers. NULL is allowed.
 */
struct tpc_cb_image *tpc_cb_image_new(const struct tpc_cb *cb);
void tpc_cb_image_free(struct tpc_cb_image *image);

/*
 * tpc_cb_image_add() - appends a buffer; name and data are copied.
 *
 * Returns 0; -EEXIST for a name that is taken; -EINVAL for one that is no
 * identifier or for an address beyond 64 bits; -ENOMEM.
 */
int tpc_cb_image_add(struct tpc_cb_image *image,
		     const struct tpc_cb_buffer *buffer);

/*
 * tpc_cb_image_chip() - the chip the image is for.
 * tpc_cb_image_count() - number of its buffers.
 * tpc_cb_image_get() - one of them, NULL beyond the end. Valid until the image
 * changes.
 */
const struct tpc_cb *tpc_cb_image_chip(const struct tpc_cb_image *image);
size_t tpc_cb_image_count(const struct tpc_cb_image *image);
const struct tpc_cb_buffer *tpc_cb_image_get(const struct tpc_cb_image *image,
					     size_t i);

/*
 * tpc_cb_image_write() - the image as an ELF file: one section a buffer, and a
 * section .tpc_cb with chip and queues as text.
 * @bytes: receives memory that the caller frees.
 *
 * Returns 0 or -ENOMEM.
 */
int tpc_cb_image_write(const struct tpc_cb_image *image, uint8_t **bytes,
		       size_t *size);

/*
 * tpc_cb_image_read() - the image in a file that tpc_cb_image_write() made.
 *
 * Returns 0; -ENOEXEC if it is no ELF file at all; -EINVAL with a message in
 * @diags (may be NULL) if it is one, but not an image; -ENOMEM.
 */
int tpc_cb_image_read(const void *bytes, size_t size, const char *name,
		      struct tpc_diags *diags, struct tpc_cb_image **image);

struct tpc_cb_text_options {
	const char *file;	 /* name in messages */
	const struct tpc_cb *cb; /* chip where the text names none */
};

/*
 * tpc_cb_assemble() - reads text.
 * @text: @len bytes, not terminated.
 *
 * Returns 0 with @image filled, or -EINVAL with at least one error in @diags
 * (which gets the text as its source and must not be printed after the text is
 * gone), or -ENOMEM.
 */
int tpc_cb_assemble(const char *text, size_t len,
		    const struct tpc_cb_text_options *options,
		    struct tpc_diags *diags, struct tpc_cb_image **image);

struct tpc_cb_print_options {
	bool bytes;    /* addresses and bytes in comments */
	bool plain;    /* no comments at all */
	bool launches; /* what the staged registers mean at each launch */
};

/*
 * tpc_cb_print() - writes text that assembles to the same image.
 *
 * Bytes that are no packet, or a packet with bits that no field owns, become
 * data directives whose comment names the reason. The text depends on nothing
 * but the arguments. Returns 0 or -EIO.
 */
int tpc_cb_print(const struct tpc_cb_image *image,
		 const struct tpc_cb_print_options *options, FILE *out);

/*
 * tpc_cb_follow() - adds the buffers that CP_DMA packets of @image's buffers
 * refer to, out of a copy of device memory.
 * @address: device address of @memory[0].
 *
 * Buffers get the names of their addresses ("cb_20010000") and the queue of
 * the packet; memory that the copy does not hold is left out. Returns the
 * number of buffers added, -ENOMEM.
 */
int tpc_cb_follow(struct tpc_cb_image *image, uint64_t address,
		  const void *memory, size_t size);

/*
 * tpc_cb_read_fn - gives bytes of device memory.
 * @bytes: receives a place that is valid until the next call.
 *
 * Returns 0; -ENOENT: they are left out; another negative errno ends the search
 * with it.
 */
typedef int tpc_cb_read_fn(void *ctx, uint64_t address, size_t size,
			   const void **bytes);

/* tpc_cb_follow_with() - as tpc_cb_follow(), asking for the memory. */
int tpc_cb_follow_with(struct tpc_cb_image *image, tpc_cb_read_fn *read,
		       void *ctx);

#ifdef __cplusplus
}
#endif

#endif
