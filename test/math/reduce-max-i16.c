// The largest element of all lanes, in every lane.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x i16[512] in = random(7, -32768, 32767)
//@tensor z i16[512] out
//@index_space 4
//@expect z[i] = max(k: 0..128) x[div(i, 128) * 128 + k]
void main(tensor in, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * 128; d < end[0] * 128; d += 128) {
    at[0] = d;
    short128 x = v_i16_ld_tnsr_b(at, in);
    v_i16_st_tnsr(at, out, v_i16_reduce_max(x));
  }
}
