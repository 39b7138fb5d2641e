// --compress pairs bundles where both allow it, as tpc-as does: not the first
// one of the code or of a loop, the last four of a loop, targets of jumps, what
// jumps or ends, and what has no compressed form. Data and alignments separate.
// RUN: %tpc-llvm-mc --mcpu=gaudi2 --compress --filetype=obj -o %t.o %s
// RUN: %tpc-llvm-mc --mcpu=gaudi2 -d %t.o | FileCheck %s --match-full-lines
// RUN: %tpc-as --mcpu=gaudi2 --compress -o %t2.o %s
// RUN: %python %S/print_text.py %t.o > %t.txt
// RUN: %python %S/print_text.py %t2.o | diff %t.txt -
// RUN: %tpc-llvm-mc --mcpu=gaudi2 -d %t.o \
// RUN:   | %tpc-llvm-mc --mcpu=gaudi2 --filetype=obj -o %t3.o -
// RUN: %python %S/print_text.py %t3.o | diff %t.txt -

// CHECK:      start:
// CHECK-NEXT: nop; mov.i32 S1, 0x1; nop; nop
// CHECK-NEXT: .pair
// CHECK-NEXT: nop; mov.i32 S1, 0x2; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0x3; nop; nop
start:
	nop; mov.i32 S1, 1
	nop; mov.i32 S1, 2
	nop; mov.i32 S1, 3
// The neighbour has no compressed form.
// CHECK-NEXT: nop; mov.i32 S1, 0x4; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0x5; nop; st_l 0x5, S2
	nop; mov.i32 S1, 4
	nop; mov.i32 S1, 5; nop; st_l 5, S2
// Each half of a pair has an immediate of its own.
// CHECK-NEXT: .pair
// CHECK-NEXT: nop; mov.i32 S1, 0x12345; nop; nop
// CHECK-NEXT: ld_l S1, 0x6789a; nop; nop; nop
	nop; mov.i32 S1, 0x12345
	ld_l S1, 0x6789a
// CHECK-NEXT: loop S1, 5, S2, <, end
// CHECK-NEXT: nop; mov.i32 S1, 0x6; nop; nop
// CHECK-NEXT: .pair
// CHECK-NEXT: nop; mov.i32 S1, 0x7; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0x8; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0x9; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0xa; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0xb; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0xc; nop; nop
// CHECK-NEXT: end:
	loop S1, 5, S2, <, end
	nop; mov.i32 S1, 6
	nop; mov.i32 S1, 7
	nop; mov.i32 S1, 8
	nop; mov.i32 S1, 9
	nop; mov.i32 S1, 10
	nop; mov.i32 S1, 11
	nop; mov.i32 S1, 12
end:
// The target of a jump is alone.
// CHECK-NEXT: .pair
// CHECK-NEXT: nop; mov.i32 S1, 0xd; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0xe; nop; nop
// CHECK-NEXT: target:
// CHECK-NEXT: nop; mov.i32 S1, 0xf; nop; nop
// CHECK-NEXT: nop; jmpr target; nop; nop
	nop; mov.i32 S1, 13
	nop; mov.i32 S1, 14
target:
	nop; mov.i32 S1, 15
	nop; jmpr target
// A label that nothing jumps to does not matter.
// CHECK-NEXT: .pair
// CHECK-NEXT: nop; mov.i32 S1, 0x10; nop; nop
// CHECK-NEXT: label:
// CHECK-NEXT: nop; mov.i32 S1, 0x11; nop; nop
	nop; mov.i32 S1, 16
label:
	nop; mov.i32 S1, 17
// So does what is before an alignment, even where that fills nothing.
// CHECK-NEXT: nop; mov.i32 S1, 0x12; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0x13; nop; nop
// CHECK-NEXT: .byte {{.*}}
	nop; mov.i32 S1, 18
	.p2align 5
	nop; mov.i32 S1, 19
	.long end - start, target - start, label - start, 0, 0, 0, 0, 0
// .pair stays what it is.
// CHECK-NEXT: nop; mov.i32 S1, 0x14; nop; nop
// CHECK-NEXT: .pair
// CHECK-NEXT: nop; mov.i32 S1, 0x15; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0x16; nop; nop
// CHECK-NEXT: nop; mov.i32 S1, 0x17; nop; nop
// CHECK-NEXT: nop; halt; halt; nop
	nop; mov.i32 S1, 20
	.pair
	nop; mov.i32 S1, 21
	nop; mov.i32 S1, 22
	nop; mov.i32 S1, 23
	halt
