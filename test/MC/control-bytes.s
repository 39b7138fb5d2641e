// Where the distances of jumps and the fields of loops lie.
// RUN: %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s
// RUN: %python %S/print_text.py %t.o | FileCheck %s

// CHECK:      e41f000000f80100000000000000800f00f00110000000000000000000000000
nop; jmpr 32
// CHECK-NEXT: e41f008003f80100000000000000800f00f001f0ffff7f000000000000000000
nop; jmpr .-32, !SP3
// CHECK-NEXT: 62a00c0854060000000000000000000000000000000000000000000000000000
loop S1, 0x65, S0, >, end, SP4
end:
// CHECK-NEXT: 3f000000
nop
