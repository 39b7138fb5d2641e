// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Conversions, elementwise functions, shuffles and shifts of vectors.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

KERNEL {
  int64 a = IN_VECTOR(0), b = IN_VECTOR(1);
  float64 f = __builtin_convertvector(a, float64);
  f = f * 0.25f + 3.0f;
  OUT_VECTOR(0, __builtin_convertvector(f, int64));
  OUT_VECTOR(1,
             __builtin_convertvector(__builtin_elementwise_max(f, -f), int64));
  OUT_VECTOR(2, __builtin_convertvector(__builtin_elementwise_floor(f), int64));
  OUT_VECTOR(3, __builtin_elementwise_min(a, b));
  OUT_VECTOR(4, __builtin_shufflevector(
                    a, b, 63, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
                    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
                    31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45,
                    46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60,
                    61, 62, 0));
  OUT_VECTOR(5, f > 10.0f ? a : b);
  OUT_VECTOR(6, (f < 0.0f) + (f >= 1e2f));
  int64 s = 0;
  for (int i = 0; i < n; i++) {
    if (i == 2)
      continue;
    int64 v = IN_VECTOR(i);
    if (i == 4) {
      s -= v;
      break;
    }
    s += v > 0 ? v : 0;
  }
  OUT_VECTOR(7, s);
  uint64 u = (uint64)a;
  u = u / 7u + u % 13u;
  u = (u >> 5) ^ (u << 27);
  OUT_VECTOR(8, (int64)u);
  OUT_VECTOR(9, a * b / 3 - b % 17);
  int64 t = n & 1 ? a : b;
  t = n & 2 ? -t : t;
  OUT_VECTOR(10, t << n);
  OUT_VECTOR(11, a >> (b & 31));
}
