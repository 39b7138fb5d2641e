// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Static locals of a function that several places inline.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

static int next(void) {
  static int c;
  static unsigned s = 12345;
  s = s * 1103515245u + 12345;
  return ++c + (s >> 16);
}
static int twice(void) { return next() + 2 * next(); }
KERNEL {
  for (int i = 0; i < n; i++)
    OUT(i, twice());
}
