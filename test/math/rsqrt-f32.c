// 1 / sqrt(x): at most 1 ulp, every exponent and special value.
//
// RUN: %check-math --function rsqrt --ulp 1
#define FUNCTION v_rsqrt_f32
#include "Inputs/unary.h"
