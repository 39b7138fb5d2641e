// A line is a bundle: semicolons separate its slots, the end of the line ends
// it.
// RUN: %tpc-llvm-mc --mcpu=gaudi %s | FileCheck %s --match-full-lines \
// RUN:   --strict-whitespace

//      CHECK:	nop; nop; nop; nop
nop
//      CHECK:	nop; nop; nop; nop
nop;nop
//      CHECK:	nop; nop; nop; nop
  NOP ; nop;
nop ; nop ; nop; nop; // the same
//      CHECK:	nop; nop; nop; nop

// HALT fills two slots.
//      CHECK:	nop; halt; halt; nop
HALT
//      CHECK:	nop; halt; halt; nop
halt;
//      CHECK:	nop; halt; halt; nop
nop; halt; halt

// All slots, one immediate for two of them, one predicate for LOAD and STORE.
//      CHECK:	ld_l S1, 0x40, SP2; add.i32 S3, S4, 0x40, !SP5; add.f32 V1, V2, 0x40, VP6; st_l 0x40, S7, SP2
ld_l S1, 64, SP2; add.i32 S3, S4, 0x40, !SP5; add.f32 V1, V2, 64, VP6; st_l 64, S7, SP2 /* all */

// Fields that two slots share, with values that go together: bit 0 of V28 is
// the mmio switch of LOAD.
//      CHECK:	ld_l SP0, S0; nop; sel_eq.u8 V34, V19, V24, V10, V28; nop
ld_l SP0, S0; nop; sel_eq.u8 V34, V19, V24, V10, V28

//      CHECK:a:
//      CHECK:b:
//      CHECK:	nop; nop; nop; nop
a: b: nop
