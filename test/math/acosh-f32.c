// The inverse hyperbolic cosine: at most 2 ulp, every exponent and special value.
//
// RUN: %check-math --function acosh --ulp 2
#define FUNCTION v_acosh_f32
#include "Inputs/unary.h"
