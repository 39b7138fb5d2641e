// The hyperbolic tangent: at most 2 ulp, every exponent and special value.
//
// RUN: %check-math --function tanh --ulp 2
#define FUNCTION v_tanh_f32
#include "Inputs/unary.h"
