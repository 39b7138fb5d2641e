/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The one place that issues requests to the driver. */
#include <errno.h>
#include <misc/habanalabs.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

#include "priv.h"

/*
 * From 6.7 on the driver is a DRM-accel driver: its requests have DRM's type
 * letter and count from DRM's first driver number.
 */
#define DRM_TYPE      'd'
#define DRM_FIRST     0x40
#define FIRST_REQUEST _IOC_NR(HL_IOCTL_INFO)

#define MAX_ARG 64 /* largest argument block of the driver */

unsigned long tpc_drm_request(unsigned long request)
{
	return _IOC(_IOC_DIR(request), DRM_TYPE,
		    DRM_FIRST + _IOC_NR(request) - FIRST_REQUEST,
		    _IOC_SIZE(request));
}

uint64_t tpc_now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

/* Waits a little longer each time: queues drain in microseconds. */
static void back_off(unsigned *pause_us)
{
	struct timespec t = {.tv_nsec = (long)*pause_us * 1000};

	nanosleep(&t, NULL);
	if (*pause_us < 1000)
		*pause_us *= 2;
}

int tpc_ioctl(struct tpc_device *dev, unsigned long request, void *arg,
	      const char *what)
{
	unsigned long number = request;
	unsigned char saved[MAX_ARG];
	size_t size = _IOC_SIZE(request);
	uint64_t start = 0;
	unsigned pause_us = 20;
	int err;

	if (size > sizeof(saved))
		return -EINVAL;
	if (dev->info.drm_numbering)
		number = tpc_drm_request(request);
	memcpy(saved, arg, size);
	for (;;) {
		err = dev->os.ops->ioctl(&dev->os, number, arg);
		if (!err)
			return 0;
		memcpy(arg, saved, size);
		if (err == -EINTR && request != HL_IOCTL_WAIT_CS)
			continue;
		if (err != -EAGAIN)
			break;
		if (!start)
			start = tpc_now_us();
		if (tpc_now_us() - start >= dev->retry_us)
			break;
		back_off(&pause_us);
	}
	if (!what)
		return err;
	return tpc_fail(dev, err, "%s: ioctl %s: %s (%s)", dev->name, what,
			strerror(-err), tpc_errno_name(err));
}
