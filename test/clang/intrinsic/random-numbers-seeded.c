// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// write_lfsr_b seeds the random register: the next reading gives the seed, and
// equal seeds give equal sequences.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i8[256] in = random(1, -128, 127)
//@tensor y i8[256] out
//@tensor z i8[256] out
//@index_space 1
//@expect y[i] = a[i]
//@expect z[i] = 0

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  char256 seed = v_i8_ld_tnsr_b(at, a);
  write_lfsr_b(seed);
  char256 first = read_lfsr_b(), second = read_lfsr_b();
  write_lfsr_b(seed);
  read_lfsr_b();
  char256 again = read_lfsr_b();
  v_i8_st_tnsr(at, y, first);
  v_i8_st_tnsr(at, z, v_i8_sub_b(second, again));
}
