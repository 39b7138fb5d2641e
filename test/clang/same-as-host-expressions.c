// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Statement expressions, commas, compound literals and the like.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

static inline int max3(int a, int b, int c) {
  return a > b ? (a > c ? a : c) : (b > c ? b : c);
}
#define SQ(x)                                                                  \
  ({                                                                           \
    int t_ = (x);                                                              \
    t_ *t_;                                                                    \
  })
#define SWAP(a, b)                                                             \
  do {                                                                         \
    __typeof__(a) t_ = a;                                                      \
    a = b;                                                                     \
    b = t_;                                                                    \
  } while (0)
KERNEL {
  int a = IN(0), b = IN(1), c = IN(2);
  OUT(0, max3(a, b, c));
  OUT(1, SQ(a + 1));
  SWAP(a, b);
  OUT(2, a);
  OUT(3, (b++, c));
  OUT(4, a ?: b);
  OUT(5, !!a + !b);
  int arr[] = {[3] = 9, [1] = n};
  OUT(6, arr[n - 2]);
  OUT(7, sizeof arr);
  OUT(8, arr[n - 4]);
  int i = 0;
  OUT(9, i++ && ++i);
  static const struct {
    const char *name;
    int v;
  } tab[] = {{"a", 1}, {"b", 2}, {"c", 3}};
  OUT(10, tab[n % 3].v);
  OUT(11, tab[n - 4].name[0]);
  switch (n) {
    int z;
  case 5:
    z = 3;
    OUT(12, z);
    break;
  default:
    OUT(12, 0);
  }
  for (int i = 0, j = 10; i < j; i++, j -= 2)
    OUT(20 + i, j);
  unsigned char bytes[8];
  for (int i = 0; i < 8; i++)
    bytes[i] = i * 33;
  OUT(13, *(int *)(bytes + 4));
  OUT(14, *(unsigned short *)(bytes + 2));
  OUT(15, ((a ^ b) < 0) - (c > 0));
  OUT(16, a / -7);
  OUT(17, a % -7);
  OUT(18, (unsigned)a / 10u);
  OUT(19, b >> 31);
  goto x;
x:
  OUT(40, __LINE__);
  _Static_assert(sizeof(int) == 4, "int");
  OUT(41, _Generic(a, int: 1, float: 2));
  OUT(42, __builtin_constant_p(3));
  _Bool f = a;
  OUT(43, f + f);
  OUT(44, (_Bool)0.5f);
  int vla = 0;
  (void)vla;
  OUT(45, (int)(short)(n * 40000));
}
