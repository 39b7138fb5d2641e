// Slots: instructions in the wrong one, too many of them, and lines that are
// no bundle.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

// CHECK: :[[#@LINE+1]]:6: error: unknown instruction 'frob'
nop; frob S1
// CHECK: :[[#@LINE+1]]:1: error: 'add' is an instruction of SPU and VPU, but stands in the LOAD slot (order: LOAD; SPU; VPU; STORE)
add.i32 S1, S2, S3
// CHECK: :[[#@LINE+1]]:11: error: 'jmpr' is an instruction of SPU, but stands in the VPU slot (order: LOAD; SPU; VPU; STORE)
nop; nop; jmpr S1
// CHECK: :[[#@LINE+1]]:16: error: 'lookup' is an instruction of LOAD, but stands in the STORE slot (order: LOAD; SPU; VPU; STORE)
nop; nop; nop; lookup V1, V2, 3
// CHECK: :[[#@LINE+1]]:1: error: 'halt' is an instruction of SPU and VPU, but stands in the LOAD slot (order: LOAD; SPU; VPU; STORE)
halt; nop
// CHECK: :[[#@LINE+1]]:18: error: 'halt' is an instruction of SPU and VPU, but stands in the STORE slot (order: LOAD; SPU; VPU; STORE)
nop; halt; halt; halt
// CHECK: :[[#@LINE+1]]:21: error: a bundle has four slots: LOAD; SPU; VPU; STORE
nop; nop; nop; nop; nop
// CHECK: :[[#@LINE+1]]:5: error: expected an instruction; an unused slot is 'nop'
nop;; nop
// CHECK: :[[#@LINE+1]]:6: error: expected an instruction; an unused slot is 'nop'
nop; 5
// CHECK: :[[#@LINE+1]]:6: error: expected an instruction; an unused slot is 'nop'
nop; "add"
// CHECK: :[[#@LINE+1]]:25: error: 'loop' takes the whole bundle
loop S1, 5, S2, <, end; nop
// CHECK: :[[#@LINE+1]]:6: error: 'loop' takes the whole bundle
nop; loop S1, 5, S2, <, end
// CHECK: :[[#@LINE+1]]:5: error: operand 'nop' of 'nop' does not fit; expected no operand
nop nop
// CHECK: :[[#@LINE+1]]:17: error: expected ',' or ';' before 'S2'
nop; add.i32 S1 S2, S3
// CHECK: :[[#@LINE+1]]:16: error: expected an operand after ','
nop; add.i32 S1,, S3
// CHECK: :[[#@LINE+1]]:20: error: expected an operand after ','
nop; add.i32 S1, S2,
// CHECK: :[[#@LINE+1]]:14: error: expected an operand before ','
nop; add.i32 , S1, S2, S3
// CHECK: :[[#@LINE+1]]:22: error: expected no ',' before 'I1'
nop; abs.i32 b00100, I1, I2
// CHECK: :[[#@LINE+1]]:18: error: expected no ',' before 'VP1'
nop; nop; mov 4, VP1, S3
// CHECK: :[[#@LINE+1]]:13: error: expected ',' or ';' before 'b00100'
set_indx I1 b00100, S3
end:
