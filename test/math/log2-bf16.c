// The logarithm of base 2: all 65,536 arguments of bf16.
//
// RUN: %check-math --function log2 --ulp 0.52 --type bf16
#define BF16
#define FUNCTION v_log2_bf16
#include "Inputs/unary.h"
