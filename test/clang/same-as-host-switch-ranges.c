// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Switches with ranges, falling through and inside each other.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

static int classify(int v) {
  switch (v) {
  case -500 ... - 300:
    return 1;
  case 0:
  case 1:
    return 2;
  case 7:
    v++;
  case 8:
    return v * 10;
  default:
    break;
  }
  switch (v & 7) {
  case 1:
    return 100;
  case 2:
    return 101;
  case 3:
    return 102;
  case 4:
    return 103;
  case 5:
    return 104;
  case 6:
    return 105;
  }
  return -1;
}
KERNEL {
  for (int i = 0; i < 40; i++)
    OUT(i, classify(i < 20 ? IN(i) : i - 20));
}
