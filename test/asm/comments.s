// Comments: to the end of the line, in the middle of it, over several lines,
// and lines that start with '#'.
//
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr -j .text %t.o \
// RUN:   | FileCheck %s

# 1 "kernel.c"
   # indented
/* one line */
/* several
   nop; jmpr nowhere
   @arg not_a_header f32
*/ nop; /* in the middle */ add.i32 S1, /* again */ S2, 4 // and the rest
nop/**/; sub.i32 S1, S2, 8 / 2 /* not closed here
still not */
start: /* after a label */ nop; mov.i32 S1, 1 // /* not a start
halt //* not a start either */

// CHECK:      nop; add.i32 S1, S2, 0x4; nop; nop
// CHECK-NEXT: nop; sub.i32 S1, S2, 0x4; nop; nop
// CHECK-NEXT: start:
// CHECK-NEXT: nop; mov.i32 S1, 0x1; nop; nop
// CHECK-NEXT: nop; halt; halt; nop
// CHECK-NOT:  {{.}}
