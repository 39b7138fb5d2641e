// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The types of <stdint.h> that intrinsics use need no header, which may still
// follow; a kernel may declare its own.
// RUN: %tpc-clang -O2 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s
// RUN: %tpc-clang -O2 -Wall -Werror -x c++ -S -emit-llvm %s -o - | FileCheck %s
// CHECK: define {{.*}}void @main(i32 {{.*}}, i8 {{.*}}zeroext
void main(int32_t n, uint8_t m, tensor a) {
  const int16_t low = (int16_t)n;
  uint16_t high = (uint32_t)n >> 16;
  v_i32_st_tnsr((int5){0}, a, (int64)(low + high + (int8_t)m));
}
#include <stdint.h>
int64_t f(int32_t a) { return a; }
