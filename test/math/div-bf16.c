// x / y of bf16.
//
// RUN: %check-math --function div --ulp 0.52 --pairs --type bf16
#define BF16
#define FUNCTION v_div_bf16
#include "Inputs/binary.h"
