// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The metadata of a kernel tells of what inline assembly does, too.
// RUN: %tpc-clang -O2 -S %s -o - | FileCheck %s
// CHECK-DAG: specialFunctionUsed: DB 1
// CHECK-DAG: scalarLd[1]: DB 1
// CHECK-DAG: rmwStore[2]: DB 1

void main(tensor a, tensor b, tensor c) {
  int5 at = {0};
  int n;
  float64 x = 1.0f;
  asm volatile("nop; nop; nop; gen_addr ad2, 1, %1\n\tnop\n\tnop\n\tnop\n\tnop\n"
               "\tnop\n\tnop\n\tld_g %0, ad2"
               : "=s"(n)
               : "x"(at)
               : "ad2");
  asm volatile("lookup_1c %0, %1, 0" : "=v"(x) : "v"(x));
  asm volatile("nop; nop; nop; st_tnsr rmw_sel 2, %0, %1" : : "x"(at), "v"(x));
}
