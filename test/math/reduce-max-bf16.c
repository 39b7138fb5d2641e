// The largest element of all lanes, in every lane.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x bf16[512] in = random(4, -10, 10)
//@tensor z bf16[512] out
//@index_space 4
//@expect z[i] = max(k: 0..128) x[div(i, 128) * 128 + k]
void main(tensor in, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * 128; d < end[0] * 128; d += 128) {
    at[0] = d;
    bfloat128 x = v_bf16_ld_tnsr_b(at, in);
    v_bf16_st_tnsr(at, out, v_bf16_reduce_max(x));
  }
}
