// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Constant tables, strings and structures with initial values.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

static const int table[8] = {3, 1, 4, 1, 5, 9, 2, 6};
static const short words[4][3] = {
    {1, -2, 3}, {4, 5, -6}, {7, 8, 9}, {-10, 11, 12}};
const char text[] = "hello";
int state[4] = {10, 20};
static struct {
  int a;
  float f;
  unsigned char b[3];
} rec[2] = {{1, 2.5f, {1, 2, 3}}, {.b = {9, 8, 7}, .a = -4}};
KERNEL {
  for (int i = 0; i < 8; i++)
    OUT(i, table[(i + n) & 7]);
  for (int i = 0; i < 12; i++)
    OUT(8 + i, words[i / 3][i % 3] * n);
  for (int i = 0; text[i]; i++)
    OUT(20 + i, text[i]);
  state[n & 3] += 5;
  state[3] = state[1] + state[0];
  for (int i = 0; i < 4; i++)
    OUT(30 + i, state[i]);
  OUT(40, rec[n & 1].a);
  OUT(41, (int)(rec[0].f * 4));
  OUT(42, rec[1].b[n % 3]);
  rec[0].b[n % 3] = 77;
  OUT(43, rec[0].b[2]);
}
