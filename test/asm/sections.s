// Sections may be entered again; notes are kept; what compilers write for
// other tools is accepted.
//
// RUN: %tpc-as -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr %t.o > %t.s
// RUN: FileCheck %s < %t.s
// RUN: %tpc-as -o %t2.o %t.s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr %t2.o > %t2.s
// RUN: sed 1d %t.s > %t.1
// RUN: sed 1d %t2.s > %t.2
// RUN: diff %t.1 %t.2

	.file "sections.c"
	.ident "none"
	.section .IndexMap
	SCEVBEGIN IndexSpace:[0].[Input].{ 64, 0, 1, 1, 1 } #SCEVEND
	.section .text,"ax",@progbits
	.globl main
	.p2align 5
main:
	nop
	.section .KernelInfo
	// A comment is no part of a note.
	KERNELINFOBEGIN KernelName:[sections] #KERNELINFOEND
	.text
.Lfunc_end0:
	.size main, .Lfunc_end0-main
	halt
	.balign 128
	.section .TPC_METADATA
	paramsNum: DB 2

// CHECK:      // {{.*}}.o: TPC object for gaudi
// CHECK-NEXT: .text
// CHECK-NEXT: .globl main
// CHECK-NEXT: main:
// CHECK-NEXT: nop; nop; nop; nop
// CHECK-NEXT: nop; halt; halt; nop
// CHECK-NEXT: nop; nop; nop; nop
// CHECK-NEXT: nop; nop; nop; nop
// CHECK-NEXT: .section .tpc_metadata
// CHECK-NEXT: version: DD 12
// CHECK:      paramsNum: DB 2
// CHECK:      .section .IndexMap
// CHECK-NEXT: SCEVBEGIN IndexSpace:[0].[Input].{ 64, 0, 1, 1, 1 } #SCEVEND
// CHECK-NEXT: .section .KernelInfo
// CHECK-NEXT: KERNELINFOBEGIN KernelName:[sections] #KERNELINFOEND
