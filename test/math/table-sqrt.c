// The table of sqrt(x) of 1 to 4, evaluated as public kernels do it.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[6400] in = random(3, 1, 3.9999999)
//@tensor z f32[6400] out
//@index_space 100
//@expect z[i] = sqrt(x[i]) within 2 ulp
#define TABLE e_fp32_sqrt
#define BITS 6
#define VARIANT SW_LUT_SQRT_RSQRT
#define FIRST 0
#include "Inputs/table.h"
