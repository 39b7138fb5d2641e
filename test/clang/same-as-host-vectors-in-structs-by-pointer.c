// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Vectors in nested arrays and structures, chosen at run time.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

struct state {
  int64 acc[3];
  int64 last;
};
static void step(struct state *s, int i, int64 v) {
  s->acc[i % 3] += v * (i + 1);
  s->last = v;
}
static int64 pick(const struct state *s, int k) {
  return k == 0 ? s->acc[0] : k == 1 ? s->acc[1] : s->last;
}
KERNEL {
  struct state s = {{0}, 0};
  struct state *p = &s;
  for (int i = 0; i < 2 * n; i++)
    step(p, i, IN_VECTOR(i % 8));
  for (int k = 0; k < 3; k++)
    OUT_VECTOR(k, pick(p, k + n - 5));
  int64 ring[4] = {0};
  for (int i = 0; i < 11; i++) {
    ring[i & 3] = ring[(i + 3) & 3] + IN_VECTOR(i % 4) - i;
  }
  for (int i = 0; i < 4; i++)
    OUT_VECTOR(3 + i, ring[i]);
  int64 tab[2][2] = {{IN_VECTOR(0), IN_VECTOR(1)},
                     {IN_VECTOR(2), IN_VECTOR(3)}};
  OUT_VECTOR(7, tab[n & 1][(n >> 1) & 1]);
  tab[n & 1][1] = tab[0][0] + 1;
  OUT_VECTOR(8, tab[1][1]);
  int64 *q = n > 3 ? &tab[0][1] : &tab[1][0];
  *q += 5;
  OUT_VECTOR(9, tab[0][1]);
  OUT_VECTOR(10, *(q + 1));
}
