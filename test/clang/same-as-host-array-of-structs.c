// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Structures in an array, by value and through pointers.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

struct point {
  int x;
  short y;
  char c;
};
static int area(const struct point *p, int n) {
  int s = 0;
  for (int i = 0; i < n; i++)
    s += p[i].x * p[i].y + p[i].c;
  return s;
}
static void scale(struct point *p, int f) {
  p->x *= f;
  p->y += f;
  p->c ^= f;
}
KERNEL {
  struct point p[6];
  for (int i = 0; i < 6; i++) {
    p[i].x = IN(i);
    p[i].y = i * 3 - n;
    p[i].c = i * 50;
  }
  scale(&p[n - 2], 7);
  struct point q = p[n];
  q.x++;
  p[0] = q;
  OUT(0, area(p, 6));
  OUT(1, p[n - 2].c);
  OUT(2, q.y);
  OUT(3, sizeof(struct point));
  struct point *r = p + 1;
  r++;
  OUT(4, (int)(r - p));
  OUT(5, r->x);
}
