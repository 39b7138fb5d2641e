// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Conditions choose vectors whole and lane by lane; assigning operators.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

KERNEL {
  int64 a = IN_VECTOR(0), b = IN_VECTOR(1);
  OUT_VECTOR(0, n > 3 ? a : b);
  OUT_VECTOR(1, a > b ? a : b);
  OUT_VECTOR(2, (a > b) & 1);
  OUT_VECTOR(3, (a < 0) ? -a : a);
  OUT_VECTOR(4, a == b ? a + 1 : (a & b) | 3);
  OUT_VECTOR(5, ~a ^ (b << 2));
  OUT_VECTOR(6, (a >> 3) + ((int64)((__typeof__((uint64)1))b >> 28)));
  int64 c = a;
  c += b;
  c *= 3;
  c -= n;
  c |= 1;
  c &= 0xffff;
  c ^= b;
  c <<= 1;
  c >>= 2;
  OUT_VECTOR(7, c);
}
