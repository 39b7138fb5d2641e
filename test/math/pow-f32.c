// x^y: at most 16 ulp; zeros, infinities and negative bases as in C.
//
// RUN: %check-math --function pow --ulp 16 --pairs
#define FUNCTION v_pow_f32
#include "Inputs/binary.h"
