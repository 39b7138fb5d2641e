//===-- TPCInstrVector.td - operations of the VPU slot -----*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Opcodes: facts 4.8 (LLVM T/TPCInstrInfo.td). Operand places: facts 4.9.
//
//===----------------------------------------------------------------------===//

class VpuInst<bits<8> opcode, string mn, bit typed, bit switched, dag results, dag sources, string operands>
    : GuardedInst<VpuSlot, opcode, mn, typed, switched, results, sources, operands,
                  AnyPred> {
  let Types = !if(typed, AllTypes, []<DataType>);
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

class VpuUnary<bits<8> opcode, string mn, bit switched, Kind kd, Kind ka>
    : VpuInst<opcode, mn, 1, switched, (outs kd.Op:$dst), (ins ka.Op:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let Type = type;
  let Sw = !if(switched, sw{7-0}, NoSw);
}

class VpuBinary<bits<8> opcode, string mn, bit typed, bit switched, Kind kd,
                Kind ka, Kind kb>
    : VpuInst<opcode, mn, typed, switched, (outs kd.Op:$dst),
              (ins ka.Op:$a, kb.Op:$b), "$dst, $a, $b"> {
  bits<9> dst;
  bits<9> a;
  bits<41> b;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b{8-0};
  let Imm = !if(kb.IsImm, b{40-9}, NoImm);
  let Type = !if(typed, type, NoType);
  let Sw = !if(switched, sw{7-0}, NoSw);
}

// One source.
class VpuOne<bits<8> opcode, string mn, Kind ka, list<Switch> switches = []>
    : VpuUnary<opcode, mn, !not(!empty(switches)), KindV, ka> {
  let Switches = switches;
}

// V, V, {S, V, imm}
multiclass VpuAlu<bits<8> opcode, string mn, list<Switch> switches = [],
                  list<Switch> words = []> {
  foreach kb = [KindSsrc, KindVsrc, KindImm] in
  def NAME#_V_V_#kb.Letter
      : VpuBinary<opcode, mn, 1, !not(!empty(switches)), KindV, KindVsrc, kb> {
    let Switches = !listconcat(switches, words);
  }
}

// The reference assembler also takes groups of four registers here. They have
// no effect on the encoding and are printed as V.
multiclass VpuAluGroups<bits<8> opcode, string mn, list<Switch> switches> {
  let isAsmParserOnly = 1 in
  foreach kb = [KindSsrc, KindVsrc, KindImm] in
  def NAME#_A_A_#kb.Letter
      : VpuBinary<opcode, mn, 1, 1, KindA, KindA, kb> {
    let Switches = switches;
  }
}

multiclass VpuCompare<bits<8> opcode, string mn, list<Switch> switches = []> {
  foreach kb = [KindSsrc, KindVsrc, KindImm] in
  def NAME#_VP_V_#kb.Letter
      : VpuBinary<opcode, mn, 1, !not(!empty(switches)), KindVP, KindVsrc,
                  kb> {
    let Switches = switches;
  }
}

// Products. 16-bit integers, and bf16 with ACC_FP32, fill a pair of registers;
// which of the two the assembler calls the destination is up to the type, so
// text may use either name.
class VpuProduct<bits<8> opcode, string mn, Kind kd, Kind kb,
                 list<DataType> types, list<Switch> switches>
    : VpuBinary<opcode, mn, 1, 1, kd, KindVsrc, kb> {
  let Types = types;
  let Switches = switches;
}

// As VpuProduct, with ACC_FP32 set.
class VpuProductAcc<bits<8> opcode, string mn, Kind kb, list<DataType> types,
                    list<Switch> switches>
    : VpuProduct<opcode, mn, KindD, kb, types, switches> {
  let Sw = {sw{7}, sw{6}, sw{5}, sw{4}, sw{3}, 1, sw{1}, sw{0}};
}

// cmp(a, b) ? c : d
class VpuSelect<bits<8> opcode, string mn, bit switched, Kind kd, Kind kb,
                Kind k4>
    : VpuInst<opcode, mn, 1, switched, (outs kd.Op:$dst),
              (ins VRFSrc:$a, kb.Op:$b, VRFSrc:$c, k4.Op:$d),
              "$dst, $a, $b, $c, $d"> {
  bits<9> dst;
  bits<9> a;
  bits<41> b;
  bits<9> c;
  bits<41> d;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b{8-0};
  let SrcC = c;
  let SrcD = d{8-0};
  let Imm = !if(kb.IsImm, b{40-9}, !if(k4.IsImm, d{40-9}, NoImm));
  let Type = type;
  let Sw = !if(switched, sw{7-0}, NoSw);
}

// The second and the fourth source may be S or an immediate, not both.
multiclass VpuSelectForms<bits<8> opcode, string mn, Kind kd,
                          list<Switch> switches = []> {
  foreach kb = [KindSsrc, KindVsrc, KindImm] in
  def NAME#_#kd.Letter#_V_#kb.Letter#_V_V
      : VpuSelect<opcode, mn, !not(!empty(switches)), kd, kb, KindVsrc> {
    let Switches = switches;
  }
  foreach k4 = [KindSsrc, KindImm] in
  def NAME#_#kd.Letter#_V_V_V_#k4.Letter
      : VpuSelect<opcode, mn, !not(!empty(switches)), kd, KindVsrc, k4> {
    let Switches = switches;
  }
}

//===----------------------------------------------------------------------===//
// Arithmetic and logic
//===----------------------------------------------------------------------===//

defvar MacTypesV = [TypeF32, TypeBF16];
defvar WideTypes = [TypeI16, TypeU16];
defvar ByteTypes = [TypeI8, TypeU8];

// Products on goya: no bf16, but bytes, whose 32-bit results fill four
// registers.
let Requires = [FeatureGoyaOnly] in
foreach kb = [KindSsrc, KindVsrc, KindImm] in {
  let ReadsDest = 1 in {
    def VPU_MAC_F32_V_V_#kb.Letter
        : VpuProduct<0x00, "mac", KindV, kb, [TypeF32], [SatSw, NegSw]>;
    def VPU_MAC_BYTES_A_V_#kb.Letter
        : VpuProduct<0x00, "mac", KindA, kb, ByteTypes, [SatSw, NegSw]>;
  }
  def VPU_MUL_F32_V_V_#kb.Letter
      : VpuProduct<0x01, "mul", KindV, kb, [TypeF32], []>;
  def VPU_MUL_BYTES_A_V_#kb.Letter
      : VpuProduct<0x01, "mul", KindA, kb, ByteTypes, []>;
  let isAsmParserOnly = 1 in {
    def VPU_MAC_BYTES_V_V_#kb.Letter
        : VpuProduct<0x00, "mac", KindV, kb, ByteTypes, [SatSw, NegSw]>;
    def VPU_MUL_BYTES_V_V_#kb.Letter
        : VpuProduct<0x01, "mul", KindV, kb, ByteTypes, []>;
  }
}

// From greco on products are in TPCInstrProduct.td.
let ReadsDest = 1 in
foreach kb = [KindSsrc, KindVsrc, KindImm] in {
  // The first two are each other's spelling: with AccFp32Text a V destination
  // selects the D record, and the parser-only record does the reverse.
  let Requires = [FeatureGaudiOnly] in {
    def VPU_MAC_V_V_#kb.Letter
        : VpuProduct<0x00, "mac", KindV, kb, MacTypesV,
                     [SatSw, NegSw, AccFp32Text]>;
    def VPU_MAC_ACC_D_V_#kb.Letter
        : VpuProductAcc<0x00, "mac", kb, [TypeBF16],
                        [SatSw, NegSw, AccFp32On]>;
    let isAsmParserOnly = 1 in
    def VPU_MAC_D_V_#kb.Letter#_FLOAT
        : VpuProduct<0x00, "mac", KindD, kb, MacTypesV,
                     [SatSw, NegSw, AccFp32Text]>;
  }
  let Requires = [FeatureGaudiBOnly] in {
    def VPU_MAC_F16_V_V_#kb.Letter
        : VpuProduct<0x00, "mac", KindV, kb, [TypeF16],
                     [FtzSw, NegSw, AccFp32Text]>;
    def VPU_MAC_F16_ACC_D_V_#kb.Letter
        : VpuProductAcc<0x00, "mac", kb, [TypeF16],
                        [FtzSw, NegSw, AccFp32On]>;
    let isAsmParserOnly = 1 in
    def VPU_MAC_F16_D_V_#kb.Letter
        : VpuProduct<0x00, "mac", KindD, kb, [TypeF16],
                     [FtzSw, NegSw, AccFp32Text]>;
  }
  let Requires = [FeaturePreGreco] in
  def VPU_MAC_D_V_#kb.Letter
      : VpuProduct<0x00, "mac", KindD, kb, WideTypes, [SatSw, NegSw]>;
  let isAsmParserOnly = 1, Requires = [FeaturePreGreco] in
  def VPU_MAC_V_V_#kb.Letter#_WIDE
      : VpuProduct<0x00, "mac", KindV, kb, WideTypes, [SatSw, NegSw]>;
}

foreach kb = [KindSsrc, KindVsrc, KindImm] in {
  let Requires = [FeatureGaudiOnly] in {
    def VPU_MUL_V_V_#kb.Letter
        : VpuProduct<0x01, "mul", KindV, kb, MacTypesV, [AccFp32Text]>;
    def VPU_MUL_ACC_D_V_#kb.Letter
        : VpuProductAcc<0x01, "mul", kb, [TypeBF16], [AccFp32On]>;
    let isAsmParserOnly = 1 in
    def VPU_MUL_D_V_#kb.Letter#_FLOAT
        : VpuProduct<0x01, "mul", KindD, kb, MacTypesV, [AccFp32Text]>;
  }
  let Requires = [FeatureGaudiBOnly] in {
    def VPU_MUL_F16_V_V_#kb.Letter
        : VpuProduct<0x01, "mul", KindV, kb, [TypeF16], [FtzSw, AccFp32Text]>;
    def VPU_MUL_F16_ACC_D_V_#kb.Letter
        : VpuProductAcc<0x01, "mul", kb, [TypeF16], [FtzSw, AccFp32On]>;
    let isAsmParserOnly = 1 in
    def VPU_MUL_F16_D_V_#kb.Letter
        : VpuProduct<0x01, "mul", KindD, kb, [TypeF16], [FtzSw, AccFp32Text]>;
  }
  // 32-bit integers have 64-bit products unless they are rounded.
  let Requires = [FeaturePreGreco] in
  def VPU_MUL_D_V_#kb.Letter
      : VpuProduct<0x01, "mul", KindD, kb, [TypeI32, TypeU32, TypeI16, TypeU16],
                   [DoubleRound32Text]>;
  let Requires = [FeaturePreGaudiB] in
  def VPU_MUL_ROUND_V_V_#kb.Letter
      : VpuProduct<0x01, "mul", KindV, kb, [TypeI32, TypeU32],
                   [DoubleRound32On]> {
    let Sw = {sw{7}, sw{6}, sw{5}, sw{4}, sw{3}, sw{2}, 1, sw{0}};
  }
  let isAsmParserOnly = 1, Requires = [FeaturePreGreco] in
  def VPU_MUL_V_V_#kb.Letter#_WIDE
      : VpuProduct<0x01, "mul", KindV, kb,
                   [TypeI32, TypeU32, TypeI16, TypeU16], [DoubleRound32Text]>;
}

defvar AddSwitches = !listconcat(SatOrFtz, [CarrySw, NoCarryGenSw]);
defvar SubSwitches = !listconcat(SatOrFtz, [NegSw, NoBorrowGenSw,
                                            BorrowSw]);
defm VPU_ADD : VpuAlu<0x02, "add", AddSwitches>;
defm VPU_ADD : VpuAluGroups<0x02, "add", AddSwitches>;
defm VPU_SUB : VpuAlu<0x03, "sub", SubSwitches>;
defm VPU_SUB : VpuAluGroups<0x03, "sub", SubSwitches>;
defm VPU_MAX : VpuAlu<0x05, "max">;
defm VPU_MIN : VpuAlu<0x06, "min">;
def VPU_ABS_V_V : VpuOne<0x07, "abs", KindVsrc, [NoSatSw]>;

defm VPU_CMP_EQ : VpuCompare<0x09, "cmp_eq", [MaskEqZeroSw]>;
defm VPU_CMP_NEQ : VpuCompare<0x0a, "cmp_neq">;
defm VPU_CMP_LESS : VpuCompare<0x0b, "cmp_less">;
defm VPU_CMP_LEQ : VpuCompare<0x0c, "cmp_leq">;
defm VPU_CMP_GRT : VpuCompare<0x0d, "cmp_grt">;
defm VPU_CMP_GEQ : VpuCompare<0x0e, "cmp_geq">;

defm VPU_OR : VpuAlu<0x0f, "or">;
def VPU_OR_VP_VP_VP : VpuBinary<0x0f, "or", 1, 0, KindVP, KindVP, KindVP>;
defm VPU_AND : VpuAlu<0x10, "and", [], [AndnText]>;
def VPU_AND_VP_VP_VP : VpuBinary<0x10, "and", 1, 0, KindVP, KindVP, KindVP> {
  let Switches = [AndnText];
}
// a & ~b, from greco on
class VpuAndNot<Kind kd, Kind ka, Kind kb>
    : VpuBinary<0x10, "and", 1, 1, kd, ka, kb> {
  let Sw = 2;
  let Switches = [AndnOn];
  let Requires = [FeatureGrecoPlus];
}
foreach kb = [KindSsrc, KindVsrc, KindImm] in
def VPU_ANDN_V_V_#kb.Letter : VpuAndNot<KindV, KindVsrc, kb>;
def VPU_ANDN_VP_VP_VP : VpuAndNot<KindVP, KindVP, KindVP>;
defm VPU_XOR : VpuAlu<0x11, "xor">;
def VPU_XOR_VP_VP_VP : VpuBinary<0x11, "xor", 1, 0, KindVP, KindVP, KindVP>;
def VPU_NOT_V_V : VpuOne<0x12, "not", KindVsrc>;
def VPU_NOT_VP_VP : VpuUnary<0x12, "not", 0, KindVP, KindVP>;
let ImmSign = "unsigned" in {
  defm VPU_SHR : VpuAlu<0x13, "shr">;
  defm VPU_SHL : VpuAlu<0x14, "shl">;
}
defm VPU_ASH : VpuAlu<0x15, "ash", [SatAsh, RhuSw], [RhazRsText]>;
// Of a product that kept the bits it rounds by.
foreach ka = [KindD, KindV] in
let isAsmParserOnly = !eq(ka.Letter, "V"), Requires = [FeatureGrecoPlus] in
foreach kb = [KindSsrc, KindVsrc, KindImm] in
def VPU_ASH_RHAZ_V_#ka.Letter#_#kb.Letter
    : VpuBinary<0x15, "ash", 1, 1, KindV, ka, kb> {
  let Sw{2} = 1;
  let Switches = [SatAsh, RhuSw, RhazRsOn];
}

def VPU_POPCNT_V_V : VpuOne<0x19, "popcnt", KindVsrc, [SetSw]>;
def VPU_FIND_FIRST_V_V : VpuOne<0x1a, "find_first", KindVsrc, [SetSw, DirSw]>;
class VpuNearby<Kind kd> : VpuUnary<0x1b, "nearbyint", 1, kd, KindVsrc> {
  let SrcB{3-0} = sw{11-8};
  let Switches = [NearbyTargetB, RmSw, RmGoyaSw, CnvrtText];
}
def VPU_NEARBYINT_V_V : VpuNearby<KindV>;
// To integers in a pair of registers.
let Requires = [FeatureGrecoPlus] in
def VPU_NEARBYINT_CNVRT_D_V
    : VpuInst<0x1b, "nearbyint", 1, 1, (outs DRF:$dst), (ins VRFSrc:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let SrcB{3-0} = sw{11-8};
  let Type = type;
  let Sw{2-0} = sw{2-0};
  let Sw{4} = 1;
  let Switches = [CnvrtOn, NearbyTargetB, RmSw];
}
let isAsmParserOnly = 1 in
def VPU_NEARBYINT_D_V : VpuNearby<KindD>;
foreach ka = [KindVsrc, KindImm] in
def VPU_EXTRACT_EXP_V_#ka.Letter : VpuOne<0x1d, "extract_exp", ka,
                                           [BiasedSw, UnbiasedSw, PreLogSw]>;
let Requires = [FeatureGaudiPlus] in {
  foreach ka = [KindSsrc, KindVsrc] in {
    def VPU_FCLASS_V_#ka.Letter : VpuOne<0x1e, "fclass", ka>;
    def VPU_BREV_V_#ka.Letter : VpuOne<0x1f, "brev", ka>;
  }
  def VPU_CALC_FP_SPECIAL_V_V_V
      : VpuBinary<0x34, "calc_fp_special", 1, 1, KindV, KindVsrc, KindVsrc> {
    let Switches = [FuncSw, FuncOtherTypes];
  }
}

// FCLASS with thresholds, one of them scalar.
class VpuFclassLimit<Kind ka, Kind kb, Kind kc>
    : VpuInst<0x1e, "fclass", 1, 1, (outs VRF:$dst),
              (ins ka.Op:$a, kb.Op:$b, kc.Op:$c), "$dst, $a, $b, $c"> {
  bits<9> dst;
  bits<9> a;
  bits<9> b;
  bits<9> c;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b;
  let SrcD = c;
  let Type = type;
  let Sw{0} = 1;
  let Switches = [LimitOn];
  let Requires = [FeatureGrecoPlus];
}
def VPU_FCLASS_LIMIT_V_V_V_V : VpuFclassLimit<KindVsrc, KindVsrc, KindVsrc>;
def VPU_FCLASS_LIMIT_V_S_V_V : VpuFclassLimit<KindSsrc, KindVsrc, KindVsrc>;
def VPU_FCLASS_LIMIT_V_V_S_V : VpuFclassLimit<KindVsrc, KindSsrc, KindVsrc>;
def VPU_FCLASS_LIMIT_V_V_V_S : VpuFclassLimit<KindVsrc, KindVsrc, KindSsrc>;

//===----------------------------------------------------------------------===//
// Selection
//===----------------------------------------------------------------------===//

// (a * b) normalised by c and d, added to the destination.
let Requires = [FeatureMsac], ReadsDest = 1 in
defm VPU_MSAC : VpuSelectForms<0x33, "msac", KindV, [MsacRhuSw, NormSelSw]>;

defm VPU_SEL_EQ : VpuSelectForms<0x22, "sel_eq", KindV, [MaskEqZeroSw]>;
defm VPU_SEL_NEQ : VpuSelectForms<0x23, "sel_neq", KindV>;
defm VPU_SEL_LESS : VpuSelectForms<0x24, "sel_less", KindV>;
defm VPU_SEL_LEQ : VpuSelectForms<0x25, "sel_leq", KindV>;
defm VPU_SEL_GRT : VpuSelectForms<0x26, "sel_grt", KindV>;
defm VPU_SEL_GEQ : VpuSelectForms<0x27, "sel_geq", KindV>;
// The pair holds what is selected of a and b, and of c and d. Text may name it
// by its first register.
let isAsmParserOnly = 1 in {
  defm VPU_SEL2_LESS : VpuSelectForms<0x28, "sel2_less", KindV>;
  defm VPU_SEL2_LEQ : VpuSelectForms<0x29, "sel2_leq", KindV>;
  defm VPU_SEL2_GRT : VpuSelectForms<0x2a, "sel2_grt", KindV>;
  defm VPU_SEL2_GEQ : VpuSelectForms<0x2b, "sel2_geq", KindV>;
}
defm VPU_SEL2_LESS : VpuSelectForms<0x28, "sel2_less", KindD>;
defm VPU_SEL2_LEQ : VpuSelectForms<0x29, "sel2_leq", KindD>;
defm VPU_SEL2_GRT : VpuSelectForms<0x2a, "sel2_grt", KindD>;
defm VPU_SEL2_GEQ : VpuSelectForms<0x2b, "sel2_geq", KindD>;

//===----------------------------------------------------------------------===//
// Conversions
//===----------------------------------------------------------------------===//

class VpuConvert<Kind kd, Kind ka>
    : VpuInst<0x16, "convert", 1, 1, (outs kd.Op:$dst), (ins ka.Op:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let SrcB{7-0} = sw{15-8};
  let Sw{4-0} = sw{4-0};
  let Type = type;
  let Switches = [LaneSelB, NumLanesToBf16, NumLanesFromBf16, NumLanesToF16,
                  NumLanesFromF16, NumLanesOther, NumLanesX2, NumLanesX4,
                  NumLanesGreco,
                  ConvertX2B, TargetTypeB, ConvertX4Sw, ClipFp16Ignored,
                  RmConvertSw, RmConvert2Sw, RmGoyaSw, ClipFpSw];
}
def VPU_CONVERT_V_V : VpuConvert<KindV, KindVsrc>;
let isAsmParserOnly = 1, ForSelection = 1, Requires = [FeatureGaudiPlus] in {
  def VPU_CONVERT_D_V : VpuConvert<KindD, KindVsrc>;
  def VPU_CONVERT_V_D : VpuConvert<KindV, KindD>;
}
// Which groups a conversion reads and writes is up to its types.
let isAsmParserOnly = 1, Requires = [FeatureGrecoPlus] in {
  def VPU_CONVERT_D_D : VpuConvert<KindD, KindD>;
  def VPU_CONVERT_A_A : VpuConvert<KindA, KindA>;
  def VPU_CONVERT_A_V : VpuConvert<KindA, KindVsrc>;
  def VPU_CONVERT_V_A : VpuConvert<KindV, KindA>;
}

// The type field holds rounding and width instead of a type.
class VpuConvertTo<bits<8> opcode, string mn, Kind ka, Kind kb,
                   list<Switch> switches>
    : VpuInst<opcode, mn, 0, 1, (outs VRF:$dst), (ins ka.Op:$a, kb.Op:$b),
              "$dst, $a, $b"> {
  bits<9> dst;
  bits<9> a;
  bits<41> b;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b{8-0};
  let Imm = !if(kb.IsImm, b{40-9}, NoImm);
  let Type = sw{37-34};
  let Sw{2-0} = sw{2-0};
  let Switches = switches;
}
multiclass VpuConvertToForms<bits<8> opcode, string mn, Kind ka,
                             list<Switch> switches> {
  foreach kb = [KindSsrc, KindVsrc, KindImm] in
  def NAME#_V_#ka.Letter#_#kb.Letter
      : VpuConvertTo<opcode, mn, ka, kb, switches>;
}
defvar LaneSwitches = [LaneSelSw, LaneSelAll, LaneSelOne, ConvertLanesSw];
defvar To16Switches = !listconcat(LaneSwitches, RmTypes);
defvar To32Switches = !listconcat(To16Switches, ToWidthTypes);
defvar To8Switches = [RmType, AllLanesIgnored];
defm VPU_CONVERT_INT16
    : VpuConvertToForms<0x04, "convert_int16", KindVsrc, To16Switches>;
defm VPU_CONVERT_INT32
    : VpuConvertToForms<0x17, "convert_int32", KindVsrc, To32Switches>;
defm VPU_CONVERT_UINT32
    : VpuConvertToForms<0x18, "convert_uint32", KindVsrc, To32Switches>;
defm VPU_CONVERT_UINT16
    : VpuConvertToForms<0x1c, "convert_uint16", KindVsrc, To16Switches>;
let Requires = [FeatureGaudiPlus] in {
  defm VPU_CONVERT_INT8
      : VpuConvertToForms<0x35, "convert_int8", KindD, To8Switches>;
  defm VPU_CONVERT_UINT8
      : VpuConvertToForms<0x36, "convert_uint8", KindD, To8Switches>;
}
let isAsmParserOnly = 1, Requires = [FeatureGaudiPlus] in {
  defm VPU_CONVERT_INT8
      : VpuConvertToForms<0x35, "convert_int8", KindVsrc, To8Switches>;
  defm VPU_CONVERT_UINT8
      : VpuConvertToForms<0x36, "convert_uint8", KindVsrc, To8Switches>;
  defm VPU_CONVERT_INT16
      : VpuConvertToForms<0x04, "convert_int16", KindD, To16Switches>;
  defm VPU_CONVERT_UINT16
      : VpuConvertToForms<0x1c, "convert_uint16", KindD, To16Switches>;
  foreach ka = [KindD, KindA] in {
    defm VPU_CONVERT_INT32
        : VpuConvertToForms<0x17, "convert_int32", ka, To32Switches>;
    defm VPU_CONVERT_UINT32
        : VpuConvertToForms<0x18, "convert_uint32", ka, To32Switches>;
  }
}

//===----------------------------------------------------------------------===//
// Moves and permutations
//===----------------------------------------------------------------------===//

// Cheaper to do again than to keep.
let isReMaterializable = 1, isAsCheapAsAMove = 1 in
foreach ka = [KindSsrc, KindImm] in
def VPU_MOV_V_#ka.Letter : VpuUnary<0x08, "mov", 0, KindV, ka>;
let DefaultType = TypeF32 in
def VPU_MOV_V_V : VpuUnary<0x08, "mov", 0, KindV, KindVsrc> {
  let Switches = [MovX2Text];
}
let DefaultType = TypeI32 in
foreach ka = [KindSP, KindVP] in
def VPU_MOV_VP_#ka.Letter : VpuUnary<0x08, "mov", 0, KindVP, ka>;

// From greco on predicates are moved as vectors, pairs at once, and hardware
// registers read and written.
let Requires = [FeatureGrecoPlus] in {
  let DefaultType = TypeI32 in {
    def VPU_MOV_V_VP : VpuUnary<0x08, "mov", 0, KindV, KindVP>;
    def VPU_MOV_VP_V : VpuUnary<0x08, "mov", 0, KindVP, KindV>;
  }
  let DefaultType = TypeF32 in
  def VPU_MOV_X2_D_D : VpuUnary<0x08, "mov", 1, KindD, KindD> {
    let Sw = 4;
    let Switches = [MovX2On];
  }
}
class VpuMovFromHw<string mn, dag results, dag sources>
    : VpuInst<0x08, mn, 0, 0, results, sources, "$dst, $hw"> {
  bits<9> dst;
  bits<9> hw;
  let Dest = dst;
  let SrcA = dst;
  let SrcB{5-0} = hw{5-0};
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
  let IgnoreType = !eq(mn, "mov");
  let Requires = [FeatureGrecoPlus];
  let DecodeLast = !ne(mn, "mov");
}
class VpuMovToHw<string mn, dag sources>
    : VpuInst<0x08, mn, 0, 0, (outs), sources, "$hw, $a"> {
  bits<9> hw;
  bits<9> a;
  let SrcA = a;
  let SrcB{5-0} = hw{5-0};
  let SrcB{6} = 1;
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
  let IgnoreType = !eq(mn, "mov");
  let Requires = [FeatureGrecoPlus];
  let DecodeLast = !ne(mn, "mov");
  let hasSideEffects = 1;
}
def VPU_MOV_V_HW : VpuMovFromHw<"mov", (outs VRF:$dst), (ins HZRF:$hw)>;
def VPU_MOV_VP_HW : VpuMovFromHw<"mov", (outs VPRF:$dst), (ins HVPRF:$hw)>;
def VPU_MOV_HW_V : VpuMovToHw<"mov", (ins HZRF:$hw, VRFSrc:$a)>;
def VPU_MOV_HW_VP : VpuMovToHw<"mov", (ins HVPRF:$hw, VPRF:$a)>;
foreach k = [KindV, KindVP] in
def VPU_MOV_FROM_HW_REG_#k.Letter
    : VpuMovFromHw<"mov.from_hw_reg", (outs k.Op:$dst), (ins UImm6:$hw)>;
foreach k = [KindVsrc, KindVP] in
def VPU_MOV_TO_HW_REG_#k.Letter
    : VpuMovToHw<"mov.to_hw_reg", (ins UImm6:$hw, k.Op:$a)>;

// Seeds the random numbers (facts 8.6). As a destination the register has its
// code as a source, 40 (facts 2.2); it is no result that an allocator chooses.
let DefaultType = TypeF32, hasSideEffects = 1, Requires = [FeatureGaudiOnly] in
def VPU_MOV_LFSR_V
    : VpuInst<0x08, "mov", 1, 0, (outs), (ins LfsrDst:$dst, VRFSrc:$a),
              "$dst, $a"> {
  bits<9> a;
  let Dest = 40;
  let SrcA = a;
  let Type = type;
}

// To a vector predicate from 32 bits: flavor 0..7 writes one section of 32
// predicate bits, 8 (no flavor in text) all of them. The type field says
// UINT32 whatever the suffix.
class VpuMovFlavor<Kind ka>
    : VpuInst<0x08, "mov", 0, 0, (outs VPRF:$dst),
              (ins UImm3:$flavor, ka.Op:$a), "$flavor $dst, $a"> {
  bits<3> flavor;
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let SrcB{2-0} = flavor;
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let Type = TypeU32.Code;
  let IgnoreType = 1;
  let ReadsDest = 1;
}
class VpuMovAllSections<Kind ka>
    : VpuInst<0x08, "mov", 0, 0, (outs VPRF:$dst), (ins ka.Op:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let SrcB = 8;
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let Type = TypeU32.Code;
  let IgnoreType = 1;
}
foreach ka = [KindSsrc, KindImm] in {
  def VPU_MOV_FLAVOR_VP_#ka.Letter : VpuMovFlavor<ka>;
  def VPU_MOV_VP_#ka.Letter : VpuMovAllSections<ka>;
}

def VPU_SHUFFLE_V_V_V
    : VpuBinary<0x2c, "shuffle", 1, 0, KindV, KindVsrc, KindVsrc>;

let Requires = [FeatureGaudi2Plus] in
foreach kb = [KindSsrc, KindImm] in
def VPU_SHUFFLE_V_V_#kb.Letter
    : VpuBinary<0x2c, "shuffle", 1, 0, KindV, KindVsrc, kb>;

class VpuPack<bits<8> opcode, string mn, list<Switch> switches>
    : VpuInst<opcode, mn, 1, 1, (outs VRF:$dst), (ins VRFSrc:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let SrcB{3-0} = sw{11-8};
  let Type = type;
  let Switches = switches;
  let ReadsDest = 1;
}
def VPU_PACK_V_V : VpuPack<0x2d, "pack", [SourceGroupB, ElementStrideB]>;
def VPU_UNPACK_V_V
    : VpuPack<0x2e, "unpack", [SourceGroupB, ElementStrideB, GroupHalfB,
                               UnpackLaneB, UnpackLane2B]>;

// Moves of groups under a 32-bit byte mask in IMM.
class VpuMovGroups<bits<8> opcode, string mn>
    : VpuInst<opcode, mn, 0, 1, (outs VRF:$dst), (ins VRFSrc:$a, Mask32:$b),
              "$dst, $a, $b"> {
  bits<9> dst;
  bits<9> a;
  bits<32> b;
  let Dest = dst;
  let SrcA = a;
  let Imm = b;
  let ReadsDest = 1;
}
let Aliases = ["mov_dual_group"] in {
  def VPU_MOV_DG_V_V : VpuMovGroups<0x31, "mov_dg"> {
    let SrcB{7-0} = sw{15-8};
    let Switches = !listconcat([SrcDgB, DstDgB, WrLgB, WrUgB, Sdg3Single,
                                AllText, MdgTypeText, UnpackTypeText,
                                UnpackTypeIgnored, PackTypeIgnored],
                               SdgText, WegText);
  }
  // All dual groups at once. Text that says so may also name what the other
  // form has: it means the same bits.
  let Requires = [FeatureGaudiPlus] in
  def VPU_MOV_DG_ALL_V_V : VpuMovGroups<0x31, "mov_dg"> {
    let SrcB{7-0} = sw{15-8};
    let SrcC{7-0} = sw{24-17};
    let Sw{0} = 1;
    let Switches = !listconcat([AllFixed, MdgAllFixed], SdgB, WegC);
  }
  // The same, widening the elements.
  let Requires = [FeatureMdgType] in
  def VPU_MOV_DG_UNPACK_V_V : VpuMovGroups<0x31, "mov_dg"> {
    let SrcB{7-0} = sw{15-8};
    let SrcC{7-0} = sw{24-17};
    let Sw{1-0} = 3;
    let Sw{2} = sw{2};
    let Switches = !listconcat([MdgUnpackFixed, UnpackTypeSw], SdgB, WegC);
  }
}
// Packs the dual groups; the other switches have no effect here.
let Aliases = ["mov_dual_group"], Requires = [FeatureGrecoPlus] in
def VPU_MOV_DG_PACK_V_V
    : VpuInst<0x31, "mov_dg", 0, 1, (outs VRF:$dst), (ins VRFSrc:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let Sw{2} = sw{2};
  let Sw{1-0} = 2;
  let Switches = !listconcat([PackFixed, MdgPackFixed, PackTypeSw], MdgIgnored);
  let ReadsDest = 1;
}
let Aliases = ["mov_group"] in
def VPU_MOV_G_V_V : VpuMovGroups<0x32, "mov_g"> {
  let SrcB{5-0} = sw{13-8};
  let Switches = [GEnB, DgEnB];
}

//===----------------------------------------------------------------------===//
// Floating-point helpers
//===----------------------------------------------------------------------===//

class VpuGetLut<Kind kd>
    : VpuInst<0x2f, "get_lut_entry_and_interval_start", 1, 1,
              (outs kd.Op:$dst), (ins VRFSrc:$a, UImm5:$shift),
              "$dst, $a, $shift"> {
  bits<9> dst;
  bits<9> a;
  bits<5> shift;
  let Dest = dst;
  let SrcA = a;
  let SrcB{4-0} = shift;
  let SrcB{7-5} = sw{15-13};
  let Type = type;
  let Sw{1-0} = sw{1-0};
  let Switches = [OptSw, Exp0Sw, FuncIdB];
}
def VPU_GET_LUT_D_V : VpuGetLut<KindD>;
let isAsmParserOnly = 1 in
def VPU_GET_LUT_V_V : VpuGetLut<KindV>;

foreach ka = [KindSsrc, KindVsrc, KindImm] in
def VPU_FORM_FP_NUM_V_#ka.Letter#_V_V
    : VpuInst<0x30, "form_fp_num", 1, 1, (outs VRF:$dst),
              (ins ka.Op:$a, VRFSrc:$b, VRFSrc:$c), "$dst, $a, $b, $c"> {
  bits<9> dst;
  bits<41> a;
  bits<9> b;
  bits<9> c;
  let Dest = dst;
  let SrcA = a{8-0};
  let SrcB = b;
  let SrcC = c;
  let SrcD{7-0} = sw{32-25};
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let Type = type;
  let Switches = [ExpAddBiasD, ForceSign0D, ForceSign1D, ExpIsNumD, SignLsbD,
                  SpecialFuncD];
}

//===----------------------------------------------------------------------===//
// Control
//===----------------------------------------------------------------------===//

let hasSideEffects = 1 in
def VPU_DBG : SlotInst<VpuSlot, 0x3e, "dbg", (outs), (ins), "dbg">;
def VPU_NOP : SlotInst<VpuSlot, 0x3f, "nop", (outs), (ins), "nop">;
