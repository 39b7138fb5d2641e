// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// There are no threads of one's own.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

// CHECK: [[@LINE+1]]:1: error: thread-local storage is not supported for the current target
__thread int x;
void main(tensor a) {}
