nop; convert.f32 S1, S2, target_type=int32, rz, SP3; cmp_eq.i32 VP1, V2, 0x5; st_l 0x10, S5, !SP2
ld_l.mmio S1, 8; udiv_step.i32 Z2, S3, SP1; sel_less.f32 V1, V2, 1.5, V3, V4; nop
set_indx I3, b10101, S4; mov S1, V_LANE_ID_32; nearbyint.f32 rz V1, V2; gen_addr AD1, 2, I3
cache_flush; aso; nop; cache_invalidate
