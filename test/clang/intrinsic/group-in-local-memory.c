// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pairs and quads as globals in vector local memory, indexed by a value.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@arg n i32 = 2
//@tensor a i32[64] in = random(1, -2000000000, 2000000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = wrap_i32(2 * a[i])
//@expect z[i] = wrap_i32(4 * a[i])
//@index_space 1

int128 table[4];
int256 quads[4];

void main(tensor a, tensor y, tensor z, int n) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  for (int k = 0; k < 4; k++) {
    table[k].v1 = x * k;
    quads[k].v4 = x * k * 2;
  }
  v_i32_st_tnsr(at, y, table[n].v1);
  v_i32_st_tnsr(at, z, quads[n].v4);
}
