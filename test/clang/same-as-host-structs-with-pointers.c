// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Structures hold pointers into both local memories; addresses compare.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

__local__ int64 vl[8];
struct ctx {
  int *buf;
  int64 *vec;
  int n;
};
static struct ctx *pick(struct ctx *c, int i) { return &c[i & 1]; }
KERNEL {
  int a[8], b[8];
  struct ctx c[2] = {{a, vl, 3}, {b, vl + 4, n}};
  for (int i = 0; i < 8; i++) {
    a[i] = IN(i);
    b[i] = -IN(i);
    vl[i] = IN_VECTOR(i);
  }
  struct ctx *p = pick(c, n);
  p->buf[2] = 77;
  c[n & 1].vec[1] = 5;
  c[0].vec += n;
  OUT(0, b[2]);
  OUT(1, c[0].vec == vl + 5);
  OUT(2, p->buf == b);
  OUT(3, c[n - 5].buf[n]);
  OUT_VECTOR(1, *c[0].vec);
  OUT_VECTOR(2, p->vec[0]);
  int *q = n > 4 ? a : 0;
  OUT(5, q ? *q : -1);
  int *r = n > 9 ? b : 0;
  OUT(6, r == 0);
  OUT(4, (int)&a[3] - (int)&a[1]);
  OUT(7, (int)(vl + 3) - (int)vl);
}
