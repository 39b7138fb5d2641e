// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A vector cannot be passed to a kernel.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

// CHECK: :[[#@LINE+1]]:30: error: kernel parameter 'x' of type 'float64'
void main(tensor in, float64 x) {}
