//===-- TPCOtherIntrinsics.td - Names of other processors --*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Intrinsics and types that a kernel for another processor may name. They are
// here for their diagnostic alone. A name is a pattern of llvm::GlobPattern,
// which knows no braces in braces.
//
// Facts: the public tpc-intrinsics.h says which names exist where.
//
//===----------------------------------------------------------------------===//

// Cpus: processors that have all of the names, not all such processors.
class OtherIntrinsics<list<string> cpus, list<string> names> {
  list<string> Cpus = cpus;
  list<string> Names = names;
  bit AreTypes = 0;
}

let AreTypes = 1 in
def OtherTypesOfGaudi2 : OtherIntrinsics<["gaudi2"],
    ["half", "half{128,256}", "mini{float,half}", "mini{float,half}{256,512}",
     "*{half128,half256,minifloat256,minihalf256}*_pair_t",
     "nibble512", "unibble512"]>;
def OthersOfGoya : OtherIntrinsics<["goya"],
    ["{,s_}u{8,16,32}_udiv_step{,_s}{,_b}", "v_*_lookup_{c0,c1c2}{,_v}{,_b}",
     "SW_BV16_{LOW,HIGH}", "SW_BV8_{0,1,2,3}"]>;
def OthersOfGoyaAndGaudi2 : OtherIntrinsics<["goya", "gaudi2"],
    ["s_{i,u}8_{mac,mul}", "v_{i,u}8_{mac,mul}_{b,vb}",
     "s_{i,u}8_{mac,mul}_{,acc_}s_s{,_b}",
     "{,a}v_{i,u}8_{mac,mul}_v_{v,s}{,_b,_vb}",
     "v_{i,u}{8,16}_msac_{b,vb}", "{s,v}_convert_i32_to_u8{,_b,_vb}"]>;
def OthersOfLater : OtherIntrinsics<["doron1"],
    ["{s,v}_*_cnvrt_*partial*", "v_*_ld_tnsr_cnvrt_*", "v_*_mov_dg_*",
     "s_{i,u}32_x2_*", "cache_{flush,invalidate}_addr", "thread_sync"]>;
def SwitchesOfGaudi2 : OtherIntrinsics<["gaudi2"], [
    "SW_{,AUTO_}INC_{1,2,4,8}{,_V}", "SW_AUTO_INC", "SW_INC_DIM{0,1,2,3,4}",
    "SW_{BV64,ST_TNSR_S_BV64,L0CD,L0CS,SBCD,EV_HINT,PD,EXC,PAD}",
    "SW_{UNPACK,UNPACK_EVEN_LANES,UNPACK_ODD_LANES,UNPCK_*,PCK_8_TO_4}",
    "SW_{PACK21,PACK41,NORMALIZE_AB,NORMALIZE_C,KEEP_RS,KEEP_RS_FOR_ADD}",
    "SW_{LUT_PTR,LUT_OPT,LUT_EXP0,PRE_LOG,PRE_LOG_FUNC,INV_LOG,L2,SUP_NAN}",
    "SW_{X2,X2_UDIV_4STEP,CLIP_X2,NEG_ZP}",
    "SW_{BORROW,NO_BORROW_GEN,DIV_MODE_*,ANDN,DIRECT,IRF44_HIGH}",
    "SW_{SR_RNE,CLIP_FP,CLIP_FP16,FP16_FTZ_IN,PART_LOW,PART_HIGH}",
    "SW_{CNT_ONLY,FLUSH,DT_*}", "RMW_DT_{FP16,FP8_152}",
    "as_{half,half128,v256f8_*}"]>;
def OthersOfGaudi2 : OtherIntrinsics<["gaudi2"], [
    "*_{f16,f8,h8,i4,u4}_*", "{s,v}_convert_*_to_{f16,f8,h8,i4,u4}{,_*}",
    "convert_*_to_{half,mini}*", "convert_{half,mini}*",
    // Conversions.
    "s_convert_*", "v_convert_{i,u}*", "v_convert_bf16_to_*",
    "v_convert_f32_to_*",
    // Memory.
    "v_*_{ld,st}_tnsr*_direct{,_b,_vb}", "v_*_st_tnsr_sqz*", "s_*_st_g_inc",
    "{i,s}_*_ld_g{,_inc}", "v_*_ld_g{,_inc}{,_partial}{,_b,_vb}",
    "v_*_ld_tnsr_{low,high}_partial_{b,vb}", "v_*_st_l_v{,_low,_high}_{b,vb}",
    "{s_*_,}st_tnsr_s*", "{get,update}_addr", "{get,set}_tensor_hwpref_stride",
    // Arithmetic.
    "{s,v}_*_{mac,madd}*_acc{16,32}*", "v_*_{mac,madd}*_{b,vb}",
    "v_*_x2_*{b,vb}", "v_*_mov_dual_group_{pack,unpack}_{b,vb}",
    "v_*_fclass_limit_{b,vb}", "v_*_nearbyint_cnvrt_{b,vb}",
    "v_{i,u}32_ash_rhaz_{b,vb}", "v_{i1_mov_u32,u32_mov_i1}_{b,vb}",
    "i_i32_cmp_*", "u{8,16,32}_udiv{,_both}",
    // The core.
    "set_lut_*", "event", "reset_sqz_cntr", "long_irf_dim",
    "write_lfsr_s"]>;

// The first that fits counts.
def OtherNames {
  list<OtherIntrinsics> Order = [OtherTypesOfGaudi2, OthersOfGoya,
                                 OthersOfGoyaAndGaudi2, OthersOfLater,
                                 SwitchesOfGaudi2, OthersOfGaudi2];
}
