//===-- TPCIntrinsics.td - TPC-C intrinsics ----------------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The intrinsics of TPC-C: what a kernel may call, and which llvm.tpc.*
// function each call becomes. A main file of its own (TPC.td does not include
// it); clang/gen/intrinsicsgen.py makes the tables of tpc-clang from it.
//
// Three kinds of records:
//   LLVMFn        a function llvm.tpc.<Name> of the IR
//   CSwitch       a constant SW_* of the argument "switches"
//   TPCIntrinsic  a C function and the arguments of its LLVMFn
//
// Facts: names, parameters and defaults are those of the public
// tpc-intrinsics.h, argument order and overloaded types of the IR functions
// those of the public compiler's IntrinsicsTPC.td and CGBuiltinTPC.cpp.
//
//===----------------------------------------------------------------------===//

//===----------------------------------------------------------------------===//
// Functions of the IR.
//
// Result and Params hold one word a value: i1, i8, i32, v5i32, v256i1, v256i8,
// ptr3 (global memory), void; "*" is an overloaded type, which becomes part of
// the name in the order of the words, result first; "=N" repeats the N-th
// overloaded type without becoming part of the name.
// Memory: what LLVM may assume, none, read, write or any.
//
// Kinds says with one word a parameter what selection makes of it:
//   src      a source operand: register, pair, quad or immediate
//   type     data type (the upper half is the public compiler's)
//   sw       switches
//   control  more switches, bits 32 and up of the switch word
//   dims     dimension mask
//   tensor   number of a tensor, or a value in the tensor number register
//   number   a number in a field
//   bytes    a byte mask
//   part     offset and size of a partial access, in a register of its own
//   rmw      the reduction's control word, in a register of its own
//   income   old value of the destination, kept where the guard is false
//   acc      the same, which the instruction reads in any case
//   pred     the guard, pol its polarity
//   reg      number of a configuration register's tensor, dim its dimension
//
// Mnemonic names the instruction; "" says that the function is none or several
// and code in the backend makes them (TPCIntrinsicExpansion.cpp). Fields lists
// the switch groups that do not lie in the argument as in the slot word
// (SwitchWord in TPCInstrFormats.td); Implied the bits that are always set.
//===----------------------------------------------------------------------===//

// Bits lo, lo + 1, ... of the switch argument hold the group.
class IRField<string group, int lo, int width> {
  string Group = group;
  int Lo = lo;
  int Width = width;
}
def IRLaneSel : IRField<"LANE_SEL", 0, 2>;
def IRNumLanes : IRField<"NUM_LANES", 6, 1>;
def IRTargetType : IRField<"TARGET_TYPE", 8, 4>;
def IRRound : IRField<"RM", 16, 3>;
def IRToWidth : IRField<"TO_WIDTH", 19, 1>;
def IRMmio : IRField<"MMIO", 0, 1>;
def IRExpAddBias : IRField<"EXP_ADD_BIAS", 8, 1>;
def IRForceSign0 : IRField<"FORCE_SIGN0", 9, 1>;
def IRForceSign1 : IRField<"FORCE_SIGN1", 10, 1>;
def IRExpIsNum : IRField<"EXP_IS_NUM", 11, 1>;
def IRSignLsb : IRField<"SIGN_LSB", 12, 1>;
def IRGEn : IRField<"G_EN", 0, 2>;
def IRDgEn : IRField<"DG_EN", 2, 4>;
def IRSrcDg : IRField<"SRC_DG", 32, 2>;
def IRDstDg : IRField<"DST_DG", 34, 2>;
def IRWrLg : IRField<"WR_LG", 36, 1>;
def IRWrUg : IRField<"WR_UG", 37, 1>;
def IRAll : IRField<"ALL", 0, 1>;
foreach i = [0, 1, 2, 3] in {
  def IRSdg#i : IRField<"SDG"#i, !add(32, !mul(2, i)), 2>;
  def IRWeg#i : IRField<"WEG"#i, !add(16, !mul(2, i)), 2>;
}

class LLVMFn<string result, string params, string kinds,
             string memory = "none"> {
  string Name = !subst("_", ".", !substr(NAME, 3));
  string Result = result;
  string Params = params;
  string Kinds = kinds;
  string Memory = memory;
  string Mnemonic = !substr(NAME, 3);
  list<IRField> Fields = [];
  int Implied = 0;
}

defvar Tail = " type sw income pred pol";
defvar TailAcc = " type sw acc pred pol";
class Fn1<string tail = Tail>
    : LLVMFn<"*", "* i8 i32 =0 * i1", "src"#tail>;
class Fn1Same<string tail = Tail>
    : LLVMFn<"*", "=0 i8 i32 =0 * i1", "src"#tail>;
class Fn2<string tail = Tail>
    : LLVMFn<"*", "* * i8 i32 =0 * i1", "src src"#tail>;
class FnShift : LLVMFn<"*", "=0 * i8 i32 =0 * i1", !strconcat("src src", Tail)>;
class FnMask<string n, string params = "* * i32 i8 i32 v5i32 i1 i1">
    : LLVMFn<"v5i32", params, !strconcat("src src dims", TailAcc)> {
  let Mnemonic = n;
}
class FnMask1<string n>
    : LLVMFn<"v5i32", "* i32 i8 i32 v5i32 i1 i1", !strconcat("src dims", TailAcc)> {
  let Mnemonic = n;
}
class FnSel : LLVMFn<"*", "* * * * i8 i32 =0 * i1", !strconcat("src src src src", Tail)>;
class FnLookup
    : LLVMFn<"*", "* i32 i32 =0 i1 i1", "src number sw acc pred pol", "read">;
class FnConvertInt
    : LLVMFn<"*", "* * i32 =0 * i1", "src src sw acc pred pol"> {
  let Fields = [IRLaneSel, IRRound, IRToWidth];
}
class FnLdTnsr<string income = "income">
    : LLVMFn<"*", "v5i32 i8 i32 =0 * i1",
             "src tensor sw "#income#" pred pol", "read">;
class FnLdLV<string income = "income">
    : LLVMFn<"*", "i32 i32 =0 * i1", "src sw "#income#" pred pol", "read">;
class FnStLV
    : LLVMFn<"void", "i32 * i32 * i1", "src src sw pred pol", "write">;
class FnStTnsr
    : LLVMFn<"void", "v5i32 i8 * i32 i1 i1", "src tensor src sw pred pol",
             "write">;
class FnStTnsr1<string n, string what>
    : LLVMFn<"void", "v5i32 i8 * i32 i32 i1 i1",
             "src tensor src "#what#" sw pred pol", "write"> {
  let Mnemonic = n;
}

foreach n = ["max", "min", "and", "or", "xor", "add", "sub", "mul"] in {
  def fn_#n : Fn2;
  def fn_#n#_mask : FnMask<n>;
}
foreach n = ["eq", "neq", "less", "leq", "grt", "geq"] in {
  def fn_cmp_#n : Fn2;
  def fn_sel_#n : FnSel;
}
foreach n = ["less", "leq", "grt", "geq"] in
  def fn_sel2_#n : FnSel;
foreach n = ["abs", "not", "popcnt", "find_first", "extract_exp", "brev",
             "mov"] in
  def fn_#n : Fn1;
let Fields = [IRRound] in
def fn_nearbyint : Fn1;
// Single lanes of the destination may be written.
let Fields = [IRLaneSel, IRNumLanes, IRTargetType, IRRound], Mnemonic = "" in
foreach n = ["", "_linear"] in
  def fn_convert#n : Fn1<TailAcc>;
foreach n = ["abs", "not"] in
  def fn_#n#_mask : FnMask1<n>;
foreach n = ["shl", "shr"] in {
  def fn_#n : FnShift;
  def fn_#n#_mask : FnMask<n, "v5i32 * i32 i8 i32 v5i32 i1 i1">;
}
// The public compiler always saturates (facts 4.10).
let Implied = 1 in
def fn_ash : LLVMFn<"*", "* * i8 i32 =0 * i1", !strconcat("src src", Tail)>;
def fn_mac : LLVMFn<"*", "* =1 i8 i32 =0 * i1", !strconcat("src src", TailAcc)>;
def fn_fclass : Fn1Same;
foreach n = ["pack", "unpack"] in
  def fn_#n : Fn1Same<TailAcc>;
def fn_calc_fp_special
    : LLVMFn<"*", "=0 =0 i8 i32 =0 * i1", !strconcat("src src", TailAcc)>;
def fn_shuffle : LLVMFn<"*", "=0 v256i8 i8 i32 =0 * i1", !strconcat("src src", TailAcc)>;
let Fields = [IRExpAddBias, IRForceSign0, IRForceSign1, IRExpIsNum,
              IRSignLsb] in
def fn_form_fp_num : LLVMFn<"*", "* =0 =0 i8 i32 =0 * i1", !strconcat("src src src", Tail)>;
let Mnemonic = "get_lut_entry_and_interval_start" in
def fn_get_lut_entry : LLVMFn<"*", "* i8 i8 i32 =0 * i1", !strconcat("src number", Tail)>;
foreach n = ["", "_1c", "_2c", "_c0", "_c1c2"] in
  def fn_lookup#n : FnLookup;
// The instruction follows from the width of the source.
let Mnemonic = "" in
foreach n = ["int", "uint"] in
  def fn_convert_#n : FnConvertInt;
let Fields = [IRGEn, IRDgEn] in
def fn_mov_group
    : LLVMFn<"*", "* i32 i32 =0 * i1", "src bytes sw acc pred pol">;
class FnMovDual
    : LLVMFn<"*", "=0 i32 i32 i32 =0 * i1",
             "src bytes control sw acc pred pol"> {
  let Mnemonic = "mov_dual_group";
}
let Fields = [IRSrcDg, IRDstDg, IRWrLg, IRWrUg] in
def fn_mov_dual_group : FnMovDual;
let Fields = [IRAll, IRSdg0, IRSdg1, IRSdg2, IRSdg3, IRWeg0, IRWeg1, IRWeg2,
              IRWeg3], Implied = 1 in
def fn_mov_dual_group_all : FnMovDual;
let Mnemonic = "mov" in {
  def fn_mov_flavor
      : LLVMFn<"v256i1", "i32 i32 i32 v256i1 * i1",
               "src number sw acc pred pol">;
  def fn_mov_mask
      : LLVMFn<"v5i32", "* i32 i32 v5i32 i1 i1", "src dims sw acc pred pol">;
}
def fn_mov_irf_dim
    : LLVMFn<"*", "v5i32 i8 i32 =0 i1 i1", "src number sw income pred pol">;
def fn_set_indx
    : LLVMFn<"v5i32", "v5i32 i32 i32 i32 i1 i1", "acc dims src sw pred pol">;
def fn_prmt_indx
    : LLVMFn<"v5i32", "v5i32 i32 i32 v5i32 i1 i1", "src src sw income pred pol">;
let Mnemonic = "" in {
  def fn_read_lane_id : LLVMFn<"*", "=0 * i1", "income pred pol">;
  def fn_read_lfsr : LLVMFn<"v256i8", "v256i8 * i1", "income pred pol", "any">;
  def fn_write_lfsr : LLVMFn<"void", "v256i8 * i1", "src pred pol", "any">;
  def fn_s_read_lfsr : LLVMFn<"i32", "i32 i1 i1", "income pred pol", "any">;
  def fn_read_lfsrnc : LLVMFn<"v256i8", "v256i8 * i1", "income pred pol", "any">;
  def fn_s_read_lfsrnc : LLVMFn<"i32", "i32 i1 i1", "income pred pol", "any">;
}
def fn_gen_addr
    : LLVMFn<"ptr3", "v5i32 i8 i32 ptr3 i1 i1", "src tensor sw income pred pol">;
def fn_prefetch : LLVMFn<"void", "ptr3 i32 i1 i1", "src sw pred pol", "any">;
def fn_ld_g
    : LLVMFn<"*", "ptr3 i32 =0 * i1", "src sw income pred pol", "read">;
def fn_st_g
    : LLVMFn<"void", "ptr3 * i32 i1 i1", "src src sw pred pol", "write">;
let Fields = [IRMmio] in {
  def fn_ld_l
      : LLVMFn<"*", "i32 i32 =0 i1 i1", "src sw income pred pol", "read">;
  def fn_st_l
      : LLVMFn<"void", "i32 * i32 i1 i1", "src src sw pred pol", "write">;
}
// A tensor can be written and read again in one kernel (after ASO), so loads
// are "read" here where the public table promises "none".
foreach n = ["", "_low", "_high"] in {
  defvar income = !if(!eq(n, ""), "income", "acc");
  def fn_ld_l_v#n : FnLdLV<income>;
  def fn_st_l_v#n : FnStLV;
  def fn_ld_tnsr#n : FnLdTnsr<income>;
  def fn_st_tnsr#n : FnStTnsr;
  def fn_st_tnsr#n#_rmw : FnStTnsr1<"st_tnsr"#n, "rmw">;
}
let Mnemonic = "ld_tnsr" in
def fn_ld_tnsr_partial
    : LLVMFn<"*", "v5i32 i8 i32 i32 =0 * i1",
             "src tensor part sw acc pred pol", "read">;
def fn_st_tnsr_partial : FnStTnsr1<"st_tnsr", "part">;
let Mnemonic = "st_tnsr" in
def fn_st_tnsr_partial_rmw
    : LLVMFn<"void", "v5i32 i8 * i32 i32 i32 i1 i1",
             "src tensor src rmw part sw pred pol", "write">;
foreach n = ["aso", "cache_flush", "cache_invalidate"] in
  def fn_#n : LLVMFn<"void", "i32 i1 i1", "sw pred pol", "any">;
let Mnemonic = "" in {
  foreach n = ["offset", "size"] in
    def fn_get_index_space_#n : LLVMFn<"v5i32", "", "">;
  foreach n = ["size", "stride"] in {
    def fn_get_dim_#n : LLVMFn<"i32", "i32 i32", "reg dim", "read">;
    def fn_set_dim_#n : LLVMFn<"void", "i32 i32 i32", "reg dim src", "any">;
  }
  def fn_get_pad_value : LLVMFn<"*", "i32", "reg", "read">;
  def fn_set_pad_value : LLVMFn<"void", "i32 *", "reg src", "any">;
  foreach n = ["semaphore_value", "csr_value", "convert_csr_value"] in {
    def fn_get_#n : LLVMFn<"i32", "", "", "any">;
    def fn_set_#n : LLVMFn<"void", "i32", "src", "any">;
  }
}

//===----------------------------------------------------------------------===//
// Switches of C. Group names a SwitchGroup of TPCSwitches.td where there is
// one. Mask: the bits that belong to the switch, Value if nothing is said.
//===----------------------------------------------------------------------===//

class CSwitch<int value, string group = "", int mask = value> {
  string Name = NAME;
  int Value = value;
  int Mask = mask;
  string Group = group;
}

def SW_NO_SAT : CSwitch<1>;
def SW_SAT : CSwitch<1, "SAT">;
def SW_CARRY : CSwitch<2, "CARRY">;
def SW_NO_CARRY_GEN : CSwitch<4>;
def SW_NEG : CSwitch<2, "NEG">;
def SW_NO_NEG : CSwitch<0, "NEG", 2>;
def SW_RHU : CSwitch<2, "RHU">;
def SW_UPPER32 : CSwitch<4, "UPPER32">;
def SW_LOWER32 : CSwitch<0, "UPPER32", 4>;
def SW_MASK_EQ_ZERO : CSwitch<1, "MASK_EQ_ZERO">;
defvar RoundingMask = !shl(7, 16);
def SW_RHNE : CSwitch<0, "RM", RoundingMask>;
def SW_RZ : CSwitch<!shl(1, 16), "RM", RoundingMask>;
def SW_RU : CSwitch<!shl(2, 16), "RM", RoundingMask>;
def SW_RD : CSwitch<!shl(3, 16), "RM", RoundingMask>;
def SW_SR : CSwitch<!shl(4, 16), "RM", RoundingMask>;
def SW_CSR : CSwitch<!shl(5, 16), "RM", RoundingMask>;
def SW_RHAZ : CSwitch<!shl(6, 16), "RM", RoundingMask>;
def SW_LINEAR : CSwitch<!shl(1, 24)>;
def SW_BIASED : CSwitch<1, "BIASED">;
def SW_SUBTRACT_BIAS : CSwitch<0>;
def SW_FIND_ZERO : CSwitch<0, "SET", 1>;
def SW_FIND_ONE : CSwitch<1, "SET">;
def SW_LSB : CSwitch<0, "DIR", 2>;
def SW_MSB : CSwitch<2, "DIR">;
def SW_COUNT_ZEROS : CSwitch<0, "SET", 1>;
def SW_COUNT_ONES : CSwitch<1, "SET">;
// Function of CALC_FP_SPECIAL.
def SW_RECIP : CSwitch<0, "FUNC", 7>;
def SW_RSQRT : CSwitch<1, "FUNC", 7>;
def SW_SQRT : CSwitch<2, "FUNC", 7>;
def SW_LOG : CSwitch<3, "FUNC", 7>;
def SW_EXP : CSwitch<4, "FUNC", 7>;
def SW_TANH : CSwitch<5, "FUNC", 7>;
def SW_DIV : CSwitch<6, "FUNC", 7>;
def SW_POW : CSwitch<7, "FUNC", 7>;
// FORM_FP_NUM: bits of the SrcD field, moved up by 8.
defvar FormMask = !shl(7, 13);
def SW_ADD_BIAS : CSwitch<!shl(1, 8), "EXP_ADD_BIAS">;
def SW_FORCE_SIGN0 : CSwitch<!shl(1, 9), "FORCE_SIGN0">;
def SW_FORCE_SIGN1 : CSwitch<!shl(1, 10), "FORCE_SIGN1">;
def SW_EXP_IS_NUM : CSwitch<!shl(1, 11), "EXP_IS_NUM">;
def SW_SIGN_LSB : CSwitch<!shl(1, 12), "SIGN_LSB">;
def SW_PRE_SQRT_RSQRT : CSwitch<!or(!shl(1, 13), !shl(1, 9)), "", FormMask>;
def SW_POST_SQRT : CSwitch<!or(!shl(2, 13), !shl(1, 9)), "", FormMask>;
def SW_POST_RSQRT : CSwitch<!or(!shl(3, 13), !shl(1, 9)), "", FormMask>;
def SW_POST_RECIP : CSwitch<!or(!shl(4, 13), !shl(1, 8)), "", FormMask>;
// GET_LUT_ENTRY_AND_INTERVAL_START: bits of SrcB, moved up by 8.
def SW_LUT_TANH : CSwitch<!shl(1, 13), "FUNCID", FormMask>;
def SW_LUT_SQRT_RSQRT : CSwitch<!shl(2, 13), "FUNCID", FormMask>;
def SW_LUT_SIN_COS : CSwitch<!shl(3, 13), "FUNCID", FormMask>;
def SW_LUT_LOG : CSwitch<!shl(4, 13), "FUNCID", FormMask>;
def SW_BV32 : CSwitch<0, "DT", 3>;
def SW_BV16 : CSwitch<1, "DT", 3>;
def SW_UPPER_HALF : CSwitch<4, "UPPER_HALF">;
// PACK and UNPACK: bits of SrcB, moved up by 8.
def SW_GROUP_0 : CSwitch<0, "SOURCE_GROUP", !shl(1, 8)>;
def SW_GROUP_1 : CSwitch<!shl(1, 8), "SOURCE_GROUP">;
def SW_GROUP_SOURCE : CSwitch<!shl(1, 8), "SOURCE_GROUP">;
def SW_STRIDE_2 : CSwitch<0, "ELEMENT_STRIDE", !shl(1, 9)>;
def SW_STRIDE_4 : CSwitch<!shl(1, 9), "ELEMENT_STRIDE">;
def SW_ELEMENT_STRIDE : CSwitch<!shl(1, 9), "ELEMENT_STRIDE">;
def SW_GROUP_HALF_0 : CSwitch<0, "GROUP_HALF", !shl(1, 10)>;
def SW_GROUP_HALF_1 : CSwitch<!shl(1, 10), "GROUP_HALF">;
def SW_GROUP_HALF : CSwitch<!shl(1, 10), "GROUP_HALF">;
def SW_UNPACK_LANE_0 : CSwitch<0>;
def SW_UNPACK_LANE_1 : CSwitch<!shl(1, 11), "", !shl(3, 11)>;
def SW_UNPACK_LANE_2 : CSwitch<!shl(2, 11), "", !shl(3, 11)>;
def SW_UNPACK_LANE_3 : CSwitch<!shl(3, 11), "", !shl(3, 11)>;
// MOV_DUAL_GROUP, one group and all groups; MOV_GROUP.
def SW_WR_LOWER_GROUP : CSwitch<!shl(1, 12), "WR_LG">;
def SW_WR_UPPER_GROUP : CSwitch<!shl(1, 13), "WR_UG">;
foreach g = [0, 1, 2, 3] in {
  def SW_WR_LOWER_GROUP#g : CSwitch<!shl(1, !add(16, !mul(g, 2))), "WEG"#g>;
  def SW_WR_UPPER_GROUP#g : CSwitch<!shl(1, !add(17, !mul(g, 2))), "WEG"#g>;
  def SW_DUAL_GROUP#g#_EN : CSwitch<!shl(1, !add(2, g)), "DG_EN">;
}
def SW_GROUP0_EN : CSwitch<1, "G_EN">;
def SW_GROUP1_EN : CSwitch<2, "G_EN">;
// Memory.
def SW_SLM : CSwitch<0, "MMIO", 1>;
def SW_MMIO : CSwitch<1, "MMIO">;
def SW_LOCK : CSwitch<2>;
def SW_UNLOCK : CSwitch<2>;
def SW_PACK : CSwitch<4, "PACK">;
def SW_PCK_32_TO_16 : CSwitch<0>;
def SW_PCK_16_TO_8 : CSwitch<!shl(1, 4), "", !shl(3, 4)>;
def SW_PCK_32_TO_8 : CSwitch<!shl(2, 4), "", !shl(3, 4)>;
def SW_DEC : CSwitch<!shl(1, 8), "DEC">;
def SW_INC : CSwitch<0, "DEC", !shl(1, 8)>;
def SW_VPU : CSwitch<!shl(2, 8), "VPU">;
def SW_SPU : CSwitch<0, "VPU", !shl(2, 8)>;
def SW_SB : CSwitch<1>;
def SW_D : CSwitch<2>;
def SW_LU : CSwitch<4>;
def SW_RST_LU : CSwitch<8>;
def SW_RST_D_PREF : CSwitch<16>;
def SW_NO_INV : CSwitch<1>;
def SW_READ_ONLY : CSwitch<1>;

defvar SwSat = [SW_SAT];
defvar SwRound = [SW_RHNE, SW_RZ, SW_RU, SW_RD, SW_SR, SW_CSR, SW_RHAZ];
defvar SwForm = [SW_ADD_BIAS, SW_FORCE_SIGN0, SW_FORCE_SIGN1, SW_EXP_IS_NUM,
                 SW_SIGN_LSB];
defvar SwLut = [SW_LUT_TANH, SW_LUT_SQRT_RSQRT, SW_LUT_SIN_COS, SW_LUT_LOG];
defvar SwFunc = [SW_RECIP, SW_RSQRT, SW_SQRT, SW_LOG, SW_EXP, SW_TANH, SW_DIV,
                 SW_POW];
defvar SwLookup = [SW_BV32, SW_BV16, SW_UPPER_HALF];
defvar SwPack = [SW_GROUP_0, SW_GROUP_1, SW_STRIDE_2, SW_STRIDE_4];
defvar SwUnpack = [SW_GROUP_0, SW_GROUP_1, SW_STRIDE_2, SW_STRIDE_4,
                   SW_GROUP_HALF_0, SW_GROUP_HALF_1, SW_UNPACK_LANE_0];
defvar SwDg = [SW_WR_LOWER_GROUP, SW_WR_UPPER_GROUP];
defvar SwDgAll = [SW_WR_LOWER_GROUP0, SW_WR_UPPER_GROUP0, SW_WR_LOWER_GROUP1,
                  SW_WR_UPPER_GROUP1, SW_WR_LOWER_GROUP2, SW_WR_UPPER_GROUP2,
                  SW_WR_LOWER_GROUP3, SW_WR_UPPER_GROUP3];
defvar SwGroup = [SW_GROUP0_EN, SW_GROUP1_EN, SW_DUAL_GROUP0_EN,
                  SW_DUAL_GROUP1_EN, SW_DUAL_GROUP2_EN, SW_DUAL_GROUP3_EN];
defvar SwStTnsr = [SW_PACK, SW_PCK_32_TO_16];

//===----------------------------------------------------------------------===//
// Element types: suffix in names, type code (facts 2.8), C types.
//===----------------------------------------------------------------------===//

class Elem<string n, int num, string s, string v, string pred, string v2> {
  string N = n;
  int Code = num;
  string S = s;
  string V = v;
  string Pred = pred;
  string V2 = v2;
  string Dt = "#"#num;
  // Target type in the switches of CONVERT.
  string To = "|"#!shl(num, 8);
}

def F32 : Elem<"f32", 0, "float", "float64", "bool64", "float128">;
def BF16 : Elem<"bf16", 1, "bf16", "bfloat128", "bool128", "bfloat256">;
def I32 : Elem<"i32", 2, "int32_t", "int64", "bool64", "int128">;
def U32 : Elem<"u32", 3, "uint32_t", "uint64", "bool64", "uint128">;
def I8 : Elem<"i8", 4, "int8_t", "char256", "bool256", "char512">;
def U8 : Elem<"u8", 5, "uint8_t", "uchar256", "bool256", "uchar512">;
def B : Elem<"i1", 6, "bool", "bool256", "bool256", "bool256">;
def I16 : Elem<"i16", 7, "int16_t", "short128", "bool128", "short256">;
def U16 : Elem<"u16", 8, "uint16_t", "ushort128", "bool128", "ushort256">;

defvar Floats = [F32, BF16];
defvar Ints = [I32, U32, I16, U16, I8, U8];
defvar Signed = [I32, I16, I8];
defvar Numbers = !listconcat(Floats, Ints);
defvar AllElems = !listconcat(Numbers, [B]);

//===----------------------------------------------------------------------===//
// Intrinsics.
//
// Params are C parameters, "type name" or "type name=default"; the default {}
// is a zero of the type. Args are the arguments of the IR function, one word
// each: the name of a parameter; #N, a number; words joined by | are or-ed,
// where name<<N shifts a parameter. The income is dropped (poison) when the
// predicate is true and the result is new; Updates says that the instruction
// keeps a part of the old destination, so that it never is. Switches are those
// that the records of Gaudi have: others are constants without a use. Variant is another
// IR function with the same arguments, which a switch (VariantSwitch) chooses.
//===----------------------------------------------------------------------===//

class TPCIntrinsic<string name, string result, list<string> params, LLVMFn fn,
                   string args, string doc> {
  string Name = name;
  string Result = result;
  list<string> Params = params;
  LLVMFn Fn = fn;
  string Args = args;
  string Doc = doc;
  list<CSwitch> Switches = [];
  bit Updates = 0;
  list<string> Cpus = ["gaudi"];
  LLVMFn Variant = fn;
  CSwitch VariantSwitch = ?;
}

// Ends of parameter lists. T: type of the income.
class TailS<string T> {
  list<string> L = ["int switches=0", T#" income={}", "bool predicate=1",
                    "bool polarity=0"];
}
class TailV<string T, string P> {
  list<string> L = ["int switches", T#" income", P#" predicate",
                    "bool polarity=0"];
}
defvar CTailAcc = ["int switches=0", "bool predicate=1", "bool polarity=0"];
class TailAccV<string P> {
  list<string> L = ["int switches", P#" predicate", "bool polarity=0"];
}
defvar End = " income predicate polarity";

// A vector operation under a scalar and under a vector predicate: _b and _vb.
multiclass Vector<string name, string result, list<string> ops, string P,
                  LLVMFn fn, string args, string doc> {
  def : TPCIntrinsic<name#"_b", result, !listconcat(ops, TailS<result>.L), fn,
                     !strconcat(args, End), doc>;
  def : TPCIntrinsic<name#"_vb", result, !listconcat(ops, TailV<result, P>.L),
                     fn, !strconcat(args, End), doc>;
}

multiclass Scalar<string name, string result, list<string> ops, LLVMFn fn,
                  string args, string doc> {
  def : TPCIntrinsic<name, result, !listconcat(ops, TailS<result>.L), fn,
                     !strconcat(args, End), doc>;
}

// op(a) and op(a, b) of an element type, scalar and vector.
multiclass Unary<string op, list<Elem> elems, LLVMFn fn, string doc> {
  foreach E = elems in {
    defm : Scalar<"s_"#E.N#"_"#op, E.S, [E.S#" a"], fn, "a "#E.Dt#" switches",
                  doc>;
    defm : Vector<"v_"#E.N#"_"#op, E.V, [E.V#" a"], E.Pred, fn,
                  "a "#E.Dt#" switches", doc>;
  }
}
multiclass Binary<string op, list<Elem> elems, LLVMFn fn, string doc> {
  foreach E = elems in {
    defm : Scalar<"s_"#E.N#"_"#op, E.S, [E.S#" a", E.S#" b"], fn,
                  "a b "#E.Dt#" switches", doc>;
    defm : Vector<"v_"#E.N#"_"#op, E.V, [E.V#" a", E.V#" b"], E.Pred, fn,
                  "a b "#E.Dt#" switches", doc>;
  }
}
// The same on index registers: only dimensions of the mask are written.
class Index2<string op, LLVMFn fn, string doc>
    : TPCIntrinsic<"i_i32_"#op, "int5",
                   ["int5 a", "int5 b", "int dimmask", "int switches",
                    "int5 income", "bool predicate=1", "bool polarity=0"],
                   fn, "a b dimmask #2 switches income predicate polarity",
                   doc> {
  let Updates = 1;
}
class Index1<string op, LLVMFn fn, string args, string doc>
    : TPCIntrinsic<"i_i32_"#op, "int5",
                   ["int5 a", "int dimmask", "int switches", "int5 income",
                    "bool predicate=1", "bool polarity=0"],
                   fn, args, doc> {
  let Updates = 1;
}

//===-- Arithmetic and logic ----------------------------------------------===//

defm : Unary<"abs", [F32, BF16, I32, I16, I8], fn_abs, "Absolute value.">;
def : Index1<"abs", fn_abs_mask,
             "a dimmask #2 switches income predicate polarity",
             "Absolute value of the chosen dimensions.">;
let Switches = [SW_SAT, SW_CARRY] in
defm : Binary<"add", Numbers, fn_add, "a + b.">;
def : Index2<"add", fn_add_mask, "a + b in the chosen dimensions.">;
let Switches = [SW_SAT, SW_NEG] in
defm : Binary<"sub", Numbers, fn_sub, "a - b, or b - a with SW_NEG.">;
def : Index2<"sub", fn_sub_mask, "a - b in the chosen dimensions.">;
defm : Binary<"max", Numbers, fn_max, "The larger of a and b.">;
defm : Binary<"min", Numbers, fn_min, "The smaller of a and b.">;
defm : Binary<"and", AllElems, fn_and, "Bitwise and.">;
defm : Binary<"or", AllElems, fn_or, "Bitwise or.">;
defm : Binary<"xor", AllElems, fn_xor, "Bitwise exclusive or.">;
defm : Unary<"not", AllElems, fn_not, "Bitwise complement.">;
def : Index2<"max", fn_max_mask, "The larger of a and b by dimension.">;
def : Index2<"min", fn_min_mask, "The smaller of a and b by dimension.">;
def : Index2<"and", fn_and_mask, "Bitwise and of the chosen dimensions.">;
def : Index2<"or", fn_or_mask, "Bitwise or of the chosen dimensions.">;
def : Index2<"xor", fn_xor_mask, "Bitwise exclusive or by dimension.">;
def : Index1<"not", fn_not_mask,
             "a dimmask #2 switches income predicate polarity",
             "Bitwise complement of the chosen dimensions.">;
def : Index2<"mul", fn_mul_mask, "a * b in the chosen dimensions.">;
def : Index2<"shl", fn_shl_mask, "a << b in the chosen dimensions.">;
def : Index2<"shr", fn_shr_mask, "a >> b in the chosen dimensions.">;

// The signed integer of a type's width: the count of a vector shift.
class CountOf<Elem E> {
  string V = !cond(!eq(E.Pred, "bool64") : "int64",
                   !eq(E.Pred, "bool128") : "short128", true : "char256");
}
multiclass ShiftOp<string op, list<Elem> elems, LLVMFn fn, string doc> {
  foreach E = elems in {
    defvar count = !if(!eq(op, "ash"), "char256", CountOf<E>.V);
    defm : Scalar<"s_"#E.N#"_"#op, E.S, [E.S#" a", "int8_t b"], fn,
                  "a b "#E.Dt#" switches", doc>;
    defm : Vector<"v_"#E.N#"_"#op, E.V, [E.V#" a", count#" b"], E.Pred, fn,
                  "a b "#E.Dt#" switches", doc>;
  }
}
defm : ShiftOp<"shl", Numbers, fn_shl, "Logical shift left by b bits.">;
defm : ShiftOp<"shr", Numbers, fn_shr, "Logical shift right by b bits.">;
let Switches = [SW_SAT, SW_RHU] in
defm : ShiftOp<"ash", Ints, fn_ash,
               "Arithmetic shift: left by b, right by -b.">;

//===-- Products ----------------------------------------------------------===//

foreach E = [F32, BF16] in {
  defm : Scalar<"s_"#E.N#"_mul", E.S, [E.S#" a", E.S#" b"], fn_mul,
                "a b "#E.Dt#" switches", "a * b.">;
  defm : Vector<"v_"#E.N#"_mul", E.V, [E.V#" a", E.V#" b"], E.Pred, fn_mul,
                "a b "#E.Dt#" switches", "a * b.">;
}
let Switches = [SW_UPPER32, SW_LOWER32] in
foreach E = [I32, U32] in
  defm : Scalar<"s_"#E.N#"_mul", E.S, [E.S#" a", E.S#" b"], fn_mul,
                "a b "#E.Dt#" switches",
                "One half of the 64-bit product, chosen by the switch.">;
foreach P = [["i16", "int32_t"], ["u16", "uint32_t"]] in {
  defvar T = !if(!eq(P[0], "i16"), I16, U16);
  defm : Scalar<"s_"#T.N#"_mul", P[1], [T.S#" a", T.S#" b"], fn_mul,
                "a b "#T.Dt#" switches", "The 32-bit product.">;
}
foreach E = [I32, U32] in {
  defm : Vector<"v_"#E.N#"_mul", E.V2, [E.V#" a", E.V#" b"], E.Pred, fn_mul,
                "a b "#E.Dt#" switches", "The 64-bit products in a pair.">;
  defm : Vector<"v_"#E.N#"_mul_round", E.V, [E.V#" a", E.V#" b"], E.Pred,
                fn_mul, "a b "#E.Dt#" switches|2",
                "The product, doubled, rounded, its upper half kept.">;
}
defm : Vector<"v_i16_mul", "int128", ["short128 a", "short128 b"], "bool128",
              fn_mul, "a b #7 switches", "The 32-bit products in a pair.">;
defm : Vector<"v_u16_mul", "uint128", ["ushort128 a", "ushort128 b"],
              "bool128", fn_mul, "a b #8 switches",
              "The 32-bit products in a pair.">;
defm : Scalar<"s_bf16_mul_acc32", "float", ["bf16 a", "bf16 b"], fn_mul,
              "a b #1 switches|4", "The product in f32.">;
defm : Vector<"v_bf16_mul_acc32", "float128", ["bfloat128 a", "bfloat128 b"],
              "bool128", fn_mul, "a b #1 switches|4", "The products in f32.">;

multiclass Mac<string name, Elem E, string acc, string vacc, string sw,
               string doc> {
  def : TPCIntrinsic<"s_"#name, acc,
                     !listconcat([E.S#" a", E.S#" b", acc#" accumulator"],
                                 CTailAcc),
                     fn_mac,
                     "a b "#E.Dt#" "#sw#" accumulator predicate polarity",
                     doc>;
  def : TPCIntrinsic<"v_"#name#"_b", vacc,
                     !listconcat([E.V#" a", E.V#" b", vacc#" accumulator"],
                                 CTailAcc),
                     fn_mac,
                     "a b "#E.Dt#" "#sw#" accumulator predicate polarity",
                     doc>;
  def : TPCIntrinsic<"v_"#name#"_vb", vacc,
                     !listconcat([E.V#" a", E.V#" b", vacc#" accumulator"],
                                 TailAccV<E.Pred>.L),
                     fn_mac,
                     "a b "#E.Dt#" "#sw#" accumulator predicate polarity",
                     doc>;
}
defvar DocMac = "accumulator + a * b; SW_NEG subtracts the product.";
let Updates = 1 in {
  let Switches = [SW_NEG] in {
    defm : Mac<"f32_mac", F32, "float", "float64", "switches", DocMac>;
    defm : Mac<"bf16_mac", BF16, "bf16", "bfloat128", "switches", DocMac>;
    defm : Mac<"bf16_mac_acc32", BF16, "float", "float128", "switches|4",
               "accumulator + a * b, accumulated in f32.">;
  }
  let Switches = [SW_SAT, SW_NEG] in {
    defm : Mac<"i16_mac", I16, "int32_t", "int128", "switches", DocMac>;
    defm : Mac<"u16_mac", U16, "uint32_t", "uint128", "switches", DocMac>;
  }
}

//===-- Comparisons and selections ----------------------------------------===//

foreach C = [["eq", "a == b"], ["neq", "a != b"], ["less", "a < b"],
             ["leq", "a <= b"], ["grt", "a > b"], ["geq", "a >= b"]] in {
  defvar fn = !cast<LLVMFn>("fn_cmp_"#C[0]);
  let Switches = !if(!eq(C[0], "eq"), [SW_MASK_EQ_ZERO], []<CSwitch>) in
  foreach E = Numbers in {
    defm : Scalar<"s_"#E.N#"_cmp_"#C[0], "bool", [E.S#" a", E.S#" b"], fn,
                  "a b "#E.Dt#" switches", "Whether "#C[1]#".">;
    defm : Vector<"v_"#E.N#"_cmp_"#C[0], E.Pred, [E.V#" a", E.V#" b"], E.Pred,
                  fn, "a b "#E.Dt#" switches", "Whether "#C[1]#".">;
  }
  // Result type R, compared type E: the widths are equal.
  defvar sel = !cast<LLVMFn>("fn_sel_"#C[0]);
  let Switches = !if(!eq(C[0], "eq"), [SW_MASK_EQ_ZERO], []<CSwitch>) in
  foreach R = Numbers in
    foreach E = Numbers in
      if !eq(R.Pred, E.Pred) then
        defm : Vector<"v_"#R.N#"_sel_"#C[0]#"_"#E.N, R.V,
                      [E.V#" a", E.V#" b", R.V#" c", R.V#" d"], R.Pred, sel,
                      "a b c d "#E.Dt#" switches", "c where "#C[1]#", else d.">;
}

// Name of the pair type of two vectors.
class PairOf<Elem A, Elem E> {
  string C = !if(!eq(A.N, E.N), A.V2, A.V#"_"#E.V);
}
foreach C = [["less", "a < b"], ["leq", "a <= b"], ["grt", "a > b"],
             ["geq", "a >= b"]] in {
  defvar fn = !cast<LLVMFn>("fn_sel2_"#C[0]);
  foreach R = Numbers in
    foreach E = Numbers in
      if !eq(R.Pred, E.Pred) then
        defm : Vector<"v_"#R.N#"_sel2_"#C[0]#"_"#E.N, PairOf<R, E>.C,
                      [E.V#" a", E.V#" b", R.V#" c", R.V#" d"], R.Pred, fn,
                      "a b c d "#E.Dt#" switches",
                      "The pair (c, a) where "#C[1]#", else (d, b).">;
}

//===-- Moves -------------------------------------------------------------===//

defm : Unary<"mov", Numbers, fn_mov, "A copy of a.">;
defm : Scalar<"s_i1_mov", "bool", ["bool a"], fn_mov, "a #6 switches",
              "A copy of a.">;
defm : Vector<"v_i1_mov", "bool256", ["bool256 a"], "bool256", fn_mov,
              "a #6 switches", "A copy of a.">;
defm : Vector<"v_i1_mov_i1", "bool256", ["bool a"], "bool256", fn_mov,
              "a #6 switches", "a in all lanes of a vector predicate.">;
let Updates = 1 in
defm : Vector<"v_i1_mov_flavor", "bool256", ["int32_t a", "int flavor"],
              "bool256", fn_mov_flavor, "a flavor switches",
              "The bits of a as section 0..7, or (8) as all sections.">;
def : Index1<"mov", fn_mov_mask,
             "a dimmask switches income predicate polarity",
             "A copy of the chosen dimensions.">;
defm : Scalar<"mov_irf_dim", "int32_t", ["int5 src", "int8_t dim"],
              fn_mov_irf_dim, "src dim switches",
              "One dimension of an index vector.">;
def : TPCIntrinsic<"set_indx", "int5",
                   ["int value", "int5 ndx", "int dimmask", "int switches",
                    "bool predicate=1", "bool polarity=0"],
                   fn_set_indx, "ndx dimmask value switches predicate polarity",
                   "ndx with value in the dimensions of dimmask.">;
def : TPCIntrinsic<"prmt_indx", "int5",
                   ["int5 ndx", "int prmt_type", "int switches",
                    "int5 income={}", "bool predicate=1", "bool polarity=0"],
                   fn_prmt_indx,
                   "ndx prmt_type switches income predicate polarity",
                   "ndx with its dimensions permuted.">;

foreach E = Numbers in {
  let Switches = SwDg, Updates = 1 in
  defm : Vector<"v_"#E.N#"_mov_dual_group", E.V,
                [E.V#" a", "uint32_t b", "int src_dg", "int dest_dg"], E.Pred,
                fn_mov_dual_group,
                "a b src_dg|dest_dg<<2|switches>>8&0x30 switches&~0x3000",
                "Copies dual group src_dg of a over dest_dg of income.">;
  let Switches = SwDgAll, Updates = 1 in
  defm : Vector<"v_"#E.N#"_mov_dual_group_all", E.V,
                [E.V#" a", "uint32_t b", "int sdg0", "int sdg1", "int sdg2",
                 "int sdg3"],
                E.Pred, fn_mov_dual_group_all,
                "a b sdg0|sdg1<<2|sdg2<<4|sdg3<<6 switches",
                "Copies four dual groups of a over those of income.">;
  let Switches = SwGroup, Updates = 1 in
  defm : Vector<"v_"#E.N#"_mov_group", E.V, [E.V#" a", "uint32_t b"], E.Pred,
                fn_mov_group, "a b switches",
                "Swaps the groups of each enabled dual group.">;
  let Updates = 1 in
  defm : Vector<"v_"#E.N#"_shuffle", E.V, [E.V#" a", "uchar256 b"], E.Pred,
                fn_shuffle, "a b "#E.Dt#" switches",
                "Elements of a, chosen in their dual group by b.">;
}
foreach E = [BF16, I16, U16, I8, U8] in {
  let Switches = SwPack, Updates = 1 in
  defm : Vector<"v_"#E.N#"_pack", E.V, [E.V#" a"], E.Pred, fn_pack,
                "a "#E.Dt#" switches",
                "Every second or fourth element of a group.">;
  let Switches = SwUnpack, Updates = 1 in
  defm : Vector<"v_"#E.N#"_unpack", E.V, [E.V#" a"], E.Pred, fn_unpack,
                "a "#E.Dt#" switches",
                "Spreads a group over every second or fourth place.">;
}

//===-- Bits and floating-point helpers -----------------------------------===//

// The unsigned or signed integer of a type's width.
class IntOf<Elem E> {
  Elem U = !cond(!eq(E.Pred, "bool64") : U32, !eq(E.Pred, "bool128") : U16,
                 true : U8);
  Elem S = !cond(!eq(E.Pred, "bool64") : I32, !eq(E.Pred, "bool128") : I16,
                 true : I8);
}
foreach E = Numbers in {
  // The public table gives bf16 signed counts; kept, as sources rely on it.
  defvar count = !if(!eq(E.N, "bf16"), I8, U8);
  defvar brev = !if(!or(!eq(E.N, "f32"), !eq(E.N, "bf16")), IntOf<E>.U, E);
  let Switches = [SW_COUNT_ZEROS, SW_COUNT_ONES] in {
    defm : Scalar<"s_"#E.N#"_popcnt", count.S, [E.S#" a"], fn_popcnt,
                  "a "#E.Dt#" switches", "How many bits are 0, or 1.">;
    defm : Vector<"v_"#E.N#"_popcnt", count.V, [E.V#" a"], E.Pred, fn_popcnt,
                  "a "#E.Dt#" switches", "How many bits are 0, or 1.">;
  }
  let Switches = [SW_FIND_ZERO, SW_FIND_ONE, SW_LSB, SW_MSB] in {
    defm : Scalar<"s_"#E.N#"_find_first", "uint8_t", [E.S#" a"], fn_find_first,
                  "a "#E.Dt#" switches", "Position of the first 0 or 1.">;
    defm : Vector<"v_"#E.N#"_find_first", "uchar256", [E.V#" a"], E.Pred,
                  fn_find_first, "a "#E.Dt#" switches",
                  "Position of the first 0 or 1.">;
  }
  defm : Scalar<"s_"#E.N#"_brev", brev.S, [E.S#" a"], fn_brev,
                "a "#E.Dt#" switches", "The bits of a in reverse order.">;
  defm : Vector<"v_"#E.N#"_brev", brev.V, [E.V#" a"], E.Pred, fn_brev,
                "a "#E.Dt#" switches", "The bits of a in reverse order.">;
}
let Switches = SwRound in
defm : Unary<"nearbyint", Floats, fn_nearbyint, "a rounded to an integer.">;
defm : Unary<"fclass", Floats, fn_fclass, "The class of a as a bit mask.">;
foreach E = Floats in {
  let Switches = [SW_BIASED] in {
    defm : Scalar<"s_"#E.N#"_extract_exp", IntOf<E>.S.S, [E.S#" a"],
                  fn_extract_exp, "a "#E.Dt#" switches",
                  "The exponent of a, without its bias.">;
    defm : Vector<"v_"#E.N#"_extract_exp", IntOf<E>.S.V, [E.V#" a"], E.Pred,
                  fn_extract_exp, "a "#E.Dt#" switches",
                  "The exponent of a, without its bias.">;
  }
  let Switches = SwFunc, Updates = 1 in {
    defm : Scalar<"s_"#E.N#"_calc_fp_special", E.S,
                  [E.S#" src1", E.S#" src2"], fn_calc_fp_special,
                  "src1 src2 "#E.Dt#" switches",
                  "The function's value for special classes, else income.">;
    defm : Vector<"v_"#E.N#"_calc_fp_special", E.V,
                  [E.V#" src1", E.V#" src2"], E.Pred, fn_calc_fp_special,
                  "src1 src2 "#E.Dt#" switches",
                  "The function's value for special classes, else income.">;
  }
  let Switches = SwForm in {
    defm : Vector<"v_"#E.N#"_form_fp_num", E.V,
                  [E.V#" a", E.V#" b", E.V#" c"], E.Pred, fn_form_fp_num,
                  "a b c "#E.Dt#" switches",
                  "Exponent of a, sign of b, mantissa of c.">;
    defm : Vector<"v_"#E.N#"_form_fp_num_ie", E.V,
                  ["char256 a", E.V#" b", E.V#" c"], E.Pred, fn_form_fp_num,
                  "a b c "#E.Dt#" switches|0x800",
                  "The number a as exponent, sign of b, mantissa of c.">;
  }
  let Switches = SwLut in
  defm : Vector<"v_"#E.N#"_get_lut_entry_and_interval_start",
                PairOf<IntOf<E>.U, E>.C, [E.V#" src", "int8_t shift"],
                E.Pred, fn_get_lut_entry, "src shift "#E.Dt#" switches",
                "Index into a table and the start of its interval.">;
}
class LookupIndex<Elem E> {
  string V = !cond(!eq(E.N, "i16") : "ushort128", !eq(E.N, "u16") : "ushort128",
                   !eq(E.N, "i8") : "uchar256", true : "uint64");
}
foreach E = Numbers in
  if !ne(E.Pred, "bool256") then {
    defvar index = LookupIndex<E>.V;
    let Switches = SwLookup in {
      def : TPCIntrinsic<"v_"#E.N#"_lookup_1c", E.V,
                         [index#" a", "int fid", "int switches",
                          E.V#" income", "bool predicate=1",
                          "bool polarity=0"],
                         fn_lookup_1c, !strconcat("a fid switches", End),
                         "One coefficient of a table.">;
      def : TPCIntrinsic<"v_"#E.N#"_lookup_2c", E.V2,
                         [index#" a", "int fid", "int switches",
                          E.V2#" income", "bool predicate=1",
                          "bool polarity=0"],
                         fn_lookup_2c, !strconcat("a fid switches", End),
                         "Two coefficients of a table.">;
    }
  }
foreach E = Numbers in
  if !ne(E.N, "u8") then
  let Switches = SwLookup in
  def : TPCIntrinsic<"v_"#E.N#"_lookup", E.V,
                     [LookupIndex<E>.V#" a", "int fid", "int switches", E.V#" income",
                      "bool predicate=1", "bool polarity=0"],
                     fn_lookup, !strconcat("a fid switches", End), "An entry of a table.">;

//===-- Conversions -------------------------------------------------------===//

multiclass ConvertS<Elem A, list<Elem> to> {
  foreach T = to in
    defm : Scalar<"s_convert_"#A.N#"_to_"#T.N, T.S, [A.S#" src"], fn_convert,
                  "src "#A.Dt#" switches"#T.To,
                  A.N#" to "#T.N#".">;
}
// Same width, or the low part of each wide lane.
multiclass ConvertV<Elem A, list<Elem> to> {
  foreach T = to in
    defm : Vector<"v_convert_"#A.N#"_to_"#T.N, T.V, [A.V#" src"], T.Pred,
                  fn_convert, "src "#A.Dt#" switches"#T.To,
                  A.N#" to "#T.N#", lane by lane.">;
}
// To a narrower type: one lane of each group is written.
multiclass ConvertLane<Elem A, list<Elem> to> {
  foreach T = to in
    defm : Vector<"v_convert_"#A.N#"_to_"#T.N, T.V,
                  [A.V#" src", "int lane"],
                  !if(!eq(T.Pred, "bool256"), A.Pred, T.Pred), fn_convert,
                  "src "#A.Dt#" switches|lane"#T.To,
                  A.N#" to "#T.N#", into one lane of each group.">;
}
let Switches = SwRound in {
  defm : ConvertS<F32, [I32, I16, I8, BF16]>;
  defm : ConvertS<BF16, [F32, I16]>;
  defm : ConvertS<I32, [F32, U32, BF16]>;
  defm : ConvertS<I16, [F32, I32, U32, U16, U8, BF16]>;
  defm : ConvertS<I8, [F32, I32, U32, I16, U16, U8, BF16]>;
  defm : ConvertS<U16, [BF16]>;
  defm : ConvertV<F32, [I32]>;
  defm : ConvertV<BF16, [I16]>;
  defm : ConvertV<I32, [F32, U32]>;
  defm : ConvertV<I16, [U16, BF16, F32, I32, U32]>;
  defm : ConvertV<U16, [BF16]>;
  defm : ConvertV<I8, [U8, F32, I32, U32, I16, U16]>;
  let Updates = 1 in {
    defm : ConvertLane<F32, [I16, I8]>;
    defm : ConvertLane<I32, [BF16]>;
    defm : ConvertLane<I16, [U8, I8]>;
    defm : Vector<"v_convert_f32_to_bf16_single", "bfloat128",
                  ["float64 src"], "bool128", fn_convert,
                  "src #0 switches|0x140",
                  "f32 to bf16 in the even lanes.">;
  }
  defm : Vector<"v_convert_f32_to_bf16_all", "bfloat128", ["float128 src"],
                "bool128", fn_convert, "src #0 switches|0x100",
                "A pair of f32 to bf16, all lanes.">;
  defm : Vector<"v_convert_bf16_to_f32_all", "float128", ["bfloat128 src"],
                "bool128", fn_convert, "src #1 switches",
                "bf16 to a pair of f32, all lanes.">;
}
// Shift, round and narrow. 0x80000: to 16 bits.
multiclass ConvertInt<string from, Elem A, Elem T, LLVMFn fn, string sw> {
  defvar doc = "value shifted by shift, rounded, narrowed to "#T.N#".";
  defm : Scalar<"s_convert_"#from#"_to_"#T.N, T.S,
                [A.S#" value", "int32_t shift"], fn, "value shift switches"#sw,
                doc>;
  let Updates = 1 in
  defm : Vector<"v_convert_"#from#"_to_"#T.N, T.V,
                [A.V#" value", "char256 shift", "int lane"],
                A.Pred, fn, "value shift switches|lane"#sw, doc>;
}
let Switches = SwRound in {
  defm : ConvertInt<"int32", I32, I16, fn_convert_int, "|0x80000">;
  defm : ConvertInt<"int32", I32, I8, fn_convert_int, "">;
  defm : ConvertInt<"uint32", U32, U16, fn_convert_uint, "|0x80000">;
  defm : ConvertInt<"uint32", U32, U8, fn_convert_uint, "">;
  defm : ConvertInt<"int16", I16, I8, fn_convert_int, "">;
  defm : ConvertInt<"uint16", U16, U8, fn_convert_uint, "">;
}

// Whole vectors. The order of the elements is the machine's unless SW_LINEAR
// is given, which tpc-clang turns into a call of convert_linear.
class Wide<int lanes> {
  list<list<string>> L = !cond(
    !eq(lanes, 64) : [["float64", "0"], ["int64", "2"], ["uint64", "3"]],
    !eq(lanes, 128) : [["float128", "0"], ["bfloat128", "1"], ["int128", "2"],
                       ["uint128", "3"], ["short128", "7"],
                       ["ushort128", "8"]],
    true : [["float256", "0"], ["bfloat256", "1"], ["int256", "2"],
            ["uint256", "3"], ["short256", "7"], ["ushort256", "8"],
            ["char256", "4"], ["uchar256", "5"]]);
}
class CodeOf<string n> {
  int Code = !cond(!eq(n, "0") : 0, !eq(n, "1") : 1, !eq(n, "2") : 2,
                   !eq(n, "3") : 3, !eq(n, "4") : 4, !eq(n, "5") : 5,
                   !eq(n, "7") : 7, true : 8);
}
foreach lanes = [64, 128, 256] in
  foreach A = Wide<lanes>.L in
    foreach T = Wide<lanes>.L in
      if !ne(A[0], T[0]) then
        let Switches = !listconcat(SwRound, [SW_LINEAR]) in
        def : TPCIntrinsic<"convert_"#A[0]#"_to_"#T[0], T[0],
                           [A[0]#" a", "int options"], fn_convert,
                           "a #"#A[1]#" options|"#!shl(CodeOf<T[1]>.Code, 8)
                             #" ? #1 #0",
                           "a as "#T[0]#"; SW_LINEAR keeps the order of elements.">;

//===-- Tensors -----------------------------------------------------------===//

foreach E = AllElems in {
  foreach part = ["", "_low", "_high"] in {
    // Half of the destination keeps its value.
    let Updates = !ne(part, "") in
    defm : Vector<"v_"#E.N#"_ld_tnsr"#part, E.V,
                  ["int5 ndx", "int8_t tensor"], E.Pred,
                  !cast<LLVMFn>("fn_ld_tnsr"#part), "ndx tensor switches",
                  "Loads a vector from a tensor at ndx.">;
    let Switches = SwStTnsr in {
      def : TPCIntrinsic<"v_"#E.N#"_st_tnsr"#part, "void",
                         !listconcat(["int5 ndx", "int8_t tensor",
                                      E.V#" value"], CTailAcc),
                         !cast<LLVMFn>("fn_st_tnsr"#part),
                         "ndx tensor value switches predicate polarity",
                         "Stores a vector to a tensor at ndx.">;
      if !ne(E.N, "i1") then
      def : TPCIntrinsic<"v_"#E.N#"_st_tnsr"#part#"_rmw", "void",
                         !listconcat(["int5 ndx", "int8_t tensor",
                                      E.V#" value", "int rmw"], CTailAcc),
                         !cast<LLVMFn>("fn_st_tnsr"#part#"_rmw"),
                         "ndx tensor value rmw switches|2 predicate polarity",
                         "Combines a vector with a tensor at ndx.">;
    }
  }
  let Updates = 1 in
  defm : Vector<"v_"#E.N#"_ld_tnsr_partial", E.V,
                ["int5 ndx", "int8_t tensor", "int8_t size",
                 "int8_t offset"], E.Pred, fn_ld_tnsr_partial,
                "ndx tensor size|offset<<8 switches|1",
                "Loads size + 1 elements into the lanes from offset on.">;
  let Switches = SwStTnsr in {
    def : TPCIntrinsic<"v_"#E.N#"_st_tnsr_partial", "void",
                       !listconcat(["int5 ndx", "int8_t tensor",
                                    E.V#" value", "int8_t size",
                                    "int8_t offset"], CTailAcc),
                       fn_st_tnsr_partial,
                       "ndx tensor value size|offset<<8 switches|1 "
                       "predicate polarity",
                       "Stores size + 1 lanes from offset on.">;
    if !ne(E.N, "i1") then
    def : TPCIntrinsic<"v_"#E.N#"_st_tnsr_partial_rmw", "void",
                       !listconcat(["int5 ndx", "int8_t tensor",
                                    E.V#" value", "int rmw", "int8_t size",
                                    "int8_t offset"], CTailAcc),
                       fn_st_tnsr_partial_rmw,
                       "ndx tensor value rmw size|offset<<8 switches|3 "
                       "predicate polarity",
                       "Combines size + 1 lanes with a tensor at ndx.">;
  }
}
def : TPCIntrinsic<"gen_addr", "gptr",
                   ["int5 inx", "int8_t tensor", "int switches=0",
                    "gptr income={}", "bool predicate=1", "bool polarity=0"],
                   fn_gen_addr, !strconcat("inx tensor switches", End),
                   "Address of the element at inx.">;

//===-- Memory ------------------------------------------------------------===//

foreach E = AllElems in {
  let Switches = [SW_SLM, SW_MMIO] in
  defm : Scalar<"s_"#E.N#"_ld_l", E.S, ["uint32_t addr"], fn_ld_l,
                "addr switches", "Loads from scalar local memory.">;
  let Switches = [SW_SLM, SW_MMIO] in
  def : TPCIntrinsic<"s_"#E.N#"_st_l", "void",
                     !listconcat(["uint32_t addr", E.S#" value"], CTailAcc),
                     fn_st_l, "addr value switches predicate polarity",
                     "Stores to scalar local memory.">;
  foreach part = ["", "_low", "_high"] in {
    let Updates = !ne(part, "") in
    defm : Vector<"v_"#E.N#"_ld_l_v"#part, E.V, ["uint32_t addr"], E.Pred,
                  !cast<LLVMFn>("fn_ld_l_v"#part), "addr switches",
                  "Loads a vector from local memory.">;
    def : TPCIntrinsic<"v_"#E.N#"_st_l_v"#part, "void",
                       !listconcat(["uint32_t addr", E.V#" value"], CTailAcc),
                       !cast<LLVMFn>("fn_st_l_v"#part),
                       "addr value switches predicate polarity",
                       "Stores a vector to local memory.">;
  }
  defm : Scalar<"s_"#E.N#"_ld_g", E.S, ["cgptr addr"], fn_ld_g,
                "addr switches", "Loads from global memory.">;
  if !ne(E.N, "i1") then
  defm : Scalar<"v_"#E.N#"_ld_g", E.V, ["cgptr addr"], fn_ld_g,
                "addr switches", "Loads one element into all lanes.">;
  def : TPCIntrinsic<"s_"#E.N#"_st_g", "void",
                     !listconcat(["gptr addr", E.S#" value"], CTailAcc),
                     fn_st_g, "addr value switches predicate polarity",
                     "Stores to global memory.">;
}
def : TPCIntrinsic<"prefetch", "void", !listconcat(["cgptr a"], CTailAcc),
                   fn_prefetch, "a switches predicate polarity",
                   "Fetches a line into the cache.">;

//===-- Functions of lib/math ------------------------------------------------===//

include "TPCLibrary.td"

//===-- What other processors have ------------------------------------------===//

include "TPCOtherIntrinsics.td"

//===-- The core ----------------------------------------------------------===//

foreach L = [["4b", "uint64", "bool64"], ["2b", "ushort128", "bool128"],
             ["1b", "uchar256", "bool256"]] in {
  def : TPCIntrinsic<"read_lane_id_"#L[0]#"_b", L[1],
                     [L[1]#" income={}", "bool predicate=1",
                      "bool polarity=0"],
                     fn_read_lane_id, "income predicate polarity",
                     "The number of each lane.">;
  def : TPCIntrinsic<"read_lane_id_"#L[0]#"_vb", L[1],
                     [L[1]#" income", L[2]#" predicate", "bool polarity=0"],
                     fn_read_lane_id, "income predicate polarity",
                     "The number of each lane.">;
}
let Variant = fn_read_lfsrnc, VariantSwitch = SW_READ_ONLY,
    Switches = [SW_READ_ONLY] in
def : TPCIntrinsic<"read_lfsr_b", "char256", TailS<"char256">.L, fn_read_lfsr,
                   "income predicate polarity",
                   "The vector random register, which advances unless SW_READ_ONLY is given.">;
let Variant = fn_read_lfsrnc, VariantSwitch = SW_READ_ONLY,
    Switches = [SW_READ_ONLY] in
def : TPCIntrinsic<"read_lfsr_vb", "char256",
                   ["int switches", "char256 income", "bool256 predicate",
                    "bool polarity=0"],
                   fn_read_lfsr, "income predicate polarity",
                   "The vector random register, which advances unless SW_READ_ONLY is given.">;
let Variant = fn_s_read_lfsrnc, VariantSwitch = SW_READ_ONLY,
    Switches = [SW_READ_ONLY] in
def : TPCIntrinsic<"s_read_lfsr", "int32_t", TailS<"int32_t">.L,
                   fn_s_read_lfsr, "income predicate polarity",
                   "The scalar random register, which advances unless SW_READ_ONLY is given.">;
def : TPCIntrinsic<"read_lfsrnc", "char256", TailS<"char256">.L, fn_read_lfsrnc,
                   "income predicate polarity",
                   "The vector random register, which stays as it is.">;
def : TPCIntrinsic<"s_read_lfsrnc", "int32_t", TailS<"int32_t">.L,
                   fn_s_read_lfsrnc, "income predicate polarity",
                   "The scalar random register, which stays as it is.">;
def : TPCIntrinsic<"write_lfsr_b", "void",
                   ["char256 src", "bool predicate=1", "bool polarity=0"],
                   fn_write_lfsr, "src predicate polarity",
                   "Seeds the vector random register.">;
def : TPCIntrinsic<"write_lfsr_vb", "void",
                   ["char256 src", "bool256 predicate", "bool polarity=0"],
                   fn_write_lfsr, "src predicate polarity",
                   "Seeds the vector random register.">;
let Switches = [SW_DEC, SW_INC, SW_VPU, SW_SPU] in
def : TPCIntrinsic<"aso", "void", CTailAcc, fn_aso,
                   "switches predicate polarity",
                   "Raises the semaphore when older writes are done.">;
def : TPCIntrinsic<"cache_flush", "void", CTailAcc, fn_cache_flush,
                   "switches predicate polarity", "Writes back the cache.">;
def : TPCIntrinsic<"cache_invalidate", "void", CTailAcc, fn_cache_invalidate,
                   "switches predicate polarity", "Drops cached lines.">;
def : TPCIntrinsic<"get_index_space_offset", "int5", [],
                   fn_get_index_space_offset, "",
                   "First point of this invocation's part of the index space.">;
def : TPCIntrinsic<"get_index_space_size", "int5", [],
                   fn_get_index_space_size, "",
                   "Size of this invocation's part of the index space.">;
foreach n = ["size", "stride"] in {
  def : TPCIntrinsic<"get_dim_"#n, "uint32_t", ["int32_t a", "uint32_t dim"],
                     !cast<LLVMFn>("fn_get_dim_"#n), "a dim",
                     "The "#n#" of a tensor's dimension, in elements.">;
  def : TPCIntrinsic<"set_dim_"#n, "void",
                     ["int32_t a", "uint32_t dim", "uint32_t value"],
                     !cast<LLVMFn>("fn_set_dim_"#n), "a dim value",
                     "Sets the "#n#" of a tensor's dimension.">;
}
foreach P = [["uint", "uint32_t"], ["int", "int32_t"], ["float", "float"],
             ["ushort", "uint16_t"], ["short", "int16_t"],
             ["uchar", "uint8_t"], ["char", "int8_t"], ["bf16", "bf16"]] in {
  def : TPCIntrinsic<"get_pad_value_"#P[0], P[1], ["int32_t a"],
                     fn_get_pad_value, "a", "A tensor's padding value.">;
  def : TPCIntrinsic<"set_pad_value_"#P[0], "void",
                     ["int32_t a", P[1]#" value"], fn_set_pad_value,
                     "a value", "Sets a tensor's padding value.">;
}
foreach n = ["semaphore_value", "csr_value", "convert_csr_value"] in {
  def : TPCIntrinsic<"get_"#n, "int32_t", [], !cast<LLVMFn>("fn_get_"#n), "",
                     "A register of the core.">;
  def : TPCIntrinsic<"set_"#n, "void", ["int32_t val"],
                     !cast<LLVMFn>("fn_set_"#n), "val",
                     "Writes a register of the core.">;
}
