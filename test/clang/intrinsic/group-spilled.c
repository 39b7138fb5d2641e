// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// More accumulator pairs live at a time than there are registers: they go to
// local memory and come back.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a bf16[128] in = each(i) i % 5 - 2
//@tensor b bf16[128] in = each(i) i % 3 - 1
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = sum(k: 0..24) (k + 40 * a[2 * i] * b[2 * i])
//@expect z[i] = sum(k: 0..24) (k + 40 * a[2 * i + 1] * b[2 * i + 1])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  bfloat128 w = v_bf16_ld_tnsr_b(at, b);
  float128 r0 = {(float)0, (float)0};
  float128 r1 = {(float)1, (float)1};
  float128 r2 = {(float)2, (float)2};
  float128 r3 = {(float)3, (float)3};
  float128 r4 = {(float)4, (float)4};
  float128 r5 = {(float)5, (float)5};
  float128 r6 = {(float)6, (float)6};
  float128 r7 = {(float)7, (float)7};
  float128 r8 = {(float)8, (float)8};
  float128 r9 = {(float)9, (float)9};
  float128 r10 = {(float)10, (float)10};
  float128 r11 = {(float)11, (float)11};
  float128 r12 = {(float)12, (float)12};
  float128 r13 = {(float)13, (float)13};
  float128 r14 = {(float)14, (float)14};
  float128 r15 = {(float)15, (float)15};
  float128 r16 = {(float)16, (float)16};
  float128 r17 = {(float)17, (float)17};
  float128 r18 = {(float)18, (float)18};
  float128 r19 = {(float)19, (float)19};
  float128 r20 = {(float)20, (float)20};
  float128 r21 = {(float)21, (float)21};
  float128 r22 = {(float)22, (float)22};
  float128 r23 = {(float)23, (float)23};
  for (int i = 0; i < 40; i++) {
    r0 = v_bf16_mac_acc32_b(x, w, r0);
    r1 = v_bf16_mac_acc32_b(x, w, r1);
    r2 = v_bf16_mac_acc32_b(x, w, r2);
    r3 = v_bf16_mac_acc32_b(x, w, r3);
    r4 = v_bf16_mac_acc32_b(x, w, r4);
    r5 = v_bf16_mac_acc32_b(x, w, r5);
    r6 = v_bf16_mac_acc32_b(x, w, r6);
    r7 = v_bf16_mac_acc32_b(x, w, r7);
    r8 = v_bf16_mac_acc32_b(x, w, r8);
    r9 = v_bf16_mac_acc32_b(x, w, r9);
    r10 = v_bf16_mac_acc32_b(x, w, r10);
    r11 = v_bf16_mac_acc32_b(x, w, r11);
    r12 = v_bf16_mac_acc32_b(x, w, r12);
    r13 = v_bf16_mac_acc32_b(x, w, r13);
    r14 = v_bf16_mac_acc32_b(x, w, r14);
    r15 = v_bf16_mac_acc32_b(x, w, r15);
    r16 = v_bf16_mac_acc32_b(x, w, r16);
    r17 = v_bf16_mac_acc32_b(x, w, r17);
    r18 = v_bf16_mac_acc32_b(x, w, r18);
    r19 = v_bf16_mac_acc32_b(x, w, r19);
    r20 = v_bf16_mac_acc32_b(x, w, r20);
    r21 = v_bf16_mac_acc32_b(x, w, r21);
    r22 = v_bf16_mac_acc32_b(x, w, r22);
    r23 = v_bf16_mac_acc32_b(x, w, r23);
  }
  float64 s = r0.v1, t = r0.v2;
  s = s + r1.v1;
  t = t + r1.v2;
  s = s + r2.v1;
  t = t + r2.v2;
  s = s + r3.v1;
  t = t + r3.v2;
  s = s + r4.v1;
  t = t + r4.v2;
  s = s + r5.v1;
  t = t + r5.v2;
  s = s + r6.v1;
  t = t + r6.v2;
  s = s + r7.v1;
  t = t + r7.v2;
  s = s + r8.v1;
  t = t + r8.v2;
  s = s + r9.v1;
  t = t + r9.v2;
  s = s + r10.v1;
  t = t + r10.v2;
  s = s + r11.v1;
  t = t + r11.v2;
  s = s + r12.v1;
  t = t + r12.v2;
  s = s + r13.v1;
  t = t + r13.v2;
  s = s + r14.v1;
  t = t + r14.v2;
  s = s + r15.v1;
  t = t + r15.v2;
  s = s + r16.v1;
  t = t + r16.v2;
  s = s + r17.v1;
  t = t + r17.v2;
  s = s + r18.v1;
  t = t + r18.v2;
  s = s + r19.v1;
  t = t + r19.v2;
  s = s + r20.v1;
  t = t + r20.v2;
  s = s + r21.v1;
  t = t + r21.v2;
  s = s + r22.v1;
  t = t + r22.v2;
  s = s + r23.v1;
  t = t + r23.v2;
  v_f32_st_tnsr(at, y, s);
  v_f32_st_tnsr(at, z, t);
}
