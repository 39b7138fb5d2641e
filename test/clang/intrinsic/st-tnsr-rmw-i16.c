// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_st_tnsr_rmw adds to, subtracts from and takes the larger and the
// smaller of what is in memory.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
//@tensor a i16[128] in = each(i) (i * 7) % 40
//@tensor y i16[128] inout = each(i) i % 50
//@tensor z i16[128] inout = each(i) i % 50
//@tensor u i16[128] inout = each(i) i % 50
//@tensor v i16[128] inout = each(i) i % 50
//@expect y[i] = y[i] + a[i]
//@expect z[i] = wrap_i16(z[i] - a[i])
//@expect u[i] = max(u[i], a[i])
//@expect v[i] = min(v[i], a[i])
//@index_space 1

void main(tensor a, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  v_i16_st_tnsr_rmw(at, y, x, RMW_DT_INT16 | RMW_OP_ADD | RMW_SET);
  v_i16_st_tnsr_rmw(at, z, x, RMW_DT_INT16 | RMW_OP_SUB | RMW_SET);
  v_i16_st_tnsr_rmw(at, u, x, RMW_DT_INT16 | RMW_OP_MAX | RMW_SET);
  v_i16_st_tnsr_rmw(at, v, x, RMW_DT_INT16 | RMW_OP_MIN | RMW_SET);
}
