// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every way out of a loop.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

KERNEL {
  int i = 0, s = 0;
  while (1) {
    i++;
    if (i % 3 == 0)
      continue;
    if (i > 40)
      break;
    s += IN(i);
  }
  OUT(0, s);
  OUT(1, i);
  do {
    i -= n;
    if (i == 21)
      goto out;
  } while (i > 0);
out:
  OUT(2, i);
  int k = 0;
again:
  k += n;
  if (k < 33)
    goto again;
  OUT(3, k);
  for (int a = 0; a < 5; a++)
    for (int b = 0; b < 5; b++) {
      if (a * b == 6)
        goto done;
      s += a ^ b;
      if (b > a)
        break;
    }
done:
  OUT(4, s);
  int x = n;
  while (x-- > 0)
    if (x & 1)
      OUT(10 + x, x * x);
}
