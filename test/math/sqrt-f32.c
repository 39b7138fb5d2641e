// The square root: at most 1 ulp, every exponent and special value.
//
// RUN: %check-math --function sqrt --ulp 1
#define FUNCTION v_sqrt_f32
#include "Inputs/unary.h"
