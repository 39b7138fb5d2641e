// An alignment behind data completes the bundle that the data began with zeros
// and fills the rest with NOPs.
// RUN: %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s
// RUN: %python %S/print_text.py %t.o | FileCheck %s
// RUN: %tpc-as --mcpu=gaudi -o %t2.o %s
// RUN: %python %S/print_text.py %t.o > %t.txt
// RUN: %python %S/print_text.py %t2.o | diff %t.txt -

// CHECK:      {{^}}07000000000000000000000000000000000000000000000000000000000000{{00$}}
// CHECK-NEXT: {{^}}3f00000000f80100000000000000800f00f00100000000000000000000000000
	.byte 7
	.p2align 6
// CHECK-NEXT: {{^}}0500000000000000
	.byte 5
	.p2align 5
