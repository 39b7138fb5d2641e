// The remainder of a division is exact.
//
// RUN: %check-math --function mod --ulp 0 --pairs
#define FUNCTION v_mod_f32
#include "Inputs/binary.h"
