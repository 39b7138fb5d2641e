// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Globals of both local memories, with structures and pointers.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

__local__ int64 vl[8];
__local__ struct pair {
  int64 a;
  int64 b;
} vp[3];
__local__ int sl[20];
__local__ struct {
  short k;
  float w;
  char tag[3];
} rec[4];
KERNEL {
  for (int i = 0; i < 8; i++)
    vl[i] = IN_VECTOR(i) + i;
  for (int i = 0; i < 3; i++) {
    vp[i].a = vl[i] * 2;
    vp[i].b = vl[7 - i];
  }
  vp[n - 4] = vp[n - 3];
  struct pair *q = &vp[n % 3];
  q->a -= q->b;
  for (int i = 0; i < 3; i++) {
    OUT_VECTOR(2 * i, vp[i].a);
    OUT_VECTOR(2 * i + 1, vp[i].b);
  }
  for (int i = 0; i < 20; i++)
    sl[i] = i * n;
  for (int i = 1; i < 20; i++)
    sl[i] += sl[i - 1];
  for (int i = 0; i < 20; i++)
    OUT(400 + i, sl[i]);
  for (int i = 0; i < 4; i++) {
    rec[i].k = i * 1000 * n;
    rec[i].w = i * 0.5f;
    rec[i].tag[i % 3] = i + 65;
  }
  for (int i = 0; i < 4; i++) {
    OUT(430 + i * 4, rec[i].k);
    OUT(431 + i * 4, (int)(rec[i].w * 8));
    OUT(432 + i * 4, rec[i].tag[1]);
  }
  int64 *vp2 = vl + 2;
  vp2 += n - 4;
  OUT_VECTOR(8, *vp2);
  OUT_VECTOR(9, vp2[-1]);
  *vp2++ = 5;
  OUT_VECTOR(10, vl[3]);
}
