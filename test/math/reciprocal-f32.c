// 1 / x: at most 1 ulp, every exponent and special value.
//
// RUN: %check-math --function reciprocal --ulp 1
#define FUNCTION v_reciprocal_f32
#include "Inputs/unary.h"
