// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loops whose number of iterations depends on the data.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

static int gcd(int a, int b) {
  while (b) {
    int t = a % b;
    a = b;
    b = t;
  }
  return a;
}
static int isprime(int v) {
  if (v < 2)
    return 0;
  for (int d = 2; d * d <= v; d++)
    if (v % d == 0)
      return 0;
  return 1;
}
static unsigned collatz(unsigned v) {
  unsigned k = 0;
  for (; v != 1; k++)
    v = v & 1 ? 3 * v + 1 : v / 2;
  return k;
}
KERNEL {
  for (int i = 1; i < 20; i++) {
    OUT(i, gcd(i * 12, n * 6));
    OUT(20 + i, isprime(i * n + 2));
    OUT(40 + i, collatz(i));
  }
}
