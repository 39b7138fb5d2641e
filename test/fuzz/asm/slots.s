nop; convert.f32 S1, S2, target_type=int32, rz, SP3; cmp_eq.i32 VP1, V2, 0x10; st_l 0x10, S5, !SP2
ld_l.mmio S1, 8; nop; cmp_less.f32 VP1, V2, S3; nop
set_indx I3, b10101, S4; mov S1, PC; nearbyint.f32 rz V1, V2; gen_addr AD1, 2, I3
nop; nop; mov V1, V_LANE_ID_32; cache_flush
nop; udiv_4step.u32 4 Z2, S3, SP1; sub.bf16 V1, V2, -1.5; aso dec=1
lookup_1c V26, V26, 153, upper_half, BV32; mov_irf_dim 3 S1, I2; popcnt.i8 set=0 V1, V2; cache_invalidate
