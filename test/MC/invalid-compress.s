// Where code is compressed, nothing that the parser has to know can depend on
// its size.
// RUN: not %tpc-llvm-mc --mcpu=greco --compress --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o
// RUN: not %tpc-as --mcpu=greco --compress -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --check-prefix=AS

a:
	nop
	nop
b:
// CHECK: :[[#@LINE+2]]:5: error: expected absolute expression
// AS: :[[#@LINE+1]]:5: error: addresses are not known here where code is compressed
.if b - a == 64
	nop
.endif
	.text 1
// CHECK: :[[#@LINE+1]]:2: error: code of subsections cannot be compressed
	nop
