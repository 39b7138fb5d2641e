" Vim syntax file of TPC assembly
" SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
" Made by editors/edgen.py from llvm-target/*.td: `make editors`.

if exists('b:current_syntax')
  finish
endif

syn case ignore
setlocal iskeyword=@,48-57,_,$

syn keyword tpcRegister A0 A12 A16 A20 A24 A28 A32 A36 A4 A8 AD0 AD1 AD2 AD3 AD4 AD5
syn keyword tpcRegister AD6 AD7 D0 D10 D12 D14 D16 D18 D2 D20 D22 D24 D26 D28 D30
syn keyword tpcRegister D32 D34 D36 D38 D4 D6 D8 DIV_STEP I0 I1 I10 I11 I12 I13 I14
syn keyword tpcRegister I15 I16 I17 I18 I19 I2 I20 I21 I22 I23 I24 I25 I26 I27 I28
syn keyword tpcRegister I29 I3 I30 I31 I4 I5 I6 I7 I8 I9 LD_PARTIAL_REG
syn keyword tpcRegister LD_TNSR_ID_REG LFSR LFSR_NO_CHANGE M0 M1 M2 M3 PC S0 S1 S10
syn keyword tpcRegister S11 S12 S13 S14 S15 S16 S17 S18 S19 S2 S20 S21 S22 S23 S24
syn keyword tpcRegister S25 S26 S27 S28 S29 S3 S30 S31 S32 S33 S34 S35 S4 S5 S6 S7
syn keyword tpcRegister S8 S9 SP0 SP1 SP10 SP11 SP12 SP13 SP14 SP15 SP2 SP3 SP4 SP5
syn keyword tpcRegister SP6 SP7 SP8 SP9 SQZ_CNTR0 SQZ_CNTR0_HI SQZ_CNTR0_LO
syn keyword tpcRegister SQZ_CNTR1 SQZ_CNTR1_HI SQZ_CNTR1_LO SQZ_CNTR2 SQZ_CNTR2_HI
syn keyword tpcRegister SQZ_CNTR2_LO SQZ_CNTR3 SQZ_CNTR3_HI SQZ_CNTR3_LO SQZ_CNTR4
syn keyword tpcRegister SQZ_CNTR4_HI SQZ_CNTR4_LO SQZ_CNTR5 SQZ_CNTR5_HI
syn keyword tpcRegister SQZ_CNTR5_LO SQZ_CNTR6 SQZ_CNTR6_HI SQZ_CNTR6_LO SQZ_CNTR7
syn keyword tpcRegister SQZ_CNTR7_HI SQZ_CNTR7_LO ST_PARTIAL_REG ST_RMW_REG
syn keyword tpcRegister ST_TNSR_ID_REG S_CARRY S_LFSR S_LFSR_NO_CHANGE V0 V1 V10 V11
syn keyword tpcRegister V12 V13 V14 V15 V16 V17 V18 V19 V2 V20 V21 V22 V23 V24 V25
syn keyword tpcRegister V26 V27 V28 V29 V3 V30 V31 V32 V33 V34 V35 V36 V37 V38 V39
syn keyword tpcRegister V4 V5 V6 V7 V8 V9 VP0 VP1 VP10 VP11 VP12 VP13 VP14 VP15 VP2
syn keyword tpcRegister VP3 VP4 VP5 VP6 VP7 VP8 VP9 V_CARRY V_LANE_ID_16
syn keyword tpcRegister V_LANE_ID_32 V_LANE_ID_8 Z0 Z10 Z12 Z14 Z16 Z18 Z2 Z20 Z22
syn keyword tpcRegister Z24 Z26 Z28 Z30 Z32 Z34 Z4 Z6 Z8 ZP_REG

syn keyword tpcData DB DD DH DW

syn match tpcSwitch /\<\%(double_and_round32\|keep_rs_for_add\|dst_dual_group\|element_stride\|src_dual_group\|unpck_16_to_32\|wr_lower_group\|wr_upper_group\|bv8_element_0\|bv8_element_1\|bv8_element_2\|bv8_element_3\|dual_group_en\|no_borrow_gen\|subtract_bias\|unpack_lane_0\|unpack_lane_1\|unpck_8_to_16\|unpck_8_to_32\|both_div_mod\|exp_add_bias\|group_half_0\|group_half_1\|i8_element_0\|i8_element_1\|i8_element_2\|i8_element_3\|mask_eq_zero\|no_carry_gen\|normalize_ab\|pck_32_to_16\|source_group\|special_func\|unpck_4_to_8\|dt_override\|force_sign0\|force_sign1\|fp16_ftz_in\|normalize_c\|pck_16_to_8\|pck_32_to_8\|single_lane\|target_type\|unpack_lane\|unpack_type\|exp_is_num\|group_half\|pck_8_to_4\|rst_d_pref\|sqrt_rsqrt\|upper_half\|all_lanes\|bv16_high\|clip_fp16\|num_lanes\|pack_type\|start_lsb\|start_msb\|unpack_dt\|acc_fp32\|auto_inc\|bv16_low\|f16_high\|group_en\|i16_high\|lane_sel\|mdg_type\|no_round\|sign_lsb\|stride_2\|stride_4\|tnsr_reg\|acc_i16\|acc_i32\|clip_fp\|default\|div_mod\|ev_hint\|f16_low\|fp8_143\|fp8_152\|general\|group_0\|group_1\|i16_low\|inc_val\|keep_rs\|lut_ptr\|normsel\|pack_dt\|partial\|pre_log\|rhaz_rs\|rmw_sel\|sin_cos\|sr_rhne\|upper32\|biased\|borrow\|direct\|f8_143\|f8_152\|funcid\|hw_reg\|lane_0\|lane_1\|neg_zp\|no_sat\|rst_lu\|single\|sr_rne\|uint16\|uint32\|unlock\|unpack\|bv8_0\|bv8_1\|bv8_2\|bv8_3\|carry\|cnvrt\|dg_en\|inc_0\|inc_1\|inc_2\|inc_4\|inc_8\|int16\|int32\|int64\|limit\|recip\|rnd32\|rsqrt\|to_16\|uint8\|wr_lg\|wr_ug\|andn\|bf16\|both\|bv16\|bv32\|bv64\|exp0\|fp16\|fp32\|func\|g_en\|high\|int8\|l0cs\|lock\|mmio\|pack\|rhaz\|rhne\|sbcd\|sdg0\|sdg1\|sdg2\|sdg3\|slot\|sqrt\|tanh\|to_8\|weg0\|weg1\|weg2\|weg3\|all\|dec\|dir\|div\|dst\|exc\|exp\|f16\|f32\|i16\|i32\|log\|mod\|neg\|opt\|pow\|rhu\|rne\|sat\|set\|spu\|src\|u16\|u32\|vpu\|dt\|i8\|lu\|pd\|rd\|rm\|ru\|rz\|sb\|sr\|st\|to\|u8\|x2\|x4\|zp\|d\)\>/
syn match tpcDotSwitch /\.\%(double_and_round32\|keep_rs_for_add\|dst_dual_group\|element_stride\|src_dual_group\|unpck_16_to_32\|wr_lower_group\|wr_upper_group\|bv8_element_0\|bv8_element_1\|bv8_element_2\|bv8_element_3\|dual_group_en\|no_borrow_gen\|subtract_bias\|unpack_lane_0\|unpack_lane_1\|unpck_8_to_16\|unpck_8_to_32\|both_div_mod\|exp_add_bias\|group_half_0\|group_half_1\|i8_element_0\|i8_element_1\|i8_element_2\|i8_element_3\|mask_eq_zero\|no_carry_gen\|normalize_ab\|pck_32_to_16\|source_group\|special_func\|unpck_4_to_8\|dt_override\|force_sign0\|force_sign1\|fp16_ftz_in\|normalize_c\|pck_16_to_8\|pck_32_to_8\|single_lane\|target_type\|unpack_lane\|unpack_type\|exp_is_num\|group_half\|pck_8_to_4\|rst_d_pref\|sqrt_rsqrt\|upper_half\|all_lanes\|bv16_high\|clip_fp16\|num_lanes\|pack_type\|start_lsb\|start_msb\|unpack_dt\|acc_fp32\|auto_inc\|bv16_low\|f16_high\|group_en\|i16_high\|lane_sel\|mdg_type\|no_round\|sign_lsb\|stride_2\|stride_4\|tnsr_reg\|acc_i16\|acc_i32\|clip_fp\|default\|div_mod\|ev_hint\|f16_low\|fp8_143\|fp8_152\|general\|group_0\|group_1\|i16_low\|inc_val\|keep_rs\|lut_ptr\|normsel\|pack_dt\|partial\|pre_log\|rhaz_rs\|rmw_sel\|sin_cos\|sr_rhne\|upper32\|biased\|borrow\|direct\|f8_143\|f8_152\|funcid\|hw_reg\|lane_0\|lane_1\|neg_zp\|no_sat\|rst_lu\|single\|sr_rne\|uint16\|uint32\|unlock\|unpack\|bv8_0\|bv8_1\|bv8_2\|bv8_3\|carry\|cnvrt\|dg_en\|inc_0\|inc_1\|inc_2\|inc_4\|inc_8\|int16\|int32\|int64\|limit\|recip\|rnd32\|rsqrt\|to_16\|uint8\|wr_lg\|wr_ug\|andn\|bf16\|both\|bv16\|bv32\|bv64\|exp0\|fp16\|fp32\|func\|g_en\|high\|int8\|l0cs\|lock\|mmio\|pack\|rhaz\|rhne\|sbcd\|sdg0\|sdg1\|sdg2\|sdg3\|slot\|sqrt\|tanh\|to_8\|weg0\|weg1\|weg2\|weg3\|all\|dec\|dir\|div\|dst\|exc\|exp\|f16\|f32\|i16\|i32\|log\|mod\|neg\|opt\|pow\|rhu\|rne\|sat\|set\|spu\|src\|u16\|u32\|vpu\|dt\|i8\|lu\|pd\|rd\|rm\|ru\|rz\|sb\|sr\|st\|to\|u8\|x2\|x4\|zp\|d\)\>/
syn match tpcType /\.\%(f8_143\|f8_152\|bf16\|f16\|f32\|i16\|i32\|u16\|u32\|i4\|i8\|u4\|u8\|b\)\>/
syn match tpcNumber /\<\%(0x\x\+\|0b[01]\+\|\d\+\%(\.\d*\%(e[+-]\=\d\+\)\=\)\=\)\>/
syn match tpcMask /\<b[01]\{5}\>/
syn match tpcGuard /!\ze\a/
syn match tpcLabel /^\s*[A-Za-z0-9_.$]\+\ze:/
" Only the first word of a slot is a mnemonic.
syn match tpcMnemonic /\%(^\|[;:]\)\s*\zs\%(get_lut_entry_and_interval_start\|cache_invalidate\|calc_fp_special\|mov\.from_hw_reg\|convert_uint16\|convert_uint32\|mov_dual_group\|convert_int16\|convert_int32\|convert_uint8\|mov\.to_hw_reg\|convert_int8\|ld_tnsr_high\|st_tnsr_high\|cache_flush\|convert\.i64\|extract_exp\|form_fp_num\|ld_l_v_high\|ld_tnsr_low\|lookup_c1c2\|mov_irf_dim\|st_l_v_high\|st_tnsr_low\|st_tnsr_sqz\|find_first\|ld_l_v_low\|st_l_v_low\|udiv_4step\|lookup_1c\|lookup_2c\|lookup_c0\|mov_group\|nearbyint\|prmt_indx\|sel2_less\|st_tnsr_s\|udiv_step\|cmp_less\|gen_addr\|prefetch\|sel2_geq\|sel2_grt\|sel2_leq\|sel_less\|set_indx\|cmp_geq\|cmp_grt\|cmp_leq\|cmp_neq\|convert\|ld_tnsr\|sel_geq\|sel_grt\|sel_leq\|sel_neq\|shuffle\|st_tnsr\|cmp_eq\|fclass\|ld_l_v\|lookup\|mov_dg\|popcnt\|sel_eq\|st_l_v\|unpack\|event\|mov_g\|brev\|halt\|jmpa\|jmpr\|ld_g\|ld_l\|loop\|madd\|msac\|pack\|st_g\|st_l\|udiv\|abs\|add\|and\|ash\|aso\|dbg\|mac\|max\|min\|mov\|mul\|nop\|not\|shl\|shr\|sub\|xor\|or\)\>/
syn match tpcDirective /\%(^\|\s\)\zs\%(\.tpc_metadata\|\.addrsig_sym\|\.addrsig\|\.include\|\.p2align\|\.section\|\.balign\|\.elseif\|\.global\|\.ifndef\|\.2byte\|\.4byte\|\.endif\|\.float\|\.globl\|\.ident\|\.ifdef\|\.macro\|\.short\|\.space\|\.unreq\|\.byte\|\.else\|\.endm\|\.endr\|\.file\|\.long\|\.pair\|\.quad\|\.rept\|\.size\|\.text\|\.type\|\.equ\|\.irp\|\.req\|\.set\|\.if\)\>/
syn region tpcString start=/"/ skip=/\\./ end=/"/ oneline
syn match tpcExperiment /^@.*$/
syn match tpcComment /^\s*#.*$/
syn match tpcComment +//.*$+
syn region tpcComment start=+/\*+ end=+\*/+

hi def link tpcMnemonic Statement
hi def link tpcSwitch Constant
hi def link tpcDotSwitch Constant
hi def link tpcRegister Identifier
hi def link tpcType Type
hi def link tpcData Type
hi def link tpcNumber Number
hi def link tpcMask Number
hi def link tpcGuard Special
hi def link tpcLabel Label
hi def link tpcDirective PreProc
hi def link tpcExperiment PreProc
hi def link tpcString String
hi def link tpcComment Comment

let b:current_syntax = 'tpc'
