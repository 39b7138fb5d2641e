// 2^x: at most 1 ulp, every exponent and special value.
//
// RUN: %check-math --function exp2 --ulp 1
#define FUNCTION v_exp2_f32
#include "Inputs/unary.h"
