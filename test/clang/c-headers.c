// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Freestanding headers, and kernels that declare such types themselves.
// RUN: %tpc-clang -O2 -Wall -Werror -DHEADER -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s
// RUN: %tpc-clang -O2 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s

#ifdef HEADER
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#else
typedef long int int32_t;
#endif
// CHECK: call i32 @llvm.tpc.max.i32.i32.i32.i1(i32 %a, i32 %b, i8 2,
int32_t f(int32_t a, int32_t b) { return s_i32_max(a, b); }
