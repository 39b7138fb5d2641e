// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Enumerations, unions and bit-fields.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

enum color { RED, GREEN = 5, BLUE };
typedef enum { A = -1, B2 = 1 } small;
union word {
  int i;
  float f;
  unsigned char b[4];
  short h[2];
};
struct flags {
  unsigned a : 3;
  int b : 5;
  unsigned c : 12;
  unsigned : 0;
  int d : 9;
};
KERNEL {
  enum color c = n == 5 ? BLUE : RED;
  OUT(0, c);
  small s = n > 2 ? A : B2;
  OUT(1, s);
  union word w;
  w.f = 1.5f * n;
  OUT(2, w.i);
  OUT(3, w.b[3]);
  OUT(4, w.h[1]);
  w.b[n - 4] = 0x55;
  OUT(5, w.i);
  struct flags f = {0};
  f.a = n;
  f.b = -n;
  f.c = 4095 - n;
  f.d = IN(1);
  OUT(6, f.a);
  OUT(7, f.b);
  OUT(8, f.c);
  OUT(9, f.d);
  f.b <<= 1;
  f.a += 4;
  OUT(10, f.b);
  OUT(11, f.a);
  OUT(12, sizeof f);
}
