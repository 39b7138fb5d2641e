// Labels stand alone or before a bundle; a jump's distance counts from the
// jump, a loop's from the bundle after it to the last bundle of the body.
//
// RUN: %tpc-as --mcpu=gaudi -o %t.o %s
// RUN: %tpc-objdump -s -j .text %t.o | FileCheck --check-prefix=HEX %s
// RUN: %tpc-objdump --triple tpc --mcpu=gaudi -d -j .text \
// RUN:   --no-show-raw-insn --no-leading-addr %t.o | FileCheck %s
// RUN: %tpc-objdump -t %t.o | FileCheck --check-prefix=SYMS %s

	.globl main
	.type main,@function
main:
start: first:	nop
	nop; jmpr start
	nop; jmpr end, !SP3
	loop 0, S1, 1, <, body_end
	nop
body:	nop; add.i32 S2, S2, 1
body_end:
	nop; jmpa .Lprivate
.Lprivate:
	halt
end:

// CHECK:      .globl main
// CHECK-NEXT: .type main,@function
// CHECK-NEXT: {{^}}start:
// CHECK-NEXT: {{^}}first:
// CHECK-NEXT: {{^}}main:
// CHECK-NEXT: nop; nop; nop; nop
// CHECK-NEXT: nop; jmpr start; nop; nop
// CHECK-NEXT: nop; jmpr end, !SP3; nop; nop
// CHECK-NEXT: loop 0, S1, 1, <, body_end
// CHECK-NEXT: nop; nop; nop; nop
// CHECK-NEXT: {{^}}body:
// CHECK-NEXT: nop; add.i32 S2, S2, 0x1; nop; nop
// CHECK-NEXT: {{^}}body_end:
// CHECK-NEXT: nop; jmpa .Le0; nop; nop
// CHECK-NEXT: {{^}}.Le0:
// CHECK-NEXT: nop; halt; halt; nop
// CHECK-NEXT: {{^}}end:

// The immediate starts at bit 151: -32 and 192 shifted left by 7 in bytes 18 on.
// HEX:      0020 e41f0000 00f80100 00000000 0000800f
// HEX-NEXT: 0030 00f001f0 ffff7f00 00000000 00000000
// HEX-NEXT: 0040 e41f0080 03f80100 00000000 0000800f
// HEX-NEXT: 0050 00f00160 00000000 00000000 00000000
// The end offset of LOOP starts at bit 100: 64, two bundles behind it.
// HEX-NEXT: 0060 22{{......}} {{........}} {{........}} 00042000
// JMPA takes the same distance as JMPR, as the reference assembler has it.
// HEX:      00c0 e51f0000
// HEX-NEXT: 00d0 00f00110 00000000

// SYMS:      00000000 l   start
// SYMS-NEXT: 00000000 l   first
// SYMS-NEXT: 000000a0 l   body
// SYMS-NEXT: 000000c0 l   body_end
// SYMS-NEXT: 00000100 l   end
// SYMS-NEXT: 00000000 g F main
// SYMS-NOT:  .Lprivate
