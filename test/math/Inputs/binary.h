// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kernel that applies FUNCTION to the elements of two tensors.
#ifdef BF16
#define LANES 128
#define LOAD v_bf16_ld_tnsr_b
#define STORE v_bf16_st_tnsr
typedef bfloat128 vector;
#else
#define LANES 64
#define LOAD v_f32_ld_tnsr_b
#define STORE v_f32_st_tnsr
typedef float64 vector;
#endif

void main(tensor left, tensor right, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * LANES; d < end[0] * LANES; d += LANES) {
    at[0] = d;
    vector x = LOAD(at, left), y = LOAD(at, right);
    STORE(at, out, FUNCTION(x, y));
  }
}
