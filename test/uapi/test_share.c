/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Device memory as a dma-buf: checks, shared pages, other processes. */
#include <errno.h>
#include <fcntl.h>
#include <linux/dma-buf.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "requests.h"

#define SIZE (4 * PAGE)

static void wrong_ranges_get_EINVAL(void **state)
{
	struct fixture *f = *state;
	const uint64_t end = DRAM + TPC_GAUDI_DRAM_USER_SIZE;

	assert_int_equal(mem_export(f->file, DRAM + 1, SIZE, 0), -EINVAL);
	assert_int_equal(mem_export(f->file, DRAM, 0, 0), -EINVAL);
	assert_int_equal(mem_export(f->file, DRAM, PAGE - 1, 0), -EINVAL);
	assert_int_equal(mem_export(f->file, DRAM - PAGE, SIZE, 0), -EINVAL);
	assert_int_equal(mem_export(f->file, 0, SIZE, 0), -EINVAL);
	assert_int_equal(mem_export(f->file, end - PAGE, SIZE, 0), -EINVAL);
	assert_int_equal(mem_export(f->file, end, SIZE, 0), -EINVAL);
	assert_int_equal(mem_export(f->file, TPC_GAUDI_SRAM_BASE, SIZE, 0),
			 -EINVAL);
	assert_int_equal(mem_export(f->file, DRAM, ~0ull - PAGE + 1, 0),
			 -EINVAL);
}

static void size_of_the_descriptor_is_that_of_the_memory(void **state)
{
	struct fixture *f = *state;
	int fd = mem_export(f->file, DRAM, SIZE, O_CLOEXEC | O_RDWR);

	assert_true(fd >= 0);
	assert_int_equal(lseek(fd, 0, SEEK_END), SIZE);
	assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
	close(fd);
}

static void device_and_mapping_see_the_same_pages(void **state)
{
	struct fixture *f = *state;
	uint32_t word = 0x11112222;
	uint32_t *map;
	int fd;

	SIMULATED_ONLY("a dma-buf of the real driver has no mmap");
	download(f->file, &word, DRAM + 8, 4);
	fd = mem_export(f->file, DRAM, SIZE, O_RDWR);
	map = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	assert_ptr_not_equal(map, MAP_FAILED);
	assert_int_equal(map[2], word);
	map[3] = 0x33334444;
	assert_int_equal(device_word(f->file, DRAM + 12), 0x33334444);
	word = 0x55556666;
	download(f->file, &word, DRAM + SIZE - 4, 4);
	assert_int_equal(map[SIZE / 4 - 1], word);
	munmap(map, SIZE);
	close(fd);
}

/* The flags are those of the descriptor, as open() takes them. */
static void export_without_O_RDWR_cannot_be_written(void **state)
{
	struct fixture *f = *state;
	int fd;
	void *map;

	SIMULATED_ONLY("the real driver's exports have no mmap");
	fd = mem_export(f->file, DRAM, SIZE, O_RDONLY);
	assert_true(fd >= 0);
	assert_int_equal(fcntl(fd, F_GETFD), 0);
	map = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	assert_ptr_equal(map, MAP_FAILED);
	assert_int_equal(errno, EACCES);
	map = mmap(NULL, SIZE, PROT_READ, MAP_SHARED, fd, 0);
	assert_ptr_not_equal(map, MAP_FAILED);
	munmap(map, SIZE);
	close(fd);
	fd = mem_export(f->file, DRAM, SIZE, O_RDWR | O_CLOEXEC);
	assert_int_equal(fcntl(fd, F_GETFD), FD_CLOEXEC);
	close(fd);
}

static void same_range_can_be_exported_again(void **state)
{
	struct fixture *f = *state;
	int a = mem_export(f->file, DRAM, SIZE, O_RDWR);
	int b = mem_export(f->file, DRAM, SIZE, O_RDWR);

	assert_true(a >= 0 && b >= 0 && a != b);
	close(a);
	close(b);
}

static void overlapping_range_is_refused(void **state)
{
	struct fixture *f = *state;
	struct tpc_sim_stats stats;
	int fd = mem_export(f->file, DRAM, SIZE, O_RDWR);

	SIMULATED_ONLY("the real driver allows it");
	assert_int_equal(mem_export(f->file, DRAM + PAGE, SIZE, O_RDWR),
			 -EEXIST);
	assert_int_equal(mem_export(f->file, DRAM, PAGE, O_RDWR), -EEXIST);
	file_stats(f->file, &stats);
	assert_non_null(strstr(stats.last_fault, "export of 0x1000 bytes"));
	close(fd);
}

static void sync_checks_its_flags(void **state)
{
	struct fixture *f = *state;
	int fd = mem_export(f->file, DRAM, SIZE, O_RDWR);

	assert_int_equal(
		file_dmabuf_sync(fd, DMA_BUF_SYNC_START | DMA_BUF_SYNC_RW), 0);
	assert_int_equal(
		file_dmabuf_sync(fd, DMA_BUF_SYNC_END | DMA_BUF_SYNC_READ), 0);
	assert_int_equal(file_dmabuf_sync(fd, DMA_BUF_SYNC_START), -EINVAL);
	assert_int_equal(file_dmabuf_sync(fd, 0x80 | DMA_BUF_SYNC_READ),
			 -EINVAL);
	close(fd);
}

static void sync_of_another_file_gets_ENOTTY(void **state)
{
	int fd = open("/dev/null", O_RDWR);

	assert_int_equal(file_dmabuf_sync(fd, DMA_BUF_SYNC_RW), -ENOTTY);
	close(fd);
	assert_int_equal(file_dmabuf_sync(fd, DMA_BUF_SYNC_RW), -EBADF);
}

static void nobody_can_cut_off_pages(void **state)
{
	struct fixture *f = *state;
	int fd = mem_export(f->file, DRAM, SIZE, O_RDWR);

	assert_int_equal(ftruncate(fd, PAGE), -1);
	close(fd);
}

static void send_fd(int socket, int fd)
{
	char control[CMSG_SPACE(sizeof(int))] = {0};
	struct iovec io = {.iov_base = "x", .iov_len = 1};
	struct msghdr msg = {.msg_iov = &io,
			     .msg_iovlen = 1,
			     .msg_control = control,
			     .msg_controllen = sizeof(control)};
	struct cmsghdr *c = CMSG_FIRSTHDR(&msg);

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(c), &fd, sizeof(fd));
	if (sendmsg(socket, &msg, 0) != 1)
		_exit(90);
}

static int receive_fd(int socket)
{
	char control[CMSG_SPACE(sizeof(int))] = {0};
	char byte;
	struct iovec io = {.iov_base = &byte, .iov_len = 1};
	struct msghdr msg = {.msg_iov = &io,
			     .msg_iovlen = 1,
			     .msg_control = control,
			     .msg_controllen = sizeof(control)};
	int fd;

	assert_int_equal(recvmsg(socket, &msg, 0), 1);
	memcpy(&fd, CMSG_DATA(CMSG_FIRSTHDR(&msg)), sizeof(fd));
	return fd;
}

/*
 * The exporter is a process of its own: writes a word into its device memory
 * by DMA, hands over the descriptor, waits for a go, and tells by its exit
 * status whether it sees what the importer's device wrote.
 */
static void exporter(int socket, bool leave_first)
{
	const struct tpc_sim_params params = {.threads = 1};
	struct machine *machine = machine_new(&params);
	const uint32_t word = 0xabcd1234;
	struct file *file;
	uint32_t back;
	char go;
	int fd;

	if (!machine || file_open(machine, false, &file))
		_exit(91);
	download(file, &word, DRAM + PAGE, 4);
	fd = mem_export(file, DRAM, SIZE, O_RDWR);
	if (fd < 0)
		_exit(92);
	send_fd(socket, fd);
	close(fd);
	if (leave_first)
		_exit(0);
	if (read(socket, &go, 1) != 1)
		_exit(93);
	back = device_word(file, DRAM + PAGE + 4);
	file_close(file);
	machine_free(machine);
	_exit(back == 0x600d ? 0 : 94);
}

static pid_t start_exporter(int *socket, bool leave_first)
{
	int pair[2];
	pid_t pid;

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		close(pair[0]);
		exporter(pair[1], leave_first);
	}
	close(pair[1]);
	*socket = pair[0];
	return pid;
}

static void import_and_work(bool leave_first)
{
	const struct tpc_sim_params params = {.threads = 1};
	struct machine *machine;
	struct file *file;
	struct kcb cb;
	uint32_t *map;
	int socket, status, fd;
	uint64_t va = 0;
	pid_t pid = start_exporter(&socket, leave_first);

	fd = receive_fd(socket);
	if (leave_first)
		assert_int_equal(waitpid(pid, &status, 0), pid);
	machine = machine_new(&params);
	assert_non_null(machine);
	assert_int_equal(file_open(machine, false, &file), 0);
	map = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	assert_ptr_not_equal(map, MAP_FAILED);
	assert_int_equal(file_dmabuf_sync(fd, DMA_BUF_SYNC_RW), 0);
	assert_int_equal(host_map(file, map, SIZE, 0, 0, &va), 0);
	assert_int_equal(map[PAGE / 4], 0xabcd1234);
	/* The importer's device works on the exporter's pages. */
	kcb_new(file, &cb, PAGE);
	ADD(&cb, lin_dma, .src_addr = va + PAGE, .dst_addr = va + 2 * PAGE,
	    .tsize = 4, .lin = 1);
	ADD(&cb, msg_long, .addr = va + PAGE + 4, .value = 0x600d,
	    .eng_barrier = 1);
	run(file, &cb, DOWN);
	assert_int_equal(map[2 * PAGE / 4], 0xabcd1234);
	if (!leave_first) {
		assert_int_equal(write(socket, "g", 1), 1);
		assert_int_equal(waitpid(pid, &status, 0), pid);
	}
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	file_close(file);
	machine_free(machine);
	munmap(map, SIZE);
	close(fd);
	close(socket);
}

static void another_process_works_on_the_pages(void **state)
{
	SIMULATED_ONLY("there is one real device");
	import_and_work(false);
}

static void pages_outlive_the_exporter(void **state)
{
	SIMULATED_ONLY("there is one real device");
	import_and_work(true);
}

/* A new context may cut the memory up differently. */
static void ranges_are_free_again_for_the_next_context(void **state)
{
	struct fixture *f = *state;
	uint32_t word = 0x7777;
	int a, b;

	SIMULATED_ONLY("the real driver has no such limit");
	download(f->file, &word, DRAM + PAGE, 4);
	a = mem_export(f->file, DRAM, SIZE, O_RDWR);
	assert_true(a >= 0);
	file_close(f->file);
	assert_int_equal(file_open(f->machine, false, &f->file), 0);
	b = mem_export(f->file, DRAM + PAGE, SIZE, O_RDWR);
	assert_true(b >= 0);
	assert_int_equal(device_word(f->file, DRAM + PAGE), 0x7777);
	close(a);
	close(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_process_works_on_the_pages),
		cmocka_unit_test(pages_outlive_the_exporter),
		TEST(wrong_ranges_get_EINVAL),
		TEST(size_of_the_descriptor_is_that_of_the_memory),
		TEST(device_and_mapping_see_the_same_pages),
		TEST(same_range_can_be_exported_again),
		TEST(export_without_O_RDWR_cannot_be_written),
		TEST(overlapping_range_is_refused),
		TEST(sync_checks_its_flags),
		TEST(sync_of_another_file_gets_ENOTTY),
		TEST(nobody_can_cut_off_pages),
		TEST(ranges_are_free_again_for_the_next_context),
	};

	return cmocka_run_group_tests_name("uapi_share", tests, NULL, NULL);
}
