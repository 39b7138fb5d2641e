// The table of log2(x) of 1 to 2, evaluated as public kernels do it.
//
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS z
//@tensor x f32[6400] in = random(7, 1.01, 1.9999999)
//@tensor z f32[6400] out
//@index_space 100
//@expect z[i] = log(x[i]) / log(2) within abs 3e-7
#define TABLE e_fp32_log2
#define BITS 7
#define VARIANT 0
#define FIRST 128
#include "Inputs/table.h"
