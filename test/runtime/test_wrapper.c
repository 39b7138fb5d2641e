/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The wrapper around the driver's requests, against a driver that answers what
 * a test tells it to: retries, numbering, outputs only on success, messages.
 */
#include <errno.h>
#include <misc/habanalabs.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <cmocka.h>

#include "priv.h"
#include "sim.h"

#define ANY_ADDR 0x1000000000000ull

/* A driver whose next answers are listed. */
struct fake {
	bool drm; /* knows the numbering of Linux 6.7 only */
	int open_error;
	int info_error;
	uint32_t device_id;
	int answer[64]; /* of the requests other than INFO, in order */
	unsigned num_answers, at;
	int always; /* answer of all of them, if not 0 */
	unsigned calls;
	unsigned long last;
	unsigned char arg[64]; /* of the last call, as it came in */
	unsigned mmaps, munmaps, creates, destroys;
	int mmap_error;
	unsigned char cb[1 << 21];
	char fault[128];
	uint32_t queue[16]; /* of the last submission */
	uint64_t cb_addr[16];
	unsigned num_chunks;
};

static int fake_open(struct tpc_os *os, const char *name,
		     const struct tpc_open_options *options, char *why,
		     size_t why_size)
{
	return ((struct fake *)os->data)->open_error;
}

static int fake_close(struct tpc_os *os)
{
	return 0;
}

static int fake_info(struct fake *f, struct hl_info_args *args)
{
	struct hl_info_hw_ip_info ip = {
		.device_id = f->device_id,
		.dram_base_address = 0x20000000,
		.dram_size = 0x10000000,
		.sram_base_address = 0x7ff0000080,
		.sram_size = 0x1000,
		.dram_enabled = 1,
		.tpc_enabled_mask = 0xdf, /* TPC5 is missing */
		.card_name = "HL205",
	};
	struct hl_info_sync_manager sm = {144, 72, 0xffff, 0};
	const void *answer = &ip;
	size_t size = sizeof(ip);

	if (f->info_error)
		return f->info_error;
	if (args->op == HL_INFO_SYNC_MANAGER) {
		answer = &sm;
		size = sizeof(sm);
	} else if (args->op != HL_INFO_HW_IP_INFO) {
		return -EINVAL;
	}
	memcpy((void *)(uintptr_t)args->return_pointer, answer,
	       size < args->return_size ? size : args->return_size);
	return 0;
}

static void fake_submit(struct fake *f, union hl_cs_args *cs)
{
	const struct hl_cs_chunk *chunk =
		(void *)(uintptr_t)cs->in.chunks_execute;
	unsigned i;

	f->num_chunks = cs->in.num_chunks_execute;
	for (i = 0; chunk && i < f->num_chunks && i < 16; i++) {
		f->queue[i] = chunk[i].queue_index;
		f->cb_addr[i] = chunk[i].cb_handle;
	}
	cs->out.seq = 77;
}

static void fake_output(struct fake *f, unsigned nr, void *arg)
{
	if (nr == _IOC_NR(HL_IOCTL_CB)) {
		union hl_cb_args *cb = arg;

		f->creates += cb->in.op == HL_CB_OP_CREATE;
		f->destroys += cb->in.op == HL_CB_OP_DESTROY;
		cb->out.cb_handle = 0x1000;
	} else if (nr == _IOC_NR(HL_IOCTL_CS)) {
		fake_submit(f, arg);
	} else if (nr == _IOC_NR(HL_IOCTL_WAIT_CS)) {
		((union hl_wait_cs_args *)arg)->out.status =
			HL_WAIT_CS_STATUS_COMPLETED;
	} else if (nr == _IOC_NR(HL_IOCTL_MEMORY)) {
		((union hl_mem_args *)arg)->out.device_virt_addr = ANY_ADDR;
	}
}

static int fake_ioctl(struct tpc_os *os, unsigned long request, void *arg)
{
	struct fake *f = os->data;
	unsigned nr = _IOC_NR(request);
	int err = 0;

	if (f->drm != (_IOC_TYPE(request) == 'd'))
		return -ENOTTY;
	if (f->drm)
		nr = nr - 0x40 + 1;
	if (nr == _IOC_NR(HL_IOCTL_INFO))
		return fake_info(f, arg);
	f->calls++;
	f->last = request;
	memcpy(f->arg, arg, _IOC_SIZE(request));
	if (f->at < f->num_answers)
		err = f->answer[f->at++];
	if (f->always)
		err = f->always;
	if (err)
		/* The driver copies its output also when it fails (K61). */
		memset(arg, 0xee, _IOC_SIZE(request));
	else
		fake_output(f, nr, arg);
	return err;
}

static int fake_mmap(struct tpc_os *os, size_t len, int prot, int flags,
		     off_t off, void **out)
{
	struct fake *f = os->data;

	if (f->mmap_error)
		return f->mmap_error;
	f->mmaps++;
	*out = f->cb;
	return 0;
}

static int fake_munmap(struct tpc_os *os, void *addr, size_t len)
{
	((struct fake *)os->data)->munmaps++;
	return 0;
}

static int fake_sync(struct tpc_os *os, int fd, uint64_t flags)
{
	return flags ? -EINVAL : 0;
}

static int fake_stats(struct tpc_os *os, struct tpc_stats *stats)
{
	struct fake *f = os->data;

	if (!f->fault[0])
		return -EOPNOTSUPP;
	memset(stats, 0, sizeof(*stats));
	strcpy(stats->fault, f->fault);
	return 0;
}

static const struct tpc_os_ops fake_ops = {
	.close = fake_close,
	.dmabuf_sync = fake_sync,
	.ioctl = fake_ioctl,
	.mmap = fake_mmap,
	.munmap = fake_munmap,
	.open = fake_open,
	.stats = fake_stats,
};

static int open_fake(struct fake *f, struct tpc_device **dev, char *why,
		     size_t why_size)
{
	static const struct tpc_open_options options = {.retry_us = 500000};

	return tpc_device_open_on(&fake_ops, f, "/dev/accel/accel3", &options,
				  dev, why, why_size);
}

struct fixture {
	struct fake fake;
	struct tpc_device *dev;
};

static int setup(void **state)
{
	struct fixture *x = calloc(1, sizeof(*x));
	char why[256];

	x->fake.device_id = 0x1000;
	*state = x;
	return open_fake(&x->fake, &x->dev, why, sizeof(why));
}

static int teardown(void **state)
{
	struct fixture *x = *state;
	int err = tpc_device_close(x->dev);

	free(x);
	return err;
}

/* The next requests are answered by these. */
static void script(struct fake *f, unsigned count, const int *answers)
{
	memcpy(f->answer, answers, count * sizeof(*answers));
	f->num_answers = count;
	f->at = 0;
	f->calls = 0;
}

#define SCRIPT(f, ...)                                             \
	do {                                                       \
		const int answers[] = {__VA_ARGS__};               \
		script(f, sizeof(answers) / sizeof(int), answers); \
	} while (0)

static void expect_message(struct tpc_device *dev, const char *part)
{
	char text[512];

	tpc_device_message(dev, text, sizeof(text));
	if (!strstr(text, part))
		fail_msg("'%s' does not contain '%s'", text, part);
}

static void facts_come_from_the_driver(void **state)
{
	struct fixture *x = *state;
	const struct tpc_device_info *i = tpc_device_info(x->dev);

	assert_string_equal(i->chip, "gaudi");
	assert_int_equal(i->num_tpcs, 7);
	assert_int_equal(i->tpc_mask, 0xdf);
	assert_int_equal(i->dram_base, 0x20000000);
	assert_int_equal(i->first_sob, 144);
	assert_int_equal(i->first_monitor, 72);
	assert_string_equal(i->card_name, "HL205");
	assert_false(i->drm_numbering);
	assert_false(i->simulated);
}

static void drm_numbering_is_found_and_used(void **state)
{
	struct fixture x = {.fake = {.drm = true, .device_id = 0x1000}};
	uint64_t addr;
	char why[256], memory[64];

	assert_int_equal(open_fake(&x.fake, &x.dev, why, sizeof(why)), 0);
	assert_true(tpc_device_info(x.dev)->drm_numbering);
	assert_int_equal(tpc_uapi_map(x.dev, memory, sizeof(memory), &addr), 0);
	assert_int_equal(x.fake.last, 0xc0286444);
	assert_int_equal(tpc_device_close(x.dev), 0);
}

/* Linux's table of requests, from Linux 6.7 on: type 'd', from 0x40. */
static void drm_requests_have_the_kernel_s_numbers(void **state)
{
	assert_int_equal(tpc_drm_request(HL_IOCTL_INFO), 0xc0186440);
	assert_int_equal(tpc_drm_request(HL_IOCTL_CB), 0xc0186441);
	assert_int_equal(tpc_drm_request(HL_IOCTL_CS), 0xc0306442);
	assert_int_equal(tpc_drm_request(HL_IOCTL_WAIT_CS), 0xc0386443);
	assert_int_equal(tpc_drm_request(HL_IOCTL_MEMORY), 0xc0286444);
	assert_int_equal(tpc_drm_request(HL_IOCTL_DEBUG), 0xc0286445);
}

static void
interrupted_requests_start_again_from_the_same_argument(void **state)
{
	struct fixture *x = *state;
	uint64_t addr = 0;
	char memory[64];
	union hl_mem_args *arg = (union hl_mem_args *)x->fake.arg;

	SCRIPT(&x->fake, -EINTR, -EAGAIN, -EINTR, -EAGAIN, 0);
	assert_int_equal(tpc_uapi_map(x->dev, memory, sizeof(memory), &addr),
			 0);
	assert_int_equal(x->fake.calls, 5);
	assert_int_equal(addr, ANY_ADDR);
	assert_int_equal(arg->in.op, HL_MEM_OP_MAP);
	assert_int_equal(arg->in.flags, HL_MEM_USERPTR);
	assert_int_equal(arg->in.map_host.host_virt_addr, (uintptr_t)memory);
	assert_int_equal(arg->in.map_host.mem_size, 64);
}

static void a_queue_that_stays_full_is_given_up(void **state)
{
	struct fixture *x = *state;
	uint64_t start = tpc_now_us(), seq = 5;
	struct tpc_job job = {.queue = 41, .addr = 0x20000000, .size = 16};

	x->fake.always = -EAGAIN;
	assert_int_equal(tpc_submit(x->dev, &job, 1, &seq), -EAGAIN);
	x->fake.always = 0;
	assert_true(x->fake.calls > 3);
	assert_int_equal(seq, 5);
	assert_true(tpc_now_us() - start >= 500000);
	expect_message(x->dev, "ioctl CS");
	expect_message(x->dev, "EAGAIN");
}

/* Each wrapper: an error is passed on and nothing is written. */
static void outputs_are_written_only_on_success(void **state)
{
	struct fixture *x = *state;
	uint64_t value = 0x1234;
	bool done = true;
	char memory[8];
	int fd = 99;

	SCRIPT(&x->fake, -ENOMEM, -EINVAL, -EFAULT, -EPERM, -EIO, -EBUSY);
	assert_int_equal(tpc_uapi_cb_create(x->dev, 64, &value), -ENOMEM);
	expect_message(x->dev, "/dev/accel/accel3: ioctl CB CREATE");
	expect_message(x->dev, "(ENOMEM)");
	assert_int_equal(tpc_uapi_cb_destroy(x->dev, 1), -EINVAL);
	/* Cleaning up keeps the message about what went wrong before. */
	expect_message(x->dev, "CB CREATE");
	assert_int_equal(tpc_uapi_map(x->dev, memory, 8, &value), -EFAULT);
	expect_message(x->dev, "MEMORY MAP");
	assert_int_equal(tpc_uapi_export(x->dev, 0, 4096, 0, &fd), -EPERM);
	expect_message(x->dev, "EXPORT_DMABUF_FD");
	assert_int_equal(tpc_uapi_wait(x->dev, 1, 0, &done), -EIO);
	expect_message(x->dev, "WAIT_CS");
	assert_int_equal(tpc_uapi_submit(x->dev, NULL, 1, &value), -EBUSY);
	expect_message(x->dev, "ioctl CS");
	assert_int_equal(value, 0x1234);
	assert_int_equal(fd, 99);
	assert_true(done);
}

static void unknown_info_requests_name_their_number(void **state)
{
	struct fixture *x = *state;
	uint64_t answer = 0x55;

	assert_int_equal(tpc_device_query(x->dev, 99, 0, &answer, 8), -EINVAL);
	expect_message(x->dev, "INFO 99");
	assert_int_equal(tpc_device_query(x->dev, HL_INFO_POWER, 0, &answer, 8),
			 -EINVAL);
	expect_message(x->dev, "INFO POWER");
	assert_int_equal(answer, 0x55);
}

static void command_buffers_are_filled_submitted_and_dropped(void **state)
{
	struct fixture *x = *state;
	struct tpc_job job = {.queue = 0};
	struct tpc_cmdbuf *cb;
	uint64_t seq;

	assert_int_equal(tpc_cmdbuf_new(x->dev, &cb), 0);
	tpc_cmdbuf_msg_long(cb, 0x20000000, 42, 0);
	job.cmds = cb;
	assert_int_equal(tpc_submit(x->dev, &job, 1, &seq), 0);
	assert_int_equal(seq, 77);
	assert_memory_equal(x->fake.cb, tpc_cmdbuf_data(cb), 16);
	assert_int_equal(x->fake.creates, 1);
	assert_int_equal(x->fake.destroys, 1);
	assert_int_equal(x->fake.mmaps, 1);
	assert_int_equal(x->fake.munmaps, 1);
	tpc_cmdbuf_free(cb);
}

static void failed_submissions_leave_no_command_buffers(void **state)
{
	struct fixture *x = *state;
	struct tpc_cmdbuf *good, *bad;
	struct tpc_job jobs[2] = {{.queue = 0}, {.queue = 4}};
	uint64_t seq = 9;

	assert_int_equal(tpc_cmdbuf_new(x->dev, &good), 0);
	assert_int_equal(tpc_cmdbuf_new(x->dev, &bad), 0);
	tpc_cmdbuf_nop(good, 0);
	tpc_cmdbuf_fence(bad, 7, 1, 1, 0);
	jobs[0].cmds = good;
	jobs[1].cmds = bad;
	/* The second builder has failed. */
	assert_int_equal(tpc_submit(x->dev, jobs, 2, &seq), -EINVAL);
	expect_message(x->dev, "FENCE: id");
	assert_int_equal(x->fake.creates, x->fake.destroys);
	/* The driver refuses. */
	jobs[1].cmds = good;
	SCRIPT(&x->fake, 0, 0, -EPERM);
	assert_int_equal(tpc_submit(x->dev, jobs, 2, &seq), -EPERM);
	assert_int_equal(x->fake.creates, x->fake.destroys);
	/* The buffer cannot be mapped. */
	x->fake.mmap_error = -EINVAL;
	assert_int_equal(tpc_submit(x->dev, jobs, 2, &seq), -EINVAL);
	expect_message(x->dev, "mmap");
	assert_int_equal(x->fake.creates, x->fake.destroys);
	assert_int_equal(x->fake.mmaps, x->fake.munmaps);
	assert_int_equal(seq, 9);
	tpc_cmdbuf_free(good);
	tpc_cmdbuf_free(bad);
}

static void jobs_must_fit_their_queue(void **state)
{
	struct fixture *x = *state;
	struct tpc_job job = {.queue = 41};
	struct tpc_cmdbuf *cb;
	uint64_t seq;

	assert_int_equal(tpc_cmdbuf_new(x->dev, &cb), 0);
	job.cmds = cb;
	assert_int_equal(tpc_submit(x->dev, &job, 1, &seq), -EINVAL);
	expect_message(x->dev, "queue 41 takes packets by address");
	job.queue = 0;
	assert_int_equal(tpc_submit(x->dev, &job, 1, &seq), -EINVAL);
	expect_message(x->dev, "empty");
	job.cmds = NULL;
	job.addr = 0x20000000;
	job.size = 8;
	assert_int_equal(tpc_submit(x->dev, &job, 1, &seq), -EINVAL);
	expect_message(x->dev, "takes a builder");
	assert_int_equal(tpc_submit(x->dev, &job, 0, &seq), -EINVAL);
	assert_int_equal(tpc_submit(x->dev, &job, 513, &seq), -EINVAL);
	tpc_cmdbuf_free(cb);
}

static void oversize_command_buffers_are_refused(void **state)
{
	struct fixture *x = *state;
	struct tpc_job job = {.queue = 0};
	struct tpc_cmdbuf *cb;
	uint64_t seq;
	unsigned i;

	assert_int_equal(tpc_cmdbuf_new(x->dev, &cb), 0);
	for (i = 0; i < HL_MAX_CB_SIZE / 8; i++)
		tpc_cmdbuf_nop(cb, 0);
	job.cmds = cb;
	assert_int_equal(tpc_submit(x->dev, &job, 1, &seq), 0);
	tpc_cmdbuf_nop(cb, 0);
	assert_int_equal(tpc_submit(x->dev, &job, 1, &seq), -EFBIG);
	expect_message(x->dev, "the driver takes 2097120");
	tpc_cmdbuf_free(cb);
}

static void faults_and_the_driver_s_time_limit_are_told(void **state)
{
	struct fixture *x = *state;

	SCRIPT(&x->fake, -ETIMEDOUT);
	assert_int_equal(tpc_wait(x->dev, 3, -1), -EIO);
	expect_message(x->dev, "gave submission 3 up");
	strcpy(x->fake.fault, "TPC2: tpc_illegal_instruction at bundle 0x40");
	SCRIPT(&x->fake, -EINTR, -EIO);
	assert_int_equal(tpc_wait(x->dev, 3, -1), -EIO);
	expect_message(x->dev, "tpc_illegal_instruction");
	SCRIPT(&x->fake, -EINVAL);
	assert_int_equal(tpc_wait(x->dev, 99, -1), -EINVAL);
	expect_message(x->dev, "WAIT_CS");
}

static void memory_is_checked_and_counted(void **state)
{
	struct fixture *x = *state;
	struct tpc_mem *a, *b, *c = NULL;
	int fd;

	assert_int_equal(tpc_mem_alloc(x->dev, 0, 0, 0, &c), -EINVAL);
	assert_int_equal(tpc_mem_alloc(x->dev, UINT64_MAX, 0, 0, &c), -EINVAL);
	assert_int_equal(tpc_mem_alloc(x->dev, 1, 3, 0, &c), -EINVAL);
	expect_message(x->dev, "power of two");
	assert_int_equal(tpc_mem_alloc(x->dev, 1, 0, 0x80, &c), -EINVAL);
	assert_int_equal(
		tpc_mem_alloc(x->dev, 1, 0, TPC_MEM_SRAM | TPC_MEM_EXPORT, &c),
		-EINVAL);
	assert_int_equal(tpc_mem_alloc(x->dev, 0x10000001, 0, 0, &c), -ENOMEM);
	expect_message(x->dev, "longest free range has 268435456");
	assert_null(c);

	assert_int_equal(tpc_mem_alloc(x->dev, 100, 0, 0, &a), 0);
	assert_int_equal(tpc_mem_addr(a), 0x20000000);
	assert_int_equal(tpc_mem_size(a), 128);
	assert_int_equal(tpc_mem_alloc(x->dev, 1, 0, TPC_MEM_EXPORT, &b), 0);
	assert_int_equal(tpc_mem_addr(b), 0x20200000);
	assert_int_equal(tpc_mem_size(b), 0x200000);
	assert_int_equal(tpc_mem_export(a, 0, &fd), -EINVAL);
	assert_int_equal(tpc_device_close(x->dev), -EBUSY);
	expect_message(x->dev, "2 objects");
	tpc_mem_free(a);
	tpc_mem_free(b);

	/* The driver's refusal gives the range back. */
	SCRIPT(&x->fake, -ENOMEM);
	assert_int_equal(tpc_mem_alloc(x->dev, 100, 0, 0, &c), -ENOMEM);
	assert_int_equal(tpc_mem_alloc(x->dev, 0x10000000, 0, 0, &a), 0);
	tpc_mem_free(a);
	assert_int_equal(tpc_mem_alloc(x->dev, 64, 0, TPC_MEM_SRAM, &a), 0);
	assert_int_equal(tpc_mem_addr(a), 0x7ff0000080);
	tpc_mem_free(a);
	tpc_mem_free(NULL);
	tpc_buf_free(NULL);
}

static void exported_ranges_are_not_handed_out_again(void **state)
{
	struct fixture *x = *state;
	struct tpc_mem *mem;
	uint64_t first;
	int fd;

	assert_int_equal(tpc_mem_alloc(x->dev, 1, 0, TPC_MEM_EXPORT, &mem), 0);
	first = tpc_mem_addr(mem);
	assert_int_equal(tpc_mem_export(mem, 0, &fd), 0);
	tpc_mem_free(mem);
	assert_int_equal(tpc_mem_alloc(x->dev, 1, 0, 0, &mem), 0);
	assert_int_not_equal(tpc_mem_addr(mem), first);
	tpc_mem_free(mem);
}

static void pinning_limits_are_explained(void **state)
{
	struct fixture *x = *state;
	struct tpc_buf *buf;

	SCRIPT(&x->fake, -ENOMEM);
	assert_int_equal(tpc_buf_alloc(x->dev, 100, &buf), -ENOMEM);
	expect_message(x->dev, "ulimit -l");
	assert_int_equal(tpc_buf_alloc(x->dev, 0, &buf), -EINVAL);
	assert_int_equal(tpc_buf_map(x->dev, NULL, 5, &buf), -EINVAL);
}

/* The device has TPC0 to TPC4, TPC6 and TPC7. */
static void launches_leave_out_disabled_tpcs(void **state)
{
	static const uint32_t queues[] = {0, 4, 41, 45, 49, 53, 57, 65, 69};
	const unsigned char code[32] = {0};
	const uint32_t space = 100;
	struct fixture *x = *state;
	struct tpc_kernel *kernel;
	struct tpc_launch *launch;
	size_t size;
	void *elf = sim_object(code, sizeof(code), 0, &size);
	unsigned i;

	assert_int_equal(tpc_kernel_load(x->dev, elf, size, &kernel), 0);
	free(elf);
	assert_int_equal(tpc_launch_new(kernel, &launch), 0);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &space), 0);
	assert_int_equal(tpc_launch_set_parts(launch, 8, 0), -EINVAL);
	expect_message(x->dev, "8 TPCs, the device has 7");
	assert_int_equal(tpc_launch_run(launch, -1), 0);
	assert_int_equal(x->fake.num_chunks, 9);
	for (i = 0; i < 9; i++)
		assert_int_equal(x->fake.queue[i], queues[i]);
	/* Slots of 256 bytes, one a TPC. */
	for (i = 3; i < 9; i++)
		assert_int_equal(x->fake.cb_addr[i] - x->fake.cb_addr[i - 1],
				 256);
	/* A refused submission leaves the device free for the next. */
	x->fake.always = -EPERM;
	assert_int_equal(tpc_launch_submit(launch), -EPERM);
	x->fake.always = 0;
	assert_int_equal(tpc_launch_run(launch, -1), 0);
	tpc_launch_free(launch);
	tpc_kernel_free(kernel);
}

static void opening_failures_are_passed_on(void **state)
{
	struct fixture x = {.fake = {.device_id = 0x1000}};
	char why[256];

	x.fake.open_error = -EBUSY;
	assert_int_equal(open_fake(&x.fake, &x.dev, why, sizeof(why)), -EBUSY);
	x.fake.open_error = 0;
	x.fake.info_error = -ENOTTY;
	assert_int_equal(open_fake(&x.fake, &x.dev, why, sizeof(why)), -ENOTTY);
	assert_non_null(strstr(why, "no habanalabs device"));
	x.fake.info_error = -EBUSY;
	assert_int_equal(open_fake(&x.fake, &x.dev, why, sizeof(why)), -EBUSY);
	x.fake.info_error = 0;
	x.fake.device_id = 0x1020;
	assert_int_equal(open_fake(&x.fake, &x.dev, why, sizeof(why)),
			 -EOPNOTSUPP);
	assert_non_null(strstr(why, "0x1020"));
	assert_null(x.dev);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(facts_come_from_the_driver),
		cmocka_unit_test(drm_numbering_is_found_and_used),
		cmocka_unit_test(drm_requests_have_the_kernel_s_numbers),
		TEST(interrupted_requests_start_again_from_the_same_argument),
		TEST(a_queue_that_stays_full_is_given_up),
		TEST(outputs_are_written_only_on_success),
		TEST(unknown_info_requests_name_their_number),
		TEST(command_buffers_are_filled_submitted_and_dropped),
		TEST(failed_submissions_leave_no_command_buffers),
		TEST(jobs_must_fit_their_queue),
		TEST(oversize_command_buffers_are_refused),
		TEST(faults_and_the_driver_s_time_limit_are_told),
		TEST(memory_is_checked_and_counted),
		TEST(exported_ranges_are_not_handed_out_again),
		TEST(pinning_limits_are_explained),
		TEST(launches_leave_out_disabled_tpcs),
		cmocka_unit_test(opening_failures_are_passed_on),
	};

	return cmocka_run_group_tests_name("wrapper", tests, NULL, NULL);
}
