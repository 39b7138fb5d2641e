// Slots that do not go together, and which two they are.
// RUN: not %tpc-llvm-mc --mcpu=gaudi --filetype=obj -o %t.o %s 2>&1 \
// RUN:   | FileCheck %s --implicit-check-not=error:
// RUN: not test -e %t.o

// CHECK: :[[#@LINE+1]]:13: error: LOAD and SPU slots need different immediates; a bundle has one 32-bit immediate for all slots
ld_l S1, 5; add.i32 S1, S2, 6
// CHECK: :[[#@LINE+1]]:25: error: SPU and VPU slots need different immediates; a bundle has one 32-bit immediate for all slots
nop; add.i32 S1, S2, 1; add.i32 V1, V2, 2; st_l 1, S3
// CHECK: :[[#@LINE+1]]:31: error: VPU and STORE slots need different immediates; a bundle has one 32-bit immediate for all slots
nop; nop; mov_g V1, V2, 0xff; st_l 1, S3
// CHECK: :[[#@LINE+1]]:29: error: LOAD and STORE slots share one predicate and polarity; both must be the same or one slot a nop
ld_l S1, S2, SP1; nop; nop; st_l S1, S2, SP2
// CHECK: :[[#@LINE+1]]:29: error: LOAD and STORE slots share one predicate and polarity; both must be the same or one slot a nop
ld_l S1, S2, SP1; nop; nop; st_l S1, S2, !SP1
// CHECK: :[[#@LINE+1]]:24: error: LOAD and STORE slots share one predicate and polarity; both must be the same or one slot a nop
ld_l S1, S2; nop; nop; st_l S1, S2, SP2
// CHECK: :[[#@LINE+1]]:31: error: LOAD and STORE slots share one predicate and polarity; both must be the same or one slot a nop
ld_l_v V1, S2, VP1; nop; nop; cache_flush SP1
// CHECK: :[[#@LINE+1]]:25: error: LOAD and VPU slots both need an operand field that they share; move one of them to another bundle
ld_tnsr V1, 3, I2; nop; sel_eq.f32 V1, V2, V3, V4, V5
// CHECK: :[[#@LINE+1]]:42: error: VPU and STORE slots both need an operand field that they share; move one of them to another bundle
nop; nop; sel_eq.f32 V1, V2, V3, V4, V5; st_l S1, S2
// CHECK: :[[#@LINE+1]]:43: error: VPU and STORE slots both need an operand field that they share; move one of them to another bundle
nop; nop; form_fp_num.f32 V1, V2, V3, V4; gen_addr AD1, 2, I3
// CHECK: :[[#@LINE+1]]:24: error: LOAD and VPU slots both need an operand field that they share; move one of them to another bundle
ld_l mmio S1, S2; nop; sel_eq.f32 V1, V2, V3, V4, V8
// CHECK: :[[#@LINE+1]]:21: error: VPU and LOAD slots share operand bits and change each other; move one of them to another bundle
mov 0 VP1, S2; nop; sel_grt.i4 V22, V1, V2, V29, V24
