//===-- TPCInstrPatterns.td - selection patterns -----------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which records compute LLVM's generic operations. Every guarded record ends
// in its guard, a register and a polarity: SP0, 0 is "always". Operations that
// keep lanes of an old value under a predicate are selected by code
// (TPCISelDAGToDAG.cpp), as their old value is no operand of the records.
//
//===----------------------------------------------------------------------===//

//===----------------------------------------------------------------------===//
// Pseudo instructions
//===----------------------------------------------------------------------===//

class TPCPseudo<dag results, dag sources> : Instruction {
  let Namespace = "TPC";
  let OutOperandList = results;
  let InOperandList = sources;
  let AsmString = "";
  let isPseudo = 1;
  let isCodeGenOnly = 1;
  let hasSideEffects = 0;
  let Size = 0;
}

let isTerminator = 1, isBarrier = 1, isReturn = 1, hasSideEffects = 1 in
def HALT_KERNEL : TPCPseudo<(outs), (ins)>;

// JMPR to a block under the guard "always" (SP0, 0), with the operands of the
// record it stands for (TPC::findForm): LLVM wants to know by the opcode that
// nothing runs into the next block.
let isTerminator = 1, isBranch = 1, isBarrier = 1 in
def JUMP : TPCPseudo<(outs), (ins BrTarget:$a, SPred:$pred)>;

// TPCCountedLoops.cpp: the loop behind this block is LOOP's with these operands;
// the value is what its iterator holds.
let hasSideEffects = 1 in {
  def LOOP_HINT : TPCPseudo<(outs), (ins SRF:$start, SRF:$bound, SRF:$step,
                                         i32imm:$cmp)>;
  def LOOP_ITERATOR : TPCPseudo<(outs), (ins SRF:$value)>;
}
// The end of a hardware loop's last block. It takes no place in the code: LOOP
// knows where its body ends.
let isTerminator = 1, isBranch = 1, isNotDuplicable = 1, hasSideEffects = 1 in
def LOOP_END : TPCPseudo<(outs), (ins BrTarget:$header)>;

// Index registers and groups go to local memory piece by piece.
let mayStore = 1 in {
  def SPILL_I : TPCPseudo<(outs), (ins IRF:$src, i32imm:$slot)>;
  def SPILL_GROUP : TPCPseudo<(outs), (ins unknown:$src, i32imm:$slot)>;
}
let mayLoad = 1 in {
  def RELOAD_I : TPCPseudo<(outs IRF:$dst), (ins i32imm:$slot)>;
  def RELOAD_GROUP : TPCPseudo<(outs unknown:$dst), (ins i32imm:$slot)>;
}

//===----------------------------------------------------------------------===//
// Nodes
//===----------------------------------------------------------------------===//

def tpc_halt : SDNode<"TPCISD::HALT", SDTNone, [SDNPHasChain]>;
def tpc_bcast : SDNode<"TPCISD::BCAST", SDTypeProfile<1, 1, [SDTCisVec<0>]>>;
// The bits of a bf16 in the low half of a word, whose upper half is anything.
def tpc_bits : SDNode<"TPCISD::BITS", SDTypeProfile<1, 1, [SDTCisVT<0, i32>,
                                                           SDTCisVT<1, bf16>]>>;
def tpc_from_bits : SDNode<"TPCISD::FROMBITS",
                           SDTypeProfile<1, 1, [SDTCisVT<0, bf16>,
                                                SDTCisVT<1, i32>]>>;
def tpc_getdim : SDNode<"TPCISD::GETDIM",
                        SDTypeProfile<1, 2, [SDTCisVT<0, i32>,
                                             SDTCisVT<1, v5i32>,
                                             SDTCisVT<2, i32>]>>;

def : Pat<(tpc_halt), (HALT_KERNEL)>;

// The immediate field holds the bits of a float.
def FloatBits : SDNodeXForm<fpimm, [{
  return CurDAG->getTargetConstant(
      N->getValueAPF().bitcastToAPInt().getZExtValue(), SDLoc(N), MVT::i32);
}]>;

// Forms of the second operand: a register, one scalar for all lanes, a constant.
class SecondOperand<string letter, dag match, dag use> {
  string Letter = letter;
  dag Match = match;
  dag Use = use;
}

// Values of a kind: their type, that of one lane and that of a comparison, and
// what the type field says of them.
class Lanes<ValueType vt, ValueType scalar, ValueType pred, DataType signed,
            DataType unsigned = signed> {
  ValueType VT = vt;
  ValueType Scalar = scalar;
  ValueType Pred = pred;
  DataType Signed = signed;
  DataType Unsigned = unsigned;
  bit IsFloat = !eq(!cast<string>(signed), !cast<string>(unsigned));
  bit IsVector = !ne(!cast<string>(vt), !cast<string>(scalar));
  string Slot = !if(IsVector, "VPU", "SPU");
  string Binary = !if(IsVector, "_V_V_", "_S_S_");
  string Unary = !if(IsVector, "_V_V", "_S_S");
  string Compare = !if(IsVector, "_VP_V_", "_SP_S_");
  dag Constant = !if(IsFloat, (scalar fpimm:$b), (scalar imm:$b));
  dag ConstantUse = !if(IsFloat, (FloatBits fpimm:$b), (i32 imm:$b));
  list<SecondOperand> Seconds =
      !if(IsVector,
          [SecondOperand<"V", (vt vt:$b), (vt vt:$b)>,
           SecondOperand<"S", (vt (tpc_bcast scalar:$b)), (scalar scalar:$b)>,
           SecondOperand<"IMM", (vt (tpc_bcast Constant)), ConstantUse>],
          [SecondOperand<"S", (vt vt:$b), (vt vt:$b)>,
           SecondOperand<"IMM", Constant, ConstantUse>]);
}
defvar VecI32 = Lanes<v64i32, i32, v64i1, TypeI32, TypeU32>;
defvar VecI16 = Lanes<v128i16, i32, v128i1, TypeI16, TypeU16>;
defvar VecI8 = Lanes<v256i8, i32, v256i1, TypeI8, TypeU8>;
defvar VecF32 = Lanes<v64f32, f32, v64i1, TypeF32>;
defvar VecBF16 = Lanes<v128bf16, bf16, v128i1, TypeBF16>;
defvar ScalarI32 = Lanes<i32, i32, i1, TypeI32, TypeU32>;
defvar ScalarF32 = Lanes<f32, f32, i1, TypeF32>;
defvar ScalarBF16 = Lanes<bf16, bf16, i1, TypeBF16>;
defvar IntVectors = [VecI32, VecI16, VecI8];
defvar FloatVectors = [VecF32, VecBF16];
defvar AllVectors = !listconcat(IntVectors, FloatVectors);
defvar Ints = !listconcat(IntVectors, [ScalarI32]);
defvar Floats = !listconcat(FloatVectors, [ScalarF32, ScalarBF16]);

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

// a op b. Switched records take their switches behind the type.
multiclass Binary<SDPatternOperator op, Lanes t, string mn, DataType type> {
  foreach b = t.Seconds in
  def : Pat<(t.VT (op t.VT:$a, b.Match)),
            (!cast<Instruction>(t.Slot # "_" # mn # t.Binary # b.Letter)
                t.VT:$a, b.Use, type.Code, SP0, 0)>;
}
multiclass BinarySw<SDPatternOperator op, Lanes t, string mn, DataType type,
                    int switches = 0> {
  foreach b = t.Seconds in
  def : Pat<(t.VT (op t.VT:$a, b.Match)),
            (!cast<Instruction>(t.Slot # "_" # mn # t.Binary # b.Letter)
                t.VT:$a, b.Use, type.Code, (i64 switches), SP0, 0)>;
}
// b op a, for a record that computes a op b.
multiclass ReversedSw<SDPatternOperator op, Lanes t, string mn, DataType type,
                      int switches> {
  foreach b = !tail(t.Seconds) in
  def : Pat<(t.VT (op b.Match, t.VT:$a)),
            (!cast<Instruction>(t.Slot # "_" # mn # t.Binary # b.Letter)
                t.VT:$a, b.Use, type.Code, (i64 switches), SP0, 0)>;
}
multiclass UnarySw<SDPatternOperator op, Lanes t, string mn, int switches> {
  def : Pat<(t.VT (op t.VT:$a)),
            (!cast<Instruction>(t.Slot # "_" # mn # t.Unary)
                t.VT:$a, t.Signed.Code, (i64 switches), SP0, 0)>;
}

defvar Sat = 1;
defvar Negate = 2;
defvar Upper32 = 4;
// What POPCNT and FIND_FIRST count. Nothing found gives the width of the
// element, as LLVM wants it (assumed: facts 8.2 leave that open).
defvar Ones = 1;
defvar OnesFromLow = 1;
defvar OnesFromHigh = 3;

def Negated : SDNodeXForm<imm, [{
  return CurDAG->getTargetConstant(uint32_t(-N->getZExtValue()), SDLoc(N),
                                   MVT::i32);
}]>;

foreach t = Ints in {
  defm : BinarySw<add, t, "ADD", t.Signed>;
  defm : BinarySw<sub, t, "SUB", t.Signed>;
  defm : ReversedSw<sub, t, "SUB", t.Signed, Negate>;
  defm : BinarySw<saddsat, t, "ADD", t.Signed, Sat>;
  defm : BinarySw<uaddsat, t, "ADD", t.Unsigned, Sat>;
  defm : BinarySw<ssubsat, t, "SUB", t.Signed, Sat>;
  defm : BinarySw<usubsat, t, "SUB", t.Unsigned, Sat>;
  defm : Binary<and, t, "AND", t.Signed>;
  defm : Binary<or, t, "OR", t.Signed>;
  defm : Binary<xor, t, "XOR", t.Signed>;
  defm : Binary<shl, t, "SHL", t.Signed>;
  defm : Binary<srl, t, "SHR", t.Signed>;
  defm : Binary<smax, t, "MAX", t.Signed>;
  defm : Binary<smin, t, "MIN", t.Signed>;
  defm : Binary<umax, t, "MAX", t.Unsigned>;
  defm : Binary<umin, t, "MIN", t.Unsigned>;
  defm : UnarySw<ctpop, t, "POPCNT", Ones>;
  defm : UnarySw<cttz, t, "FIND_FIRST", OnesFromLow>;
  defm : UnarySw<ctlz, t, "FIND_FIRST", OnesFromHigh>;

  defvar brev = !cast<Instruction>(t.Slot # "_BREV" # t.Unary);
  def : Pat<(t.VT (bitreverse t.VT:$a)),
            (brev t.VT:$a, t.Signed.Code, SP0, 0)>;
  defvar not_ = !cast<Instruction>(t.Slot # "_NOT" # t.Unary);
  defvar ones = !if(t.IsVector, (t.VT (tpc_bcast (i32 -1))), (t.VT -1));
  def : Pat<(t.VT (xor t.VT:$a, ones)),
            (not_ t.VT:$a, t.Signed.Code, SP0, 0)>;

  // ASH shifts to the left by a signed count; its switch SAT is always set.
  defvar ash = t.Slot # "_ASH" # t.Binary;
  defvar negate = t.Slot # "_SUB" # t.Binary # "IMM";
  defvar reg = !if(t.IsVector, "V", "S");
  def : Pat<(t.VT (sra t.VT:$a, t.VT:$b)),
            (!cast<Instruction>(ash # reg) t.VT:$a,
                (!cast<Instruction>(negate) t.VT:$b, 0, t.Signed.Code,
                                            (i64 Negate), SP0, 0),
                t.Signed.Code, (i64 Sat), SP0, 0)>;
  defvar constant =
      !if(t.IsVector, (t.VT (tpc_bcast (i32 imm:$b))), (t.VT imm:$b));
  def : Pat<(t.VT (sra t.VT:$a, constant)),
            (!cast<Instruction>(ash # "IMM") t.VT:$a, (Negated imm:$b),
                                             t.Signed.Code, (i64 Sat), SP0, 0)>;
  if t.IsVector then
  def : Pat<(t.VT (sra t.VT:$a, (t.VT (tpc_bcast i32:$b)))),
            (!cast<Instruction>(ash # "S") t.VT:$a,
                (SPU_SUB_S_S_IMM i32:$b, 0, TypeI32.Code, (i64 Negate), SP0, 0),
                t.Signed.Code, (i64 Sat), SP0, 0)>;

  // The most negative number stays what it is: |x| = max(x, -x).
  def : Pat<(t.VT (abs t.VT:$a)),
            (!cast<Instruction>(t.Slot # "_MAX" # t.Binary # reg) t.VT:$a,
                (!cast<Instruction>(negate) t.VT:$a, 0, t.Signed.Code,
                                            (i64 Negate), SP0, 0),
                t.Signed.Code, SP0, 0)>;
}

defm : BinarySw<mul, ScalarI32, "MUL", TypeI32>;
defm : BinarySw<mulhs, ScalarI32, "MUL", TypeI32, Upper32>;
defm : BinarySw<mulhu, ScalarI32, "MUL", TypeU32, Upper32>;
// The low words of the products are the first register of the pair (public
// kernels use it so), the high words the second.
multiclass Product<SDPatternOperator op, DataType type, SubRegIndex part> {
  foreach b = VecI32.Seconds in
  def : Pat<(v64i32 (op v64i32:$a, b.Match)),
            (EXTRACT_SUBREG
                (!cast<Instruction>("VPU_MUL_D_V_" # b.Letter)
                    v64i32:$a, b.Use, type.Code, (i64 0), SP0, 0), part)>;
}
defm : Product<mul, TypeI32, sub_0>;
defm : Product<mulhs, TypeI32, sub_1>;
defm : Product<mulhu, TypeU32, sub_1>;

// Rounding of NEARBYINT and CONVERT (facts 4.10).
defvar RoundNearest = 0;
defvar RoundZero = 1;
defvar RoundUp = 2;
defvar RoundDown = 3;
defvar RoundHalfAway = 6;

foreach t = Floats in {
  defm : BinarySw<any_fadd, t, "ADD", t.Signed>;
  defm : BinarySw<any_fsub, t, "SUB", t.Signed>;
  defm : BinarySw<any_fmul, t, "MUL", t.Signed>;
  defm : Binary<fmaxnum, t, "MAX", t.Signed>;
  defm : Binary<fminnum, t, "MIN", t.Signed>;
  defvar sign = !shl(1, !sub(t.Signed.Bits, 1));
  defvar asInt = !if(!eq(t.Signed.Bits, 32), TypeI32, TypeI16);
  def : Pat<(t.VT (fneg t.VT:$a)),
            (!cast<Instruction>(t.Slot # "_XOR" # t.Binary # "IMM")
                t.VT:$a, sign, asInt.Code, SP0, 0)>;
  def : Pat<(t.VT (fabs t.VT:$a)),
            (!cast<Instruction>(t.Slot # "_AND" # t.Binary # "IMM")
                t.VT:$a, !sub(sign, 1), asInt.Code, SP0, 0)>;
  defm : UnarySw<any_fnearbyint, t, "NEARBYINT", RoundNearest>;
  defm : UnarySw<any_frint, t, "NEARBYINT", RoundNearest>;
  defm : UnarySw<any_froundeven, t, "NEARBYINT", RoundNearest>;
  defm : UnarySw<any_ftrunc, t, "NEARBYINT", RoundZero>;
  defm : UnarySw<any_fceil, t, "NEARBYINT", RoundUp>;
  defm : UnarySw<any_ffloor, t, "NEARBYINT", RoundDown>;
  defm : UnarySw<any_fround, t, "NEARBYINT", RoundHalfAway>;
}

//===----------------------------------------------------------------------===//
// Comparison and selection
//===----------------------------------------------------------------------===//

class Condition<string mn, CondCode cc, bit isUnsigned = 0> {
  string Mnemonic = mn;
  CondCode Code = cc;
  bit IsUnsigned = isUnsigned;
}
defvar IntConditions = [
  Condition<"EQ", SETEQ>, Condition<"NEQ", SETNE>,
  Condition<"LESS", SETLT>, Condition<"LEQ", SETLE>,
  Condition<"GRT", SETGT>, Condition<"GEQ", SETGE>,
  Condition<"LESS", SETULT, 1>, Condition<"LEQ", SETULE, 1>,
  Condition<"GRT", SETUGT, 1>, Condition<"GEQ", SETUGE, 1>];
defvar FloatConditions = [
  Condition<"EQ", SETEQ>, Condition<"NEQ", SETNE>,
  Condition<"LESS", SETLT>, Condition<"LEQ", SETLE>,
  Condition<"GRT", SETGT>, Condition<"GEQ", SETGE>,
  Condition<"EQ", SETOEQ>, Condition<"NEQ", SETUNE>,
  Condition<"LESS", SETOLT>, Condition<"LEQ", SETOLE>,
  Condition<"GRT", SETOGT>, Condition<"GEQ", SETOGE>];

multiclass Compare<Lanes t, Condition c> {
  defvar type = !if(c.IsUnsigned, t.Unsigned, t.Signed);
  defvar mn = t.Slot # "_CMP_" # c.Mnemonic # t.Compare;
  foreach b = t.Seconds in
  def : Pat<(t.Pred (setcc t.VT:$a, b.Match, c.Code)),
            !if(!eq(c.Mnemonic, "EQ"),
                (!cast<Instruction>(mn # b.Letter)
                    t.VT:$a, b.Use, type.Code, (i64 0), SP0, 0),
                (!cast<Instruction>(mn # b.Letter)
                    t.VT:$a, b.Use, type.Code, SP0, 0))>;
}
foreach t = Ints in
  foreach c = IntConditions in
    defm : Compare<t, c>;
foreach t = Floats in
  foreach c = FloatConditions in
    defm : Compare<t, c>;

// One operation compares and selects. Selected values may have another type
// with lanes of the same width.
class OnceSetcc<CondCode cc>
    : PatFrag<(ops node:$a, node:$b), (setcc node:$a, node:$b, cc),
              [{ return N->hasOneUse(); }]>;
foreach cc = [SETEQ, SETNE, SETLT, SETLE, SETGT, SETGE, SETULT, SETULE, SETUGT,
              SETUGE, SETOEQ, SETUNE, SETOLT, SETOLE, SETOGT, SETOGE] in
  def once_#cc : OnceSetcc<cc>;
multiclass CompareSelect<Lanes t, ValueType vt, Condition c> {
  defvar type = !if(c.IsUnsigned, t.Unsigned, t.Signed);
  defvar frag = !cast<PatFrag>("once_" # !cast<string>(c.Code));
  defvar mn = "VPU_SEL_" # c.Mnemonic # "_V_V_";
  foreach b = t.Seconds in
  def : Pat<(vt (vselect (t.Pred (frag t.VT:$a, b.Match)), vt:$c, vt:$d)),
            !if(!eq(c.Mnemonic, "EQ"),
                (!cast<Instruction>(mn # b.Letter # "_V_V") t.VT:$a, b.Use,
                    vt:$c, vt:$d, type.Code, (i64 0), SP0, 0),
                (!cast<Instruction>(mn # b.Letter # "_V_V") t.VT:$a, b.Use,
                    vt:$c, vt:$d, type.Code, SP0, 0))>;
}
foreach c = IntConditions in {
  defm : CompareSelect<VecI8, v256i8, c>;
  foreach vt = [v128i16, v128bf16] in
    defm : CompareSelect<VecI16, vt, c>;
  foreach vt = [v64i32, v64f32] in
    defm : CompareSelect<VecI32, vt, c>;
}
foreach c = FloatConditions in {
  foreach vt = [v128i16, v128bf16] in
    defm : CompareSelect<VecBF16, vt, c>;
  foreach vt = [v64i32, v64f32] in
    defm : CompareSelect<VecF32, vt, c>;
}

//===----------------------------------------------------------------------===//
// Constants, bits and conversions
//===----------------------------------------------------------------------===//

def : Pat<(i32 imm:$a), (SPU_MOV_S_IMM imm:$a, TypeI32.Code, SP0, 0)>;
def : Pat<(f32 fpimm:$a),
          (SPU_MOV_S_IMM (FloatBits fpimm:$a), TypeF32.Code, SP0, 0)>;
def : Pat<(bf16 fpimm:$a),
          (SPU_MOV_S_IMM (FloatBits fpimm:$a), TypeBF16.Code, SP0, 0)>;
def : Pat<(i1 0), (SPU_MOV_SP_IMM 0, TypeB.Code, SP0, 0)>;
def : Pat<(i1 -1), (SPU_MOV_SP_IMM 1, TypeB.Code, SP0, 0)>;

foreach t = AllVectors in {
  def : Pat<(t.VT (tpc_bcast t.Scalar:$a)),
            (VPU_MOV_V_S t.Scalar:$a, t.Signed.Code, SP0, 0)>;
  def : Pat<(t.VT (tpc_bcast t.Constant)),
            (VPU_MOV_V_IMM t.ConstantUse, t.Signed.Code, SP0, 0)>;
  foreach u = AllVectors in
    if !ne(!cast<string>(t.VT), !cast<string>(u.VT)) then
      def : Pat<(t.VT (bitconvert u.VT:$a)), (COPY_TO_REGCLASS u.VT:$a, VRF)>;
}
def : Pat<(i32 (bitconvert f32:$a)), (COPY_TO_REGCLASS f32:$a, SRF)>;
def : Pat<(f32 (bitconvert i32:$a)), (COPY_TO_REGCLASS i32:$a, SRF)>;
def : Pat<(i32 (tpc_bits bf16:$a)), (COPY_TO_REGCLASS bf16:$a, SRF)>;
def : Pat<(bf16 (tpc_from_bits i32:$a)), (COPY_TO_REGCLASS i32:$a, SRF)>;

// The target type stands in SrcB, the rounding in the switches. Numbers out of
// range saturate and NaN becomes 0 (assumed, as in the simulator).
class Convert<SDPatternOperator op, Lanes to, Lanes from, DataType toType,
              DataType fromType, int rounding>
    : Pat<(to.VT (op from.VT:$a)),
          (!cast<Instruction>(to.Slot # "_CONVERT" # to.Unary)
              from.VT:$a, fromType.Code,
              (i64 !add(!shl(toType.Code, 8), rounding)), SP0, 0)>;
multiclass IntConverts<Lanes f, Lanes i> {
  def : Convert<any_sint_to_fp, f, i, f.Signed, i.Signed, RoundNearest>;
  def : Convert<any_uint_to_fp, f, i, f.Signed, i.Unsigned, RoundNearest>;
  def : Convert<any_fp_to_sint, i, f, i.Signed, f.Signed, RoundZero>;
  def : Convert<any_fp_to_uint, i, f, i.Unsigned, f.Signed, RoundZero>;
}
defm : IntConverts<ScalarF32, ScalarI32>;
defm : IntConverts<ScalarBF16, ScalarI32>;
defm : IntConverts<VecF32, VecI32>;
defm : IntConverts<VecBF16, VecI16>;
def : Convert<any_fpextend, ScalarF32, ScalarBF16, TypeF32, TypeBF16,
              RoundNearest>;
def : Convert<any_fpround, ScalarBF16, ScalarF32, TypeBF16, TypeF32,
              RoundNearest>;

//===----------------------------------------------------------------------===//
// Predicates
//===----------------------------------------------------------------------===//

class LogicPat<SDPatternOperator op, ValueType vt, Instruction inst>
    : Pat<(vt (op vt:$a, vt:$b)), (inst vt:$a, vt:$b, TypeB.Code, SP0, 0)>;
def : LogicPat<and, i1, SPU_AND_SP_SP_SP>;
def : LogicPat<or, i1, SPU_OR_SP_SP_SP>;
def : LogicPat<xor, i1, SPU_XOR_SP_SP_SP>;
def : Pat<(i1 (xor i1:$a, -1)), (SPU_NOT_SP_SP i1:$a, TypeB.Code, SP0, 0)>;
// Comparisons of predicates are logic. (As signed numbers, true is -1.)
class PredComparePat<CondCode cc, dag result>
    : Pat<(i1 (setcc i1:$a, i1:$b, cc)), result>;
def : PredComparePat<SETNE,
                     (SPU_XOR_SP_SP_SP i1:$a, i1:$b, TypeB.Code, SP0, 0)>;
def : PredComparePat<SETEQ,
                     (SPU_NOT_SP_SP (SPU_XOR_SP_SP_SP i1:$a, i1:$b, TypeB.Code,
                                                      SP0, 0),
                                    TypeB.Code, SP0, 0)>;
foreach cc = [SETULT, SETGT] in
def : PredComparePat<cc, (SPU_AND_SP_SP_SP
                             (SPU_NOT_SP_SP i1:$a, TypeB.Code, SP0, 0), i1:$b,
                             TypeB.Code, SP0, 0)>;
foreach cc = [SETULE, SETGE] in
def : PredComparePat<cc, (SPU_OR_SP_SP_SP
                             (SPU_NOT_SP_SP i1:$a, TypeB.Code, SP0, 0), i1:$b,
                             TypeB.Code, SP0, 0)>;
foreach cc = [SETUGT, SETLT] in
def : PredComparePat<cc, (SPU_AND_SP_SP_SP i1:$a,
                             (SPU_NOT_SP_SP i1:$b, TypeB.Code, SP0, 0),
                             TypeB.Code, SP0, 0)>;
foreach cc = [SETUGE, SETLE] in
def : PredComparePat<cc, (SPU_OR_SP_SP_SP i1:$a,
                             (SPU_NOT_SP_SP i1:$b, TypeB.Code, SP0, 0),
                             TypeB.Code, SP0, 0)>;
// Numbers of one bit, which counters of loops become.
def : LogicPat<add, i1, SPU_XOR_SP_SP_SP>;
def : LogicPat<sub, i1, SPU_XOR_SP_SP_SP>;
def : LogicPat<mul, i1, SPU_AND_SP_SP_SP>;
def : Pat<(i1 (trunc i32:$a)),
          (SPU_CMP_NEQ_SP_S_IMM
              (SPU_AND_S_S_IMM i32:$a, 1, TypeI32.Code, SP0, 0), 0,
              TypeI32.Code, SP0, 0)>;

foreach vt = [v64i1, v128i1, v256i1] in {
  def : LogicPat<and, vt, VPU_AND_VP_VP_VP>;
  def : LogicPat<or, vt, VPU_OR_VP_VP_VP>;
  def : LogicPat<xor, vt, VPU_XOR_VP_VP_VP>;
  def : Pat<(vt (xor vt:$a, (vt (tpc_bcast (i1 -1))))),
            (VPU_NOT_VP_VP vt:$a, TypeB.Code, SP0, 0)>;
  def : Pat<(vt (tpc_bcast i1:$a)), (VPU_MOV_VP_SP i1:$a, TypeB.Code, SP0, 0)>;
  def : Pat<(vt (tpc_bcast (i1 -1))), (VPU_MOV_VP_SP SP0, TypeB.Code, SP0, 0)>;
  def : Pat<(vt (tpc_bcast (i1 0))),
            (VPU_XOR_VP_VP_VP (vt VP0), (vt VP0), TypeB.Code, SP0, 0)>;
}

//===----------------------------------------------------------------------===//
// Local memory. Addresses are numbers of bytes.
//===----------------------------------------------------------------------===//

class LoadFrom<string space>
    : PatFrag<(ops node:$a), (load node:$a),
              "return cast<LoadSDNode>(N)->getAddressSpace() == TPCAS::" #
              space # ";">;
class StoreTo<string space>
    : PatFrag<(ops node:$v, node:$a), (store node:$v, node:$a),
              "return cast<StoreSDNode>(N)->getAddressSpace() == TPCAS::" #
              space # ";">;
def scalar_load : LoadFrom<"Scalar">;
def scalar_store : StoreTo<"Scalar">;
def vector_load : LoadFrom<"Vector">;
def vector_store : StoreTo<"Vector">;

multiclass ScalarMemory<ValueType vt, string letter> {
  def : Pat<(vt (scalar_load (i32 imm:$a))),
            (!cast<Instruction>("LD_L_" # letter # "_IMM")
                imm:$a, (i64 0), SP0, 0)>;
  def : Pat<(vt (scalar_load i32:$a)),
            (!cast<Instruction>("LD_L_" # letter # "_S")
                i32:$a, (i64 0), SP0, 0)>;
  def : Pat<(scalar_store vt:$v, (i32 imm:$a)),
            (!cast<Instruction>("ST_L_IMM_" # letter)
                imm:$a, vt:$v, (i64 0), SP0, 0)>;
  def : Pat<(scalar_store vt:$v, i32:$a),
            (!cast<Instruction>("ST_L_S_" # letter)
                i32:$a, vt:$v, (i64 0), SP0, 0)>;
}
defm : ScalarMemory<i32, "S">;
defm : ScalarMemory<f32, "S">;

multiclass VectorMemory<ValueType vt, string letter> {
  def : Pat<(vt (vector_load (i32 imm:$a))),
            (!cast<Instruction>("LD_L_V_" # letter # "_IMM") imm:$a, SP0, 0)>;
  def : Pat<(vt (vector_load i32:$a)),
            (!cast<Instruction>("LD_L_V_" # letter # "_S") i32:$a, SP0, 0)>;
  def : Pat<(vector_store vt:$v, (i32 imm:$a)),
            (!cast<Instruction>("ST_L_V_IMM_" # letter)
                imm:$a, vt:$v, SP0, 0)>;
  def : Pat<(vector_store vt:$v, i32:$a),
            (!cast<Instruction>("ST_L_V_S_" # letter) i32:$a, vt:$v, SP0, 0)>;
}
foreach t = AllVectors in
  defm : VectorMemory<t.VT, "V">;
foreach vt = [v64i1, v128i1, v256i1] in
  defm : VectorMemory<vt, "VP">;

//===----------------------------------------------------------------------===//
// Index registers
//===----------------------------------------------------------------------===//

defvar AllDims = 31;
def : Pat<(v5i32 (tpc_bcast (i32 imm:$a))),
          (SPU_MOV_I_IMM AllDims, imm:$a, TypeI32.Code, SP0, 0)>;
def : Pat<(v5i32 (tpc_bcast i32:$a)),
          (SPU_MOV_I_S AllDims, i32:$a, TypeI32.Code, SP0, 0)>;
def : Pat<(i32 (tpc_getdim v5i32:$a, timm:$dim)),
          (SPU_MOV_IRF_DIM_S_I timm:$dim, v5i32:$a, SP0, 0)>;

// A scalar or a constant is the first operand.
multiclass Irf<SDPatternOperator op, string mn, bit switched = 0,
               DataType type = TypeI32> {
  defvar inst = "SPU_" # mn # "_I_";
  def : Pat<(v5i32 (op v5i32:$a, v5i32:$b)),
            (!cast<Instruction>(inst # "I_I")
                AllDims, v5i32:$a, v5i32:$b, type.Code, SP0, 0)>;
  def : Pat<(v5i32 (op (v5i32 (tpc_bcast i32:$a)), v5i32:$b)),
            (!cast<Instruction>(inst # "S_I")
                AllDims, i32:$a, v5i32:$b, type.Code, SP0, 0)>;
  def : Pat<(v5i32 (op (v5i32 (tpc_bcast (i32 imm:$a))), v5i32:$b)),
            !if(switched,
                (!cast<Instruction>(inst # "IMM_I") AllDims, imm:$a, v5i32:$b,
                    type.Code, (i64 0), SP0, 0),
                (!cast<Instruction>(inst # "IMM_I") AllDims, imm:$a, v5i32:$b,
                    type.Code, SP0, 0))>;
}
defm : Irf<add, "ADD", 1>;
defm : Irf<sub, "SUB", 1>;
defm : Irf<mul, "MUL">;
defm : Irf<and, "AND">;
defm : Irf<or, "OR">;
defm : Irf<xor, "XOR">;
defm : Irf<smax, "MAX">;
defm : Irf<smin, "MIN">;
defm : Irf<umax, "MAX", 0, TypeU32>;
defm : Irf<umin, "MIN", 0, TypeU32>;
def : Pat<(v5i32 (sub v5i32:$a, (v5i32 (tpc_bcast (i32 imm:$b))))),
          (SPU_ADD_I_IMM_I AllDims, (Negated imm:$b), v5i32:$a, TypeI32.Code,
                           (i64 0), SP0, 0)>;

multiclass IrfShift<SDPatternOperator op, string mn> {
  defvar inst = "SPU_" # mn # "_I_I_";
  def : Pat<(v5i32 (op v5i32:$a, v5i32:$b)),
            (!cast<Instruction>(inst # "I")
                AllDims, v5i32:$a, v5i32:$b, TypeI32.Code, SP0, 0)>;
  def : Pat<(v5i32 (op v5i32:$a, (v5i32 (tpc_bcast i32:$b)))),
            (!cast<Instruction>(inst # "S")
                AllDims, v5i32:$a, i32:$b, TypeI32.Code, SP0, 0)>;
  def : Pat<(v5i32 (op v5i32:$a, (v5i32 (tpc_bcast (i32 imm:$b))))),
            (!cast<Instruction>(inst # "IMM")
                AllDims, v5i32:$a, imm:$b, TypeI32.Code, SP0, 0)>;
}
defm : IrfShift<shl, "SHL">;
defm : IrfShift<srl, "SHR">;
