/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Kernel launches: what they consist of, and the sequence of submissions. The
 * programs themselves are the provider's.
 */
#include <errno.h>
#include <misc/habanalabs.h>
#include <stdlib.h>
#include <string.h>

#include "provider.h"
#include "tpc/machine_gen.h"

#define PREPARE_TIMEOUT 30000000 /* two copies and two messages */
#define SLOT_SIZE	256	 /* of an upper program (SYN) */
#define MAX_PRELOADED	32	 /* registers that a descriptor sets */

int tpc_launch_new(struct tpc_kernel *kernel, struct tpc_launch **out)
{
	struct tpc_launch *launch = calloc(1, sizeof(*launch));

	if (!launch)
		return -ENOMEM;
	launch->kernel = kernel;
	launch->dev = tpc_kernel_device(kernel);
	tpc_device_hold(launch->dev);
	*out = launch;
	return 0;
}

/* Frees what belongs to one submission. */
static void drop_programs(struct tpc_launch *launch)
{
	tpc_buf_free(launch->program);
	tpc_mem_free(launch->program_mem);
	tpc_buf_free(launch->words);
	tpc_mem_free(launch->words_mem);
	launch->program = NULL;
	launch->program_mem = NULL;
	launch->words = NULL;
	launch->words_mem = NULL;
	launch->hidden = 0;
}

static void end_flight(struct tpc_launch *launch)
{
	struct tpc_device *dev = launch->dev;

	drop_programs(launch);
	launch->in_flight = false;
	pthread_mutex_lock(&dev->lock);
	dev->running = NULL;
	pthread_mutex_unlock(&dev->lock);
}

void tpc_launch_free(struct tpc_launch *launch)
{
	if (!launch)
		return;
	while (launch->in_flight && tpc_launch_wait(launch, -1))
		;
	free(launch->parts);
	free(launch->down.step);
	free(launch->up.step);
	tpc_device_drop(launch->dev);
	free(launch);
}

int tpc_launch_set_tensor(struct tpc_launch *launch, unsigned index,
			  const struct tpc_tensor *tensor)
{
	const char *fault = tpc_tensor_fault(tensor);

	if (index >= TPC_MAX_TENSORS)
		return tpc_fail(launch->dev, -EINVAL,
				"tensor %u: there are %u descriptors", index,
				TPC_MAX_TENSORS);
	if (fault)
		return tpc_fail(launch->dev, -EINVAL, "tensor %u: %s", index,
				fault);
	if (!tensor->addr)
		return tpc_fail(launch->dev, -EINVAL, "tensor %u: address is 0",
				index);
	launch->tensor[index] = *tensor;
	launch->tensors |= 1u << index;
	return 0;
}

int tpc_launch_set_scalar(struct tpc_launch *launch, unsigned index,
			  uint32_t bits)
{
	if (index >= TPC_MAX_SCALARS)
		return tpc_fail(launch->dev, -EINVAL,
				"scalar argument %u: there is room for %u",
				index, TPC_MAX_SCALARS);
	launch->scalar[index] = bits;
	if (index >= launch->num_scalars)
		launch->num_scalars = index + 1;
	return 0;
}

int tpc_launch_set_index_space(struct tpc_launch *launch, unsigned rank,
			       const uint32_t *size)
{
	struct tpc_box box = {.size = {1, 1, 1, 1, 1}};
	unsigned d;

	if (!rank || rank > TPC_DIMS)
		return tpc_fail(launch->dev, -EINVAL,
				"index space of rank %u, must be 1 to %u", rank,
				TPC_DIMS);
	for (d = 0; d < rank; d++) {
		if (!size[d] || size[d] > INT32_MAX)
			return tpc_fail(launch->dev, -EINVAL,
					"index space: size %u of dimension %u, "
					"must be 1 to 2147483647",
					size[d], d);
		box.size[d] = (int32_t)size[d];
	}
	launch->space = box;
	launch->has_space = true;
	return 0;
}

int tpc_launch_set_parts(struct tpc_launch *launch, unsigned tpcs,
			 unsigned parts)
{
	if (tpcs > launch->dev->info.num_tpcs)
		return tpc_fail(launch->dev, -EINVAL,
				"%u TPCs, the device has %u", tpcs,
				launch->dev->info.num_tpcs);
	if (parts > TPC_MAX_PARTS)
		return tpc_fail(launch->dev, -EINVAL,
				"%u parts, at most %u are possible", parts,
				TPC_MAX_PARTS);
	launch->want_tpcs = tpcs;
	launch->want_parts = parts;
	return 0;
}

int tpc_launch_set_lut(struct tpc_launch *launch, unsigned intervals,
		       uint64_t addr)
{
	static const unsigned classes[TPC_NUM_LUTS] = {256, 128, 64, 32};
	unsigned i;

	for (i = 0; i < TPC_NUM_LUTS; i++) {
		if (classes[i] != intervals)
			continue;
		if (addr % TPC_CACHE_LINE)
			break;
		launch->lut[i] = addr;
		return 0;
	}
	return tpc_fail(launch->dev, -EINVAL,
			"look-up table of %u intervals at 0x%llx: must be 256, "
			"128, 64 or 32 at a multiple of %u",
			intervals, (unsigned long long)addr, TPC_CACHE_LINE);
}

static int add_copy(struct tpc_launch *launch, struct tpc_copies *copies,
		    uint64_t dst, uint64_t src, uint64_t size)
{
	size_t room = copies->room ? copies->room * 2 : 8;
	struct tpc_copy_step *step;

	if (!size)
		return 0;
	if (copies->count == copies->room) {
		step = realloc(copies->step, room * sizeof(*step));
		if (!step)
			return -ENOMEM;
		copies->step = step;
		copies->room = room;
	}
	copies->step[copies->count++] = (struct tpc_copy_step){dst, src, size};
	return 0;
}

static int check_copy(struct tpc_launch *launch, const struct tpc_mem *mem,
		      uint64_t mem_offset, const struct tpc_buf *buf,
		      uint64_t buf_offset, uint64_t size)
{
	if (tpc_mem_device(mem) != launch->dev ||
	    tpc_buf_device(buf) != launch->dev)
		return tpc_fail(launch->dev, -EINVAL,
				"copy: memory of another device");
	if (mem_offset > tpc_mem_size(mem) ||
	    size > tpc_mem_size(mem) - mem_offset)
		return tpc_fail(launch->dev, -EINVAL,
				"copy of %llu bytes exceeds the device memory "
				"of %llu",
				(unsigned long long)size,
				(unsigned long long)tpc_mem_size(mem));
	if (buf_offset > tpc_buf_size(buf) ||
	    size > tpc_buf_size(buf) - buf_offset)
		return tpc_fail(launch->dev, -EINVAL,
				"copy of %llu bytes exceeds the host buffer of "
				"%llu",
				(unsigned long long)size,
				(unsigned long long)tpc_buf_size(buf));
	return 0;
}

int tpc_launch_add_download(struct tpc_launch *launch, struct tpc_mem *to,
			    uint64_t to_offset, struct tpc_buf *from,
			    uint64_t from_offset, uint64_t size)
{
	int err = check_copy(launch, to, to_offset, from, from_offset, size);

	return err ? err
		   : add_copy(launch, &launch->down,
			      tpc_mem_addr(to) + to_offset,
			      tpc_buf_addr(from) + from_offset, size);
}

int tpc_launch_add_upload(struct tpc_launch *launch, struct tpc_buf *to,
			  uint64_t to_offset, struct tpc_mem *from,
			  uint64_t from_offset, uint64_t size)
{
	int err = check_copy(launch, from, from_offset, to, to_offset, size);

	return err ? err
		   : add_copy(launch, &launch->up, tpc_buf_addr(to) + to_offset,
			      tpc_mem_addr(from) + from_offset, size);
}

void tpc_launch_clear_copies(struct tpc_launch *launch)
{
	launch->down.count = 0;
	launch->up.count = 0;
}

unsigned tpc_launch_num_parts(const struct tpc_launch *launch)
{
	return launch->num_parts;
}

/* ---- Submitting ------------------------------------------------------- */

/* The bit of the tensor that holds the scalars, if there are too many. */
static uint32_t hidden_tensor(const struct tpc_launch *launch)
{
	uint32_t bit = 1;

	if (tpc_kernel_info(launch->kernel)->num_scalars <= TPC_ABI_SCALARS)
		return 0;
	while (launch->tensors >= bit && bit)
		bit <<= 1;
	return bit;
}

static int check_complete(struct tpc_launch *launch)
{
	const struct tpc_kernel_info *info = tpc_kernel_info(launch->kernel);
	unsigned missing = tpc_kernel_tensors(launch->kernel) &
			   ~(launch->tensors | hidden_tensor(launch));

	if (!launch->has_space)
		return tpc_fail(launch->dev, -EINVAL, "no index space is set");
	if (launch->num_scalars < info->num_scalars)
		return tpc_fail(launch->dev, -EINVAL,
				"the kernel takes %u scalar arguments, %u are "
				"set",
				info->num_scalars, launch->num_scalars);
	if (launch->num_scalars > MAX_PRELOADED &&
	    launch->num_scalars > info->num_scalars)
		return tpc_fail(launch->dev, -EINVAL,
				"%u scalar arguments are set, the kernel's "
				"metadata names %u; registers take %u",
				launch->num_scalars, info->num_scalars,
				MAX_PRELOADED);
	if (missing)
		return tpc_fail(launch->dev, -EINVAL,
				"the kernel uses tensor %d, which is not set",
				__builtin_ctz(missing));
	if (hidden_tensor(launch) >> TPC_MAX_TENSORS)
		return tpc_fail(launch->dev, -EINVAL,
				"no descriptor is left for the tensor of the "
				"kernel's %u scalars",
				info->num_scalars);
	return 0;
}

/* Makes the tensor of scalars, if the kernel has one. */
static int make_words(struct tpc_launch *launch)
{
	const uint32_t count = tpc_kernel_info(launch->kernel)->num_scalars;
	const uint64_t size = (uint64_t)count * sizeof(*launch->scalar);
	struct tpc_device *dev = launch->dev;
	uint32_t bit = hidden_tensor(launch);
	int err;

	if (!bit)
		return 0;
	err = tpc_buf_alloc(dev, size, &launch->words);
	if (!err)
		err = tpc_mem_alloc(dev, size, TPC_CACHE_LINE, 0,
				    &launch->words_mem);
	if (err)
		return err;
	memcpy(tpc_buf_ptr(launch->words), launch->scalar, size);
	launch->hidden = bit;
	return tpc_tensor_init(&launch->tensor[__builtin_ctz(bit)],
			       TPC_DTYPE_I32, 1, &count,
			       tpc_mem_addr(launch->words_mem));
}

/* Divides the index space and chooses the TPCs. */
static int plan(struct tpc_launch *launch)
{
	const struct tpc_device_info *info = &launch->dev->info;
	unsigned tpcs = launch->want_tpcs ? launch->want_tpcs : info->num_tpcs;
	unsigned want = launch->want_parts ? launch->want_parts : tpcs;
	struct tpc_box *parts = calloc(want, sizeof(*parts));
	unsigned i, used = 0;
	int count;

	if (!parts)
		return -ENOMEM;
	count = tpc_split(&launch->space, want, parts);
	if (count < 0) {
		free(parts);
		return count;
	}
	free(launch->parts);
	launch->parts = parts;
	launch->num_parts = (unsigned)count;
	launch->num_tpcs = tpcs < launch->num_parts ? tpcs : launch->num_parts;
	for (i = 0; i < TPC_MAX_TPCS && used < launch->num_tpcs; i++)
		if (info->tpc_mask >> i & 1)
			launch->tpc[used++] = i;
	return 0;
}

/*
 * The programs of all TPCs in one buffer: first a slot each with the command
 * that runs the longer program, then those programs. @offset and @size get
 * where they are.
 */
static int build_programs(struct tpc_launch *launch, struct tpc_cmdbuf *cb,
			  uint32_t *offset, uint32_t *size)
{
	unsigned k;

	for (k = 0; k < launch->num_tpcs; k++) {
		tpc_cmdbuf_pad(cb, SLOT_SIZE);
		offset[k] = (uint32_t)tpc_cmdbuf_size(cb);
		launch->dev->ops->launch_tpc(launch, k, cb);
		size[k] = (uint32_t)tpc_cmdbuf_size(cb) - offset[k];
	}
	if (cb->error)
		return tpc_fail(launch->dev, cb->error, "launch: %s",
				cb->message);
	return 0;
}

/* Copies slots and programs to host memory the device can fetch from. */
static int place_programs(struct tpc_launch *launch,
			  const struct tpc_cmdbuf *programs,
			  const uint32_t *offset, const uint32_t *size)
{
	size_t slots = (size_t)launch->num_tpcs * SLOT_SIZE;
	size_t total = slots + tpc_cmdbuf_size(programs);
	struct tpc_device *dev = launch->dev;
	struct tpc_cmdbuf *upper;
	uint64_t base;
	unsigned k;
	char *host;
	int err;

	err = tpc_buf_alloc(dev, total, &launch->program);
	if (!err)
		err = tpc_mem_alloc(dev, total, SLOT_SIZE, 0,
				    &launch->program_mem);
	if (!err)
		err = tpc_cmdbuf_new(dev, &upper);
	if (err)
		return err;
	host = tpc_buf_ptr(launch->program);
	base = tpc_mem_addr(launch->program_mem);
	for (k = 0; k < launch->num_tpcs; k++) {
		tpc_cmdbuf_cp_dma(upper, base + slots + offset[k], size[k], 0);
		tpc_cmdbuf_pad(upper, SLOT_SIZE);
	}
	err = tpc_cmdbuf_error(upper);
	if (!err) {
		memcpy(host, tpc_cmdbuf_data(upper), slots);
		memcpy(host + slots, tpc_cmdbuf_data(programs),
		       tpc_cmdbuf_size(programs));
	}
	tpc_cmdbuf_free(upper);
	return err;
}

static int make_programs(struct tpc_launch *launch)
{
	uint32_t offset[TPC_MAX_TPCS], size[TPC_MAX_TPCS];
	struct tpc_cmdbuf *cb;
	int err = tpc_cmdbuf_new(launch->dev, &cb);

	if (err)
		return err;
	err = build_programs(launch, cb, offset, size);
	if (!err)
		err = place_programs(launch, cb, offset, size);
	tpc_cmdbuf_free(cb);
	return err;
}

static int new_kernel_cb(struct tpc_device *dev, struct tpc_cmdbuf **out)
{
	int err = tpc_cmdbuf_new(dev, out);

	if (!err)
		tpc_cmdbuf_limit(*out, HL_MAX_CB_SIZE);
	return err;
}

/* Puts the programs into device memory and clears the sync objects. */
static int prepare(struct tpc_launch *launch)
{
	struct tpc_device *dev = launch->dev;
	struct tpc_job job = {0};
	struct tpc_cmdbuf *cb;
	uint64_t seq;
	int err = new_kernel_cb(dev, &cb);

	if (err)
		return err;
	if (launch->hidden)
		tpc_cmdbuf_lin_dma(cb, tpc_mem_addr(launch->words_mem),
				   tpc_buf_addr(launch->words),
				   (uint32_t)tpc_buf_size(launch->words), 0);
	dev->ops->launch_prepare(launch, tpc_mem_addr(launch->program_mem),
				 tpc_buf_addr(launch->program),
				 (uint32_t)tpc_buf_size(launch->program), cb);
	job.cmds = cb;
	job.queue = (unsigned)tpc_queue(dev, TPC_ENGINE_DMA, 0, 0);
	err = tpc_submit(dev, &job, 1, &seq);
	tpc_cmdbuf_free(cb);
	return err ? err : tpc_wait(dev, seq, PREPARE_TIMEOUT);
}

static int submit_jobs(struct tpc_launch *launch, const struct tpc_cmdbuf *down,
		       const struct tpc_cmdbuf *up)
{
	struct tpc_job jobs[2 + TPC_MAX_TPCS] = {0};
	struct tpc_device *dev = launch->dev;
	struct tpc_cmdbuf *slot;
	uint32_t slot_bytes;
	unsigned k;
	int err = tpc_cmdbuf_new(dev, &slot);

	if (err)
		return err;
	tpc_cmdbuf_cp_dma(slot, 0, 0, 0);
	slot_bytes = (uint32_t)tpc_cmdbuf_size(slot);
	tpc_cmdbuf_free(slot);
	jobs[0].cmds = down;
	jobs[0].queue = (unsigned)tpc_queue(dev, TPC_ENGINE_DMA, 0, 0);
	jobs[1].cmds = up;
	jobs[1].queue = (unsigned)tpc_queue(dev, TPC_ENGINE_DMA, 1, 0);
	for (k = 0; k < launch->num_tpcs; k++) {
		jobs[2 + k].queue = (unsigned)tpc_queue(dev, TPC_ENGINE_TPC,
							launch->tpc[k], 0);
		jobs[2 + k].addr = tpc_mem_addr(launch->program_mem) +
				   (uint64_t)k * SLOT_SIZE;
		jobs[2 + k].size = slot_bytes;
	}
	return tpc_submit(dev, jobs, 2 + launch->num_tpcs, &launch->seq);
}

static int start(struct tpc_launch *launch)
{
	struct tpc_device *dev = launch->dev;
	struct tpc_cmdbuf *down = NULL, *up = NULL;
	int err = new_kernel_cb(dev, &down);

	if (!err)
		err = new_kernel_cb(dev, &up);
	if (!err) {
		/* A builder that failed makes the submission fail. */
		dev->ops->launch_down(launch, down);
		dev->ops->launch_up(launch, up);
		err = submit_jobs(launch, down, up);
	}
	tpc_cmdbuf_free(down);
	tpc_cmdbuf_free(up);
	return err;
}

/* One launch a device: all use the same sync objects and monitors. */
static int claim(struct tpc_launch *launch)
{
	struct tpc_device *dev = launch->dev;
	bool busy;

	pthread_mutex_lock(&dev->lock);
	busy = dev->running;
	if (!busy)
		dev->running = launch;
	pthread_mutex_unlock(&dev->lock);
	if (busy)
		return tpc_fail(dev, -EBUSY, "%s: another launch is in flight",
				dev->name);
	return 0;
}

int tpc_launch_submit(struct tpc_launch *launch)
{
	int err = check_complete(launch);

	if (!err)
		err = claim(launch);
	if (err)
		return err;
	launch->input_sob = launch->dev->info.first_sob;
	launch->output_sob = launch->input_sob + 8; /* another group (SYN) */
	err = plan(launch);
	if (!err)
		err = make_words(launch);
	if (!err)
		err = make_programs(launch);
	if (!err)
		err = prepare(launch);
	if (!err)
		err = start(launch);
	if (err) {
		end_flight(launch);
		return err;
	}
	launch->in_flight = true;
	return 0;
}

int tpc_launch_wait(struct tpc_launch *launch, int64_t timeout_us)
{
	bool over;
	int err;

	if (!launch->in_flight)
		return tpc_fail(launch->dev, -EINVAL,
				"the launch is not in flight");
	err = tpc_wait_over(launch->dev, launch->seq, timeout_us, &over);
	/* Any failure but an expired time-out means there is no answer left. */
	if (over || (err && err != -ETIMEDOUT))
		end_flight(launch);
	return err;
}

int tpc_launch_run(struct tpc_launch *launch, int64_t timeout_us)
{
	int err = tpc_launch_submit(launch);

	return err ? err : tpc_launch_wait(launch, timeout_us);
}
