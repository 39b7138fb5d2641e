// The logarithm of base 2: at most 1 ulp, every exponent and special value.
//
// RUN: %check-math --function log2 --ulp 1
#define FUNCTION v_log2_f32
#include "Inputs/unary.h"
