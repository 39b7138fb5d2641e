// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LFSR_NO_CHANGE reads the random registers without advancing them: the next
// reading gives the same number, and the one behind it another.
// RUN: %run-c --levels 0,2,s | FileCheck %s
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
  int64 one = 1, zero = 0;
  char256 a = LFSR_NO_CHANGE, b = LFSR, c = LFSR_NO_CHANGE;
  bool64 same = v_i32_cmp_eq_b(as_int64(a), as_int64(b));
  bool64 next = v_i32_cmp_neq_b(as_int64(b), as_int64(c));
  bool64 both = v_i1_and_b(same, next);
  v_i32_st_tnsr(at, y, v_i32_mov_vb(one, 0, zero, both));
  int s = S_LFSR_NO_CHANGE, t = S_LFSR, u = S_LFSR_NO_CHANGE;
  v_i32_st_tnsr(at, z, (int64)(s == t && t != u));
}
