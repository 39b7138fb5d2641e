// The table of tanh(x) of 1 to 8, evaluated as public kernels do it.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[6400] in = random(9, 1, 7.9999999)
//@tensor z f32[6400] out
//@index_space 100
//@expect z[i] = tanh(x[i]) within 2 ulp
#define TABLE e_fp32_tanh
#define BITS 6
#define VARIANT SW_LUT_TANH
#define FIRST 0
#include "Inputs/table.h"
