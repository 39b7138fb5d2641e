// The table of 1 / sqrt(x) of 1 to 4, evaluated as public kernels do it.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[6400] in = random(2, 1, 3.9999999)
//@tensor z f32[6400] out
//@index_space 100
//@expect z[i] = 1 / sqrt(x[i]) within 2 ulp
#define TABLE e_fp32_rsqrt
#define BITS 7
#define VARIANT SW_LUT_SQRT_RSQRT
#define FIRST 0
#include "Inputs/table.h"
