/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Opening and closing devices, their facts and messages. */
#include <errno.h>
#include <misc/habanalabs.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "provider.h"

int tpc_fail(struct tpc_device *dev, int err, const char *fmt, ...)
{
	char text[sizeof(dev->message)];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	pthread_mutex_lock(&dev->lock);
	memcpy(dev->message, text, sizeof(text));
	pthread_mutex_unlock(&dev->lock);
	return err;
}

const char *tpc_errno_name(int err)
{
	const char *name = strerrorname_np(err < 0 ? -err : err);

	return name ? name : "unknown";
}

void tpc_device_message(struct tpc_device *dev, char *text, size_t size)
{
	if (!size)
		return;
	pthread_mutex_lock(&dev->lock);
	snprintf(text, size, "%s", dev->message);
	pthread_mutex_unlock(&dev->lock);
}

void tpc_device_hold(struct tpc_device *dev)
{
	pthread_mutex_lock(&dev->lock);
	dev->objects++;
	pthread_mutex_unlock(&dev->lock);
}

void tpc_device_drop(struct tpc_device *dev)
{
	pthread_mutex_lock(&dev->lock);
	dev->objects--;
	pthread_mutex_unlock(&dev->lock);
}

const struct tpc_device_info *tpc_device_info(const struct tpc_device *dev)
{
	return &dev->info;
}

int tpc_device_query(struct tpc_device *dev, uint32_t op, uint32_t arg,
		     void *answer, uint32_t size)
{
	return tpc_uapi_info(dev, op, arg, answer, size);
}

int tpc_device_stats(struct tpc_device *dev, struct tpc_stats *stats)
{
	int err = dev->os.ops->stats(&dev->os, stats);

	if (err)
		return tpc_fail(dev, err,
				"%s: counters are given by simulated devices "
				"only",
				dev->name);
	return 0;
}

/*
 * Drivers from 6.7 on know DRM's numbering only, older ones answer it with
 * ENOTTY (K61: numbers outside 1 to 6). The old numbering must not be tried
 * first: DRM ignores the type letter and would take it for another request.
 */
static int probe_numbering(struct tpc_device *dev)
{
	struct hl_info_hw_ip_info ip;
	int err;

	dev->info.drm_numbering = true;
	err = tpc_uapi_info(dev, HL_INFO_HW_IP_INFO, 0, &ip, sizeof(ip));
	if (!err || (err != -ENOTTY && err != -EINVAL))
		return err;
	dev->info.drm_numbering = false;
	return tpc_uapi_info(dev, HL_INFO_HW_IP_INFO, 0, &ip, sizeof(ip));
}

static int read_facts(struct tpc_device *dev)
{
	struct tpc_device_info *info = &dev->info;
	const struct tpc_ops *provider;
	struct hl_info_hw_ip_info ip;
	int err = tpc_uapi_info(dev, HL_INFO_HW_IP_INFO, 0, &ip, sizeof(ip));

	if (err)
		return err;
	provider = tpc_provider_by_id(ip.device_id);
	if (!provider)
		return tpc_fail(dev, -EOPNOTSUPP,
				"%s: PCI device 0x%04x is not supported; this "
				"version knows gaudi",
				dev->name, ip.device_id);
	tpc_ops_fill(dev->ops, provider);
	info->chip = dev->ops->chip;
	info->device_id = ip.device_id;
	info->dram_base = ip.dram_base_address;
	info->dram_size = ip.dram_enabled ? ip.dram_size : 0;
	info->sram_base = ip.sram_base_address;
	info->sram_size = ip.sram_size;
	snprintf(info->card_name, sizeof(info->card_name), "%.*s",
		 (int)sizeof(ip.card_name), (const char *)ip.card_name);
	snprintf(info->firmware, sizeof(info->firmware), "%.*s",
		 (int)sizeof(ip.cpucp_version), (const char *)ip.cpucp_version);
	return dev->ops->facts(dev, &ip);
}

static int init_pools(struct tpc_device *dev)
{
	const struct tpc_device_info *info = &dev->info;
	int err;

	err = tpc_ranges_init(&dev->dram, info->dram_base, info->dram_size);
	if (!err)
		err = tpc_ranges_init(&dev->sram, info->sram_base,
				      info->sram_size);
	return err;
}

static void free_device(struct tpc_device *dev)
{
	tpc_ranges_fini(&dev->dram);
	tpc_ranges_fini(&dev->sram);
	pthread_mutex_destroy(&dev->lock);
	free(dev->name);
	free(dev->ops);
	free(dev);
}

static struct tpc_device *new_device(const char *name,
				     const struct tpc_open_options *options,
				     const struct tpc_os_ops *os)
{
	struct tpc_device *dev = calloc(1, sizeof(*dev));

	if (!dev)
		return NULL;
	dev->name = strdup(name);
	dev->ops = calloc(1, sizeof(*dev->ops));
	if (!dev->name || !dev->ops) {
		free(dev->name);
		free(dev->ops);
		free(dev);
		return NULL;
	}
	tpc_ops_fill(dev->ops, NULL);
	pthread_mutex_init(&dev->lock, NULL);
	dev->os.ops = os;
	dev->os.fd = -1;
	dev->control = options->control;
	dev->watch = options->watch;
	dev->watch_ctx = options->watch_ctx;
	dev->retry_us =
		options->retry_us ? options->retry_us : TPC_DEFAULT_RETRY_US;
	dev->info.name = dev->name;
	dev->info.simulated = os->simulated;
	return dev;
}

int tpc_device_open_on(const struct tpc_os_ops *os, void *data,
		       const char *name, const struct tpc_open_options *options,
		       struct tpc_device **out, char *why, size_t why_size)
{
	struct tpc_device *dev = new_device(name, options, os);
	int err;

	if (!dev)
		return -ENOMEM;
	dev->os.data = data;
	err = os->open(&dev->os, name, options, why, why_size);
	if (err)
		goto free_dev;
	err = probe_numbering(dev);
	if (!err)
		err = read_facts(dev);
	if (!err)
		err = init_pools(dev);
	if (err)
		goto close_dev;
	dev->message[0] = 0; /* probing fails on purpose */
	*out = dev;
	return 0;

close_dev:
	snprintf(why, why_size, "%s%s", dev->message,
		 err == -ENOTTY ? "; this is no habanalabs device" : "");
	os->close(&dev->os);
free_dev:
	free_device(dev);
	return err;
}

int tpc_device_open(const char *name, const struct tpc_open_options *options,
		    struct tpc_device **out, char *why, size_t why_size)
{
	static const struct tpc_open_options defaults;
	const struct tpc_os_ops *os = tpc_os_for_name(name);
	char unused[1];

	if (!why || !why_size) {
		why = unused;
		why_size = sizeof(unused);
	}
	why[0] = 0;
	if (os)
		return tpc_device_open_on(os, NULL, name,
					  options ? options : &defaults, out,
					  why, why_size);
	snprintf(why, why_size,
		 "'%s' is no device name; use sim:gaudi, /dev/accel/accelN or "
		 "/dev/hlN",
		 name);
	return -EINVAL;
}

int tpc_device_close(struct tpc_device *dev)
{
	unsigned objects;
	int err;

	if (!dev)
		return 0;
	pthread_mutex_lock(&dev->lock);
	objects = dev->objects;
	pthread_mutex_unlock(&dev->lock);
	if (objects)
		return tpc_fail(dev, -EBUSY,
				"%s: %u objects of the device still exist",
				dev->name, objects);
	err = dev->os.ops->close(&dev->os);
	free_device(dev);
	return err;
}

static const struct tpc_ops *const providers[] = {
	&tpc_ops_gaudi,
};

#define NUM_PROVIDERS (sizeof(providers) / sizeof(providers[0]))

const struct tpc_ops *tpc_provider_by_name(const char *chip)
{
	size_t i;

	for (i = 0; i < NUM_PROVIDERS; i++)
		if (!strcmp(providers[i]->chip, chip))
			return providers[i];
	return NULL;
}

const struct tpc_ops *tpc_provider_by_id(uint32_t device_id)
{
	size_t i;

	for (i = 0; i < NUM_PROVIDERS; i++)
		if (providers[i]->device_id == device_id)
			return providers[i];
	return NULL;
}
