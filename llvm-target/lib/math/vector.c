/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The functions of binary32 vectors. */
#include "f32.h"

#define SYMBOL(name) __tpc_v_##name
#include "functions.h"

float64 __tpc_v_tanh_f32(float64 x) { return tanh_free_f32(x); }

/* tanh(x), where abs_x is the magnitude of x */
float64 __tpc_v_tanh_abs_f32(float64 x, float64 abs_x) {
  return tanh_abs_free_f32(x, abs_x);
}
