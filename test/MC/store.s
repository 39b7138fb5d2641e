// The STORE slot in its forms.
// RUN: %tpc-llvm-mc --mcpu=gaudi --show-encoding %s | FileCheck %s
// RUN: %tpc-llvm-mc --mcpu=gaudi %s | %tpc-llvm-mc --show-encoding - \
// RUN:   | FileCheck %s

// CHECK: {{^}}	nop; nop; nop; st_g AD4, S18
// CHECK-SAME: encoding: [0x3f,0x00,0x00,0x00,0x00,0xf8,0x01,0x00,0xa4,0x00,0x00,0x00,0x00,0x00,0x80,0x4f,0x0a,0x60,0x00,
nop; nop; nop; st_g AD4, S18

// The words for partial and read-modify-write accesses, the registers that
// they read, or both. ST_RMW_REG is the later name of S29.
// CHECK: nop; nop; nop; st_tnsr 0x8, I16, V20, S31
nop; nop; nop; st_tnsr partial 8, I16, V20, S31
// CHECK: nop; nop; nop; st_tnsr 0x8, I16, V20, S31
nop; nop; nop; st_tnsr.partial 8, I16, V20
// CHECK: nop; nop; nop; st_tnsr 0xd, I21, V27, S29
nop; nop; nop; st_tnsr rmw_sel 13, I21, V27, ST_RMW_REG
// CHECK: nop; nop; nop; st_tnsr 0x3, I15, V4, S29, S31, !SP2
nop; nop; nop; st_tnsr 3, I15, V4, S29, rmw_sel, partial, !SP2
// CHECK: nop; nop; nop; st_tnsr pack S28, I17, V8, S29, S31
nop; nop; nop; st_tnsr.partial.pack.rmw_sel S28, I17, V8, S31
// CHECK: nop; nop; nop; st_tnsr_high S28, I27, VP6, !SP2
nop; nop; nop; ST_TNSR_HIGH S28, I27, VP6, !SP2

// CHECK: nop; nop; nop; st_l 0xf4240, SP12, SP7
nop; nop; nop; st_l 1000000, SP12, SP7
// CHECK: nop; nop; nop; st_l_v S0, VP1
nop; nop; nop; st_l_v S0, VP1
// CHECK: nop; nop; nop; aso dec vpu !SP8
nop; nop; nop; aso vpu dec=1 !SP8
// CHECK: nop; nop; nop; cache_flush SP3
nop; nop; nop; CACHE_FLUSH SP3
// CHECK: nop; nop; nop; set_indx I22, b01100, S_LFSR_NO_CHANGE
nop; nop; nop; set_indx I22, b01100, S_LFSR_NO_CHANGE
