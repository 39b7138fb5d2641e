/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Look-up tables of special functions, which lie in device memory behind the
 * code of the kernels that use them (facts 3.4). Our own tables stand where
 * public kernels look for them: llvm-target/lib/math/gen/mathgen.py.
 */
#ifndef TPC_LIB_LUT_H
#define TPC_LIB_LUT_H

#include <stddef.h>
#include <stdint.h>

#define TPC_NUM_LUTS 4 /* classes: 256, 128, 64 and 32 intervals */

/* Bytes of all classes. */
size_t tpc_lut_size(void);

/*
 * Copies them to @to, which has tpc_lut_size() bytes and stands for device
 * memory at @base; @addr gets the address of each class, 0 if it has no table.
 */
void tpc_lut_place(uint8_t *to, uint64_t base, uint64_t addr[TPC_NUM_LUTS]);

#endif
