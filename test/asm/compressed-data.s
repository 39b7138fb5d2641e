// Compressed bundles that no text gives are data, with the reason: an immediate
// that nobody uses, an operation with a source that compressed bundles lack, an
// empty bundle of SPU and VPU (that of LOAD and STORE has the text), one alone.
// RUN: %tpc-as --mcpu=gaudi2 -o %t.o %s
// RUN: %tpc-objdump -d --no-show-raw-insn --no-leading-addr %t.o | FileCheck %s
	.long 0x007c0003, 0xe0000000, 0x00000003, 0x00000000
	.long 0x007c0003, 0xe0000000, 0x00000003, 0x00000000
// CHECK: .pair
// CHECK-NEXT: nop; nop; nop; nop
// CHECK-NEXT: nop; nop; nop; nop
	.long 0x08800265, 0x0007e03f, 0x00000000, 0x00000055
	.long 0x007c0003, 0xe0000000, 0x00000003, 0x00000000
// CHECK-NEXT: .long {{.*}} // the immediate is set though no operation uses it
	.long 0x007c0003, 0xe0000000, 0x00000003, 0x00000000
	.long 0x08800265, 0x00fee03f, 0x00000000, 0x00000000
// CHECK-NEXT: .long {{.*}} // an operation has a source that compressed bundles have no place for
	.long 0x000000fd, 0x0007e000, 0x00000000, 0x00000000
	.long 0x007c0003, 0xe0000000, 0x00000003, 0x00000000
// CHECK-NEXT: .long {{.*}} // this compressed bundle is empty
	.long 0x007c0003, 0xe0000000, 0x00000003, 0x00000000
	.long 0xfc, 0, 0, 0
// CHECK-NEXT: .long {{.*}} // a compressed bundle has none beside it
