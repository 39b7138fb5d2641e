// A word that no instruction explains is printed as data with the reason, and
// that text assembles to the same bytes.
//
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr -j .text %t.o > %t.s
// RUN: FileCheck %s < %t.s
// RUN: %tpc-as -o %t2.o %t.s
// RUN: %tpc-objdump -s -j .text %t.o | sed 1d > %t.hex
// RUN: %tpc-objdump -s -j .text %t2.o | sed 1d > %t2.hex
// RUN: diff %t.hex %t2.hex

	nop
	.long 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff
	.long 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff
	halt

// CHECK:      nop; nop; nop; nop
// CHECK-NEXT: .long 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff // {{.+}}
// CHECK-NEXT: nop; halt; halt; nop
