// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Under a vector predicate lanes of i16 vectors keep the income; polarity 1
// turns it round.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i16[128] in = random(1, -32768, 32767)
//@tensor b i16[128] in = random(2, -32768, 32767)
//@tensor c i16[128] in = random(3, -32768, 32767)
//@tensor y i16[128] out
//@tensor z i16[128] out
//@expect y[i] = a[i] > b[i] ? max(a[i], c[i]) : b[i]
//@expect z[i] = a[i] > b[i] ? b[i] : max(a[i], c[i])
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y, tensor z) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  short128 k = v_i16_ld_tnsr_b(at, c);
  bool128 p = v_i16_cmp_grt_b(x, w);
  v_i16_st_tnsr(at, y, v_i16_max_vb(x, k, 0, w, p));
  v_i16_st_tnsr(at, z, v_i16_max_vb(x, k, 0, w, p, 1));
}
