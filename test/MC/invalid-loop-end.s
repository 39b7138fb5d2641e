// A loop's end given as a number must be that of a bundle behind it.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

loop 0, S9, 1, <, 64
// CHECK: :[[#@LINE+1]]:1: error: end of loop must lie 32 to 65536 bytes after the loop instruction
loop 0, S9, 1, <, 33
// CHECK: :[[#@LINE+1]]:1: error: end of loop must lie 32 to 65536 bytes after the loop instruction
loop 0, S9, 1, <, 0
// CHECK: :[[#@LINE+1]]:1: error: end of loop must lie 32 to 65536 bytes after the loop instruction
loop 0, S9, 1, <, 65568
