// The cosine up to 2^20, NaN beyond: at most 2 ulp, every exponent and special value.
//
// RUN: %check-math --function cos --ulp 2
#define FUNCTION v_cos_f32
#include "Inputs/unary.h"
