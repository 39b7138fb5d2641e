// -Worder: results land in the order of the program.
// RUN: %tpc-as -Worder -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
	nop; nop; mul.f32 V5, V2, V3
	nop; nop; mov.f32 V5, V2
// CHECK: check-order.s:[[#@LINE-1]]: warning: 'mov V5, V2' writes V5 at distance 1 from a write that lands later [-Worder]
// CHECK: check-order.s:[[#@LINE-3]]: note: written by 'mul.f32 V5, V2, V3'
	nop; nop; mul.f32 V6, V2, V3
	nop
	nop
	nop; nop; mov.f32 V6, V2
	nop; nop; mul.f32 V7, V2, V3, SP1
	nop; nop; mov.f32 V7, V2, !SP1
	halt
