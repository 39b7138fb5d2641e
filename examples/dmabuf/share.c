/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A Unix socket that carries a descriptor (SCM_RIGHTS) and a few letters. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "share.h"

#define TRIES	 1000
#define PAUSE_NS 10000000 /* 10 ms */

static int make_address(const char *path, struct sockaddr_un *addr)
{
	memset(addr, 0, sizeof(*addr));
	addr->sun_family = AF_UNIX;
	if (strlen(path) >= sizeof(addr->sun_path))
		return -ENAMETOOLONG;
	strcpy(addr->sun_path, path);
	return 0;
}

int share_listen(const char *path, int *sock)
{
	struct sockaddr_un addr;
	int fd, peer = -1, err = make_address(path, &addr);

	if (err)
		return err;
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return -errno;
	unlink(path);
	if (!bind(fd, (struct sockaddr *)&addr, sizeof(addr)) && !listen(fd, 1))
		peer = accept4(fd, NULL, NULL, SOCK_CLOEXEC);
	if (peer < 0)
		err = -errno;
	close(fd);
	unlink(path);
	if (!err)
		*sock = peer;
	return err;
}

int share_connect(const char *path, int *sock)
{
	const struct timespec pause = {.tv_nsec = PAUSE_NS};
	struct sockaddr_un addr;
	int fd, try, err = make_address(path, &addr);

	if (err)
		return err;
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return -errno;
	for (try = 0; try < TRIES; try++) {
		if (!connect(fd, (struct sockaddr *)&addr, sizeof(addr))) {
			*sock = fd;
			return 0;
		}
		err = -errno;
		/* The peer may not have started yet. */
		if (err != -ENOENT && err != -ECONNREFUSED)
			break;
		nanosleep(&pause, NULL);
	}
	close(fd);
	return err;
}

/* Room for one descriptor, aligned as the kernel wants it. */
union control {
	struct cmsghdr align;
	char room[CMSG_SPACE(sizeof(int))];
};

int share_send_offer(int sock, const struct share_offer *offer, int fd)
{
	struct iovec data = {(void *)offer, sizeof(*offer)};
	union control control = {0};
	struct msghdr msg = {
		.msg_iov = &data,
		.msg_iovlen = 1,
		.msg_control = control.room,
		.msg_controllen = sizeof(control.room),
	};
	struct cmsghdr *c = CMSG_FIRSTHDR(&msg);
	ssize_t n;

	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(c), &fd, sizeof(fd));
	do {
		n = sendmsg(sock, &msg, MSG_NOSIGNAL);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return -errno;
	return n == sizeof(*offer) ? 0 : -EIO;
}

int share_receive_offer(int sock, struct share_offer *offer, int *fd)
{
	struct iovec data = {offer, sizeof(*offer)};
	union control control = {0};
	struct msghdr msg = {
		.msg_iov = &data,
		.msg_iovlen = 1,
		.msg_control = control.room,
		.msg_controllen = sizeof(control.room),
	};
	struct cmsghdr *c;
	ssize_t n;

	do {
		n = recvmsg(sock, &msg, MSG_CMSG_CLOEXEC | MSG_WAITALL);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return -errno;
	c = CMSG_FIRSTHDR(&msg);
	if (!c || c->cmsg_type != SCM_RIGHTS ||
	    c->cmsg_len != CMSG_LEN(sizeof(int)))
		return -EPROTO;
	memcpy(fd, CMSG_DATA(c), sizeof(*fd));
	if (n == sizeof(*offer) && offer->magic == SHARE_MAGIC)
		return 0;
	close(*fd);
	return -EPROTO;
}

int share_say(int sock, char letter)
{
	ssize_t n;

	do {
		n = send(sock, &letter, 1, MSG_NOSIGNAL);
	} while (n < 0 && errno == EINTR);
	return n == 1 ? 0 : -errno;
}

int share_expect(int sock, char letter)
{
	char got = 0;
	ssize_t n;

	do {
		n = read(sock, &got, 1);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return -errno;
	return n == 1 && got == letter ? 0 : -EPIPE;
}
