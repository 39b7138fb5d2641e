// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar floats: arithmetic, comparisons, conversions.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

KERNEL {
  float f = n * 1.5f, g = IN(3) / 7.0f;
  OUT(0, (int)(f * g));
  OUT(1, f < g);
  OUT(2, (int)(g - (int)g));
  OUT(3, !f);
  OUT(4, f && g);
  OUT(5, (int)((f > g ? f : g) * 100));
  unsigned u = (unsigned)(f * 1e8f);
  OUT(6, u);
  OUT(7, (float)(unsigned)(0x90000000u + n) > 2e9f);
  OUT(8, (int)(1e9f / f));
  f += 1;
  f *= f;
  f -= 0.5f;
  f /= 3;
  OUT(9, (int)(f * 1000));
  union {
    float f;
    int i;
  } x;
  x.f = -f;
  OUT(10, x.i);
  int i = 0;
  for (float t = 0; t < 3.0f; t += 0.25f)
    i++;
  OUT(11, i);
  OUT(12, __builtin_fabsf(g) > 3.0f);
}
