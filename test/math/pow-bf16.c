// x^y of bf16.
//
// RUN: %check-math --function pow --ulp 0.52 --pairs --type bf16
#define BF16
#define FUNCTION v_pow_bf16
#include "Inputs/binary.h"
