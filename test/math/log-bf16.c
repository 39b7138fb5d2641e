// The natural logarithm: all 65,536 arguments of bf16.
//
// RUN: %check-math --function log --ulp 0.52 --type bf16
#define BF16
#define FUNCTION v_log_bf16
#include "Inputs/unary.h"
