// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kernel that applies FUNCTION to the elements of two tensors.
#include "lanes.h"

void main(tensor left, tensor right, tensor out) {
  int5 first = get_index_space_offset(), end = first + get_index_space_size();
  int5 at = {0};
  for (int d = first[0] * LANES; d < end[0] * LANES; d += LANES) {
    at[0] = d;
    vector x = LOAD(at, left), y = LOAD(at, right);
    STORE(at, out, FUNCTION(x, y));
  }
}
