// Targets of jumps and loops that are no targets.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

// CHECK: :[[#@LINE+1]]:11: error: operand 'V1' of 'jmpr' does not fit; expected S0..S35, S_LFSR, S_LFSR_NO_CHANGE or a label
nop; jmpr V1
// CHECK: :[[#@LINE+1]]:6: error: 'jmpr' has too few operands; next is S0..S35, S_LFSR, S_LFSR_NO_CHANGE or a label
nop; jmpr
// CHECK: :[[#@LINE+1]]:17: error: unknown comparison '=>'; legal are >, >=, <, <=, ==, !=
loop S1, 5, S2, =>, end
// CHECK: :[[#@LINE+1]]:17: error: operand 'end' of 'loop' does not fit; expected a comparison >, >=, <, <=, ==, !=
loop S1, 5, S2, end
// CHECK: :[[#@LINE+1]]:13: error: operand 'V2' of 'loop' does not fit; expected S0..S35 or a 32-bit immediate
loop S1, 5, V2, <, end
// CHECK: :[[#@LINE+1]]:25: error: operand '2' of 'loop' does not fit; expected a predicate SP0..SP15 or a number 0..1
loop S1, 5, S2, <, end, 2
// CHECK: :[[#@LINE+1]]:28: error: operand 'VP1' of 'loop' does not fit; expected a predicate SP0..SP15
loop S1, 5, S2, <, end, 1, VP1
end:
