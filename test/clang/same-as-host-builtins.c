// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Builtins on bits, overflow and expectations.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

static int apply(int v, int op) {
  switch (op) {
  case 0:
    return v + 1;
  case 1:
    return v * 2;
  case 2:
    return -v;
  case 3:
    return v >> 1;
  }
  return 0;
}
KERNEL {
  unsigned bits = 0;
  for (int i = 0; i < 32; i++)
    bits |= (unsigned)(IN(i) > 0) << i;
  OUT(0, bits);
  OUT(1, __builtin_popcount(bits));
  OUT(2, __builtin_clz(bits | 1));
  OUT(3, __builtin_ctz(bits | 256));
  OUT(4, __builtin_bswap32(bits));
  OUT(5, (bits << n) | (bits >> (32 - n)));
  unsigned r = 0;
  for (int i = 0; i < 32; i++)
    r = r << 1 | ((bits >> i) & 1);
  OUT(6, r);
  OUT(7, __builtin_parity(bits));
  OUT(8, __builtin_ffs(bits));
  OUT(9, __builtin_abs(IN(2)));
  for (int i = 0; i < 12; i++)
    OUT(10 + i, apply(IN(i), i & 3));
  int v;
  OUT(30, __builtin_add_overflow(0x7fffffff, n, &v));
  OUT(31, v);
  OUT(32, __builtin_mul_overflow(IN(1), IN(2), &v));
  OUT(33, __builtin_expect(n == 5, 1));
}
