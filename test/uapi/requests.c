/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Requests in one line, and command buffers. */
#include "requests.h"

static int setup_with(void **state, const struct tpc_sim_params *params)
{
	struct fixture *f = calloc(1, sizeof(*f));

	if (!f)
		return -1;
	f->machine = machine_new(params);
	if (!f->machine || file_open(f->machine, false, &f->file))
		return -1;
	*state = f;
	return 0;
}

int setup(void **state)
{
	const struct tpc_sim_params params = {.threads = 2};

	return setup_with(state, &params);
}

int setup_short_tdr(void **state)
{
	const struct tpc_sim_params params = {.threads = 2,
					      .tdr_ms = SHORT_TDR};

	return setup_with(state, &params);
}

int setup_keep_on_fault(void **state)
{
	const struct tpc_sim_params params = {
		.threads = 2, .tdr_ms = SHORT_TDR, .keep_on_fault = true};

	return setup_with(state, &params);
}

int teardown(void **state)
{
	struct fixture *f = *state;

	if (f->file)
		file_close(f->file);
	machine_free(f->machine);
	free(f);
	return 0;
}

int info(struct file *file, uint32_t op, void *out, uint32_t size, uint32_t arg)
{
	struct hl_info_args args = {
		.return_pointer = (uintptr_t)out,
		.return_size = size,
		.op = op,
		.dcore_id = arg,
	};

	return file_ioctl(file, HL_IOCTL_INFO, &args);
}

int cb_op(struct file *file, uint32_t op, uint64_t handle, uint32_t size,
	  uint32_t flags, union hl_cb_args *args)
{
	memset(args, 0, sizeof(*args));
	args->in.op = op;
	args->in.cb_handle = handle;
	args->in.cb_size = size;
	args->in.flags = flags;
	return file_ioctl(file, HL_IOCTL_CB, args);
}

void kcb_new(struct file *file, struct kcb *cb, uint32_t size)
{
	union hl_cb_args args;
	void *p = NULL;

	memset(cb, 0, sizeof(*cb));
	assert_int_equal(cb_op(file, HL_CB_OP_CREATE, 0, size, 0, &args), 0);
	cb->handle = args.out.cb_handle;
	cb->room = (size + PAGE - 1) / PAGE * PAGE;
	assert_int_equal(file_mmap(file, cb->room, cb->handle, &p), 0);
	cb->bytes = p;
}

void kcb_free(struct file *file, struct kcb *cb)
{
	union hl_cb_args args;

	assert_int_equal(file_munmap(file, cb->bytes, cb->room), 0);
	assert_int_equal(cb_op(file, HL_CB_OP_DESTROY, cb->handle, 0, 0, &args),
			 0);
}

int mem_op(struct file *file, uint32_t op, union hl_mem_args *args)
{
	args->in.op = op;
	return file_ioctl(file, HL_IOCTL_MEMORY, args);
}

int host_map(struct file *file, void *host, uint64_t size, uint64_t hint,
	     uint32_t flags, uint64_t *va)
{
	union hl_mem_args args = {0};
	int rc;

	args.in.map_host.host_virt_addr = (uintptr_t)host;
	args.in.map_host.mem_size = size;
	args.in.map_host.hint_addr = hint;
	args.in.flags = HL_MEM_USERPTR | flags;
	rc = mem_op(file, HL_MEM_OP_MAP, &args);
	if (!rc)
		*va = args.out.device_virt_addr;
	return rc;
}

int host_unmap(struct file *file, uint64_t va)
{
	union hl_mem_args args = {0};

	args.in.unmap.device_virt_addr = va;
	return mem_op(file, HL_MEM_OP_UNMAP, &args);
}

int mem_export(struct file *file, uint64_t addr, uint64_t size, uint32_t flags)
{
	union hl_mem_args args = {0};
	int rc;

	args.in.export_dmabuf_fd.handle = addr;
	args.in.export_dmabuf_fd.mem_size = size;
	args.in.flags = flags;
	rc = mem_op(file, HL_MEM_OP_EXPORT_DMABUF_FD, &args);
	return rc ? rc : (int)args.out.fd;
}

struct hl_cs_chunk chunk(const struct kcb *cb, uint32_t queue)
{
	const struct hl_cs_chunk c = {
		.cb_handle = cb->handle,
		.queue_index = queue,
		.cb_size = cb->size,
	};

	return c;
}

struct hl_cs_chunk user_chunk(uint64_t addr, uint32_t size, uint32_t queue)
{
	const struct hl_cs_chunk c = {
		.cb_handle = addr,
		.queue_index = queue,
		.cb_size = size,
		.cs_chunk_flags = HL_CS_CHUNK_FLAGS_USER_ALLOC_CB,
	};

	return c;
}

int cs_args(struct file *file, union hl_cs_args *args)
{
	return file_ioctl(file, HL_IOCTL_CS, args);
}

int cs(struct file *file, const struct hl_cs_chunk *chunks, uint32_t count,
       uint32_t flags, uint64_t *seq)
{
	union hl_cs_args args = {0};
	int rc;

	args.in.chunks_execute = (uintptr_t)chunks;
	args.in.num_chunks_execute = count;
	args.in.cs_flags = flags;
	rc = cs_args(file, &args);
	if (seq && rc != -EAGAIN)
		*seq = args.out.seq;
	return rc;
}

int wait_cs(struct file *file, uint64_t seq, uint64_t timeout_us,
	    struct hl_wait_cs_out *out)
{
	union hl_wait_cs_args args = {0};
	int rc;

	args.in.seq = seq;
	args.in.timeout_us = timeout_us;
	rc = file_ioctl(file, HL_IOCTL_WAIT_CS, &args);
	*out = args.out;
	return rc;
}

void run(struct file *file, const struct kcb *cb, uint32_t queue)
{
	const struct hl_cs_chunk c = chunk(cb, queue);
	struct hl_wait_cs_out out;
	uint64_t seq = 0;

	assert_int_equal(cs(file, &c, 1, 0, &seq), 0);
	assert_int_equal(wait_cs(file, seq, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
}

static void dma(struct file *file, uint64_t from, uint64_t to, uint32_t size,
		uint32_t queue)
{
	struct kcb cb;

	kcb_new(file, &cb, PAGE);
	ADD(&cb, lin_dma, .src_addr = from, .dst_addr = to, .tsize = size,
	    .lin = 1, .reg_barrier = 1);
	run(file, &cb, queue);
	kcb_free(file, &cb);
}

void download(struct file *file, const void *from, uint64_t to, uint32_t size)
{
	void *copy = aligned_alloc(PAGE, (size + PAGE - 1) / PAGE * PAGE);
	uint64_t va = 0;

	assert_non_null(copy);
	memcpy(copy, from, size);
	assert_int_equal(host_map(file, copy, size, 0, 0, &va), 0);
	dma(file, va, to, size, DOWN);
	assert_int_equal(host_unmap(file, va), 0);
	free(copy);
}

uint32_t device_word(struct file *file, uint64_t addr)
{
	uint32_t *page = aligned_alloc(PAGE, PAGE);
	uint32_t value;
	uint64_t va = 0;

	assert_non_null(page);
	memset(page, 0xff, PAGE);
	assert_int_equal(host_map(file, page, PAGE, 0, 0, &va), 0);
	dma(file, addr, va, 4, UP);
	assert_int_equal(host_unmap(file, va), 0);
	value = page[0];
	free(page);
	return value;
}

#define SM(reg) TPC_GAUDI_SYNC_MNGR_##reg
#define MONITOR 500 /* of E_N, used by no test */

bool sob_is(struct file *file, unsigned sob, unsigned value)
{
	const uint64_t e_n = TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_E_N);
	const uint64_t word = SRAM + 0x10000;
	const uint8_t mask = (uint8_t)~(1u << sob % 8);
	struct kcb cb;

	kcb_new(file, &cb, PAGE);
	ADD(&cb, msg_long, .addr = word, .value = 0);
	ADD(&cb, msg_long, .addr = e_n + SM(MON_PAY_ADDRL(MONITOR)),
	    .value = (uint32_t)word);
	ADD(&cb, msg_long, .addr = e_n + SM(MON_PAY_ADDRH(MONITOR)),
	    .value = (uint32_t)(word >> 32));
	ADD(&cb, msg_long, .addr = e_n + SM(MON_PAY_DATA(MONITOR)), .value = 1);
	ADD(&cb, msg_long, .addr = e_n + SM(MON_ARM(MONITOR)),
	    .value = TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SID, sob / 8) |
		     TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK, mask) |
		     TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOP, 1) |
		     TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOD, value));
	run(file, &cb, DOWN);
	kcb_free(file, &cb);
	return device_word(file, word) == 1;
}
