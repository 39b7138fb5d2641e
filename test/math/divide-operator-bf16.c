// The operator / of vectors is the library's division.
//
// RUN: %check-math --function div --ulp 0.52 --type bf16 --pairs
#define BF16
#define FUNCTION(x, y) ((x) / (y))
#include "Inputs/binary.h"
