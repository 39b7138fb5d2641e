// A number may be cast to a pointer into local memory; what it points to tells
// which memory is meant.
//
// RUN: %tpc-clang -O1 -S -o - %s | FileCheck %s

void main(int words, int vectors) {
  int __local__ *w = (int __local__ *)words;
  int64 __local__ *v = (int64 __local__ *)vectors;
  // CHECK-DAG: ld_l S{{[0-9]+}}, S0
  // CHECK-DAG: ld_l_v V{{[0-9]+}}, S1
  // CHECK: st_l_v S1, V
  *v = *v + *w;
}
