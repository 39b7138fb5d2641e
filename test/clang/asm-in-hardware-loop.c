// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A loop around inline assembly is a hardware loop all the same, and the values
// that go around it are there in time.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
// RUN: %tpc-clang -O2 -S %s -o - | FileCheck %s --check-prefix=CODE
// CODE: loop
// CODE: add.i32 {{.*}}, 0x11
//@tensor x i32[64, 40] in = random(2, -90, 90)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = (sum(j: 0..40) x[i, j]) + 40 * 17

void main(tensor in, tensor out) {
  int5 at = {0};
  int64 sum = 0;
  for (int n = 0; n < 40; n++) {
    at[1] = n;
    int64 x = v_i32_ld_tnsr_b(at, in), more;
    asm("nop; nop; add.i32 %0, %1, 17" : "=v"(more) : "v"(x));
    sum += more;
  }
  at[1] = 0;
  v_i32_st_tnsr(at, out, sum);
}
