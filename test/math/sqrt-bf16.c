// The square root: all 65,536 arguments of bf16.
//
// RUN: %check-math --function sqrt --ulp 0.52 --type bf16
#define BF16
#define FUNCTION v_sqrt_bf16
#include "Inputs/unary.h"
