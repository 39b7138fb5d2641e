//===-- TPCOldNames.td - Older names of intrinsics ---------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names that intrinsics had before those of TPCIntrinsics.td, which published
// kernels and guides still use: v_f32_ld_tnsr_i(c, t),
// f32_st_tnsr_i_v(c, t, v), v_f32_mac_v_s_b(a, b, c, negate, p, o). The name
// says which operands are vectors (v), scalars (s), index vectors (i) or
// predicates (b, bv); what is passed decides here as elsewhere, and both are
// declared alike. The income stands behind the operands, switches have
// parameters of their own. A main file of its own; clang/gen/oldnames.py makes
// rows of tpc-clang's table from it, as if the names were intrinsics.
//
// Facts: the aliases in the first published tpc-defs.h.
//
//===----------------------------------------------------------------------===//

// Names      {T} and {R} stand for every element type (or Types) with which the
//            target exists, {a,b} for one of the words.
// Target     the intrinsic, with the same {T} and {R}; a * at its end stands
//            for _b or _vb.
// Params     parameters in their order, by their names in the target; others
//            are those that Lets names. "income" is not a parameter of the
//            plain form, but "income!" is.
// Lets       what parameters of the target are: constants or parameters of the
//            old name, shifted and or-ed. SW_* are constants of TPC-C, flags
//            that become switches are called sw_*, which says that they have to
//            be constants.
// Forms      p: the plain name. b: with _b, predicate and polarity follow.
//            v: the same with _vb and a vector predicate.
//            o: the plain name is the target in all, defaults included.
class OldNames<string names, string target, string params,
               list<string> lets = []> {
  string Names = names;
  string Target = target;
  string Params = params;
  list<string> Lets = lets;
  string Types = "f32 bf16 i32 u32 i16 u16 i8 u8";
  string Forms = "pbv";
}
defvar Floats = "f32 bf16";
defvar Ints = "i32 u32 i16 u16 i8 u8";
defvar Halves = ["", "_low", "_high"];

//===-- Loads and stores --------------------------------------------------===//

let Forms = "p" in
def : OldNames<"a_gen_addr_i", "gen_addr", "inx tensor">;
def : OldNames<"prefetch_a", "prefetch", "a">;
def : OldNames<"s_{T}_ld_l_s", "s_{T}_ld_l", "addr income switches">;
def : OldNames<"b_b_ld_l_s", "s_i1_ld_l", "addr income switches">;
def : OldNames<"{T}_st_l_s_s", "s_{T}_st_l", "addr value switches">;
def : OldNames<"b_st_l_s_b", "s_i1_st_l", "addr value switches">;
def : OldNames<"s_{T}_ld_g_a", "s_{T}_ld_g", "addr income">;
def : OldNames<"b_b_ld_g_a", "s_i1_ld_g", "addr income">;
def : OldNames<"v_{T}_ld_g_a", "v_{T}_ld_g", "addr income">;
def : OldNames<"{T}_st_g_a_s", "s_{T}_st_g", "addr value">;
def : OldNames<"b_st_g_a_b", "s_i1_st_g", "addr value">;

foreach H = Halves in {
  def : OldNames<"v_{T}_ld_l_v"#H#"_s", "v_{T}_ld_l_v"#H#"*", "addr income">;
  def : OldNames<"bv_ld_l_v"#H#"_s", "v_i1_ld_l_v"#H#"*", "addr income">;
  def : OldNames<"{T}_st_l_v"#H#"_s_v", "v_{T}_st_l_v"#H, "addr value">;
  def : OldNames<"st_l_v"#H#"_s_bv", "v_i1_st_l_v"#H, "addr value">;
}

foreach H = ["", "_low", "_high", "_partial"] in {
  defvar Part = !if(!eq(H, "_partial"), " size offset", "");
  def : OldNames<"v_{T}_ld_tnsr"#H#"{_i,_reg_i_s}", "v_{T}_ld_tnsr"#H#"*",
                 "ndx tensor income"#Part>;
  def : OldNames<"bv_ld_tnsr"#H#"{_i,_reg_i_s}", "v_i1_ld_tnsr"#H#"*",
                 "ndx tensor income"#Part>;
  foreach P = [["", "0"], ["_pack", "SW_PACK"]] in {
    def : OldNames<"{T}_st_tnsr"#H#"{"#P[0]#"_i,_reg"#P[0]#"_i_s}_v",
                   "v_{T}_st_tnsr"#H, "ndx tensor value"#Part,
                   ["switches="#P[1]]>;
    def : OldNames<"{T}_st_tnsr"#H#"{_rmw"#P[0]#"_i,_reg_rmw"#P[0]#"_i_s}_v",
                   "v_{T}_st_tnsr"#H#"_rmw",
                   "ndx tensor value dt op set dl"#Part,
                   ["rmw=dt|op<<4|set<<6|dl<<7", "switches="#P[1]]>;
  }
}
foreach H = Halves in
  def : OldNames<"st_tnsr"#H#"{_i,_reg_i_s}_bv", "v_i1_st_tnsr"#H,
                 "ndx tensor value">;

// Some plain forms of look-ups have an income.
foreach U = [["", ""], ["_upper_half", "|SW_UPPER_HALF"]] in {
  foreach K = [["", "i16 u16 i8"], ["_1c", "bf16 i16 u16"],
               ["_2c", "bf16 i16 u16"]] in {
    defvar L = ["switches=sw_type"#U[1]];
    let Types = "f32 i32 u32" in
    def : OldNames<"v_{T}_lookup"#K[0]#U[0]#"_v", "v_{T}_lookup"#K[0],
                   "a income sw_type fid", L>;
    let Types = K[1] in
    def : OldNames<"v_{T}_lookup"#K[0]#U[0]#"_v", "v_{T}_lookup"#K[0],
                   "a income! sw_type fid", L>;
  }
}

//===-- Moves -------------------------------------------------------------===//

def : OldNames<"i_prmt_indx_i_s", "prmt_indx", "ndx prmt_type income">;
def : OldNames<"i_i32_set_indx_s", "set_indx", "value ndx dimmask">;
def : OldNames<"s_i32_mov_irf_dim_i", "mov_irf_dim", "src income dim">;
def : OldNames<"i_i32_mov_{s,i}", "i_i32_mov", "a income! dimmask">;
def : OldNames<"s_{T}_mov_s", "s_{T}_mov", "a income">;
def : OldNames<"v_{T}_mov_{v,s}", "v_{T}_mov*", "a income">;
def : OldNames<"b_b_mov_b", "s_i1_mov", "a income">;
def : OldNames<"bv_{,b_}mov_bv", "v_i1_mov*", "a income">;
def : OldNames<"bv_{,b_}mov_b", "v_i1_mov_i1*", "a income">;
def : OldNames<"bv_{i32,u32}_mov_flavor_s", "v_i1_mov_flavor*",
               "a income! flavor">;
def : OldNames<"v_{T}_mov_group_v", "v_{T}_mov_group*",
               "a b income! sw_groups sw_dual_groups",
               ["switches=sw_groups|sw_dual_groups<<2"]>;
def : OldNames<"v_{T}_mov_dual_group_v", "v_{T}_mov_dual_group*",
               "a b income! src_dg dest_dg sw_lower sw_upper",
               ["switches=sw_lower<<12|sw_upper<<13"]>;
def : OldNames<"v_{T}_mov_dual_group_all_v", "v_{T}_mov_dual_group_all*",
               "a b income! sdg0 sdg1 sdg2 sdg3 sw_w0 sw_w1 sw_w2 sw_w3",
               ["switches=sw_w0<<16|sw_w1<<18|sw_w2<<20|sw_w3<<22"]>;
def : OldNames<"v_{T}_shuffle_v_v", "v_{T}_shuffle*", "a b">
      { let Forms = "p"; let Lets = ["income=a"]; }
def : OldNames<"v_{T}_shuffle_v_v", "v_{T}_shuffle*", "a b income">
      { let Forms = "bv"; }
def : OldNames<"v_{T}_pack_v", "v_{T}_pack*", "a income! sw_group sw_stride",
               ["switches=sw_group<<8|sw_stride<<9"]>;
def : OldNames<"v_{T}_unpack_v", "v_{T}_unpack*",
               "a income! sw_group sw_stride sw_half",
               ["switches=sw_group<<8|sw_stride<<9|sw_half<<10"]>;

//===-- Conversions -------------------------------------------------------===//

defvar Rounded = ["switches=sw_round<<16"];
foreach N = ["i8_to_f32", "i8_to_bf16", "i8_to_i32", "i8_to_u32", "i8_to_i16",
             "i8_to_u16", "i8_to_u8", "i16_to_f32", "i16_to_i32", "i16_to_u32",
             "i16_to_u16", "i16_to_u8", "bf16_to_f32"] in
  def : OldNames<"s_convert_"#N#"_s", "s_convert_"#N, "src income">;
foreach N = ["i16_to_bf16", "u16_to_bf16", "i32_to_f32", "i32_to_bf16",
             "i32_to_u32", "bf16_to_i16", "f32_to_bf16", "f32_to_i32",
             "f32_to_i16", "f32_to_i8"] in
  def : OldNames<"s_convert_"#N#"_s", "s_convert_"#N, "src income sw_round",
                 Rounded>;
foreach N = ["i8_to_f32", "i8_to_i32", "i8_to_u32", "i8_to_i16", "i8_to_u16",
             "i8_to_u8", "i16_to_f32", "i16_to_i32", "i16_to_u32",
             "i16_to_u16"] in
  def : OldNames<"v_convert_"#N#"_v", "v_convert_"#N#"*", "src income">;
foreach N = ["i32_to_f32", "i32_to_u32", "f32_to_i32", "bf16_to_i16",
             "i16_to_bf16", "u16_to_bf16"] in
  def : OldNames<"v_convert_"#N#"_v", "v_convert_"#N#"*", "src income sw_round",
                 Rounded>;
foreach N = ["f32_to_i16", "f32_to_i8", "i32_to_bf16"] in
  def : OldNames<"v_convert_"#N#"_v", "v_convert_"#N#"*",
                 "src income! sw_round lane", Rounded>;
def : OldNames<"v_convert_i16_to_u8_v", "v_convert_i16_to_u8*",
               "src income! lane">;
def : OldNames<"v_convert_f32_to_bf16_single_lane_v",
               "v_convert_f32_to_bf16_single*", "src income sw_round", Rounded>;
def : OldNames<"v_convert_f32_to_bf16_av", "v_convert_f32_to_bf16_all*",
               "src income sw_round", Rounded>;
def : OldNames<"av_convert_bf16_to_f32_v", "v_convert_bf16_to_f32_all*",
               "src income">;
// The 16-bit forms do not name their result.
foreach N = [["int32_to_i16", "int32_to_i16"], ["int32_to_i8", "int32_to_i8"],
             ["uint32_to_u16", "uint32_to_u16"],
             ["uint32_to_u8", "uint32_to_u8"], ["int16", "int16_to_i8"],
             ["uint16", "uint16_to_u8"]] in {
  def : OldNames<"s_convert_"#N[0]#"_s_s", "s_convert_"#N[1],
                 "value shift income sw_round", Rounded>;
  def : OldNames<"v_convert_"#N[0]#"_v_{v,s}", "v_convert_"#N[1]#"*",
                 "value shift income! sw_round lane", Rounded>;
}

//===-- Arithmetic --------------------------------------------------------===//

let Types = Floats in {
  def : OldNames<"s_{T}_mac_s_s", "s_{T}_mac", "a b accumulator sw_neg",
                 ["switches=sw_neg<<1"]>;
  def : OldNames<"v_{T}_mac_v_{v,s}", "v_{T}_mac*", "a b accumulator sw_neg",
                 ["switches=sw_neg<<1"]>;
  def : OldNames<"s_{T}_mul_s_s", "s_{T}_mul", "a b income">;
  def : OldNames<"v_{T}_mul_v_{v,s}", "v_{T}_mul*", "a b income">;
  let Forms = "bv" in {
    def : OldNames<"s_{T}_add_s_s", "s_{T}_add", "a b income">;
    def : OldNames<"v_{T}_add_v_{v,s}", "v_{T}_add*", "a b income">;
  }
  def : OldNames<"s_{T}_sub_s_s", "s_{T}_sub", "a b income sw_neg",
                 ["switches=sw_neg<<1"]>;
  def : OldNames<"v_{T}_sub_v_{v,s}", "v_{T}_sub*", "a b income sw_neg",
                 ["switches=sw_neg<<1"]>;
}
let Types = "i16 u16" in {
  def : OldNames<"s_{T}_mac_s_s", "s_{T}_mac", "a b accumulator switches">;
  def : OldNames<"av_{T}_mac_v_{v,s}", "v_{T}_mac*",
                 "a b accumulator switches">;
  def : OldNames<"s_{T}_mul_s_s", "s_{T}_mul", "a b income">;
}
def : OldNames<"s_bf16_mac_acc_s_s", "s_bf16_mac_acc32",
               "a b accumulator sw_neg", ["switches=sw_neg<<1"]>;
def : OldNames<"av_bf16_mac_acc_v_{v,s}", "v_bf16_mac_acc32*",
               "a b accumulator sw_neg", ["switches=sw_neg<<1"]>;
let Types = "i32 u32" in {
  def : OldNames<"s_{T}_mul_s_s", "s_{T}_mul", "a b income sw_upper",
                 ["switches=sw_upper<<2"]>;
  def : OldNames<"v_{T}_mul_double_and_round_v_{v,s}", "v_{T}_mul_round*",
                 "a b income">;
}
let Types = "i32 u32 i16 u16" in
def : OldNames<"av_{T}_mul_v_{v,s}", "v_{T}_mul*", "a b income">;
def : OldNames<"s_bf16_mul_acc_s_s", "s_bf16_mul_acc32", "a b income">;
def : OldNames<"av_bf16_mul_acc_v_{v,s}", "v_bf16_mul_acc32*", "a b income">;
let Types = Ints in {
  let Forms = "bv" in {
    def : OldNames<"s_{T}_add_s_s", "s_{T}_add", "a b income switches">;
    def : OldNames<"v_{T}_add_v_{v,s}", "v_{T}_add*", "a b income switches">;
  }
  def : OldNames<"s_{T}_sub_s_s", "s_{T}_sub", "a b income switches">;
  def : OldNames<"v_{T}_sub_v_{v,s}", "v_{T}_sub*", "a b income switches">;
  def : OldNames<"s_{T}_ash_s_s", "s_{T}_ash", "a b income sw_round",
                 ["switches=sw_round<<1"]>;
  def : OldNames<"v_{T}_ash_v_{v,s}", "v_{T}_ash*", "a b income sw_round",
                 ["switches=sw_round<<1"]>;
}
let Forms = "o" in {
  def : OldNames<"s_{T}_add_s_s", "s_{T}_add", "">;
  def : OldNames<"v_{T}_add_v_{v,s}", "v_{T}_add*", "">;
  def : OldNames<"s_{T}_abs_s", "s_{T}_abs", "">;
  def : OldNames<"v_{T}_abs_v", "v_{T}_abs*", "">;
}
let Forms = "bv" in {
  def : OldNames<"s_{T}_abs_s", "s_{T}_abs", "a income">;
  def : OldNames<"v_{T}_abs_v", "v_{T}_abs*", "a income">;
}
foreach Op = ["max", "min", "and", "or", "xor"] in {
  def : OldNames<"s_{T}_"#Op#"_s_s", "s_{T}_"#Op, "a b income">;
  def : OldNames<"v_{T}_"#Op#"_v_{v,s}", "v_{T}_"#Op#"*", "a b income">;
}
foreach Op = ["and", "or", "xor"] in {
  def : OldNames<"b_b_"#Op#"_b_b", "s_i1_"#Op, "a b income">;
  def : OldNames<"bv_b_"#Op#"_bv_bv", "v_i1_"#Op#"*", "a b income">;
}
def : OldNames<"s_{T}_not_s", "s_{T}_not", "a income">;
def : OldNames<"v_{T}_not_v", "v_{T}_not*", "a income">;
def : OldNames<"b_b_not_b", "s_i1_not", "a income">;
def : OldNames<"bv_b_not_bv", "v_i1_not*", "a income">;
foreach Op = ["shl", "shr"] in {
  def : OldNames<"s_{T}_"#Op#"_s_s", "s_{T}_"#Op, "a b income">;
  def : OldNames<"v_{T}_"#Op#"_v_{v,s}", "v_{T}_"#Op#"*", "a b income">;
  def : OldNames<"i_i32_"#Op#"_i_{i,s}", "i_i32_"#Op, "a b income! dimmask">;
}
foreach Op = ["add", "sub", "mul", "max", "min", "and", "or", "xor"] in
  def : OldNames<"i_i32_"#Op#"_{i,s}_i", "i_i32_"#Op, "a b income! dimmask">;
foreach Op = ["abs", "not"] in
  def : OldNames<"i_i32_"#Op#"_{i,s}", "i_i32_"#Op, "a income! dimmask">;

//===-- Comparisons and selections ----------------------------------------===//

foreach C = [["eq", "eq", "0"], ["eq_zero", "eq", "SW_MASK_EQ_ZERO"],
             ["neq", "neq", "0"], ["less", "less", "0"], ["leq", "leq", "0"],
             ["grt", "grt", "0"], ["geq", "geq", "0"]] in {
  defvar L = ["switches="#C[2]];
  def : OldNames<"b_{T}_cmp_"#C[0]#"_s_s", "s_{T}_cmp_"#C[1], "a b income", L>;
  def : OldNames<"bv_{T}_cmp_"#C[0]#"_v_{v,s}", "v_{T}_cmp_"#C[1]#"*",
                 "a b income", L>;
  // The compared type stands in front.
  def : OldNames<"v_{T}_{R}_sel_"#C[0]#"_{v_v_v_v,v_s_v_v,v_v_v_s}",
                 "v_{R}_sel_"#C[1]#"_{T}*", "a b c d income", L>;
}
foreach C = ["less", "leq", "grt", "geq"] in
  def : OldNames<"v_{T}_{R}_sel2_"#C#"_{v_v_v_v,v_s_v_v,v_v_v_s}",
                 "v_{R}_sel2_"#C#"_{T}*", "a b c d income">;

//===-- Bits and floating-point helpers -----------------------------------===//

def : OldNames<"s_{T}_popcnt_s", "s_{T}_popcnt", "a income switches">;
def : OldNames<"v_{T}_popcnt_v", "v_{T}_popcnt*", "a income switches">;
defvar Find = ["switches=sw_value|sw_from<<1"];
def : OldNames<"s_{T}_find_first_s", "s_{T}_find_first",
               "a income sw_value sw_from", Find>;
def : OldNames<"v_{T}_find_first_v", "v_{T}_find_first*",
               "a income sw_value sw_from", Find>;
def : OldNames<"s_{T}_brev_s", "s_{T}_brev", "a income">;
def : OldNames<"v_{T}_brev_{v,s}", "v_{T}_brev*", "a income">;
def : OldNames<"s_{T}_nearbyint_s", "s_{T}_nearbyint", "a income sw_round",
               Rounded>;
def : OldNames<"v_{T}_nearbyint_v", "v_{T}_nearbyint*", "a income sw_round",
               Rounded>;
def : OldNames<"s_{T}_extract_exp_s", "s_{T}_extract_exp", "a income switches">;
def : OldNames<"v_{T}_extract_exp_{v,s}", "v_{T}_extract_exp*",
               "a income switches">;
def : OldNames<"s_{T}_fclass_s", "s_{T}_fclass", "a income">;
def : OldNames<"v_{T}_fclass_{v,s}", "v_{T}_fclass*", "a income">;
def : OldNames<"s_{T}_calc_fp_special_s_s", "s_{T}_calc_fp_special",
               "src1 src2 income! switches">;
def : OldNames<"s_{T}_calc_fp_special_s", "s_{T}_calc_fp_special",
               "src1 income! switches", ["src2=src1"]>;
def : OldNames<"v_{T}_calc_fp_special_v_v", "v_{T}_calc_fp_special*",
               "src1 src2 income! switches">;
def : OldNames<"v_{T}_calc_fp_special_v", "v_{T}_calc_fp_special*",
               "src1 income! switches", ["src2=src1"]>;
def : OldNames<"v_{T}_form_fp_num_{v_v_v,s_v_v}", "v_{T}_form_fp_num*",
               "a b c income switches">;
def : OldNames<"v_{T}_form_fp_num_i8_{v_v_v,s_v_v}", "v_{T}_form_fp_num_ie*",
               "a b c income switches">;
def : OldNames<"v_{T}_get_lut_entry_and_interval_start_v",
               "v_{T}_get_lut_entry_and_interval_start*",
               "src income shift sw_function", ["switches=sw_function<<13"]>;

//===-- The core ----------------------------------------------------------===//

let Forms = "b" in
def : OldNames<"aso", "aso", "sw_decrement sw_vpu",
               ["switches=sw_decrement<<8|sw_vpu<<9"]>;
let Forms = "o" in {
  def : OldNames<"read_lfsr", "read_lfsr*", "">;
  def : OldNames<"write_lfsr", "write_lfsr*", "">;
  def : OldNames<"cache_flush_b", "cache_flush", "">;
  def : OldNames<"cache_invalidate_b", "cache_invalidate", "">;
}
