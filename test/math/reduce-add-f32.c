// The sum of all lanes, in every lane.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[256] in = random(3, -100, 100)
//@tensor z f32[256] out
//@index_space 4
//@expect z[i] = sum(k: 0..64) x[div(i, 64) * 64 + k] within abs 1e-4
void main(tensor in, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * 64; d < end[0] * 64; d += 64) {
    at[0] = d;
    float64 x = v_f32_ld_tnsr_b(at, in);
    v_f32_st_tnsr(at, out, v_f32_reduce_add(x));
  }
}
