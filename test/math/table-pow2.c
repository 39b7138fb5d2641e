// The table of 2^x of 0 to 1, evaluated as public kernels do it.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[6400] in = random(6, 0, 0.9999999)
//@tensor z f32[6400] out
//@index_space 100
//@expect z[i] = pow(2, x[i]) within 2 ulp
#define TABLE e_fp32_pow2
#define BITS 6
#define VARIANT SW_LUT_SIN_COS
#define FIRST 0
#include "Inputs/table.h"
