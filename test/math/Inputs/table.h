// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kernel that evaluates a table as public kernels do: TABLE is its id, BITS
// how many bits of the mantissa choose the interval, VARIANT the index's kind,
// FIRST the number of the function's first interval.
void main(tensor in, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * 64; d < end[0] * 64; d += 64) {
    at[0] = d;
    float64 x = v_f32_ld_tnsr_b(at, in);
    uint64_float64 i =
        v_f32_get_lut_entry_and_interval_start_b(x, 23 - BITS, VARIANT);
    uint64 n = i.v1 + FIRST;
    float64 y = v_f32_lookup_1c(n, TABLE, SW_BV32, 0);
    float128 c = v_f32_lookup_2c(n, TABLE, SW_BV32, (float128){0});
    float64 rest = x - i.v2;
    y = v_f32_mac_b(v_f32_mac_b(c.v2, rest, c.v1), rest, y);
    v_f32_st_tnsr(at, out, y);
  }
}
