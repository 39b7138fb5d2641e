// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A look-up in inline assembly takes vector memory for its tables, too.
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %tpc-clang -march=gaudi -O2 -DADD -c %s -o %t.o

__local__ float64 big[310];

// CHECK: error: vector local memory exceeded: 79360 bytes are needed {{.*}} exist beside look-up tables
void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
#ifdef ADD
  asm volatile("nop; nop; add.f32 %0, %1, %1" : "=v"(x) : "v"(x));
#else
  asm volatile("lookup_1c %0, %1, 0" : "=v"(x) : "v"(x));
#endif
  big[3] = x;
  for (int i = 0; i < 310; i++)
    x += big[i];
  v_f32_st_tnsr(at, out, x);
}
