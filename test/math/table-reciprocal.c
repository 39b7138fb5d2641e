// The table of 1 / x of 1 to 2, evaluated as public kernels do it.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[6400] in = random(1, 1, 1.9999999)
//@tensor z f32[6400] out
//@index_space 100
//@expect z[i] = 1 / x[i] within 2 ulp
#define TABLE e_fp32_rcp
#define BITS 7
#define VARIANT 0
#define FIRST 0
#include "Inputs/table.h"
