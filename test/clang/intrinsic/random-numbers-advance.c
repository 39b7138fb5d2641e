// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each reading of the random registers gives another number, also when nothing
// else differs.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = 1
//@expect z[i] = 1
//@index_space 1

void main(tensor y, tensor z) {
  int5 at = {0};
  char256 a = read_lfsr_b();
  char256 b = read_lfsr_b();
  int64 zero = 0;
  bool64 d = v_i32_cmp_neq_b(as_int64(a), as_int64(b));
  v_i32_st_tnsr(at, y, v_i32_mov_vb(1, 0, zero, d));
  int s = s_read_lfsr();
  int t = s_read_lfsr();
  int64 r = s != t;
  v_i32_st_tnsr(at, z, r);
}
