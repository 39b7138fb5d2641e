// The largest element of all lanes, in every lane.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x i32[256] in = random(5, -2147483648, 2147483647)
//@tensor z i32[256] out
//@index_space 4
//@expect z[i] = max(k: 0..64) x[div(i, 64) * 64 + k]
void main(tensor in, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * 64; d < end[0] * 64; d += 64) {
    at[0] = d;
    int64 x = v_i32_ld_tnsr_b(at, in);
    v_i32_st_tnsr(at, out, v_i32_reduce_max(x));
  }
}
