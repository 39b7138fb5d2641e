// Predicates: their registers, and where they may stand.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

// CHECK: :[[#@LINE+1]]:31: error: expected a predicate register SP0..SP15 or VP0..VP15 after '!'
nop; nop; add.i32 V1, V2, V3, !S4
// CHECK: :[[#@LINE+1]]:31: error: expected a predicate register SP0..SP15 or VP0..VP15 after '!'
nop; nop; add.i32 V1, V2, V3, !VP16
// CHECK: :[[#@LINE+1]]:26: error: operand 'S4' of 'add' does not fit; expected a predicate SP0..SP15
nop; add.i32 S1, S2, S3, S4
// CHECK: :[[#@LINE+1]]:26: error: operand 'VP4' of 'add' does not fit; expected a predicate SP0..SP15
nop; add.i32 S1, S2, S3, VP4
// CHECK: :[[#@LINE+1]]:26: error: operand '!VP4' of 'add' does not fit; expected a predicate SP0..SP15
nop; add.i32 S1, S2, S3, !VP4
// CHECK: :[[#@LINE+1]]:35: error: operand 'VP4' of 'st_tnsr' does not fit; expected S29 or S31 or a predicate SP0..SP15
nop; nop; nop; st_tnsr 1, I2, V3, VP4
// CHECK: :[[#@LINE+1]]:31: error: operand 'SP4' of 'add' does not fit; expected nothing after the predicate
nop; add.i32 S1, S2, S3, SP3, SP4
// CHECK: :[[#@LINE+1]]:14: error: operand '!SP1' of 'add' does not fit; expected S0..S35 or a dimension mask b00000..b11111
nop; add.i32 !SP1, S1, S2, S3
// CHECK: :[[#@LINE+1]]:20: error: operand 'VP4' of 'aso' does not fit; expected a predicate SP0..SP15
nop; nop; nop; aso VP4
// CHECK: :[[#@LINE+1]]:4: error: expected an operand before ','
nop, SP1
// CHECK: :[[#@LINE+1]]:14: error: operand 'VP1' of 'jmpr' does not fit; expected a predicate SP0..SP15
nop; jmpr ., VP1
