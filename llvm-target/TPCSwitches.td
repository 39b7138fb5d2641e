//===-- TPCSwitches.td - switches of instructions ----------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Switch groups: the named modifiers of instructions. A group is what
// tpc_op_switch(op, TPC_SW_<enum>) reads; where its bits lie depends on the
// instruction and is said by a Switch record.
//
// Group             value (0 unless said otherwise)            instructions
// SAT               1 saturates                                ADD SUB MAC ASH
// CARRY             1 adds the carry                           ADD
// NEG               1 negates (MAC: the product; SUB: result)  MAC SUB
// ACC_FP32          1 accumulates / multiplies bf16 to fp32    MAC MUL
// UPPER32           1 upper half of the product                MUL (SPU)
// DOUBLE_ROUND32    1 doubles, rounds, keeps the upper half    MUL (VPU)
// RHU               1 rounds half up                           ASH
// RM                rounding: 0 rhne, 1 rz, 2 ru, 3 rd, 4 sr,  CONVERT*
//                   5 default (mode of the core), 6 rhaz       NEARBYINT
// TARGET_TYPE       type code (DataType) of the result         CONVERT
// LANE_SEL          lane of a group that is read or written    CONVERT*
// NUM_LANES         0 all lanes, 1 a single lane               CONVERT
// TO_WIDTH          0 to 8 bits, 1 to 16 bits                  CONVERT_INT32,
//                                                              CONVERT_UINT32
// MASK_EQ_ZERO      1 compares (a & b) with zero               CMP_EQ SEL_EQ
// SET               1 counts / finds ones, 0 zeros             POPCNT
//                                                              FIND_FIRST
// DIR               0 from the lowest bit, 1 from the highest  FIND_FIRST
// BIASED            1 exponent with its bias                   EXTRACT_EXP
// FUNC              0 recip, 1 rsqrt, 2 sqrt, 3 log, 4 exp,    CALC_FP_SPECIAL
//                   5 tanh, 6 div, 7 pow
// FUNCID            0 general, 1 tanh, 2 sqrt/rsqrt,           GET_LUT_...
//                   3 sin/cos, 4 log
// EXP_ADD_BIAS, FORCE_SIGN0, FORCE_SIGN1, EXP_IS_NUM, SIGN_LSB FORM_FP_NUM
// SOURCE_GROUP      0, 1: group that is read                   PACK UNPACK
// ELEMENT_STRIDE    0 every second, 1 every fourth element     PACK UNPACK
// GROUP_HALF        0, 1: half of the group                    UNPACK
// ALL               1 all dual groups at once                  MOV_DG
// SRC_DG, DST_DG    dual group 0..3                            MOV_DG
// WR_LG, WR_UG      1 writes the lower / upper group           MOV_DG
// SDG0..SDG3        source dual group of each                  MOV_DG ALL
// WEG0..WEG3        write enables: 1 lower, 2 upper            MOV_DG ALL
// G_EN, DG_EN       group, dual-group enables (bit sets)       MOV_G
// DT                0 BV32, 1 BV16                             LOOKUP*
// UPPER_HALF        1 upper half of the table                  LOOKUP*
// MMIO              1 configuration space                      LD_L ST_L
// PARTIAL           1 partial access (S30 / S31)               LD_TNSR ST_TNSR
// RMW_SEL           1 read-modify-write (S29)                  ST_TNSR*
// PACK              1 packs elements                           ST_TNSR*
// TNSR_REG          1 tensor id comes from S27 / S28           LD_TNSR*
//                                                              ST_TNSR*
// DEC, VPU          1 decrements / at the VPU stage            ASO
// HW_REG            1 source is a hardware register            MOV
//
// Bits: facts 4.10 (LLVM T/TPCInstrInfo.td and the reference assembler's
// output); spellings and defaults: the reference assembler.
//
//===----------------------------------------------------------------------===//

// EnumName: TPC_SW_<EnumName>. Names: in text, the first one is canonical.
class SwitchGroup<string enumName, list<string> names> {
  string EnumName = enumName;
  list<string> Names = names;
}

// A named value of a group; the first name is canonical. Names that start with
// a letter and do not read as a register may stand alone ("rz"), others need
// the group's name ("set=1", "dt=i32").
class SwitchValue<list<string> names, int value> {
  list<string> Names = names;
  int Value = value;
}

// A group at a place. Styles of canonical text:
//   "flag"     name of the group where the value is 1
//   "value"    name of the value alone
//   "pair"     name=value, the value named if Values has it, else a number
//   "suffix"   .name, of the value where Values has it
//   "trailing" value behind the operands
//   "hidden"   never printed, an operand says the same
class Switch<SwitchGroup group, Field f, int lo, int width> {
  SwitchGroup Group = group;
  Field In = f;
  int Lo = lo;
  int Width = width;
  string Style = "flag";
  list<SwitchValue> Values = [];
  // Numbers are printed as 10: plain, 16: 0x.., 2: 0b...
  int Base = 10;
  // Value where the text does not mention the switch.
  int Default = 0;
  // Value that is not printed, -1: always printed.
  int Omit = 0;
  // The bits are constant in the record: the switch can be read, not written.
  bit Fixed = 0;
  // What the text says has no effect on the value.
  bit AnyText = 0;
  // Accepted in text only. Bits that are given select another record of the
  // same opcode; without bits (Width 0) the switch has no effect.
  bit TextOnly = 0;
  // Default, Omit and Values hold only under these conditions; the first
  // Switch of a group whose conditions are met counts.
  list<DataType> OnlyTypes = [];
  SwitchGroup WhenGroup = ?;
  int WhenValue = 0;
  // Features of the generations that have the switch.
  list<SubtargetFeature> Requires = [];
  // Bits of a field that another slot shares read as zero when that slot
  // fills the field with an operand.
  bit Yields = 0;
}

class FlagSwitch<SwitchGroup group, Field f, int lo>
    : Switch<group, f, lo, 1>;
class FixedSwitch<SwitchGroup group, Field f, int lo>
    : Switch<group, f, lo, 1> {
  let Fixed = 1;
  let Style = "hidden";
}
class IgnoredSwitch<SwitchGroup group> : Switch<group, FieldSw, 0, 0> {
  let TextOnly = 1;
  let Style = "hidden";
}
// The same, whatever its value is.
class DroppedSwitch<SwitchGroup group> : IgnoredSwitch<group> {
  let AnyText = 1;
}
// The same of switches that need a value.
class IgnoredPair<SwitchGroup group> : IgnoredSwitch<group> {
  let Style = "pair";
}
class DroppedPair<SwitchGroup group> : DroppedSwitch<group> {
  let Style = "pair";
}
class TextFlag<SwitchGroup group, Field f, int lo>
    : Switch<group, f, lo, 1> {
  let TextOnly = 1;
  let Style = "hidden";
}
class ValueSwitch<SwitchGroup group, Field f, int lo, int width,
                  list<SwitchValue> values>
    : Switch<group, f, lo, width> {
  let Style = "value";
  let Values = values;
}
class PairSwitch<SwitchGroup group, Field f, int lo, int width,
                 list<SwitchValue> values = []>
    : Switch<group, f, lo, width> {
  let Style = "pair";
  let Values = values;
  let Omit = -1;
}

def GrpSat : SwitchGroup<"SAT", ["st", "sat"]>;
def GrpCarry : SwitchGroup<"CARRY", ["carry"]>;
def GrpNeg : SwitchGroup<"NEG", ["neg"]>;
def GrpAccFp32 : SwitchGroup<"ACC_FP32", ["acc_fp32"]>;
def GrpUpper32 : SwitchGroup<"UPPER32", ["upper32"]>;
def GrpDoubleRound32 : SwitchGroup<"DOUBLE_ROUND32", ["double_and_round32"]>;
def GrpRhu : SwitchGroup<"RHU", ["rhu"]>;
def GrpRm : SwitchGroup<"RM", ["rm"]>;
def GrpTargetType : SwitchGroup<"TARGET_TYPE", ["target_type"]>;
def GrpLaneSel : SwitchGroup<"LANE_SEL", ["lane_sel"]>;
def GrpNumLanes : SwitchGroup<"NUM_LANES", ["num_lanes"]>;
def GrpToWidth : SwitchGroup<"TO_WIDTH", ["to"]>;
def GrpMaskEqZero : SwitchGroup<"MASK_EQ_ZERO", ["mask_eq_zero"]>;
def GrpSet : SwitchGroup<"SET", ["set"]>;
def GrpDir : SwitchGroup<"DIR", ["dir"]>;
def GrpBiased : SwitchGroup<"BIASED", ["biased"]>;
def GrpFunc : SwitchGroup<"FUNC", ["func"]>;
def GrpFuncId : SwitchGroup<"FUNCID", ["funcid"]>;
def GrpExpAddBias : SwitchGroup<"EXP_ADD_BIAS", ["exp_add_bias"]>;
def GrpForceSign0 : SwitchGroup<"FORCE_SIGN0", ["force_sign0"]>;
def GrpForceSign1 : SwitchGroup<"FORCE_SIGN1", ["force_sign1"]>;
def GrpExpIsNum : SwitchGroup<"EXP_IS_NUM", ["exp_is_num"]>;
def GrpSignLsb : SwitchGroup<"SIGN_LSB", ["sign_lsb"]>;
def GrpSourceGroup : SwitchGroup<"SOURCE_GROUP", ["source_group"]>;
def GrpElementStride : SwitchGroup<"ELEMENT_STRIDE", ["element_stride"]>;
def GrpGroupHalf : SwitchGroup<"GROUP_HALF", ["group_half"]>;
def GrpAll : SwitchGroup<"ALL", ["all"]>;
def GrpSrcDg : SwitchGroup<"SRC_DG", ["src", "src_dual_group"]>;
def GrpDstDg : SwitchGroup<"DST_DG", ["dst", "dst_dual_group"]>;
def GrpWrLg : SwitchGroup<"WR_LG", ["wr_lg", "wr_lower_group"]>;
def GrpWrUg : SwitchGroup<"WR_UG", ["wr_ug", "wr_upper_group"]>;
foreach i = 0...3 in {
  def GrpSdg#i : SwitchGroup<"SDG"#i, ["sdg"#i]>;
  def GrpWeg#i : SwitchGroup<"WEG"#i, ["weg"#i]>;
}
def GrpGEn : SwitchGroup<"G_EN", ["g_en", "group_en"]>;
def GrpDgEn : SwitchGroup<"DG_EN", ["dg_en", "dual_group_en"]>;
def GrpDt : SwitchGroup<"DT", ["dt"]>;
def GrpFp16FtzIn : SwitchGroup<"FP16_FTZ_IN", ["fp16_ftz_in"]>;
def GrpClipFp16 : SwitchGroup<"CLIP_FP16", ["clip_fp16"]>;
def GrpSubtractBias : SwitchGroup<"SUBTRACT_BIAS", ["subtract_bias"]>;
def GrpNormSel : SwitchGroup<"NORMSEL", ["normsel"]>;
def GrpUnpackLane : SwitchGroup<"UNPACK_LANE", ["unpack_lane"]>;
def GrpPackType : SwitchGroup<"PACK_TYPE", ["pack_type"]>;
def GrpAndn : SwitchGroup<"ANDN", ["andn"]>;
def GrpRhazRs : SwitchGroup<"RHAZ_RS", ["rhaz_rs"]>;
def GrpCnvrt : SwitchGroup<"CNVRT", ["cnvrt"]>;
def GrpOpt : SwitchGroup<"OPT", ["opt"]>;
def GrpExp0 : SwitchGroup<"EXP0", ["exp0"]>;
def GrpAllLanes : SwitchGroup<"ALL_LANES", ["all_lanes"]>;
def GrpSpecialFunc : SwitchGroup<"SPECIAL_FUNC", ["special_func"]>;
def GrpMdgType : SwitchGroup<"MDG_TYPE", ["mdg_type"]>;
def GrpUnpackType : SwitchGroup<"UNPACK_TYPE", ["unpack_type"]>;
def GrpUpperHalf : SwitchGroup<"UPPER_HALF", ["upper_half"]>;
def GrpMmio : SwitchGroup<"MMIO", ["mmio"]>;
def GrpPartial : SwitchGroup<"PARTIAL", ["partial"]>;
def GrpRmwSel : SwitchGroup<"RMW_SEL", ["rmw_sel"]>;
def GrpPack : SwitchGroup<"PACK", ["pack"]>;
def GrpTnsrReg : SwitchGroup<"TNSR_REG", ["tnsr_reg"]>;
def GrpDec : SwitchGroup<"DEC", ["dec"]>;
def GrpVpu : SwitchGroup<"VPU", ["vpu"]>;
def GrpHwReg : SwitchGroup<"HW_REG", ["hw_reg"]>;
def GrpNoCarryGen : SwitchGroup<"NO_CARRY_GEN", ["no_carry_gen"]>;
def GrpBorrow : SwitchGroup<"BORROW", ["borrow"]>;
def GrpNoBorrowGen : SwitchGroup<"NO_BORROW_GEN", ["no_borrow_gen"]>;
def GrpAccI16 : SwitchGroup<"ACC_I16", ["acc_i16"]>;
def GrpAccI32 : SwitchGroup<"ACC_I32", ["acc_i32"]>;
def GrpNoSat : SwitchGroup<"NO_SAT", ["no_sat"]>;
def GrpLimit : SwitchGroup<"LIMIT", ["limit"]>;
def GrpPreLog : SwitchGroup<"PRE_LOG", ["pre_log"]>;
def GrpX2 : SwitchGroup<"X2", ["x2"]>;
def GrpX4 : SwitchGroup<"X4", ["x4"]>;
def GrpZp : SwitchGroup<"ZP", ["zp"]>;
def GrpNegZp : SwitchGroup<"NEG_ZP", ["neg_zp"]>;
def GrpHigh : SwitchGroup<"HIGH", ["high"]>;
def GrpBoth : SwitchGroup<"BOTH", ["both"]>;
def GrpDivMod : SwitchGroup<"DIV_MOD", ["div_mod"]>;
def GrpUnpackDt : SwitchGroup<"UNPACK_DT", ["unpack_dt"]>;
def GrpUnpack : SwitchGroup<"UNPACK", ["unpack"]>;
def GrpPackDt : SwitchGroup<"PACK_DT", ["pack_dt"]>;
def GrpL0cs : SwitchGroup<"L0CS", ["l0cs"]>;
def GrpDirect : SwitchGroup<"DIRECT", ["direct"]>;
def GrpBv64 : SwitchGroup<"BV64", ["bv64"]>;
def GrpEvHint : SwitchGroup<"EV_HINT", ["ev_hint"]>;
def GrpIncVal : SwitchGroup<"INC_VAL", ["inc_val"]>;
def GrpAutoInc : SwitchGroup<"AUTO_INC", ["auto_inc"]>;
def GrpExc : SwitchGroup<"EXC", ["exc"]>;
def GrpPd : SwitchGroup<"PD", ["pd"]>;
def GrpLock : SwitchGroup<"LOCK", ["lock"]>;
def GrpUnlock : SwitchGroup<"UNLOCK", ["unlock"]>;
def GrpDtOverride : SwitchGroup<"DT_OVERRIDE", ["dt_override"]>;
def GrpMemoryDt : SwitchGroup<"MEMORY_DT", ["dt"]>;
def GrpLutPtr : SwitchGroup<"LUT_PTR", ["lut_ptr"]>;
def GrpSbcd : SwitchGroup<"SBCD", ["sbcd"]>;
def GrpEventSlot : SwitchGroup<"EVENT_SLOT", ["slot"]>;
def GrpInvSb : SwitchGroup<"INV_SB", ["sb"]>;
def GrpInvD : SwitchGroup<"INV_D", ["d"]>;
def GrpInvLu : SwitchGroup<"INV_LU", ["lu"]>;
def GrpRstLu : SwitchGroup<"RST_LU", ["rst_lu"]>;
def GrpRstDPref : SwitchGroup<"RST_D_PREF", ["rst_d_pref"]>;
def GrpClipFp : SwitchGroup<"CLIP_FP", ["clip_fp"]>;

// Rounding. CONVERT_* from integers take the modes that hardware has no core
// setting for, always named; the others name all but the default.
defvar RoundInt = [
  SwitchValue<["rhne", "rne"], 0>, SwitchValue<["rz"], 1>,
  SwitchValue<["ru"], 2>, SwitchValue<["rd"], 3>, SwitchValue<["sr"], 4>
];
defvar RoundAll = !listconcat(RoundInt, [
  SwitchValue<["default"], 5>, SwitchValue<["rhaz"], 6>
]);
def RmSw : ValueSwitch<GrpRm, FieldSw, 0, 3, RoundAll> {
  let Default = 5;
  let Omit = 5;
  let Requires = [FeatureGaudiPlus];
}
// CONVERT of gaudi2 knows a mode more.
def RmConvertSw : ValueSwitch<GrpRm, FieldSw, 0, 3, RoundAll> {
  let Default = 5;
  let Omit = 5;
  let Requires = [FeatureGaudiPlus, FeaturePreGaudi2];
}
def RmConvert2Sw
    : ValueSwitch<GrpRm, FieldSw, 0, 3,
                  !listconcat(RoundAll,
                              [SwitchValue<["sr_rne", "sr_rhne"], 7>])> {
  let Default = 5;
  let Omit = 5;
  let Requires = [FeatureGaudi2Plus];
}
// Goya has codes of its own (facts 4.10).
def RmGoyaSw : ValueSwitch<GrpRm, FieldSw, 0, 3, [
                 SwitchValue<["rhne", "rne"], 0>, SwitchValue<["rd"], 1>,
                 SwitchValue<["ru"], 2>, SwitchValue<["rz"], 4>,
                 SwitchValue<["default"], 5>]> {
  let Default = 5;
  let Omit = 5;
  let Requires = [FeatureGoyaOnly];
}
// The CONVERT_<type> family has it in the type field.
def RmType : ValueSwitch<GrpRm, FieldType, 0, 3, RoundInt> {
  let Omit = -1;
  let Requires = [FeatureGaudiPlus];
}
def RmGoyaType : ValueSwitch<GrpRm, FieldType, 0, 2, [
                   SwitchValue<["rhne", "rne"], 0>, SwitchValue<["rd"], 1>,
                   SwitchValue<["ru"], 2>, SwitchValue<["sr"], 3>]> {
  let Omit = -1;
  let Requires = [FeatureGoyaOnly];
}
class ToWidth<int lo>
    : ValueSwitch<GrpToWidth, FieldType, lo, 1,
                  [SwitchValue<["to_8"], 0>, SwitchValue<["to_16"], 1>]> {
  let Omit = -1;
}
let Requires = [FeatureGaudiPlus] in
def ToWidthType : ToWidth<3>;
let Requires = [FeatureGoyaOnly] in
def ToWidthGoyaType : ToWidth<2>;
defvar RmTypes = [RmType, RmGoyaType];
defvar ToWidthTypes = [ToWidthType, ToWidthGoyaType];
def LaneSelSw : PairSwitch<GrpLaneSel, FieldSw, 0, 2> {
  let Requires = [FeaturePreGreco];
}

// CONVERT. Its target type has the codes of DataType.
defvar TargetTypes = [
  SwitchValue<["fp32"], TypeF32.Code>, SwitchValue<["bf16"], TypeBF16.Code>,
  SwitchValue<["int32"], TypeI32.Code>, SwitchValue<["uint32"], TypeU32.Code>,
  SwitchValue<["int8"], TypeI8.Code>, SwitchValue<["uint8"], TypeU8.Code>,
  SwitchValue<["int16"], TypeI16.Code>, SwitchValue<["uint16"], TypeU16.Code>,
  SwitchValue<["f16"], TypeF16.Code>, SwitchValue<["f8_152"], TypeF8_152.Code>,
  SwitchValue<["f8_143"], TypeF8_143.Code>
];
def TargetTypeB : PairSwitch<GrpTargetType, FieldSrcB, 0, 4, TargetTypes>;
def LaneSelB : PairSwitch<GrpLaneSel, FieldSrcB, 4, 2> {
  let Omit = 0;
}
// Only the conversions between fp32 and bf16 know "all lanes". A conversion to
// bf16 that does not ask for it writes a single lane; one from bf16 reads all.
class NumLanes<int omit>
    : ValueSwitch<GrpNumLanes, FieldSrcB, 6, 1,
                  [SwitchValue<["all_lanes"], 0>,
                   SwitchValue<["single_lane"], 1>]> {
  let Omit = omit;
  let Requires = [FeatureGaudiPlus];
}
class NumLanesTo<DataType half> : NumLanes<1> {
  let Default = 1;
  let OnlyTypes = [TypeF32];
  let WhenGroup = GrpTargetType;
  let WhenValue = half.Code;
}
class NumLanesFrom<DataType half> : NumLanes<-1> {
  let OnlyTypes = [half];
  let WhenGroup = GrpTargetType;
  let WhenValue = TypeF32.Code;
}
let Requires = [FeatureGaudiOnly] in {
  def NumLanesToBf16 : NumLanesTo<TypeBF16>;
  def NumLanesFromBf16 : NumLanesFrom<TypeBF16>;
}
let Requires = [FeatureGaudiOnly] in
def NumLanesOther : NumLanes<0>;
let Requires = [FeatureGaudiBOnly] in {
  def NumLanesToF16 : NumLanesTo<TypeF16>;
  def NumLanesFromF16 : NumLanesFrom<TypeF16>;
}

def SatSw : FlagSwitch<GrpSat, FieldSw, 0>;
// The B variant of Gaudi flushes denormal fp16 inputs to zero instead.
def SatAnyType : FlagSwitch<GrpSat, FieldSw, 0> {
  let Requires = [FeatureNotGaudiB];
}
def SatNoF16 : FlagSwitch<GrpSat, FieldSw, 0> {
  let OnlyTypes = !filter(t, AllTypes, !ne(t.Code, TypeF16.Code));
  let Requires = [FeatureGaudiBOnly];
}
def FtzSw : FlagSwitch<GrpFp16FtzIn, FieldSw, 0> {
  let OnlyTypes = [TypeF16];
  let Requires = [FeatureGaudiBOnly];
}
defvar SatOrFtz = [FtzSw, SatAnyType, SatNoF16];
def CarrySw : FlagSwitch<GrpCarry, FieldSw, 1> {
  let Requires = [FeatureGaudiPlus];
}
def NegSw : FlagSwitch<GrpNeg, FieldSw, 1>;
def AccFp32Sw : FlagSwitch<GrpAccFp32, FieldSw, 2> {
  let Requires = [FeatureGaudiOnly];
}
// Where the switch changes the kind of the destination it is a record of its
// own, and the other record knows the word.
def AccFp32On : FixedSwitch<GrpAccFp32, FieldSw, 2> {
  let Style = "flag";
}
def AccFp32Text : TextFlag<GrpAccFp32, FieldSw, 2>;
// SPU MUL: one bit, by the type.
def AccFp32Mul : FlagSwitch<GrpAccFp32, FieldSw, 2> {
  let OnlyTypes = [TypeF32, TypeBF16, TypeF16, TypeF8_152, TypeF8_143];
  let Requires = [FeatureGaudiPlus];
}
def Upper32Sw : FlagSwitch<GrpUpper32, FieldSw, 2> {
  let OnlyTypes = [TypeI32, TypeU32, TypeI16, TypeU16, TypeI8, TypeU8, TypeI4,
                   TypeU4, TypeB];
}
def DoubleRound32On : FixedSwitch<GrpDoubleRound32, FieldSw, 1> {
  let Style = "flag";
}
def DoubleRound32Text : TextFlag<GrpDoubleRound32, FieldSw, 1> {
  let Requires = [FeaturePreGaudiB];
}
// The reference assembler always sets SAT of ASH and has no word for it.
def SatAsh : PairSwitch<GrpSat, FieldSw, 0, 1> {
  let Default = 1;
  let Omit = 1;
}
def RhuSw : FlagSwitch<GrpRhu, FieldSw, 1>;
def MaskEqZeroSw : FlagSwitch<GrpMaskEqZero, FieldSw, 0> {
  let Requires = [FeatureGaudiPlus];
}
def SetSw : PairSwitch<GrpSet, FieldSw, 0, 1>;
def DirSw : ValueSwitch<GrpDir, FieldSw, 1, 1,
                        [SwitchValue<["start_lsb"], 0>,
                         SwitchValue<["start_msb"], 1>]> {
  let Omit = -1;
}
// The same bit asks for the opposite on goya.
def BiasedSw : FlagSwitch<GrpBiased, FieldSw, 0> {
  let Requires = [FeatureGaudiPlus];
}
def UnbiasedSw : FlagSwitch<GrpSubtractBias, FieldSw, 0> {
  let Requires = [FeatureGoyaOnly];
}
// MSAC
def MsacRhuSw : FlagSwitch<GrpRhu, FieldSw, 1>;
def NormSelSw : ValueSwitch<GrpNormSel, FieldSw, 2, 1,
                            [SwitchValue<["normalize_ab"], 0>,
                             SwitchValue<["normalize_c"], 1>]> {
  let Omit = -1;
}

defvar SpecialFunctions = [
  SwitchValue<["recip"], 0>, SwitchValue<["rsqrt"], 1>,
  SwitchValue<["sqrt"], 2>, SwitchValue<["log"], 3>, SwitchValue<["exp"], 4>,
  SwitchValue<["tanh"], 5>, SwitchValue<["div"], 6>, SwitchValue<["pow"], 7>
];
def FuncSw : PairSwitch<GrpFunc, FieldSw, 0, 3, SpecialFunctions> {
  let OnlyTypes = [TypeF32, TypeBF16, TypeF16];
}
def FuncOtherTypes : PairSwitch<GrpFunc, FieldSw, 0, 3, SpecialFunctions> {
  let Omit = 0;
}
def FuncIdB : ValueSwitch<GrpFuncId, FieldSrcB, 5, 3,
                          [SwitchValue<["general"], 0>,
                           SwitchValue<["tanh"], 1>,
                           SwitchValue<["sqrt_rsqrt"], 2>,
                           SwitchValue<["sin_cos"], 3>,
                           SwitchValue<["log"], 4>]>;

// FORM_FP_NUM has its flags where LOAD has SrcB. Assumed: they read as zero
// when LOAD uses the field, as the reference disassembler reads them.
class FormFlag<SwitchGroup group, int lo> : FlagSwitch<group, FieldSrcD, lo> {
  let Yields = 1;
}
def ExpAddBiasD : FormFlag<GrpExpAddBias, 0>;
def ForceSign0D : FormFlag<GrpForceSign0, 1>;
def ForceSign1D : FormFlag<GrpForceSign1, 2>;
def ExpIsNumD : FormFlag<GrpExpIsNum, 3>;
def SignLsbD : FormFlag<GrpSignLsb, 4>;

def SourceGroupB : PairSwitch<GrpSourceGroup, FieldSrcB, 0, 1,
                              [SwitchValue<["0", "group_0"], 0>,
                               SwitchValue<["1", "group_1"], 1>]>;
def ElementStrideB : PairSwitch<GrpElementStride, FieldSrcB, 1, 1,
                                [SwitchValue<["2", "stride_2"], 0>,
                                 SwitchValue<["4", "stride_4"], 1>]>;
def GroupHalfB : PairSwitch<GrpGroupHalf, FieldSrcB, 2, 1,
                            [SwitchValue<["0", "group_half_0"], 0>,
                             SwitchValue<["1", "group_half_1"], 1>]>;

def UnpackLaneB : PairSwitch<GrpUnpackLane, FieldSrcB, 3, 1,
                             [SwitchValue<["0", "lane_0", "unpack_lane_0"], 0>,
                              SwitchValue<["1", "lane_1", "unpack_lane_1"], 1>]> {
  let Requires = [FeatureGaudiBOnly];
}

def UnpackLane2B : PairSwitch<GrpUnpackLane, FieldSrcB, 3, 1,
                              UnpackLaneB.Values> {
  let OnlyTypes = [TypeI8, TypeU8, TypeI16, TypeU16];
  let Requires = [FeatureGaudi2Plus];
}

class HexPair<SwitchGroup group, Field f, int lo>
    : PairSwitch<group, f, lo, 1> {
  let Base = 16;
}
class BinPair<SwitchGroup group, Field f, int lo, int width>
    : PairSwitch<group, f, lo, width> {
  let Base = 2;
}
class TextPair<SwitchGroup group, Field f, int lo, int width>
    : PairSwitch<group, f, lo, width> {
  let TextOnly = 1;
}
// MOV_DG. Which form text means is said by ALL or, where there are more than
// two, by MDG_TYPE.
let Requires = [FeatureMdgAll] in {
  def AllText : TextFlag<GrpAll, FieldSw, 0>;
  def AllFixed : FixedSwitch<GrpAll, FieldSw, 0> {
    let Style = "suffix";
  }
}
class MdgType<list<SwitchValue> values> : Switch<GrpMdgType, FieldSw, 0, 2> {
  let Values = values;
  let Requires = [FeatureMdgType];
}
def MdgSingle : SwitchValue<["single"], 0>;
def MdgAll : SwitchValue<["all"], 1>;
def MdgUnpack : SwitchValue<["unpack"], 3>;
def MdgPack : SwitchValue<["pack"], 2>;
def MdgTypeText : MdgType<[MdgSingle, MdgAll, MdgUnpack]> {
  let TextOnly = 1;
  let Style = "hidden";
}
class MdgTypeFixed<SwitchValue v> : MdgType<[v]> {
  let Fixed = 1;
  let Style = "suffix";
}
def MdgAllFixed : MdgTypeFixed<MdgAll>;
def MdgUnpackFixed : MdgTypeFixed<MdgUnpack>;
let Requires = [FeatureGrecoPlus] in
def PackTypeIgnored : DroppedPair<GrpPackType>;
def MdgPackFixed : MdgTypeFixed<MdgPack>;
def PackFixed : FixedSwitch<GrpPack, FieldSw, 1> {
  let Style = "suffix";
  let Requires = [FeatureGrecoOnly];
}
def PackTypeSw : PairSwitch<GrpPackType, FieldSw, 2, 1>;
def UnpackTypeSw : PairSwitch<GrpUnpackType, FieldSw, 2, 1>;
def UnpackTypeText : TextPair<GrpUnpackType, FieldSw, 2, 1> {
  let WhenGroup = GrpMdgType;
  let WhenValue = MdgUnpack.Value;
  let Requires = [FeatureMdgType];
}
let Requires = [FeatureMdgType] in
def UnpackTypeIgnored : IgnoredPair<GrpUnpackType>;

def SrcDgB : PairSwitch<GrpSrcDg, FieldSrcB, 0, 2>;
def DstDgB : PairSwitch<GrpDstDg, FieldSrcB, 2, 2>;
def WrLgB : HexPair<GrpWrLg, FieldSrcB, 4>;
def WrUgB : HexPair<GrpWrUg, FieldSrcB, 5>;
// Write enables are of no effect on a single dual group.
class WegText<int i, SwitchGroup type, int value,
              list<SubtargetFeature> requires>
    : TextPair<!cast<SwitchGroup>("GrpWeg"#i), FieldSrcC, !mul(i, 2), 2> {
  let WhenGroup = type;
  let WhenValue = value;
  let Requires = requires;
}
foreach i = 0...3 in {
  def Sdg#i#B : PairSwitch<!cast<SwitchGroup>("GrpSdg"#i), FieldSrcB,
                           !mul(i, 2), 2>;
  def Weg#i#C : PairSwitch<!cast<SwitchGroup>("GrpWeg"#i), FieldSrcC,
                           !mul(i, 2), 2>;
  def Sdg#i#Text : TextPair<!cast<SwitchGroup>("GrpSdg"#i), FieldSrcB,
                            !mul(i, 2), 2> {
    let Requires = [FeatureGaudiPlus];
  }
  def Weg#i#Text
      : WegText<i, GrpAll, 1, [FeatureMdgAll]>;
  def Weg#i#AllText
      : WegText<i, GrpMdgType, MdgAll.Value, [FeatureMdgType]>;
  def Weg#i#UnpackText
      : WegText<i, GrpMdgType, MdgUnpack.Value, [FeatureMdgType]>;
  let Requires = [FeatureGaudiPlus] in
  def Weg#i#Ignored : IgnoredPair<!cast<SwitchGroup>("GrpWeg"#i)>;
}
foreach i = 0...3 in {
  def Sdg#i#Dropped : DroppedPair<!cast<SwitchGroup>("GrpSdg"#i)>;
  def Weg#i#Dropped : DroppedPair<!cast<SwitchGroup>("GrpWeg"#i)>;
}
def SrcDgDropped : DroppedPair<GrpSrcDg>;
def DstDgDropped : DroppedPair<GrpDstDg>;
def WrLgDropped : DroppedPair<GrpWrLg>;
def WrUgDropped : DroppedPair<GrpWrUg>;
let Requires = [FeatureMdgType] in
def UnpackTypeDropped : DroppedPair<GrpUnpackType>;
defvar MdgIgnored = [Sdg0Dropped, Sdg1Dropped, Sdg2Dropped, Sdg3Dropped,
                     SrcDgDropped, DstDgDropped, WrLgDropped, WrUgDropped,
                     UnpackTypeDropped,
                     Weg0Dropped, Weg1Dropped, Weg2Dropped, Weg3Dropped];
defvar SdgB = [Sdg0B, Sdg1B, Sdg2B, Sdg3B];
defvar WegC = [Weg0C, Weg1C, Weg2C, Weg3C];
defvar SdgText = [Sdg0Text, Sdg1Text, Sdg2Text];
defvar WegText = [Weg0Text, Weg1Text, Weg2Text, Weg3Text, Weg0AllText,
                  Weg1AllText, Weg2AllText, Weg3AllText, Weg0UnpackText,
                  Weg1UnpackText, Weg2UnpackText, Weg3UnpackText, Weg0Ignored,
                  Weg1Ignored, Weg2Ignored, Weg3Ignored];
// Without ALL the bits of SDG3 have no meaning; text may set them all the same.
def Sdg3Single : PairSwitch<GrpSdg3, FieldSrcB, 6, 2> {
  let Omit = 0;
  let Requires = [FeatureGaudiPlus];
}
def GEnB : BinPair<GrpGEn, FieldSrcB, 0, 2>;
def DgEnB : BinPair<GrpDgEn, FieldSrcB, 2, 4>;

defvar LookupTypes = [SwitchValue<["BV32"], 0>, SwitchValue<["BV16"], 1>];
def DtSw : ValueSwitch<GrpDt, FieldSw, 0, 2, LookupTypes> {
  let Omit = -1;
  let Requires = [FeaturePreGreco];
}
def DtGrecoSw : ValueSwitch<GrpDt, FieldSw, 0, 2,
                            !listconcat(LookupTypes,
                                        [SwitchValue<["BV8_0"], 2>,
                                         SwitchValue<["BV8_1"], 3>])> {
  let Omit = -1;
  let Requires = [FeatureGrecoPlus];
}
// Goya: which elements the table has and which part of the lanes is looked up.
defvar DtByteValues = !foreach(i, !range(0, 4),
                               SwitchValue<["BV8_"#i, "BV8_ELEMENT_"#i,
                                            "I8_ELEMENT_"#i], !add(4, i)>);
def DtGoyaB : ValueSwitch<GrpDt, FieldSrcB, 0, 3,
                          !listconcat([
                            SwitchValue<["BV32", "F32"], 0>,
                            SwitchValue<["BV16_LOW", "F16_LOW", "I16_LOW"], 2>,
                            SwitchValue<["BV16_HIGH", "F16_HIGH", "I16_HIGH"],
                                        3>], DtByteValues)> {
  let Omit = -1;
}
def UpperHalfSw : FlagSwitch<GrpUpperHalf, FieldSw, 2>;
def MmioB : FlagSwitch<GrpMmio, FieldSrcB, 0>;
def PartialFixed : FixedSwitch<GrpPartial, FieldSw, 0>;
def PartialText : TextFlag<GrpPartial, FieldSw, 0>;
def RmwSelFixed : FixedSwitch<GrpRmwSel, FieldSw, 1>;
def RmwSelText : TextFlag<GrpRmwSel, FieldSw, 1>;
def PackSw : FlagSwitch<GrpPack, FieldSw, 2>;
def TnsrRegFixed : FixedSwitch<GrpTnsrReg, FieldSw, 3>;
def DecA : FlagSwitch<GrpDec, FieldSrcA, 0> {
  let Requires = [FeatureGaudiPlus];
}
def VpuA : FlagSwitch<GrpVpu, FieldSrcA, 1>;
def HwRegFixed : FixedSwitch<GrpHwReg, FieldSw, 0>;

// From greco on.
let Requires = [FeatureGrecoPlus] in {
  def NoCarryGenSw : FlagSwitch<GrpNoCarryGen, FieldSw, 2>;
  def NoCarryGenIgnored : IgnoredSwitch<GrpNoCarryGen>;
  def NoSatSw : FlagSwitch<GrpNoSat, FieldSw, 0>;
  def LimitSw : FlagSwitch<GrpLimit, FieldSw, 0>;
  def AccI16Sw : FlagSwitch<GrpAccI16, FieldSw, 2> {
    let OnlyTypes = [TypeI8, TypeU8];
  }
  def AccI32Sw : FlagSwitch<GrpAccI32, FieldSw, 3> {
    let OnlyTypes = [TypeU8, TypeU16];
  }
  def AccFp32Float : FlagSwitch<GrpAccFp32, FieldSw, 2> {
    let OnlyTypes = [TypeF32, TypeBF16, TypeF16, TypeF8_152, TypeF8_143];
  }
  def DivX2Sw : FlagSwitch<GrpX2, FieldSw, 6>;
}
// From gaudi2 on.
let Requires = [FeatureGaudi2Plus] in {
  def NoBorrowGenSw : FlagSwitch<GrpNoBorrowGen, FieldSw, 2>;
  def BorrowSw : FlagSwitch<GrpBorrow, FieldSw, 3>;
  def NoBorrowGenIgnored : IgnoredSwitch<GrpNoBorrowGen>;
  def BorrowIgnored : IgnoredSwitch<GrpBorrow>;
  def PreLogSw : FlagSwitch<GrpPreLog, FieldSw, 1>;
  def HighSw : FlagSwitch<GrpHigh, FieldSw, 0>;
  def BothOn : FixedSwitch<GrpBoth, FieldSw, 3> {
    let Style = "flag";
  }
  def BothIgnored : IgnoredSwitch<GrpBoth>;
  def BothText : TextFlag<GrpBoth, FieldSw, 3>;
  def DivModSw : Switch<GrpDivMod, FieldSw, 0, 1> {
    let Style = "trailing";
    let Values = [SwitchValue<["div"], 0>, SwitchValue<["mod"], 1>];
    let Omit = -1;
  }
  def DivModBoth : Switch<GrpDivMod, FieldSw, 0, 2> {
    let Style = "trailing";
    let Values = [SwitchValue<["both_div_mod"], 2>];
    let Fixed = 1;
    let Omit = -1;
  }
  def ClipFpIgnored : IgnoredSwitch<GrpClipFp>;
  def TargetTypeConst : PairSwitch<GrpTargetType, FieldSrcC, 0, 4, TargetTypes> {
    let Fixed = 1;
    let AnyText = 1;
  }
  def RmConst : ValueSwitch<GrpRm, FieldSw, 0, 3, RmConvert2Sw.Values> {
    let Fixed = 1;
    let AnyText = 1;
    let Omit = -1;
  }
}

// Vectors from greco on.
class FlagOn<SwitchGroup group, Field f, int lo> : FixedSwitch<group, f, lo> {
  let Style = "flag";
}
let Requires = [FeatureGrecoPlus] in {
  def AndnOn : FlagOn<GrpAndn, FieldSw, 1>;
  def AndnText : TextFlag<GrpAndn, FieldSw, 1>;
  def RhazRsOn : FlagOn<GrpRhazRs, FieldSw, 2>;
  def RhazRsText : TextFlag<GrpRhazRs, FieldSw, 2>;
  def CnvrtOn : FlagOn<GrpCnvrt, FieldSw, 4>;
  def CnvrtText : TextFlag<GrpCnvrt, FieldSw, 4>;
  def NearbyTargetB : PairSwitch<GrpTargetType, FieldSrcB, 0, 4, TargetTypes> {
    let Omit = 0;
  }
  def LimitOn : FixedSwitch<GrpLimit, FieldSw, 0> {
    let Style = "suffix";
  }
  def MovX2On : FlagOn<GrpX2, FieldSw, 2> {
    let AnyText = 1;
  }
  def MovX2Text : TextFlag<GrpX2, FieldSw, 2>;
  def OptSw : FlagSwitch<GrpOpt, FieldSw, 0>;
  def Exp0Sw : FlagSwitch<GrpExp0, FieldSw, 1>;
  // Conversions write a single lane unless they are told otherwise.
  def ConvertX2B : FlagSwitch<GrpX2, FieldSrcB, 7> {
    let OnlyTypes = [TypeI32, TypeU32];
  }
  def ConvertX4Sw : FlagSwitch<GrpX4, FieldSw, 3> {
    let OnlyTypes = [TypeI32, TypeU32];
  }
  def NumLanesX2 : NumLanes<0> {
    let WhenGroup = GrpX2;
    let WhenValue = 1;
  }
  def NumLanesX4 : NumLanes<0> {
    let WhenGroup = GrpX4;
    let WhenValue = 1;
  }
  def NumLanesGreco : NumLanes<1> {
    let Default = 1;
  }
  def ConvertLanesSw : ValueSwitch<GrpNumLanes, FieldSw, 2, 1,
                                   [SwitchValue<["all_lanes"], 0>,
                                    SwitchValue<["single_lane"], 1>]> {
    let Default = 1;
    let Omit = -1;
  }
  def LaneSelAll : PairSwitch<GrpLaneSel, FieldSw, 0, 2> {
    let WhenGroup = GrpNumLanes;
    let WhenValue = 0;
    let Omit = 0;
  }
  def LaneSelOne : PairSwitch<GrpLaneSel, FieldSw, 0, 2>;
  def AllLanesIgnored : IgnoredSwitch<GrpAllLanes>;
}
let Requires = [FeatureGaudi2Plus] in {
  def ClipFpSw : FlagSwitch<GrpClipFp, FieldSw, 4>;
  def SpecialFuncD : PairSwitch<GrpSpecialFunc, FieldSrcD, 5, 3> {
    let Omit = 0;
  }
}

// Memory accesses from greco on.
let Requires = [FeatureGrecoPlus] in {
  def UnpackDtSw : ValueSwitch<GrpUnpackDt, FieldSw, 1, 2,
                               [SwitchValue<["UNPCK_16_TO_32"], 0>,
                                SwitchValue<["UNPCK_8_TO_16"], 1>,
                                SwitchValue<["UNPCK_8_TO_32"], 2>,
                                SwitchValue<["UNPCK_4_TO_8"], 3>]>;
  def UnpackSw : FlagSwitch<GrpUnpack, FieldSw, 4>;
  def L0csSw : FlagSwitch<GrpL0cs, FieldSw, 5>;
  def PackDtSw : ValueSwitch<GrpPackDt, FieldSw, 4, 2,
                             [SwitchValue<["PCK_32_TO_16"], 0>,
                              SwitchValue<["PCK_16_TO_8"], 1>,
                              SwitchValue<["PCK_32_TO_8"], 2>,
                              SwitchValue<["PCK_8_TO_4"], 3>]>;
  def Bv64Sw : FlagSwitch<GrpBv64, FieldSw, 4>;
  def EvHintSw : FlagSwitch<GrpEvHint, FieldSw, 6>;
  def LockB : FlagSwitch<GrpLock, FieldSrcB, 1>;
  def UnlockB : FlagSwitch<GrpUnlock, FieldSrcB, 1>;
  // Data types of memory have codes of their own (facts 2.8).
  def MemoryDtSw
      : PairSwitch<GrpMemoryDt, FieldSw, 0, 4,
                   [SwitchValue<["int8", "i8"], 0>,
                    SwitchValue<["int16", "i16"], 1>,
                    SwitchValue<["int32", "i32"], 2>,
                    SwitchValue<["uint8", "u8"], 3>,
                    SwitchValue<["uint16", "u16"], 4>,
                    SwitchValue<["uint32", "u32"], 5>,
                    SwitchValue<["bf16"], 6>,
                    SwitchValue<["fp32", "f32"], 7>,
                    SwitchValue<["fp16", "f16"], 8>,
                    SwitchValue<["fp8_152", "f8_152"], 9>,
                    SwitchValue<["fp8_143", "f8_143"], 10>,
                    SwitchValue<["int64"], 11>]>;
  def DtOverrideSw : FlagSwitch<GrpDtOverride, FieldSw, 4>;
  // A scalar register holds the address of the table instead of its number.
  def LutPtrOn : FixedSwitch<GrpLutPtr, FieldSw, 3> {
    let Style = "flag";
    let AnyText = 1;
  }
  def InvSbSw : FlagSwitch<GrpInvSb, FieldSw, 0>;
}
// On greco a flag goes with any increment but the smallest.
let Requires = [FeatureGrecoOnly] in {
  def IncValSw : ValueSwitch<GrpIncVal, FieldSw, 2, 2,
                             [SwitchValue<["inc_1", "1"], 0>,
                              SwitchValue<["inc_2", "2"], 1>,
                              SwitchValue<["inc_4", "4"], 2>,
                              SwitchValue<["inc_8", "8"], 3>]>;
  def AutoIncNone : FlagSwitch<GrpAutoInc, FieldSw, 0> {
    let WhenGroup = GrpIncVal;
    let WhenValue = 0;
  }
  def AutoIncSome : PairSwitch<GrpAutoInc, FieldSw, 0, 1> {
    let Default = 1;
    let Omit = 1;
  }
}
let Requires = [FeatureGaudi2Plus] in {
  def IncVal2Sw : ValueSwitch<GrpIncVal, FieldSw, 0, 3,
                              [SwitchValue<["inc_0"], 0>,
                               SwitchValue<["inc_1"], 1>,
                               SwitchValue<["inc_2"], 2>,
                               SwitchValue<["inc_4"], 3>,
                               SwitchValue<["inc_8"], 4>]>;
  def AutoIncSw : PairSwitch<GrpAutoInc, FieldSw, 0, 2,
                             [SwitchValue<["0", "inc_0"], 0>,
                              SwitchValue<["1", "inc_1"], 1>,
                              SwitchValue<["2", "inc_2"], 2>,
                              SwitchValue<["4", "inc_4"], 3>]> {
    let Omit = 0;
  }
  def DirectSw : FlagSwitch<GrpDirect, FieldSw, 6>;
  def DirectOn : FixedSwitch<GrpDirect, FieldSw, 6> {
    let Style = "flag";
  }
  def Bv64StoreSw : FlagSwitch<GrpBv64, FieldSw, 2>;
  def HwRegOn : FixedSwitch<GrpHwReg, FieldSw, 0> {
    let Style = "flag";
    let AnyText = 1;
  }
  def EvHint2Sw : FlagSwitch<GrpEvHint, FieldSw, 6>;
  def ExcB : FlagSwitch<GrpExc, FieldSrcB, 1>;
  def PdB : FlagSwitch<GrpPd, FieldSrcB, 7>;
  def ExcIgnored : IgnoredSwitch<GrpExc>;
  def PdIgnored : IgnoredSwitch<GrpPd>;
  def LookupX2Sw : FlagSwitch<GrpX2, FieldSw, 4>;
  def SbcdSw : FlagSwitch<GrpSbcd, FieldSw, 5>;
  def EventSlotSw : ValueSwitch<GrpEventSlot, FieldSw, 0, 1,
                                [SwitchValue<["spu"], 0>,
                                 SwitchValue<["vpu"], 1>]> {
    let Omit = -1;
  }
  def InvDSw : FlagSwitch<GrpInvD, FieldSw, 1>;
  def InvLuSw : FlagSwitch<GrpInvLu, FieldSw, 2>;
  def RstLuSw : FlagSwitch<GrpRstLu, FieldSw, 3>;
  def RstDPrefSw : FlagSwitch<GrpRstDPref, FieldSw, 4>;
}
def PartialB : FixedSwitch<GrpPartial, FieldSrcB, 0> {
  let Style = "flag";
  let AnyText = 1;
}
def PartialTextB : TextFlag<GrpPartial, FieldSrcB, 0>;
def RmwSelOn : FixedSwitch<GrpRmwSel, FieldSw, 1> {
  let Style = "flag";
  let AnyText = 1;
}

def SatIgnored : IgnoredSwitch<GrpSat>;
let Requires = [FeatureGaudiPlus] in
def CarryIgnored : IgnoredSwitch<GrpCarry>;
let Requires = [FeatureGaudiBOnly] in {
  def FtzIgnored : IgnoredSwitch<GrpFp16FtzIn>;
  def ClipFp16Ignored : IgnoredSwitch<GrpClipFp16>;
}
def MaskEqZeroIgnored : IgnoredSwitch<GrpMaskEqZero>;
def NegIgnored : IgnoredSwitch<GrpNeg>;
def Upper32Ignored : IgnoredSwitch<GrpUpper32>;
let Requires = [FeatureGaudiPlus] in
def AccFp32Ignored : IgnoredSwitch<GrpAccFp32>;
def PartialIgnored : IgnoredSwitch<GrpPartial>;
