// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Vector predicates in structures that an array holds lie in vector memory.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 5
//@tensor x i32[192] in = each(i) (i * 37) % 101 - 50
//@tensor y i32[192] out
//@index_space 1
//@expect y[i] = (i >= 64 && i < 128) ? (x[i - 64] > 0 ? 7 : -1) :
//@              (i >= 128) ? (x[i - 64] < 10 ? 7 : -1) :
//@              (x[i + 128] > 0 ? 7 : -1)

struct mask {
  bool256 lanes;
};

void main(tensor in, tensor out, int n) {
  int64 x[3];
  for (int i = 0; i < 3; i++)
    x[i] = v_i32_ld_tnsr_b((int5){i * 64}, in);
  struct mask masks[3] = {{from_bool64(v_i32_cmp_grt_b(x[0], 0))},
                          {from_bool64(v_i32_cmp_less_b(x[1], 10))},
                          {from_bool64(v_i32_cmp_grt_b(x[2], 0))}};
  for (int i = 0; i < 3; i++)
    v_i32_st_tnsr(
        (int5){i * 64}, out,
        v_i32_mov_vb(7, 0, (int64)-1, to_bool64(masks[(i + n) % 3].lanes), 0));
}
