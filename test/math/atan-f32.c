// The arc tangent: at most 3 ulp, every exponent and special value.
//
// RUN: %check-math --function atan --ulp 3
#define FUNCTION v_atan_f32
#include "Inputs/unary.h"
