// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// More operands than there are registers.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  float64 x = a;
  // CHECK: :[[#@LINE+1]]:16: error: inline assembly requires more registers than available
  asm volatile("nop"
               :
               : "v"(x)
               : "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9",
                 "v10", "v11", "v12", "v13", "v14", "v15", "v16", "v17", "v18", "v19",
                 "v20", "v21", "v22", "v23", "v24", "v25", "v26", "v27", "v28", "v29",
                 "v30", "v31", "v32", "v33", "v34", "v35", "v36", "v37", "v38", "v39");
}
