// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a kernel needs so that the host's compiler takes it as well: a tensor of
// 1024 numbers to read, one to write, and the argument n = 5. run-both.py says
// what becomes of it.
#ifndef BOTH_H
#define BOTH_H

#ifdef __TPC__

#define IN(i) s_i32_ld_g(gen_addr((int5){(i)}, in))
#define OUT(i, v) s_i32_st_g(gen_addr((int5){(i)}, out), (v))
#define IN_VECTOR(i) v_i32_ld_tnsr_b((int5){(i)*64}, in)
#define OUT_VECTOR(i, v) v_i32_st_tnsr((int5){(i)*64}, out, (v))
#define LANES ((int64)V_LANE_ID_32)
#define KERNEL void main(tensor in, tensor out, int n)

#else

#include <stdio.h>

typedef int int64 __attribute__((ext_vector_type(64)));
typedef unsigned uint64 __attribute__((ext_vector_type(64)));
typedef float float64 __attribute__((ext_vector_type(64)));

#define __local__
#define IN(i) ((i) * 7919 % 1000 - 500)
#define OUT(i, v) (Written[i] = (v))
#define IN_VECTOR(i) read_vector(i)
#define OUT_VECTOR(i, v) write_vector(i, v)
#define LANES lanes()
#define KERNEL static void kernel(int n)

enum { Count = 1024 };
static int Written[Count];

static inline int64 lanes(void) {
  int64 v;
  for (int k = 0; k < 64; k++)
    v[k] = k;
  return v;
}
static inline int64 read_vector(int i) {
  int64 v;
  for (int k = 0; k < 64; k++)
    v[k] = IN(i * 64 + k);
  return v;
}
static inline void write_vector(int i, int64 v) {
  for (int k = 0; k < 64; k++)
    Written[i * 64 + k] = v[k];
}

KERNEL;
int main(void) {
  // What nobody writes is the same in both, whatever it is.
  for (int i = 0; i < Count; i++)
    Written[i] = -1515870811;
  kernel(5);
  for (int i = 0; i < Count; i++)
    printf("%d\n", Written[i]);
}

#endif
#endif
