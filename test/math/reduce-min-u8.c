// The smallest element of all lanes, in every lane.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x u8[1024] in = random(10, 0, 255)
//@tensor z u8[1024] out
//@index_space 4
//@expect z[i] = min(k: 0..256) x[div(i, 256) * 256 + k]
void main(tensor in, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * 256; d < end[0] * 256; d += 256) {
    at[0] = d;
    uchar256 x = v_u8_ld_tnsr_b(at, in);
    v_u8_st_tnsr(at, out, v_u8_reduce_min(x));
  }
}
