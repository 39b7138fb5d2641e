// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Checksums, roots, factorials of 64 bits, histograms.
// RUN: %run-both | FileCheck %s
// CHECK-COUNT-4: PASS out
#include "both.h"

static unsigned crc(const unsigned char *p, int n) {
  unsigned c = ~0u;
  while (n--) {
    c ^= *p++;
    for (int k = 0; k < 8; k++)
      c = c & 1 ? (c >> 1) ^ 0xEDB88320u : c >> 1;
  }
  return ~c;
}
static unsigned isqrt(unsigned v) {
  unsigned r = 0, b = 1u << 30;
  while (b > v)
    b >>= 2;
  while (b) {
    if (v >= r + b) {
      v -= r + b;
      r = (r >> 1) + b;
    } else
      r >>= 1;
    b >>= 2;
  }
  return r;
}
static long long fact(int n) {
  long long r = 1;
  for (int i = 2; i <= n; i++)
    r *= i;
  return r;
}
static unsigned short half(float f) {
  union {
    float f;
    unsigned u;
  } x = {f};
  return x.u >> 16;
}
KERNEL {
  unsigned char b[20];
  for (int i = 0; i < 20; i++)
    b[i] = IN(i);
  OUT(0, crc(b, 20));
  OUT(1, crc(b + n, 7));
  for (int i = 0; i < 10; i++)
    OUT(2 + i, isqrt(IN(i) * IN(i) + i));
  OUT(20, (int)fact(15));
  OUT(21, (int)(fact(n + 12) >> 32));
  OUT(22, half(n * 0.37f));
  short q[6] = {1, -2, 3, -4, 5, -6};
  int s = 0;
  for (short *p = q; p != q + 6; p++)
    s = s * 2 + *p;
  OUT(23, s);
  signed char d[3][4];
  for (int i = 0; i < 12; i++)
    ((signed char *)d)[i] = i * n - 20;
  OUT(24, d[n - 4][n - 3]);
  OUT(25, d[2][1] * d[0][3]);
  unsigned bits = 0;
  for (int i = 0; i < 12; i++)
    if (d[i / 4][i % 4] & 1)
      bits |= 1u << i;
  OUT(26, bits);
  int hist[10] = {0};
  for (int i = 0; i < 64; i++)
    hist[(IN(i) + 500) / 100]++;
  for (int i = 0; i < 10; i++)
    OUT(30 + i, hist[i]);
  int fib[20] = {0, 1};
  for (int i = 2; i < 20; i++)
    fib[i] = fib[i - 1] + fib[i - 2];
  OUT(40, fib[n + 14]);
  unsigned x = 1;
  do {
    x = x * 5 + 3;
  } while (x % 1000 != n * 100 + 93 && x < 100000000);
  OUT(41, x);
}
