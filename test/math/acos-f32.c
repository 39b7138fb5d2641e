// The arc cosine: at most 2 ulp, every exponent and special value.
//
// RUN: %check-math --function acos --ulp 2
#define FUNCTION v_acos_f32
#include "Inputs/unary.h"
