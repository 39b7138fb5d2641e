// Labels that cannot be reached, found when the code is laid out.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

start:
// CHECK: :[[#@LINE+1]]:11: error: label 'nowhere' is not defined in this section
nop; jmpr nowhere
// CHECK: :[[#@LINE+1]]:17: error: target at -31 is not a multiple of 32 bytes
nop; jmpr start + 1
// CHECK: :[[#@LINE+1]]:20: error: end of loop must lie 32 to 65536 bytes after the loop instruction
loop S1, 5, S2, <, start
loop S1, 5, S2, <, begin
begin:
// CHECK: :[[#@LINE+1]]:20: error: end of loop must lie 32 to 65536 bytes after the loop instruction
loop S1, 5, S2, <, far
// CHECK: :[[#@LINE+1]]:11: error: label 'other' is not defined in this section
nop; jmpr other
// A gap that is longer than a loop's body may be.
	.zero 65536
far:
	.section	.other,"ax",@progbits
other:
