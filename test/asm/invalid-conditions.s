// Conditions that do not close, or close nothing.
// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
	.else
// CHECK: :[[#@LINE-1]]:2: error: .else without .if
	.endif
// CHECK: :[[#@LINE-1]]:2: error: .endif without .if
	.if later
	.endif
	.set later, 1
// CHECK: :[[#@LINE-3]]:6: error: 'later' is not defined
	.ifdef 5
	.endif
// CHECK: :[[#@LINE-2]]:9: error: the name of a symbol is expected
	.if 0
	.else
	.else
	.endif
// CHECK: :[[#@LINE-2]]:2: error: .else behind .else
	.if 1
// CHECK: :[[#@LINE-1]]:2: error: .if has no .endif
