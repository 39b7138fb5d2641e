// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Matrices of scalars and copies of their rows.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

#define N 6
static void matmul(int c[N][N], const int a[N][N], const int b[N][N]) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      int s = 0;
      for (int k = 0; k < N; k++)
        s += a[i][k] * b[k][j];
      c[i][j] = s;
    }
}
KERNEL {
  int a[N][N], b[N][N], c[N][N];
  for (int i = 0; i < N * N; i++) {
    a[i / N][i % N] = IN(i) % 10;
    b[i / N][i % N] = (i == n) + IN(i + 40) % 5;
  }
  matmul(c, a, b);
  matmul(a, c, b);
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      OUT(i * N + j, a[i][j]);
  int best = -1, at = 0;
  for (int i = 0; i < N; ++i)
    for (int j = 0; j < N; ++j)
      if (c[i][j] > best)
        best = c[i][j], at = i * N + j;
  OUT(50, best);
  OUT(51, at);
  int(*p)[N] = c;
  p += 2;
  OUT(52, (*p)[3]);
  OUT(53, p[-1][n]);
  int copy[N];
  __builtin_memcpy(copy, c[n - 1], sizeof copy);
  OUT(54, copy[2]);
  __builtin_memset(copy, 0, sizeof copy);
  OUT(55, copy[n]);
}
