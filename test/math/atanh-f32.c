// The inverse hyperbolic tangent: at most 3 ulp, every exponent and special value.
//
// RUN: %check-math --function atanh --ulp 3
#define FUNCTION v_atanh_f32
#include "Inputs/unary.h"
