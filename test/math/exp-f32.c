// e^x: at most 1 ulp, every exponent and special value.
//
// RUN: %check-math --function exp --ulp 1
#define FUNCTION v_exp_f32
#include "Inputs/unary.h"
