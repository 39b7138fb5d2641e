// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

// CHECK: :[[@LINE+1]]:11: error: 'nowhere' is no register, no switch of jmpr and no known symbol
nop; jmpr nowhere

// CHECK: :[[@LINE+1]]:19: error: 'nowhere' is no register, no switch of loop and no known symbol
loop 0, S1, 1, <, nowhere

// CHECK: :[[@LINE+1]]:11: error: the target is 97 bytes away, which is no multiple of 32
nop; jmpr start + 1

// CHECK: :[[@LINE+1]]:18: error: 'start' is no number; only jumps and loops take an address
nop; mov.i32 S1, start

// CHECK: :[[@LINE+1]]:18: error: '.' is no number; only jumps and loops take an address
nop; mov.i32 S1, .

start:
	halt
