/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Sharing device memory: between two devices of a process, and between real
 * processes with the example's programs.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/dma-buf.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "sim.h"

extern char **environ;

#define PAGE 0x200000

static struct tpc_mem *export_memory(struct tpc_device *dev, size_t size,
				     int *fd)
{
	struct tpc_mem *mem;

	assert_int_equal(tpc_mem_alloc(dev, size, 0, TPC_MEM_EXPORT, &mem), 0);
	assert_int_equal(tpc_mem_export(mem, O_CLOEXEC | O_RDWR, fd), 0);
	return mem;
}

static void exported_memory_keeps_what_it_held(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_mem *mem;
	const char text[] = "written before the export";
	char *map;
	int fd;

	assert_int_equal(tpc_mem_alloc(dev, PAGE, 0, TPC_MEM_EXPORT, &mem), 0);
	assert_int_equal(
		tpc_write(dev, tpc_mem_addr(mem) + 100, text, sizeof(text)), 0);
	assert_int_equal(tpc_mem_export(mem, O_CLOEXEC | O_RDWR, &fd), 0);
	assert_int_equal(lseek(fd, 0, SEEK_END), PAGE);
	map = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	assert_ptr_not_equal(map, MAP_FAILED);
	assert_string_equal(map + 100, text);
	munmap(map, PAGE);
	close(fd);
	tpc_mem_free(mem);
	assert_int_equal(tpc_device_close(dev), 0);
}

/* Writes of either side are seen by the other, without a copy between. */
static void two_devices_see_the_same_pages(void **state)
{
	struct tpc_device *a = sim_open(0), *b = sim_open(0);
	uint32_t one[64], two[64];
	struct tpc_buf *buf;
	struct tpc_mem *mem;
	unsigned i;
	int fd;

	mem = export_memory(a, PAGE, &fd);
	assert_int_equal(tpc_dmabuf_import(b, fd, 0, &buf), 0);
	close(fd);
	assert_int_equal(tpc_buf_size(buf), PAGE);
	assert_int_equal(
		tpc_fill(a, tpc_mem_addr(mem), 0x1111111122222222ull, 256), 0);
	assert_int_equal(tpc_read(b, one, tpc_buf_addr(buf), 256), 0);
	for (i = 0; i < 64; i++)
		assert_int_equal(one[i], i % 2 ? 0x11111111 : 0x22222222);
	assert_int_equal(tpc_fill(b, tpc_buf_addr(buf) + 128, 7, 64), 0);
	assert_int_equal(tpc_read(a, two, tpc_mem_addr(mem), 256), 0);
	for (i = 0; i < 64; i++)
		assert_int_equal(two[i],
				 i >= 32 && i < 48 ? (i % 2 ? 0 : 7) : one[i]);
	tpc_buf_free(buf);
	tpc_mem_free(mem);
	assert_int_equal(tpc_device_close(a), 0);
	assert_int_equal(tpc_device_close(b), 0);
}

static void pages_outlive_the_exporter_s_device(void **state)
{
	struct tpc_device *a = sim_open(0), *b = sim_open(0);
	struct tpc_buf *buf;
	struct tpc_mem *mem;
	uint32_t word;
	int fd;

	mem = export_memory(a, 4 * PAGE, &fd);
	assert_int_equal(tpc_fill(a, tpc_mem_addr(mem) + 3 * PAGE, 42, 64), 0);
	tpc_mem_free(mem);
	assert_int_equal(tpc_device_close(a), 0);
	assert_int_equal(tpc_dmabuf_import(b, fd, 0, &buf), 0);
	close(fd);
	assert_int_equal(tpc_read(b, &word, tpc_buf_addr(buf) + 3 * PAGE, 4),
			 0);
	assert_int_equal(word, 42);
	tpc_buf_free(buf);
	assert_int_equal(tpc_device_close(b), 0);
}

static void exporting_twice_gives_the_same_pages(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_mem *mem;
	uint32_t *x, *y;
	int one, two;

	mem = export_memory(dev, PAGE, &one);
	assert_int_equal(tpc_mem_export(mem, O_CLOEXEC | O_RDWR, &two), 0);
	assert_int_not_equal(one, two);
	x = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, one, 0);
	y = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, two, 0);
	x[5] = 99;
	assert_int_equal(y[5], 99);
	munmap(x, PAGE);
	munmap(y, PAGE);
	close(one);
	close(two);
	tpc_mem_free(mem);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void sync_is_answered_on_exported_descriptors(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_mem *mem;
	int fd, pipes[2];

	mem = export_memory(dev, PAGE, &fd);
	assert_int_equal(
		tpc_dmabuf_sync(dev, fd, DMA_BUF_SYNC_START | DMA_BUF_SYNC_RW),
		0);
	assert_int_equal(
		tpc_dmabuf_sync(dev, fd, DMA_BUF_SYNC_END | DMA_BUF_SYNC_RW),
		0);
	assert_int_equal(tpc_dmabuf_sync(dev, fd, 0), -EINVAL);
	assert_int_equal(tpc_dmabuf_sync(dev, fd, ~0ull), -EINVAL);
	sim_expect_message(dev, "DMA_BUF_IOCTL_SYNC");
	assert_int_equal(tpc_dmabuf_sync(dev, -1, DMA_BUF_SYNC_READ), -EBADF);
	assert_int_equal(pipe(pipes), 0);
	assert_int_equal(tpc_dmabuf_sync(dev, pipes[0], DMA_BUF_SYNC_READ),
			 -ENOTTY);
	close(pipes[0]);
	close(pipes[1]);
	close(fd);
	tpc_mem_free(mem);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void what_cannot_be_imported_is_refused(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_buf *buf = (void *)0x55;
	struct tpc_mem *mem;
	int fd, pipes[2], read_only;
	char path[64];

	mem = export_memory(dev, PAGE, &fd);
	assert_int_equal(tpc_dmabuf_import(dev, fd, PAGE + 1, &buf), -EINVAL);
	sim_expect_message(dev, "has 2097152 bytes, 2097153 are asked for");
	assert_int_equal(tpc_dmabuf_import(dev, -1, 0, &buf), -EBADF);
	assert_int_equal(pipe(pipes), 0);
	assert_int_equal(tpc_dmabuf_import(dev, pipes[0], 0, &buf), -ESPIPE);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	read_only = open(path, O_RDONLY | O_CLOEXEC);
	assert_true(read_only >= 0);
	assert_int_equal(tpc_dmabuf_import(dev, read_only, 0, &buf), -EACCES);
	sim_expect_message(dev, "read-only");
	assert_ptr_equal(buf, (void *)0x55);
	close(pipes[0]);
	close(pipes[1]);
	close(fd);
	close(read_only);
	tpc_mem_free(mem);
	assert_int_equal(tpc_device_close(dev), 0);
}

/* ---- Processes -------------------------------------------------------- */

static pid_t start(const char *tool, char *const args[], const char *output)
{
	posix_spawn_file_actions_t actions;
	char path[512];
	pid_t pid;

	snprintf(path, sizeof(path), "%s/bin/%s", OPENTPC_BINARY_DIR, tool);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 1, output,
					 O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_int_equal(posix_spawn(&pid, path, &actions, NULL, args, environ),
			 0);
	posix_spawn_file_actions_destroy(&actions);
	return pid;
}

static int status_of(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static void expect_output(const char *path, const char *part)
{
	char text[1024] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	assert_true(fread(text, 1, sizeof(text) - 1, file) > 0);
	fclose(file);
	if (!strstr(text, part))
		fail_msg("'%s' does not contain '%s'", text, part);
}

/* Where the files of a run are. */
struct places {
	char dir[64];
	char socket[96], kernel[96], exported[96], imported[96];
};

static void make_places(struct places *p)
{
	size_t size;
	void *elf = sim_assemble_file("examples/dmabuf/scale.s", &size);
	FILE *file;

	strcpy(p->dir, "/tmp/opentpc-dmabuf-XXXXXX");
	assert_non_null(mkdtemp(p->dir));
	snprintf(p->socket, sizeof(p->socket), "%s/socket", p->dir);
	snprintf(p->kernel, sizeof(p->kernel), "%s/scale.o", p->dir);
	snprintf(p->exported, sizeof(p->exported), "%s/exported", p->dir);
	snprintf(p->imported, sizeof(p->imported), "%s/imported", p->dir);
	file = fopen(p->kernel, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(elf, 1, size, file), size);
	fclose(file);
	free(elf);
}

static void remove_places(struct places *p)
{
	unlink(p->socket);
	unlink(p->kernel);
	unlink(p->exported);
	unlink(p->imported);
	rmdir(p->dir);
}

static void share(struct places *p, bool close_first)
{
	char *import_args[] = {"dmabuf-import", p->socket, p->kernel, NULL};
	char *export_args[] = {"dmabuf-export", p->socket, NULL, NULL};
	pid_t importer, exporter;

	make_places(p);
	if (close_first) {
		export_args[1] = "--close-first";
		export_args[2] = p->socket;
	}
	importer = start("dmabuf-import", import_args, p->imported);
	exporter = start("dmabuf-export", export_args, p->exported);
	assert_int_equal(status_of(exporter), 0);
	assert_int_equal(status_of(importer), 0);
}

static void another_process_runs_a_kernel_on_exported_memory(void **state)
{
	struct places p;
	unsigned long long moved = 0;
	char text[256];
	FILE *file;

	share(&p, false);
	expect_output(p.imported, "kernel ran on 100000 elements");
	/* The exporter's own device reads what the other one wrote. */
	expect_output(p.exported,
		      "100000 results of the other process seen through our "
		      "device");
	/* No copy: the importer's DMA moved far less than the tensors have. */
	file = fopen(p.imported, "r");
	assert_non_null(file);
	while (fgets(text, sizeof(text), file))
		sscanf(text, "importer: DMA moved %llu", &moved);
	fclose(file);
	assert_true(moved > 0 && moved < 100000);
	remove_places(&p);
}

static void the_exporter_may_close_before_the_kernel_runs(void **state)
{
	struct places p;

	share(&p, true);
	expect_output(p.imported, "kernel ran on 100000 elements");
	expect_output(p.exported, "closed before the kernel ran");
	remove_places(&p);
}

static void a_missing_peer_is_an_error(void **state)
{
	char *args[] = {"dmabuf-import", "/nonexistent/socket", "x.o", NULL};
	struct places p;

	make_places(&p);
	assert_int_equal(status_of(start("dmabuf-import", args, p.imported)),
			 1);
	remove_places(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(exported_memory_keeps_what_it_held),
		cmocka_unit_test(two_devices_see_the_same_pages),
		cmocka_unit_test(pages_outlive_the_exporter_s_device),
		cmocka_unit_test(exporting_twice_gives_the_same_pages),
		cmocka_unit_test(sync_is_answered_on_exported_descriptors),
		cmocka_unit_test(what_cannot_be_imported_is_refused),
		cmocka_unit_test(
			another_process_runs_a_kernel_on_exported_memory),
		cmocka_unit_test(the_exporter_may_close_before_the_kernel_runs),
		cmocka_unit_test(a_missing_peer_is_an_error),
	};

	return cmocka_run_group_tests_name("dmabuf", tests, NULL, NULL);
}
