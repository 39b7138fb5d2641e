// The hyperbolic cosine: at most 2 ulp, every exponent and special value.
//
// RUN: %check-math --function cosh --ulp 2
#define FUNCTION v_cosh_f32
#include "Inputs/unary.h"
