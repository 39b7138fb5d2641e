// .pair compresses the next two bundles; labels, symbols and macros may stand
// between it and them. Text keeps it, objects say it.
// RUN: %tpc-llvm-mc --mcpu=greco --show-encoding %s | FileCheck %s
// RUN: %tpc-llvm-mc --mcpu=greco --filetype=obj -o %t.o %s
// RUN: %tpc-llvm-mc --mcpu=greco -d %t.o | FileCheck %s --check-prefix=DIS
// RUN: %tpc-llvm-mc --mcpu=greco -d %t.o \
// RUN:   | %tpc-llvm-mc --mcpu=greco --filetype=obj -o %t2.o -
// RUN: %tpc-as --mcpu=greco -o %t3.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr -j .text %t3.o \
// RUN:   | FileCheck %s --check-prefix=DIS
// RUN: %python %S/print_text.py %t.o > %t.txt
// RUN: %python %S/print_text.py %t2.o | diff %t.txt -
// RUN: %python %S/print_text.py %t3.o | diff %t.txt -

.macro both
	.pair
	nop; add.i32 S1, S2, S3
	nop
.endm

first:
	nop; jmpr target
// CHECK-LABEL: first:
// DIS-LABEL: first:
// DIS-NEXT: nop; jmpr target; nop; nop
	both
// CHECK:      .pair
// CHECK-NEXT: nop; add.i32 S1, S2, S3; nop; nop // encoding: [0x09,0x82,0x41,0x40,0x00,0xe0,0x07,0x00,0x00,0x00,0x00,0x00,0x00,0x00,0x00,0x00]
// CHECK-NEXT: nop; nop; nop; nop // encoding: [0x03,0x00,0x7c,0x00,0x00,0x00,0x00,0xe0,0x03,0x00,0x00,0x00,0x00,0x00,0x00,0x00]
// DIS-NEXT: .pair
// DIS-NEXT: nop; add.i32 S1, S2, S3; nop; nop
// DIS-NEXT: nop; nop; nop; nop
	.pair
	.set five, 5
	ld_l S4, 0x12345; nop; nop; st_l 0x12345, S5
inside:
	.globl inside
	nop; mov.i32 S1, 0x1234; add.i32 V1, V2, 0x1234
// DIS-NEXT: .pair
// DIS-NEXT: ld_l S4, 0x12345; nop; nop; st_l 0x12345, S5
// DIS-NEXT: inside:
// DIS-NEXT: nop; mov.i32 S1, 0x1234; add.i32 V1, V2, 0x1234; nop
// Jumps of the first one have labels, those of the second one numbers.
	.pair
	nop; jmpr first
	nop; jmpr .+0x10
// CHECK:      nop; jmpr first; nop; nop // encoding: [
// CHECK-NEXT: fixup A - offset: 0, value: first, kind: fixup_tpc_half_jump
// DIS-NEXT: .pair
// DIS-NEXT: nop; jmpr first; nop; nop
// DIS-NEXT: nop; jmpr .+0x10; nop; nop
target:
	nop
// DIS-NEXT: target:
// DIS-NEXT: nop; nop; nop; nop
	.long inside - first
	.p2align 5
// DIS-NEXT: .{{byte|long}}
