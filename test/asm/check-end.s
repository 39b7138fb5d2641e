// -Wend: HALT has empty bundles behind it, and there is one.
// RUN: %tpc-as -Wend -o %t.o %s 2>&1 | FileCheck %s --implicit-check-not=warning
// RUN: echo nop | %tpc-as -Wend -o %t.o - 2>&1 | FileCheck --check-prefix=NONE %s
// NONE: <stdin>: warning: the code has no HALT [-Wend]
	halt
	nop
	nop
	nop
	halt
	nop
	nop
// CHECK: check-end.s:[[#@LINE-3]]: warning: 'halt' has 2 empty bundles behind it, instruction fetch wants 3 [-Wend]
