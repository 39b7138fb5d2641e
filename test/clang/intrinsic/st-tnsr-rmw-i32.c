// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_st_tnsr_rmw adds to, subtracts from and takes the larger and the
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
//@tensor a i32[64] in = each(i) (i * 7) % 40
//@tensor y i32[64] inout = each(i) i % 50
//@tensor z i32[64] inout = each(i) i % 50
//@tensor u i32[64] inout = each(i) i % 50
//@tensor v i32[64] inout = each(i) i % 50
//@expect y[i] = y[i] + a[i]
//@expect z[i] = wrap_i32(z[i] - a[i])
//@expect u[i] = max(u[i], a[i])
//@expect v[i] = min(v[i], a[i])
//@index_space 1

void main(tensor a, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  v_i32_st_tnsr_rmw(at, y, x, RMW_DT_INT32 | RMW_OP_ADD | RMW_SET);
  v_i32_st_tnsr_rmw(at, z, x, RMW_DT_INT32 | RMW_OP_SUB | RMW_SET);
  v_i32_st_tnsr_rmw(at, u, x, RMW_DT_INT32 | RMW_OP_MAX | RMW_SET);
  v_i32_st_tnsr_rmw(at, v, x, RMW_DT_INT32 | RMW_OP_MIN | RMW_SET);
}
