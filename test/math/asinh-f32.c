// The inverse hyperbolic sine: at most 2 ulp, every exponent and special value.
//
// RUN: %check-math --function asinh --ulp 2
#define FUNCTION v_asinh_f32
#include "Inputs/unary.h"
