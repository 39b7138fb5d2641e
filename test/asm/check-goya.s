// The rules of Goya: its latencies, look-ups that take two cycles, and loads
// of predicates in the delay slot of a loop.
// RUN: %tpc-as --mcpu=goya -Wall -Wno-end -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
	nop; nop; mac.f32 V1, V2, V3
	nop
	nop
	nop
	nop
	nop; nop; mac.f32 V1, V2, V3
// CHECK: check-goya.s:[[#@LINE-1]]: warning: 'mac.f32 V1, V2, V3' reads V1 at distance 5, the value is visible at 6 [-Wearly]
// CHECK: check-goya.s:[[#@LINE-7]]: note: written by 'mac.f32
	nop
	nop
	nop
	nop
	nop
	lookup BV32 V4, V5, 0x1
	lookup BV32 V6, V5, 0x1
// CHECK: check-goya.s:[[#@LINE-1]]: warning: {{.*}} is at distance 1, the least is 2: LOOKUP, then the LOAD slot [-Wdistance]
	nop
	nop
	loop 0, 5, 1, <, 1f
	ld_l SP2, 0x40
// CHECK: check-goya.s:[[#@LINE-1]]: warning: {{.*}}: LOOP, then a load of a predicate in its delay slot [-Wdistance]
	nop
	nop
	nop
	nop
	nop
	nop
	nop
1:	halt
