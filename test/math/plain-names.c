// Names without v_ and s_ mean the function of their argument's type.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[64] in = random(1, 1, 4)
//@tensor z f32[64] out
//@arg a f32 = 2
//@index_space 1
//@expect z[i] = exp(x[i]) + log(2) within 2 ulp
void main(tensor in, tensor out, float a) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  v_f32_st_tnsr(at, out, exp_f32(x) + log_f32(a));
}
