// Jump and loop targets without a label get one when disassembled; a target
// outside the code or inside a bundle is given relative to '.'.
//
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr -j .text %t.o > %t.s
// RUN: FileCheck %s < %t.s
// RUN: %tpc-as -o %t2.o %t.s
// RUN: %tpc-objdump -s -j .text %t.o | sed 1d > %t.hex
// RUN: %tpc-objdump -s -j .text %t2.o | sed 1d > %t2.hex
// RUN: diff %t.hex %t2.hex

	nop; jmpr 32
	nop; jmpr -32
	nop; jmpr -96
	nop; jmpr 8
	nop; jmpr 64
	nop; jmpr 64

// CHECK:      {{^}}.L0:
// CHECK-NEXT: nop; jmpr .L20; nop; nop
// CHECK-NEXT: {{^}}.L20:
// CHECK-NEXT: nop; jmpr .L0; nop; nop
// CHECK-NEXT: nop; jmpr .-0x60; nop; nop
// CHECK-NEXT: nop; jmpr .+0x8; nop; nop
// CHECK-NEXT: nop; jmpr .Lc0; nop; nop
// CHECK-NEXT: nop; jmpr .+0x40; nop; nop
// CHECK-NEXT: {{^}}.Lc0:
