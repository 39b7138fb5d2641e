// x / y is rounded correctly.
//
// RUN: %check-math --function div --ulp 0.5001 --pairs
#define FUNCTION v_div_f32
#include "Inputs/binary.h"
