// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lanes written by number, integer division and logic on vectors.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

KERNEL {
  int64 v = IN_VECTOR(0);
  int64 w = 0;
  w[3] = IN(5);
  v[n] = 99;
  v[0] = n;
  OUT_VECTOR(0, v + w);
  int64 k = LANES;
  OUT_VECTOR(1, k * k);
  OUT_VECTOR(2, k % 7);
  OUT_VECTOR(3, k / 3 - (v / 11));
  OUT_VECTOR(4, (k & 1) == 0 ? v : -v);
  int64 arr[4] = {v, w, k, v * k};
  int64 s = 0;
  for (int i = 0; i < n; i++)
    s += arr[i & 3] << i;
  OUT_VECTOR(5, s);
  int64 lit = {1, 2, 3};
  OUT_VECTOR(6, lit);
  OUT_VECTOR(7, (int64)(n * 3));
  OUT_VECTOR(8, -v);
  OUT_VECTOR(9, !v);
  OUT_VECTOR(10, v && k);
  OUT_VECTOR(11, v || w);
}
