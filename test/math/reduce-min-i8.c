// The smallest element of all lanes, in every lane.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x i8[1024] in = random(9, -128, 127)
//@tensor z i8[1024] out
//@index_space 4
//@expect z[i] = min(k: 0..256) x[div(i, 256) * 256 + k]
void main(tensor in, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * 256; d < end[0] * 256; d += 256) {
    at[0] = d;
    char256 x = v_i8_ld_tnsr_b(at, in);
    v_i8_st_tnsr(at, out, v_i8_reduce_min(x));
  }
}
