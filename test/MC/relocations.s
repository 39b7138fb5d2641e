// Data may hold addresses; the only relocation is the absolute one of 32 bits.
// RUN: %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s
// RUN: %llvm-readobj -r %t.o | FileCheck %s
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj --defsym=BAD=1 \
// RUN:   -o %t2.o %s 2>&1 | FileCheck %s --check-prefix=BAD
// RUN: not test -e %t2.o

start:
nop
	.p2align 7
here:
halt
	.data
// CHECK:      Section {{.*}} .rel.data {
// CHECK-NEXT:   0x0 R_386_32 outside
// CHECK-NEXT:   0x4 R_386_32 .text
// CHECK-NEXT: }
	.long outside
	.long here
	.long here - start
.ifdef BAD
// BAD: :[[#@LINE+1]]:9: error: TPC objects can only hold absolute 32-bit relocations
	.short outside
.endif
