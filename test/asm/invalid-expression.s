// RUN: not %tpc-as -o %t.o %s 2>&1 | FileCheck %s
// RUN: not test -e %t.o

here:
// CHECK: :[[@LINE+1]]:14: error: 'g' is not a digit of a number in base 16
	.set a, 0x12g4
// CHECK: :[[@LINE+1]]:12: error: digits expected after '0x'
	.set b, 0x
// CHECK: :[[@LINE+1]]:10: error: number '99999999999999999999' does not fit 64 bits
	.set c, 99999999999999999999
// CHECK: :[[@LINE+1]]:12: error: division by zero
	.set d, 1 / 0
// CHECK: :[[@LINE+1]]:12: error: shift by 64 is out of range 0..63
	.set e, 1 << 64
// CHECK: :[[@LINE+1]]:29: error: the result does not fit 64 bits
	.set f, 0x7fffffffffffffff + 1
// CHECK: :[[@LINE+1]]:10: error: '(' without ')'
	.set g, (1 + 2
// CHECK: :[[@LINE+1]]:15: error: '*' needs numbers, not addresses
	.set h, here * 2
// CHECK: :[[@LINE+1]]:21: error: the expression adds or negates addresses
	.set i, here + here
// CHECK: :[[@LINE+1]]:13: error: a number or a symbol is missing
	.set j, 1 +
// CHECK: :[[@LINE+1]]:10: error: '~' needs a number, not an address
	.set k, ~here
// CHECK: :[[@LINE+1]]:10: error: '!' needs a number, not an address
	.set k, !here
// CHECK: :[[@LINE+1]]:15: error: '<=' compares an address with a number
	.set k, here <= 2
// CHECK: :[[@LINE+1]]:15: error: '&&' needs numbers, not addresses
	.set k, here && 1
// CHECK: :[[@LINE+1]]:11: error: alignment must be a number, not an address
	.p2align here
// CHECK: :[[@LINE+1]]:{{[0-9]+}}: error: the expression is nested too deeply
	.set l, ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
// CHECK: :[[@LINE+1]]:10: error: a number or a symbol is expected before '"'
	.set m, "text"
