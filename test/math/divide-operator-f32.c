// The operator / of vectors is the library's division.
//
// RUN: %check-math --function div --ulp 0.5001 --pairs
#define FUNCTION(x, y) ((x) / (y))
#include "Inputs/binary.h"
