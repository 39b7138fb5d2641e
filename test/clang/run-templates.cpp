// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// C++: templates, overloads, default arguments, references.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = f32(f32(x[i] * 3) + 2)

template <class T> struct Line {
  T scale, offset;
  Line(T s, T o = 2) : scale(s), offset(o) {}
  template <class V> V operator()(V x) const { return x * scale + offset; }
};

static void store(int5 at, tensor out, const float64 &v) {
  v_f32_st_tnsr(at, out, v);
}

void main(tensor in, tensor out) {
  int5 at = {0};
  Line<float> line(3);
  float64 r = line(v_f32_ld_tnsr_b(at, in));
  store(at, out, r);
}
