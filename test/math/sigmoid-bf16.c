// The logistic function: all 65,536 arguments of bf16.
//
// RUN: %check-math --function sigmoid --ulp 0.52 --type bf16
#define BF16
#define FUNCTION v_sigmoid_bf16
#include "Inputs/unary.h"
