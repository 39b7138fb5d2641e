/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-info: nodes, driver and PCI devices of a machine. */
#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "info.h"

#define HABANA_VENDOR "0x1da3" /* KD */

static void add_node(struct info_host *host, const char *dir, const char *name)
{
	char *path;

	if (host->num_nodes == INFO_MAX_NODES)
		return;
	if (asprintf(&path, "%s/%s", dir, name) >= 0)
		host->node[host->num_nodes++] = path;
}

/* Nodes named @prefix and a number. */
static void find_nodes(struct info_host *host, const char *root,
		       const char *dir, const char *prefix)
{
	size_t len = strlen(prefix);
	char path[PATH_MAX];
	struct dirent *entry;
	DIR *d;

	snprintf(path, sizeof(path), "%s%s", root, dir);
	d = opendir(path);
	if (!d)
		return;
	while ((entry = readdir(d)))
		if (!strncmp(entry->d_name, prefix, len) &&
		    entry->d_name[len] &&
		    strspn(entry->d_name + len, "0123456789") ==
			    strlen(entry->d_name + len))
			add_node(host, dir, entry->d_name);
	closedir(d);
}

static bool is_habana(const char *root, const char *device)
{
	char path[PATH_MAX], vendor[16] = "";
	FILE *file;
	bool yes;

	snprintf(path, sizeof(path), "%s/sys/bus/pci/devices/%s/vendor", root,
		 device);
	file = fopen(path, "r");
	if (!file)
		return false;
	yes = fgets(vendor, sizeof(vendor), file) &&
	      !strncmp(vendor, HABANA_VENDOR, strlen(HABANA_VENDOR));
	fclose(file);
	return yes;
}

static unsigned count_pci(const char *root)
{
	char path[PATH_MAX];
	struct dirent *entry;
	unsigned count = 0;
	DIR *d;

	snprintf(path, sizeof(path), "%s/sys/bus/pci/devices", root);
	d = opendir(path);
	if (!d)
		return 0;
	while ((entry = readdir(d)))
		if (entry->d_name[0] != '.' && is_habana(root, entry->d_name))
			count++;
	closedir(d);
	return count;
}

static int by_name(const void *a, const void *b)
{
	const char *x = *(char *const *)a, *y = *(char *const *)b;
	size_t nx = strlen(x), ny = strlen(y);

	/* hl10 behind hl9 */
	if (nx != ny)
		return nx < ny ? -1 : 1;
	return strcmp(x, y);
}

void info_look(struct info_host *host, const char *root)
{
	char path[PATH_MAX];
	struct stat st;

	memset(host, 0, sizeof(*host));
	find_nodes(host, root, "/dev/accel", "accel");
	find_nodes(host, root, "/dev", "hl");
	qsort(host->node, host->num_nodes, sizeof(host->node[0]), by_name);
	host->pci_devices = count_pci(root);
	snprintf(path, sizeof(path), "%s/sys/module/habanalabs", root);
	host->driver = !stat(path, &st);
}

void info_free_host(struct info_host *host)
{
	unsigned i;

	for (i = 0; i < host->num_nodes; i++)
		free(host->node[i]);
}

const char *info_advice(const struct info_host *host)
{
	if (host->num_nodes)
		return NULL;
	if (!host->pci_devices)
		return "no Habana device on the PCI bus (vendor 1da3); use the "
		       "simulated device sim:gaudi, or check with lspci -d "
		       "1da3: "
		       "whether the card is seen at all";
	if (!host->driver)
		return "a Habana device is there but its driver is not loaded; "
		       "load it with modprobe habanalabs. If there is no such "
		       "module, the kernel was built without "
		       "CONFIG_HABANA_AI (before 6.3) or "
		       "CONFIG_DRM_ACCEL_HABANALABS, or is older than 5.8";
	return "the driver is loaded but made no device node; the reason is in "
	       "the kernel log (dmesg | grep habanalabs)";
}
