// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A predicate is no vector of lanes: casts either way are errors.
// RUN: not %tpc-clang -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o
// CHECK: :[[#@LINE+1]]:29: error: 'bool256' (vector of 256 'bool' values) cannot be cast to 'int64' (vector of 64 'int' values)
int64 f(bool256 p) { return (int64)p; }
// CHECK: :[[#@LINE+1]]:31: error: {{.*}} cannot be cast to 'bool256' (vector of 256 'bool' values), as a predicate has a bit for each lane
bool256 g(char256 v) { return (bool256)v; }
