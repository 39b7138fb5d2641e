// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What needs the library of C++ is an error in the words of the language.
// RUN: not %tpc-clang -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o
struct Shape {
  virtual int size() const { return 64; }
};
struct Square : Shape {
  int size() const override { return 128; }
};
void main(tensor out, int n) {
  Square square;
  Shape *shape = n ? &square : nullptr;
  // CHECK-DAG: [[#@LINE+1]]:{{[0-9]+}}: error: cannot use 'throw' with exceptions disabled
  if (shape->size() == 3) throw n;
  // CHECK-DAG: [[#@LINE+1]]:{{[0-9]+}}: error: use of dynamic_cast requires -frtti
  n += dynamic_cast<Square *>(shape) != nullptr;
  v_f32_st_tnsr(int5{0}, out, 1.0f);
}
