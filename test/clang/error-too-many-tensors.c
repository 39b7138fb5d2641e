// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The seventeenth tensor is the error.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

void main(tensor t0, tensor t1, tensor t2, tensor t3, tensor t4, tensor t5,
          tensor t6, tensor t7, tensor t8, tensor t9, tensor t10, tensor t11,
          tensor t12, tensor t13, tensor t14, tensor t15,
          // CHECK: :[[#@LINE+1]]:18: error: kernel 'main' has more than 16 tensors
          tensor t16) {}
