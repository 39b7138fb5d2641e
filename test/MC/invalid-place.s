// Bundles lie at multiples of 32 bytes; data may move them away from there.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o
// RUN: not %tpc-as --mcpu=gaudi -o %t.o %s 2>&1 | grep error \
// RUN:   | FileCheck %s --implicit-check-not=error:

	nop
	.byte 1
// CHECK: :[[#@LINE+1]]:2: error: the bundle is at byte 0x21, which is no multiple of 32; put .p2align 5 before it
	nop
	.p2align 5
	nop
	.space 4
	.p2align 3
// CHECK: :[[#@LINE+1]]:8: error: the bundle is at byte 0x{{[0-9a-f]+}}, which is no multiple of 32; put .p2align 5 before it
label: nop
	.p2align 5
