// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Structures with vectors, in arrays and through pointers.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

struct acc {
  int64 sum;
  int64 max;
};
static void add(struct acc *a, int64 v) {
  a->sum += v;
  a->max = v > a->max ? v : a->max;
}
KERNEL {
  struct acc a = {0};
  struct acc arr[3];
  for (int i = 0; i < n; i++)
    add(&a, IN_VECTOR(i));
  for (int i = 0; i < 3; i++) {
    arr[i].sum = IN_VECTOR(i) * i;
    arr[i].max = IN_VECTOR(n - i);
  }
  add(&arr[n - 3], a.sum);
  struct acc b = arr[n % 3];
  OUT_VECTOR(0, a.sum);
  OUT_VECTOR(1, a.max);
  OUT_VECTOR(2, arr[2].sum);
  OUT_VECTOR(3, b.max);
  OUT_VECTOR(4, arr[n - 4].sum);
}
