// 1 / sqrt(x): all 65,536 arguments of bf16.
//
// RUN: %check-math --function rsqrt --ulp 0.52 --type bf16
#define BF16
#define FUNCTION v_rsqrt_bf16
#include "Inputs/unary.h"
