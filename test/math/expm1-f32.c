// e^x - 1, also near 0: at most 2 ulp, every exponent and special value.
//
// RUN: %check-math --function expm1 --ulp 2
#define FUNCTION v_expm1_f32
#include "Inputs/unary.h"
