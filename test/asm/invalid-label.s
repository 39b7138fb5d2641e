// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

again:	nop
// CHECK: invalid-label.s:[[@LINE+3]]:2: error: symbol 'again' is already defined
// CHECK: again: halt
// CHECK: invalid-label.s:[[@LINE-3]]:1: note: it was defined here
 again: halt

// CHECK: :[[@LINE+1]]:6: error: symbol 'again' is already defined
.set again, 3

// CHECK: :[[@LINE+1]]:1: error: 'S1' is a register and cannot be a symbol
S1:	nop

// CHECK: :[[@LINE+1]]:1: error: '.' is the address of the current bundle
.:	nop

// CHECK: :[[@LINE+1]]:8: error: global symbol 'nobody' is not defined
.globl nobody
