// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Numbers of 8 and 16 bits wrap and promote as C says.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

KERNEL {
  signed char c = 100;
  unsigned char u = 200;
  short s = 30000;
  unsigned short us = 60000;
  for (int i = 0; i < 8; i++) {
    c += IN(i);
    u *= 3;
    s -= IN(i) * 7;
    us ^= s;
    OUT(i * 8, c);
    OUT(i * 8 + 1, u);
    OUT(i * 8 + 2, s);
    OUT(i * 8 + 3, us);
    OUT(i * 8 + 4, (signed char)(c * u));
    OUT(i * 8 + 5, (short)(s + us) >> 2);
    OUT(i * 8 + 6, (unsigned char)(u + c) >> 1);
    OUT(i * 8 + 7, -c % 7);
  }
}
