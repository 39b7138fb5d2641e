/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The functions that vectors and scalars have, as symbols: FUNCTION(name) and
 * FUNCTION2(name) of one and two arguments, SYMBOL(name) the symbol. Names for
 * C are in TPCLibrary.td.
 */
#define FUNCTION(name)                                                         \
  float64 SYMBOL(name)(float64 x) { return name(x); }
#define FUNCTION2(name)                                                        \
  float64 SYMBOL(name)(float64 x, float64 y) { return name(x, y); }

FUNCTION(exp_f32)
FUNCTION(exp_fast_f32)
FUNCTION(exp2_f32)
FUNCTION(exp2_fast_f32)
FUNCTION(expm1_f32)
FUNCTION(log_f32)
FUNCTION(log_fast_f32)
FUNCTION(log2_f32)
FUNCTION(log2_fast_f32)
FUNCTION(reciprocal_f32)
FUNCTION(reciprocal_fast_f32)
FUNCTION(rsqrt_f32)
FUNCTION(rsqrt_fast_f32)
FUNCTION(sqrt_f32)
FUNCTION(sqrt_fast_f32)
FUNCTION(sin_f32)
FUNCTION(sin_fast_f32)
FUNCTION(cos_f32)
FUNCTION(cos_fast_f32)
FUNCTION(tan_f32)
FUNCTION(asin_f32)
FUNCTION(acos_f32)
FUNCTION(atan_f32)
FUNCTION(sinh_f32)
FUNCTION(cosh_f32)
FUNCTION(asinh_f32)
FUNCTION(acosh_f32)
FUNCTION(atanh_f32)
FUNCTION(sigmoid_f32)
FUNCTION2(div_f32)
FUNCTION2(div_fast_f32)
FUNCTION2(pow_f32)
FUNCTION2(pow_fast_f32)
FUNCTION2(mod_f32)
