/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* tpc-info: one report as text or as JSON, and a look at the host. */
#ifndef TPC_TOOLS_INFO_H
#define TPC_TOOLS_INFO_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define INFO_MAX_DEPTH 8
#define INFO_MAX_NODES 64

/* A report. Keys are words with underscores; text shows them with spaces. */
struct info {
	FILE *file;
	bool json;
	unsigned depth;
	bool list[INFO_MAX_DEPTH]; /* is the level a list? */
	bool used[INFO_MAX_DEPTH]; /* does it have an entry? */
};

/* A group of entries; @key NULL: the report itself or an entry of a list. */
void info_open(struct info *out, const char *key);
void info_open_list(struct info *out, const char *key);
void info_close(struct info *out);

void info_text(struct info *out, const char *key, const char *value);
void info_number(struct info *out, const char *key, uint64_t value);
void info_hex(struct info *out, const char *key, uint64_t value);
void info_bytes(struct info *out, const char *key, uint64_t value);

/* What a machine has. */
struct info_host {
	char *node[INFO_MAX_NODES];
	unsigned num_nodes;
	unsigned pci_devices; /* of Habana */
	bool driver;	      /* module loaded or built in */
};

/* Looks below directory @root ("" for the real one). */
void info_look(struct info_host *host, const char *root);
void info_free_host(struct info_host *host);

/* What to do when there is no node; NULL if there is one. */
const char *info_advice(const struct info_host *host);

#endif
