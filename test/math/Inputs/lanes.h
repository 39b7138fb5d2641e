// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Vectors of bf16 or f32, for kernels that are compiled for both.
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
