// The natural logarithm: at most 1 ulp, every exponent and special value.
//
// RUN: %check-math --function log --ulp 1
#define FUNCTION v_log_f32
#include "Inputs/unary.h"
