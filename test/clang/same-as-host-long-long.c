// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Numbers of 64 bits.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

KERNEL {
  long long a = (long long)IN(1) * 1000003 * 77777, b = IN(2);
  unsigned long long u = a;
  OUT(0, (int)a);
  OUT(1, (int)(a >> 32));
  OUT(2, (int)((a * b) >> 16));
  OUT(3, (int)(u >> 40));
  OUT(4, (int)(a / (b * 1001 + 1)));
  OUT(5, (int)(u % 1000007));
  OUT(6, a < b);
  OUT(7, (int)((a << n) >> 20));
  OUT(8, (int)(a + b > 0));
  OUT(9, (int)((float)a / 1e6f));
  OUT(10, (int)(-a % 997));
  a ^= u << 13;
  a += 5;
  OUT(11, (int)a);
  OUT(12, (int)(a >> 32));
  long long arr[3] = {a, b, a - b};
  OUT(13, (int)(arr[n % 3] >> 8));
}
