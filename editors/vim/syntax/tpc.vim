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
syn keyword tpcRegister SP6 SP7 SP8 SP9 SQZ_CNTR0_HI SQZ_CNTR0_LO SQZ_CNTR1_HI
syn keyword tpcRegister SQZ_CNTR1_LO SQZ_CNTR2_HI SQZ_CNTR2_LO SQZ_CNTR3_HI
syn keyword tpcRegister SQZ_CNTR3_LO SQZ_CNTR4_HI SQZ_CNTR4_LO SQZ_CNTR5_HI
syn keyword tpcRegister SQZ_CNTR5_LO SQZ_CNTR6_HI SQZ_CNTR6_LO SQZ_CNTR7_HI
syn keyword tpcRegister SQZ_CNTR7_LO ST_PARTIAL_REG ST_RMW_REG ST_TNSR_ID_REG
syn keyword tpcRegister S_CARRY S_LFSR S_LFSR_NO_CHANGE V0 V1 V10 V11 V12 V13 V14
syn keyword tpcRegister V15 V16 V17 V18 V19 V2 V20 V21 V22 V23 V24 V25 V26 V27 V28
syn keyword tpcRegister V29 V3 V30 V31 V32 V33 V34 V35 V36 V37 V38 V39 V4 V5 V6 V7
syn keyword tpcRegister V8 V9 VP0 VP1 VP10 VP11 VP12 VP13 VP14 VP15 VP2 VP3 VP4 VP5
syn keyword tpcRegister VP6 VP7 VP8 VP9 V_CARRY V_LANE_ID_16 V_LANE_ID_32
syn keyword tpcRegister V_LANE_ID_8 Z0 Z10 Z12 Z14 Z16 Z18 Z2 Z20 Z22 Z24 Z26 Z28
syn keyword tpcRegister Z30 Z32 Z34 Z4 Z6 Z8 ZP_REG

syn keyword tpcData DB DD DH DW

syn match tpcSwitch /\<\%(double_and_round32\|dst_dual_group\|element_stride\|src_dual_group\|wr_lower_group\|wr_upper_group\|bv8_element_0\|bv8_element_1\|bv8_element_2\|bv8_element_3\|dual_group_en\|subtract_bias\|unpack_lane_0\|unpack_lane_1\|exp_add_bias\|group_half_0\|group_half_1\|i8_element_0\|i8_element_1\|i8_element_2\|i8_element_3\|mask_eq_zero\|normalize_ab\|source_group\|force_sign0\|force_sign1\|fp16_ftz_in\|normalize_c\|single_lane\|target_type\|unpack_lane\|unpack_type\|exp_is_num\|group_half\|sqrt_rsqrt\|upper_half\|all_lanes\|bv16_high\|clip_fp16\|num_lanes\|start_lsb\|start_msb\|acc_fp32\|bv16_low\|f16_high\|group_en\|i16_high\|lane_sel\|mdg_type\|sign_lsb\|stride_2\|stride_4\|tnsr_reg\|default\|f16_low\|general\|group_0\|group_1\|i16_low\|normsel\|partial\|rmw_sel\|sin_cos\|upper32\|biased\|f8_143\|f8_152\|funcid\|hw_reg\|single\|uint16\|uint32\|unpack\|bv8_0\|bv8_1\|bv8_2\|bv8_3\|carry\|dg_en\|int16\|int32\|recip\|rsqrt\|to_16\|uint8\|wr_lg\|wr_ug\|bf16\|bv16\|bv32\|fp32\|func\|g_en\|int8\|mmio\|pack\|rhaz\|rhne\|sdg0\|sdg1\|sdg2\|sdg3\|sqrt\|tanh\|to_8\|weg0\|weg1\|weg2\|weg3\|all\|dec\|dir\|div\|dst\|exp\|f16\|f32\|log\|neg\|pow\|rhu\|rne\|sat\|set\|src\|vpu\|dt\|rd\|rm\|ru\|rz\|sr\|st\|to\)\>/
syn match tpcDotSwitch /\.\%(double_and_round32\|dst_dual_group\|element_stride\|src_dual_group\|wr_lower_group\|wr_upper_group\|bv8_element_0\|bv8_element_1\|bv8_element_2\|bv8_element_3\|dual_group_en\|subtract_bias\|unpack_lane_0\|unpack_lane_1\|exp_add_bias\|group_half_0\|group_half_1\|i8_element_0\|i8_element_1\|i8_element_2\|i8_element_3\|mask_eq_zero\|normalize_ab\|source_group\|force_sign0\|force_sign1\|fp16_ftz_in\|normalize_c\|single_lane\|target_type\|unpack_lane\|unpack_type\|exp_is_num\|group_half\|sqrt_rsqrt\|upper_half\|all_lanes\|bv16_high\|clip_fp16\|num_lanes\|start_lsb\|start_msb\|acc_fp32\|bv16_low\|f16_high\|group_en\|i16_high\|lane_sel\|mdg_type\|sign_lsb\|stride_2\|stride_4\|tnsr_reg\|default\|f16_low\|general\|group_0\|group_1\|i16_low\|normsel\|partial\|rmw_sel\|sin_cos\|upper32\|biased\|f8_143\|f8_152\|funcid\|hw_reg\|single\|uint16\|uint32\|unpack\|bv8_0\|bv8_1\|bv8_2\|bv8_3\|carry\|dg_en\|int16\|int32\|recip\|rsqrt\|to_16\|uint8\|wr_lg\|wr_ug\|bf16\|bv16\|bv32\|fp32\|func\|g_en\|int8\|mmio\|pack\|rhaz\|rhne\|sdg0\|sdg1\|sdg2\|sdg3\|sqrt\|tanh\|to_8\|weg0\|weg1\|weg2\|weg3\|all\|dec\|dir\|div\|dst\|exp\|f16\|f32\|log\|neg\|pow\|rhu\|rne\|sat\|set\|src\|vpu\|dt\|rd\|rm\|ru\|rz\|sr\|st\|to\)\>/
syn match tpcType /\.\%(f8_143\|f8_152\|bf16\|f16\|f32\|i16\|i32\|u16\|u32\|i4\|i8\|u4\|u8\|b\)\>/
syn match tpcNumber /\<\%(0x\x\+\|0b[01]\+\|\d\+\%(\.\d*\%(e[+-]\=\d\+\)\=\)\=\)\>/
syn match tpcMask /\<b[01]\{5}\>/
syn match tpcGuard /!\ze\a/
syn match tpcLabel /^\s*[A-Za-z0-9_.$]\+\ze:/
" Only the first word of a slot is a mnemonic.
syn match tpcMnemonic /\%(^\|[;:]\)\s*\zs\%(get_lut_entry_and_interval_start\|cache_invalidate\|calc_fp_special\|mov\.from_hw_reg\|convert_uint16\|convert_uint32\|mov_dual_group\|convert_int16\|convert_int32\|convert_uint8\|convert_int8\|ld_tnsr_high\|st_tnsr_high\|cache_flush\|extract_exp\|form_fp_num\|ld_l_v_high\|ld_tnsr_low\|lookup_c1c2\|mov_irf_dim\|st_l_v_high\|st_tnsr_low\|find_first\|ld_l_v_low\|st_l_v_low\|udiv_4step\|lookup_1c\|lookup_2c\|lookup_c0\|mov_group\|nearbyint\|prmt_indx\|sel2_less\|udiv_step\|cmp_less\|gen_addr\|prefetch\|sel2_geq\|sel2_grt\|sel2_leq\|sel_less\|set_indx\|cmp_geq\|cmp_grt\|cmp_leq\|cmp_neq\|convert\|ld_tnsr\|sel_geq\|sel_grt\|sel_leq\|sel_neq\|shuffle\|st_tnsr\|cmp_eq\|fclass\|ld_l_v\|lookup\|mov_dg\|popcnt\|sel_eq\|st_l_v\|unpack\|mov_g\|brev\|halt\|jmpa\|jmpr\|ld_g\|ld_l\|loop\|msac\|pack\|st_g\|st_l\|abs\|add\|and\|ash\|aso\|dbg\|mac\|max\|min\|mov\|mul\|nop\|not\|shl\|shr\|sub\|xor\|or\)\>/
syn match tpcDirective /\%(^\|\s\)\zs\%(\.tpc_metadata\|\.addrsig_sym\|\.addrsig\|\.include\|\.p2align\|\.section\|\.balign\|\.elseif\|\.global\|\.ifndef\|\.2byte\|\.4byte\|\.endif\|\.float\|\.globl\|\.ident\|\.ifdef\|\.macro\|\.short\|\.space\|\.unreq\|\.byte\|\.else\|\.endm\|\.endr\|\.file\|\.long\|\.quad\|\.rept\|\.size\|\.text\|\.type\|\.equ\|\.irp\|\.req\|\.set\|\.if\)\>/
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
