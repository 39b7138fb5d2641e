// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Classes with virtual functions whose class is known, constexpr functions,
// templates, references and static locals with values of the run.
// RUN: %run-c -- -std=c++17 -Wall -Werror | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 3
//@tensor x f32[64,4] in = each(i, j) i - j * 10
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = 2 * (x[i,0] + x[i,1] + x[i,2] + x[i,3]) + 55 + 3 + 3

template <typename V, int N> struct Sum {
  V parts[N];
  static constexpr int size() { return N; }
  void add(const V &x, int i) { parts[i] += x; }
  V all() const {
    V sum = parts[0];
    for (int i = 1; i < N; ++i)
      sum += parts[i];
    return sum;
  }
};
struct Scale {
  float by;
  explicit Scale(float by) : by(by) {}
  virtual float64 operator()(float64 x) const { return x * by; }
};
struct Twice final : Scale {
  Twice() : Scale(2) {}
  float64 operator()(float64 x) const override { return x + x; }
};
constexpr int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
namespace mode {
enum class Mode { Off, On };
}

static int next(int n) {
  static int first = n;
  return first;
}

void main(tensor in, tensor out, int n) {
  Sum<float64, 4> sum{};
  const Twice twice;
  auto load = [&](int i) {
    return twice(v_f32_ld_tnsr_b(int5{0, i, 0, 0, 0}, in));
  };
  for (int i = 0; i < sum.size(); ++i)
    sum.add(load(i), i);
  float64 &second = sum.parts[1];
  constexpr int tenth = fib(10);
  second += (float)tenth;
  const mode::Mode modes[] = {mode::Mode::Off, mode::Mode::On};
  for (mode::Mode m : modes)
    if (m == mode::Mode::On)
      second += (float)n;
  second += (float)(next(n) + next(n + 1) - n);
  v_f32_st_tnsr(int5{0}, out, sum.all());
}
