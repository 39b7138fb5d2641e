// Jumps and loops: distances are from the bundle, a loop's label stands after
// its last bundle.
// RUN: %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s
// RUN: %tpc-llvm-mc --mcpu=gaudi --disassemble %t.o | FileCheck %s
// RUN: %tpc-llvm-mc --mcpu=gaudi --disassemble %t.o \
// RUN:   | %tpc-llvm-mc --filetype=obj -o %t2.o -
// RUN: cmp %t.o %t2.o
// RUN: %tpc-llvm-mc --mcpu=gaudi --show-encoding %s \
// RUN:   | FileCheck %s --check-prefix=FIXUP

// CHECK:      start:
// CHECK-NEXT: loop 0, 64, 1, <, end
// FIXUP:      fixup A - offset: 0, value: end, kind: fixup_tpc_loop_end
start:
loop 0, 64, 1, <, end
// CHECK-NEXT: nop; jmpr start, !SP3; nop; nop
// FIXUP:      fixup A - offset: 0, value: start, kind: fixup_tpc_jump
nop; jmpr start, !SP3
// CHECK-NEXT: nop; jmpr end; add.f32 V1, V2, V3; nop
nop; jmpr end; add.f32 V1, V2, V3
end:
// CHECK-NEXT: end:
// CHECK-NEXT: loop S1, 4294967295, S3, !=, last, 0x1, !SP2
loop S1, -1, S3, !=, last, 1, !SP2
// CHECK-NEXT: nop; jmpr S4, SP5; nop; nop
nop; jmpr S4, SP5
// Numbers are distances too. Targets without a label get one.
// CHECK-NEXT: last:
last:
// CHECK-NEXT: nop; jmpr last; nop; nop
nop; jmpr .
// CHECK-NEXT: nop; jmpr start; nop; nop
nop; jmpr start + 0
// CHECK-NEXT: nop; jmpa .L100; nop; nop
nop; jmpa 32
// CHECK-NEXT: .L100:
// CHECK-NEXT: nop; jmpr .+0x1000; nop; nop
nop; jmpr 4096
