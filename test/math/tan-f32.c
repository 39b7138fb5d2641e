// The tangent up to 2^20, NaN beyond: at most 4 ulp, every exponent and special value.
//
// RUN: %check-math --function tan --ulp 4
#define FUNCTION v_tan_f32
#include "Inputs/unary.h"
