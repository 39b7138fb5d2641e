/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Ranges of HBM that are shared with other processes. */
#ifndef TPC_SOC_EXPORT_H
#define TPC_SOC_EXPORT_H

struct soc_memory;

void soc_exports_free(struct soc_memory *mem);

#endif
