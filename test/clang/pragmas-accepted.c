// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pragmas of other compilers do not warn.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

#pragma tpc_printf(enable)
#pragma index_space(0, 1)
// CHECK: define {{.*}}@main
void main(tensor out) {}
