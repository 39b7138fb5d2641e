// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

// CHECK: :[[@LINE+1]]:2: error: unknown directive '.data'; directives are: .2byte, .4byte, {{.*}}.text, .tpc_metadata, .type
	.data

// CHECK: :[[@LINE+1]]:11: error: unknown section '.rodata'; sections are: .text, .tpc_metadata, .IndexMap, .KernelInfo
	.section .rodata

// CHECK: :[[@LINE+1]]:8: error: unexpected 'x' at the end of the line
	.text x

// CHECK: :[[@LINE+1]]:9: error: the name of a symbol is expected
	.globl 7

// CHECK: :[[@LINE+1]]:12: error: the only symbol type is '@function'
	.type x, @object

// CHECK: :[[@LINE+1]]:11: error: alignment 14 is out of range 0..13
	.p2align 14

// CHECK: :[[@LINE+1]]:10: error: alignment 48 is no power of two
	.balign 48

// CHECK: :[[@LINE+1]]:10: error: 'later' is not defined
	.set x, later
later:

// CHECK: :[[@LINE+1]]:8: error: ',' and a value are expected
	.set x

	.section .KernelInfo
// CHECK: :[[@LINE+1]]:2: error: section .KernelInfo holds lines 'KERNELINFOBEGIN ... #KERNELINFOEND'
	halt

	.section .tpc_metadata
// CHECK: :[[@LINE+1]]:2: error: data belong in section .text
	.long 1
