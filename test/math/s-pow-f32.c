// Powers of scalars.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[20] in = random(1, 0.1, 10)
//@tensor y f32[20] in = random(2, -8, 8)
//@tensor z f32[20] out
//@index_space 20
//@expect z[i] = pow(x[i], y[i]) within 8 ulp
void main(tensor left, tensor right, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0]; d < end[0]; d++) {
    at[0] = d;
    float x = s_f32_ld_g(gen_addr(at, left));
    float y = s_f32_ld_g(gen_addr(at, right));
    s_f32_st_g(gen_addr(at, out), s_pow_f32(x, y));
  }
}
