// The hyperbolic sine: at most 2 ulp, every exponent and special value.
//
// RUN: %check-math --function sinh --ulp 2
#define FUNCTION v_sinh_f32
#include "Inputs/unary.h"
