//===-- TPCInstrScalar.td - operations of the SPU slot -----*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Opcodes: facts 4.8 (LLVM T/TPCInstrInfo.td). Operand places: facts 4.9.
//
//===----------------------------------------------------------------------===//

// The SPU predicate field has four bits: SP0..SP15.
class SpuInst<bits<8> opcode, string mn, bit typed, bit switched, dag results, dag sources, string operands, PredOperand guard = SPred>
    : GuardedInst<SpuSlot, opcode, mn, typed, switched, results, sources, operands,
                  guard> {
  let Pred = {0, pred{3}, pred{2}, pred{1}, pred{0}};
  let Types = !if(typed, AllTypes, []<DataType>);
}

//===----------------------------------------------------------------------===//
// Shapes
//===----------------------------------------------------------------------===//

// dst = op a
class SpuUnary<bits<8> opcode, string mn, bit switched, Kind kd, Kind ka>
    : SpuInst<opcode, mn, 1, switched, (outs kd.Op:$dst), (ins ka.Op:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let Type = type;
  let Sw = !if(switched, sw{7-0}, NoSw);
}

// dst = a op b
class SpuBinary<bits<8> opcode, string mn, bit typed, bit switched, Kind kd,
                Kind ka, Kind kb>
    : SpuInst<opcode, mn, typed, switched, (outs kd.Op:$dst),
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

// The dimensions in mask of I registers: the others keep their value.
class SpuIrfUnary<bits<8> opcode, string mn, bit switched, MaskKind m, Kind ka>
    : SpuInst<opcode, mn, 1, switched, (outs IRF:$dst),
              (ins m.Op:$mask, ka.Op:$a), "$mask $dst, $a"> {
  bits<5> mask;
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let Type = type;
  let Sw{6-2} = !if(m.IsReg, {NoSw{2-0}, mask{1-0}}, mask);
  let Sw{1} = m.IsReg;
  let Sw{0} = !if(switched, sw{0}, NoSw{0});
  let ReadsDest = 1;
}

class SpuIrfBinary<bits<8> opcode, string mn, bit switched, MaskKind m, Kind ka,
                   Kind kb>
    : SpuInst<opcode, mn, 1, switched, (outs IRF:$dst),
              (ins m.Op:$mask, ka.Op:$a, kb.Op:$b), "$mask $dst, $a, $b"> {
  bits<5> mask;
  bits<9> dst;
  bits<41> a;
  bits<41> b;
  let Dest = dst;
  let SrcA = a{8-0};
  let SrcB = b{8-0};
  let Imm = !if(ka.IsImm, a{40-9}, !if(kb.IsImm, b{40-9}, NoImm));
  let Type = type;
  let Sw{6-2} = !if(m.IsReg, {NoSw{2-0}, mask{1-0}}, mask);
  let Sw{1} = m.IsReg;
  let Sw{0} = !if(switched, sw{0}, NoSw{0});
  let ReadsDest = 1;
}

// S, S, S and S, S, imm
multiclass SpuAlu<bits<8> opcode, string mn, list<Switch> switches = []> {
  foreach kb = [KindSsrc, KindImm] in
  def NAME#_S_S_#kb.Letter
      : SpuBinary<opcode, mn, 1, !not(!empty(switches)), KindS, KindSsrc, kb> {
    let Switches = switches;
  }
}

// I, {I, S, imm}, I. SAT exists where the first operand is an immediate; the
// reference assembler takes the other switches of the mnemonic and drops them.
multiclass SpuIrfAlu<bits<8> opcode, string mn, list<Switch> immSwitches = [],
                     list<Switch> ignored = [], list<Switch> ignoredImm = []> {
  foreach ka = [KindI, KindSsrc] in
  def NAME#_I_#ka.Letter#_I : SpuIrfBinary<opcode, mn, 0, MaskBits, ka, KindI> {
    let Switches = ignored;
  }
  def NAME#_I_IMM_I
      : SpuIrfBinary<opcode, mn, !not(!empty(immSwitches)), MaskBits, KindImm,
                     KindI> {
    let Switches = !listconcat(immSwitches, ignoredImm);
  }
  let Requires = [FeatureGrecoPlus] in
  foreach ka = [KindI, KindSsrc, KindImm] in
  def NAME#_M_I_#ka.Letter#_I
      : SpuIrfBinary<opcode, mn, !not(!empty(immSwitches)), MaskReg, ka,
                     KindI> {
    let Switches = !listconcat(immSwitches, ignoredImm);
  }
}

// I, I, {I, S, imm}: shifts
multiclass SpuIrfShift<bits<8> opcode, string mn> {
  foreach kb = [KindI, KindSsrc, KindImm] in {
    let Requires = [FeatureGaudiPlus] in
    def NAME#_I_I_#kb.Letter
        : SpuIrfBinary<opcode, mn, 0, MaskBits, KindI, kb>;
    let Requires = [FeatureGrecoPlus] in
    def NAME#_M_I_I_#kb.Letter
        : SpuIrfBinary<opcode, mn, 0, MaskReg, KindI, kb>;
  }
}

multiclass SpuIrfUnaryForms<bits<8> opcode, string mn,
                            list<Switch> switches = []> {
  foreach ka = [KindI, KindSsrc] in {
    def NAME#_I_#ka.Letter
        : SpuIrfUnary<opcode, mn, !not(!empty(switches)), MaskBits, ka> {
      let Switches = switches;
    }
    let Requires = [FeatureGrecoPlus] in
    def NAME#_M_I_#ka.Letter
        : SpuIrfUnary<opcode, mn, !not(!empty(switches)), MaskReg, ka> {
      let Switches = switches;
    }
  }
}

// SP, I, {I, imm}: of the one dimension in mask.
class SpuIrfCompare<bits<8> opcode, string mn, bit switched, MaskKind m, Kind kb>
    : SpuInst<opcode, mn, 1, switched, (outs SPRF:$dst),
              (ins m.Op:$mask, IRF:$a, kb.Op:$b), "$mask $dst, $a, $b"> {
  bits<5> mask;
  bits<9> dst;
  bits<9> a;
  bits<41> b;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b{8-0};
  let Imm = !if(kb.IsImm, b{40-9}, NoImm);
  let Type = type;
  let Sw{6-2} = !if(m.IsReg, {NoSw{2-0}, mask{1-0}}, mask);
  let Sw{1} = m.IsReg;
  let Sw{0} = !if(switched, sw{0}, NoSw{0});
}

// SP, {S}, {S, imm}
multiclass SpuCompare<bits<8> opcode, string mn, list<Switch> switches = [],
                      list<Switch> ignored = []> {
  foreach kb = [KindSsrc, KindImm] in
  def NAME#_SP_S_#kb.Letter
      : SpuBinary<opcode, mn, 1, !not(!empty(switches)), KindSP, KindSsrc, kb> {
    let Switches = switches;
  }
  let Requires = [FeatureGrecoPlus] in
  foreach kb = [KindI, KindImm] in {
    def NAME#_SP_I_#kb.Letter : SpuIrfCompare<opcode, mn, 0, MaskBits, kb> {
      let Switches = ignored;
    }
    def NAME#_M_SP_I_#kb.Letter
        : SpuIrfCompare<opcode, mn, !not(!empty(switches)), MaskReg, kb> {
      let Switches = switches;
    }
  }
}

class SpuOne<bits<8> opcode, string mn, list<Switch> switches = []>
    : SpuUnary<opcode, mn, !not(!empty(switches)), KindS, KindSsrc> {
  let Switches = switches;
}

//===----------------------------------------------------------------------===//
// Arithmetic and logic
//===----------------------------------------------------------------------===//

let ReadsDest = 1 in
defm SPU_MAC : SpuAlu<0x00, "mac",
                      !listconcat(SatOrFtz, [NegSw, AccFp32Sw, AccFp32Float,
                                             AccI32Sw, AccI16Sw])>;
defm SPU_MUL : SpuAlu<0x01, "mul", [FtzSw, AccFp32Mul, Upper32Sw]>;
defm SPU_MUL : SpuIrfAlu<0x01, "mul", [],
                         [Upper32Ignored, AccFp32Ignored, FtzIgnored],
                         [Upper32Ignored, AccFp32Ignored, FtzIgnored]>;
defm SPU_ADD : SpuAlu<0x02, "add",
                      !listconcat(SatOrFtz, [CarrySw, NoCarryGenSw])>;
defm SPU_ADD : SpuIrfAlu<0x02, "add", SatOrFtz,
                         [SatIgnored, CarryIgnored, NoCarryGenIgnored,
                          FtzIgnored],
                         [CarryIgnored, NoCarryGenIgnored]>;
defm SPU_SUB : SpuAlu<0x03, "sub",
                      !listconcat(SatOrFtz, [NegSw, NoBorrowGenSw, BorrowSw])>;
defm SPU_SUB : SpuIrfAlu<0x03, "sub", SatOrFtz,
                         [SatIgnored, NegIgnored, FtzIgnored,
                          NoBorrowGenIgnored, BorrowIgnored],
                         [NegIgnored, NoBorrowGenIgnored, BorrowIgnored]>;
defm SPU_MAX : SpuAlu<0x05, "max">;
defm SPU_MAX : SpuIrfAlu<0x05, "max">;
defm SPU_MIN : SpuAlu<0x06, "min">;
defm SPU_MIN : SpuIrfAlu<0x06, "min">;
def SPU_ABS_S_S : SpuOne<0x07, "abs", [NoSatSw]>;
defm SPU_ABS : SpuIrfUnaryForms<0x07, "abs", [NoSatSw]>;

defm SPU_CMP_EQ : SpuCompare<0x09, "cmp_eq", [MaskEqZeroSw], [MaskEqZeroIgnored]>;
defm SPU_CMP_NEQ : SpuCompare<0x0a, "cmp_neq">;
defm SPU_CMP_LESS : SpuCompare<0x0b, "cmp_less">;
defm SPU_CMP_LEQ : SpuCompare<0x0c, "cmp_leq">;
defm SPU_CMP_GRT : SpuCompare<0x0d, "cmp_grt">;
defm SPU_CMP_GEQ : SpuCompare<0x0e, "cmp_geq">;

defm SPU_OR : SpuAlu<0x0f, "or">;
defm SPU_OR : SpuIrfAlu<0x0f, "or">;
def SPU_OR_SP_SP_SP : SpuBinary<0x0f, "or", 1, 0, KindSP, KindSP, KindSP>;
defm SPU_AND : SpuAlu<0x10, "and">;
defm SPU_AND : SpuIrfAlu<0x10, "and">;
def SPU_AND_SP_SP_SP : SpuBinary<0x10, "and", 1, 0, KindSP, KindSP, KindSP>;
defm SPU_XOR : SpuAlu<0x11, "xor">;
defm SPU_XOR : SpuIrfAlu<0x11, "xor">;
def SPU_XOR_SP_SP_SP : SpuBinary<0x11, "xor", 1, 0, KindSP, KindSP, KindSP>;
def SPU_NOT_S_S : SpuOne<0x12, "not">;
defm SPU_NOT : SpuIrfUnaryForms<0x12, "not">;
def SPU_NOT_SP_SP : SpuUnary<0x12, "not", 0, KindSP, KindSP>;
let ImmSign = "unsigned" in {
  defm SPU_SHR : SpuAlu<0x13, "shr">;
  defm SPU_SHR : SpuIrfShift<0x13, "shr">;
  defm SPU_SHL : SpuAlu<0x14, "shl">;
  defm SPU_SHL : SpuIrfShift<0x14, "shl">;
}
defm SPU_ASH : SpuAlu<0x15, "ash", [SatAsh, RhuSw]>;

def SPU_POPCNT_S_S : SpuOne<0x19, "popcnt", [SetSw]>;
def SPU_FIND_FIRST_S_S : SpuOne<0x1a, "find_first", [SetSw, DirSw]>;
def SPU_NEARBYINT_S_S : SpuOne<0x1b, "nearbyint", [RmSw, RmGoyaSw]>;
def SPU_EXTRACT_EXP_S_S : SpuOne<0x1d, "extract_exp", [BiasedSw, UnbiasedSw, PreLogSw]>;
def SPU_EXTRACT_EXP_S_IMM
    : SpuUnary<0x1d, "extract_exp", 1, KindS, KindImm> {
  let Switches = [BiasedSw, UnbiasedSw, PreLogSw];
}
let Requires = [FeatureGaudiPlus] in {
  def SPU_FCLASS_S_S : SpuOne<0x1e, "fclass", [LimitSw]>;
  def SPU_BREV_S_S : SpuOne<0x1f, "brev">;
  def SPU_CALC_FP_SPECIAL_S_S_S
      : SpuBinary<0x34, "calc_fp_special", 1, 1, KindS, KindSsrc, KindSsrc> {
    let Switches = [FuncSw, FuncOtherTypes];
  }
}

// A step, one or four bits, of an unsigned division: Z holds remainder and
// quotient.
let ReadsDest = 1 in
class SpuUdivStep<string mn, Kind kd>
    : SpuInst<0x28, mn, 1, 0, (outs kd.Op:$dst),
              (ins UImm5:$step, SRFSrc:$a), "$step $dst, $a"> {
  bits<5> step;
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let Type = type;
  let Sw{4-0} = step;
}
multiclass SpuUdivStepForms<string mn> {
  def NAME#_Z_S : SpuUdivStep<mn, KindZ>;
  let isAsmParserOnly = 1 in
  def NAME#_S_S : SpuUdivStep<mn, KindS>;
}
let Requires = [FeatureGoyaOnly] in
defm SPU_UDIV_STEP : SpuUdivStepForms<"udiv_step">;
let Requires = [FeatureGaudiOnly] in
defm SPU_UDIV_4STEP : SpuUdivStepForms<"udiv_4step">;
// On greco the step may come from DIV_STEP.
class SpuUdivGreco<Kind kd, dag step, string text>
    : SpuInst<0x28, "udiv_4step", 1, 1, (outs kd.Op:$dst),
              !con(step, (ins SRFSrc:$a)), text # " $dst, $a"> {
  bits<5> step;
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let Type = type;
  let Sw{6} = sw{6};
  let Switches = [DivX2Sw];
  let ReadsDest = 1;
}
let Requires = [FeatureGrecoOnly] in
foreach kd = [KindZ, KindS] in
let isAsmParserOnly = !eq(kd.Letter, "S") in {
  def SPU_UDIV_4STEP_NUM_#kd.Letter#_S
      : SpuUdivGreco<kd, (ins UImm5:$step), "$step"> {
    let Sw{4-0} = step;
  }
  def SPU_UDIV_4STEP_REG_#kd.Letter#_S
      : SpuUdivGreco<kd, (ins DivStepReg:$id), "$id"> {
    let Sw{5} = 1;
  }
}
// Z: quotient and remainder.
class SpuUdiv<Kind kd, list<Switch> switches>
    : SpuInst<0x28, "udiv", 1, 1, (outs kd.Op:$dst),
              (ins SRFSrc:$a, SRFSrc:$b), "$dst, $a, $b"> {
  let AsmString = "udiv${type} $dst, $a, $b${sw}${pred}";
  bits<9> dst;
  bits<9> a;
  bits<9> b;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b;
  let Type = type;
  let Sw{0} = sw{0};
  let Switches = switches;
}
let Requires = [FeatureGaudi2Plus] in {
  def SPU_UDIV_S_S_S : SpuUdiv<KindS, [DivModSw]>;
  def SPU_UDIV_Z_S_S : SpuUdiv<KindZ, [DivModBoth]> {
    let Sw{0} = 0;
    let Sw{1} = 1;
  }
}

//===----------------------------------------------------------------------===//
// Conversions
//===----------------------------------------------------------------------===//

def SPU_CONVERT_S_S
    : SpuInst<0x16, "convert", 1, 1, (outs SRF:$dst), (ins SRFSrc:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let SrcB{3-0} = sw{11-8};
  let Sw{4} = sw{4};
  let Sw{2-0} = sw{2-0};
  let Type = type;
  let Switches = [TargetTypeB, RmConvertSw, RmConvert2Sw, RmGoyaSw, ClipFpSw];
}

// From 64 bits in two registers. The reference assembler takes the switches of
// the other conversions and drops them.
let Requires = [FeatureGaudi2Plus] in
def SPU_CONVERT_I64_S_S_S
    : SpuInst<0x16, "convert.i64", 0, 1, (outs SRF:$dst),
              (ins SRFSrc:$a, SRFSrc:$b), "$dst, $a, $b"> {
  bits<9> dst;
  bits<9> a;
  bits<9> b;
  let Dest = dst;
  let SrcA = a;
  let SrcB = b;
  let Type = 14;
  let Switches = [TargetTypeConst, RmConst, ClipFpIgnored];
}

// The type field holds rounding and width instead of a type.
multiclass SpuConvertTo<bits<8> opcode, string mn, list<Switch> switches> {
  foreach kb = [KindSsrc, KindImm] in
  def NAME#_S_S_#kb.Letter
      : SpuInst<opcode, mn, 0, 1, (outs SRF:$dst),
                (ins SRFSrc:$a, kb.Op:$b), "$dst, $a, $b"> {
    bits<9> dst;
    bits<9> a;
    bits<41> b;
    let Dest = dst;
    let SrcA = a;
    let SrcB = b{8-0};
    let Imm = !if(kb.IsImm, b{40-9}, NoImm);
    let Type = sw{37-34};
    let Switches = switches;
  }
}
defm SPU_CONVERT_INT16 : SpuConvertTo<0x04, "convert_int16", RmTypes>;
defm SPU_CONVERT_INT32
    : SpuConvertTo<0x17, "convert_int32", !listconcat(RmTypes, ToWidthTypes)>;
defm SPU_CONVERT_UINT32
    : SpuConvertTo<0x18, "convert_uint32", !listconcat(RmTypes, ToWidthTypes)>;
defm SPU_CONVERT_UINT16 : SpuConvertTo<0x1c, "convert_uint16", RmTypes>;
let Requires = [FeatureGrecoPlus] in {
  defm SPU_CONVERT_INT8 : SpuConvertTo<0x35, "convert_int8", [RmType]>;
  defm SPU_CONVERT_UINT8 : SpuConvertTo<0x36, "convert_uint8", [RmType]>;
}

//===----------------------------------------------------------------------===//
// Moves
//===----------------------------------------------------------------------===//

// Cheaper to do again than to keep.
let isReMaterializable = 1, isAsCheapAsAMove = 1 in
foreach ka = [KindSsrc, KindImm] in
def SPU_MOV_S_#ka.Letter : SpuUnary<0x08, "mov", 0, KindS, ka>;

let isReMaterializable = 1, isAsCheapAsAMove = 1 in
let DefaultType = TypeB in
foreach ka = [KindSP, KindSsrc, KindImm] in
def SPU_MOV_SP_#ka.Letter : SpuUnary<0x08, "mov", 0, KindSP, ka>;

let isReMaterializable = 1, isAsCheapAsAMove = 1 in
let DefaultType = TypeI32 in
foreach ka = [KindI, KindSsrc, KindImm] in {
  def SPU_MOV_I_#ka.Letter : SpuIrfUnary<0x08, "mov", 0, MaskBits, ka>;
  let Requires = [FeatureGrecoPlus] in
  def SPU_MOV_M_I_#ka.Letter : SpuIrfUnary<0x08, "mov", 0, MaskReg, ka>;
}

// Addresses: the type field says UINT32.
class SpuMovAddress<Kind kd, Kind ka>
    : SpuInst<0x08, "mov", 0, 0, (outs kd.Op:$dst), (ins ka.Op:$a),
              "$dst, $a"> {
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let Type = TypeU32.Code;
  let IgnoreType = 1;
}
let Requires = [FeatureGrecoPlus] in {
  def SPU_MOV_AD_AD : SpuMovAddress<KindAD, KindAD>;
  def SPU_MOV_AD_Z : SpuMovAddress<KindAD, KindZ>;
  def SPU_MOV_Z_AD : SpuMovAddress<KindZ, KindAD>;
}

// Hardware register number in SrcB. Named registers put the destination into
// SrcA too, as the reference assembler does.
let Requires = [FeatureGaudiPlus] in
def SPU_MOV_S_HW
    : SpuInst<0x08, "mov", 0, 0, (outs SRF:$dst), (ins HSRF:$hw),
              "$dst, $hw"> {
  bits<9> dst;
  bits<9> hw;
  let Dest = dst;
  let SrcA = dst;
  let SrcB{5-0} = hw{5-0};
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
  let IgnoreType = 1;
}
let Requires = [FeatureGaudiPlus] in
def SPU_MOV_FROM_HW_REG
    : SpuInst<0x08, "mov.from_hw_reg", 0, 0, (outs SRF:$dst), (ins UImm6:$hw),
              "$dst, $hw"> {
  let DecodeLast = 1;
  bits<9> dst;
  bits<6> hw;
  let Dest = dst;
  let SrcB{5-0} = hw;
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
}

// To a hardware register, from greco on also predicates.
class SpuMovToHw<dag sources, string operands, string mn = "mov">
    : SpuInst<0x08, mn, 0, 0, (outs), sources, operands> {
  bits<9> hw;
  bits<9> a;
  let SrcA = a;
  let SrcB{5-0} = hw{5-0};
  let SrcB{6} = 1;
  let Sw{0} = 1;
  let Switches = [HwRegFixed];
  let IgnoreType = !eq(mn, "mov");
  let hasSideEffects = 1;
}
let Requires = [FeatureGrecoPlus] in {
  def SPU_MOV_SP_HW
      : SpuInst<0x08, "mov", 0, 0, (outs SPRF:$dst), (ins HSPRF:$hw),
                "$dst, $hw"> {
    bits<9> dst;
    bits<9> hw;
    let Dest = dst;
    let SrcA = dst;
    let SrcB{5-0} = hw{5-0};
    let Sw{0} = 1;
    let Switches = [HwRegFixed];
    let IgnoreType = 1;
  }
  def SPU_MOV_HW_S : SpuMovToHw<(ins HSRF:$hw, SRFSrc:$a), "$hw, $a">;
  def SPU_MOV_HW_SP : SpuMovToHw<(ins HSPRF:$hw, SPRF:$a), "$hw, $a">;
  let DecodeLast = 1 in {
    def SPU_MOV_FROM_HW_REG_SP
        : SpuInst<0x08, "mov.from_hw_reg", 0, 0, (outs SPRF:$dst),
                  (ins UImm6:$hw), "$dst, $hw"> {
      bits<9> dst;
      bits<6> hw;
      let Dest = dst;
      let SrcB{5-0} = hw;
      let Sw{0} = 1;
      let Switches = [HwRegFixed];
    }
    foreach ka = [KindSsrc, KindSP] in
    def SPU_MOV_TO_HW_REG_#ka.Letter
        : SpuMovToHw<(ins UImm6:$hw, ka.Op:$a), "$hw, $a", "mov.to_hw_reg">;
  }
}

// One dimension of an index register.
class SpuMovIrfDim<Kind kd>
    : SpuInst<0x26, "mov_irf_dim", 0, 0, (outs kd.Op:$dst),
              (ins DimNumber:$dim, IRF:$a), "$dim $dst, $a"> {
  bits<3> dim;
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let Sw{2-0} = dim;
}
def SPU_MOV_IRF_DIM_S_I : SpuMovIrfDim<KindS> {
  let Switches = [BothIgnored];
}
let isAsmParserOnly = 1 in
def SPU_MOV_IRF_DIM_Z_I : SpuMovIrfDim<KindZ> {
  let Switches = [BothText];
}
// The low and the high part of a long dimension.
let Requires = [FeatureGaudi2Plus] in
def SPU_MOV_IRF_DIM_BOTH_Z_I
    : SpuInst<0x26, "mov_irf_dim", 0, 1, (outs ZRF:$dst),
              (ins DimNumber:$dim, IRF:$a), "$dim $dst, $a"> {
  bits<3> dim;
  bits<9> dst;
  bits<9> a;
  let Dest = dst;
  let SrcA = a;
  let Sw{2-0} = dim;
  let Sw{3} = 1;
  let Switches = [BothOn];
}

// The type field says INT32 though no type is written.
class SpuSetIndex<bit switched, MaskKind m, Kind ka>
    : SpuInst<0x27, "set_indx", 0, switched, (outs IRF:$dst),
              (ins m.Op:$mask, ka.Op:$a), "$dst, $mask, $a"> {
  bits<5> mask;
  bits<9> dst;
  bits<41> a;
  let Dest = dst;
  let SrcA = a{8-0};
  let Imm = !if(ka.IsImm, a{40-9}, NoImm);
  let Type = TypeI32.Code;
  let Sw{6-2} = !if(m.IsReg, {NoSw{2-0}, mask{1-0}}, mask);
  let Sw{1} = m.IsReg;
  let Sw{0} = !if(switched, sw{0}, NoSw{0});
  let Switches = !if(switched, [HighSw], []<Switch>);
  let ReadsDest = 1;
}
foreach ka = [KindSsrc, KindImm] in {
  let Requires = [FeaturePreGaudi2] in
  def SPU_SET_INDX_I_#ka.Letter : SpuSetIndex<0, MaskBits, ka>;
  let Requires = [FeatureGaudi2Plus] in
  def SPU_SET_INDX_HIGH_I_#ka.Letter : SpuSetIndex<1, MaskBits, ka>;
  let Requires = [FeatureGrecoPlus] in
  def SPU_SET_INDX_M_I_#ka.Letter : SpuSetIndex<1, MaskReg, ka>;
}

//===----------------------------------------------------------------------===//
// Control
//===----------------------------------------------------------------------===//

// The immediate form holds the distance from the jump to the target in bytes.
// Assumed for JMPA too: the reference assembler emits a distance for its
// labels, though the facts call its target absolute.
let isBranch = 1, isTerminator = 1 in
multiclass SpuJump<bits<8> opcode, string mn> {
  let isIndirectBranch = 1 in
  def NAME#_S : SpuInst<opcode, mn, 0, 0, (outs), (ins SRFSrc:$a), "$a"> {
    bits<9> a;
    let SrcA = a;
  }
  def NAME#_IMM : SpuInst<opcode, mn, 0, 0, (outs), (ins BrTarget:$a), "$a"> {
    bits<41> a;
    let SrcA = a{8-0};
    let Imm = a{40-9};
  }
}
defm SPU_JMPR : SpuJump<0x24, "jmpr">;
defm SPU_JMPA : SpuJump<0x25, "jmpa">;

let hasSideEffects = 1 in
def SPU_DBG : SlotInst<SpuSlot, 0x3e, "dbg", (outs), (ins), "dbg">;
def SPU_NOP : SlotInst<SpuSlot, 0x3f, "nop", (outs), (ins), "nop">;
