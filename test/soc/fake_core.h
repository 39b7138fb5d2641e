/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Kernels of the core that stands in for simulator/core in these tests. */
#ifndef FAKE_CORE_H
#define FAKE_CORE_H

#include "tpc/cb.h"
#include "tpc/sim_core.h"

/* The first word at the kernel's address. */
enum fake_kernel {
	FAKE_HALT,
	FAKE_ENDLESS,	    /* ends at the limit of bundles */
	FAKE_FAULT,	    /* with the cause in SRF 0 */
	FAKE_COPY,	    /* SRF 0 bytes from tensor 0 to tensor 1 */
	FAKE_DUMP,	    /* parts of the launch to tensor 1 */
	FAKE_MESSAGE,	    /* SRF 2 to the address in SRF 0, 1 */
	FAKE_CHANGE_TENSOR, /* its own descriptor 3 */
	FAKE_NAP,	    /* SRF 0 milliseconds */
};

#endif
