// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A constant variable is a size of arrays, with and without initial values, in
// loops and for vectors, too.
// RUN: %run-c -- -Wall -Werror | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 3
//@tensor x i32[64,6] in = each(i, j) i * 3 + j - 100
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 6 * x[i,0] + 15 + 48

const int Rows = 6;
const int Half = Rows / 2;

static inline int64 sum(const int64 *v, int count) {
  int64 all = 0;
  for (int k = 0; k < count; k++)
    all += v[k];
  return all;
}

void main(tensor in, tensor out, int n) {
  const int columns = 2;
  int64 rows[Rows];
  for (int k = 0; k < Rows; k++)
    rows[k] = v_i32_ld_tnsr_b((int5){0, k}, in);
  int64 all = sum(rows, n * columns);
  const int weights[columns * 2] = {1, 2, 3, 6};
  for (int k = 0; k < 4; k++) {
    int table[columns][Half];
    for (int a = 0; a < columns; a++)
      for (int b = 0; b < Half; b++)
        table[a][b] = a + b * k;
    int64 parts[columns];
    parts[n & 1] = weights[k] - (k == 3 ? 12 : 0) + table[1][n - 1] * 6;
    all += parts[n & 1] - table[1][2] * 6 + 12;
  }
  v_i32_st_tnsr((int5){0}, out, all);
}
