// The function of scalars runs on the SPU and is as exact as that of vectors.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[40] in = random(2, 0.001, 1000)
//@tensor z f32[40] out
//@index_space 40
//@expect z[i] = log(x[i]) within 1 ulp
void main(tensor in, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0]; d < end[0]; d++) {
    at[0] = d;
    float x = s_f32_ld_g(gen_addr(at, in));
    s_f32_st_g(gen_addr(at, out), s_log_f32(x));
  }
}
