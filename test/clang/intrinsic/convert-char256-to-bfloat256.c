// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_char256_to_bfloat256 deals elements out to registers as the machine
// does.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
//@tensor a0 i8[256] in = random(20, -128, 127)
//@tensor y0 bf16[128] out
//@tensor y1 bf16[128] out
//@expect y0[i] = a0[2 * i + 0]
//@expect y1[i] = a0[2 * i + 1]
//@index_space 1

void main(tensor a0, tensor y0, tensor y1) {
  int5 at = {0};
  char256 x0 = v_i8_ld_tnsr_b(at, a0);
  char256 x = x0;
  bfloat256 r = convert_char256_to_bfloat256(x, 0);
  v_bf16_st_tnsr(at, y0, r.v1);
  v_bf16_st_tnsr(at, y1, r.v2);
}
