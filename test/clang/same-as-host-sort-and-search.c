// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Insertion sort, binary search, pointers to rows.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

static void sort(int *a, int n) {
  for (int i = 1; i < n; i++) {
    int v = a[i], j = i;
    for (; j > 0 && a[j - 1] > v; j--)
      a[j] = a[j - 1];
    a[j] = v;
  }
}
static void swap(int *a, int *b) {
  int t = *a;
  *a = *b;
  *b = t;
}
static int find(const int *a, int n, int v) {
  int lo = 0, hi = n;
  while (lo < hi) {
    int m = (lo + hi) >> 1;
    if (a[m] < v)
      lo = m + 1;
    else
      hi = m;
  }
  return lo;
}
KERNEL {
  int a[16];
  for (int i = 0; i < 16; i++)
    a[i] = IN(i);
  sort(a, 16);
  swap(a, a + n);
  swap(&a[n], &a[0]);
  for (int i = 0; i < 16; i++)
    OUT(i, a[i]);
  OUT(20, find(a, 16, 0));
  OUT(21, find(a, 16, IN(7)));
  int m[3][3];
  for (int i = 0; i < 9; i++)
    m[i / 3][i % 3] = IN(i);
  int *p = &m[0][0];
  int d = 0;
  for (int i = 0; i < 3; i++)
    d += *(p + i * 4);
  OUT(22, d);
  int(*row)[3] = m + 1;
  OUT(23, (*row)[2]);
  OUT(24, row[1][0]);
}
