// The logistic function: at most 3 ulp, every exponent and special value.
//
// RUN: %check-math --function sigmoid --ulp 3
#define FUNCTION v_sigmoid_f32
#include "Inputs/unary.h"
