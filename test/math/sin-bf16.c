// The sine up to 2^20, NaN beyond: all 65,536 arguments of bf16.
//
// RUN: %check-math --function sin --ulp 0.52 --type bf16
#define BF16
#define FUNCTION v_sin_bf16
#include "Inputs/unary.h"
