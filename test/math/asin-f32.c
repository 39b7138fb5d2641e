// The arc sine: at most 3 ulp, every exponent and special value.
//
// RUN: %check-math --function asin --ulp 3
#define FUNCTION v_asin_f32
#include "Inputs/unary.h"
