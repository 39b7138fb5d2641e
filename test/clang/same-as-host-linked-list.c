// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pointers in memory: a list of nodes; strings and complex numbers.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

typedef struct {
  float re, im;
} cplx;
static cplx mul(cplx a, cplx b) {
  return (cplx){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
static cplx cpow(cplx a, int n) {
  cplx r = {1, 0};
  while (n) {
    if (n & 1)
      r = mul(r, a);
    a = mul(a, a);
    n >>= 1;
  }
  return r;
}
typedef struct node {
  int v;
  struct node *next;
} node;
KERNEL {
  cplx z = cpow((cplx){1.25f, -0.5f}, n + 2);
  OUT(0, (int)(z.re * 4096));
  OUT(1, (int)(z.im * 4096));
  node list[5];
  for (int i = 0; i < 5; i++) {
    list[i].v = IN(i);
    list[i].next = i < 4 ? &list[i + 1] : 0;
  }
  int s = 0;
  for (node *p = list; p; p = p->next)
    s = s * 3 + p->v;
  OUT(2, s);
  node **pp = &list[0].next;
  *pp = &list[3];
  s = 0;
  for (node *p = list; p; p = p->next)
    s += p->v;
  OUT(3, s);
  char name[12] = "tpc-";
  int k = 4;
  for (int v = 12345; v; v /= 10)
    name[k++] = '0' + v % 10;
  name[k] = 0;
  for (int i = 0; name[i]; i++)
    OUT(10 + i, name[i]);
  OUT(30, (int)sizeof name);
  OUT(31, name[0] == 116);
}
