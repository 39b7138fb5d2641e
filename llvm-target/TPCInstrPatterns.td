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

// The type field, from the type of the value.
class Lanes<ValueType vt, ValueType scalar, ValueType pred, DataType signed,
            DataType unsigned = signed> {
  ValueType VT = vt;
  ValueType Scalar = scalar;
  ValueType Pred = pred;
  DataType Signed = signed;
  DataType Unsigned = unsigned;
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
defvar FloatScalars = [ScalarF32, ScalarBF16];

// a op b. Switched records take their switches behind the type.
class BinPat<SDPatternOperator op, ValueType vt, Instruction inst, int type>
    : Pat<(vt (op vt:$a, (vt vt:$b))), (inst vt:$a, vt:$b, type, SP0, 0)>;
class BinSwPat<SDPatternOperator op, ValueType vt, Instruction inst, int type,
               int switches = 0>
    : Pat<(vt (op vt:$a, (vt vt:$b))),
          (inst vt:$a, vt:$b, type, (i64 switches), SP0, 0)>;
class BinImmPat<SDPatternOperator op, Instruction inst, int type>
    : Pat<(i32 (op i32:$a, (i32 imm:$b))), (inst i32:$a, imm:$b, type, SP0, 0)>;
class BinImmSwPat<SDPatternOperator op, Instruction inst, int type,
                  int switches = 0>
    : Pat<(i32 (op i32:$a, (i32 imm:$b))),
          (inst i32:$a, imm:$b, type, (i64 switches), SP0, 0)>;

//===----------------------------------------------------------------------===//
// Scalars
//===----------------------------------------------------------------------===//

def : Pat<(i32 imm:$a), (SPU_MOV_S_IMM imm:$a, TypeI32.Code, SP0, 0)>;
def : Pat<(f32 fpimm:$a),
          (SPU_MOV_S_IMM (FloatBits fpimm:$a), TypeF32.Code, SP0, 0)>;
def : Pat<(bf16 fpimm:$a),
          (SPU_MOV_S_IMM (FloatBits fpimm:$a), TypeBF16.Code, SP0, 0)>;
def : Pat<(i1 0), (SPU_MOV_SP_IMM 0, TypeB.Code, SP0, 0)>;
def : Pat<(i1 -1), (SPU_MOV_SP_IMM 1, TypeB.Code, SP0, 0)>;

multiclass ScalarSw<SDPatternOperator op, string name, DataType type,
                    int switches = 0> {
  def : BinImmSwPat<op, !cast<Instruction>(name # "_S_S_IMM"), type.Code,
                    switches>;
  def : BinSwPat<op, i32, !cast<Instruction>(name # "_S_S_S"), type.Code,
                 switches>;
}
multiclass ScalarPlain<SDPatternOperator op, string name, DataType type> {
  def : BinImmPat<op, !cast<Instruction>(name # "_S_S_IMM"), type.Code>;
  def : BinPat<op, i32, !cast<Instruction>(name # "_S_S_S"), type.Code>;
}
defm : ScalarSw<add, "SPU_ADD", TypeI32>;
defm : ScalarSw<sub, "SPU_SUB", TypeI32>;
defm : ScalarSw<mul, "SPU_MUL", TypeI32>;
defm : ScalarPlain<and, "SPU_AND", TypeI32>;
defm : ScalarPlain<or, "SPU_OR", TypeI32>;
defm : ScalarPlain<xor, "SPU_XOR", TypeI32>;
defm : ScalarPlain<shl, "SPU_SHL", TypeI32>;
defm : ScalarPlain<srl, "SPU_SHR", TypeI32>;
defm : ScalarPlain<smax, "SPU_MAX", TypeI32>;
defm : ScalarPlain<smin, "SPU_MIN", TypeI32>;
defm : ScalarPlain<umax, "SPU_MAX", TypeU32>;
defm : ScalarPlain<umin, "SPU_MIN", TypeU32>;

// ASH shifts to the left by a signed count; its switch SAT is always set.
defvar AshSat = 1;
def Negated : SDNodeXForm<imm, [{
  return CurDAG->getTargetConstant(uint32_t(-N->getZExtValue()), SDLoc(N),
                                   MVT::i32);
}]>;
def : Pat<(i32 (sra i32:$a, (i32 imm:$b))),
          (SPU_ASH_S_S_IMM i32:$a, (Negated imm:$b), TypeI32.Code,
                           (i64 AshSat), SP0, 0)>;
def : Pat<(i32 (sra i32:$a, (i32 i32:$b))),
          (SPU_ASH_S_S_S i32:$a,
              (SPU_SUB_S_S_S (SPU_MOV_S_IMM 0, TypeI32.Code, SP0, 0), i32:$b,
                             TypeI32.Code, (i64 0), SP0, 0),
              TypeI32.Code, (i64 AshSat), SP0, 0)>;
// The most negative number stays what it is: |x| = max(x, -x).
def : Pat<(i32 (abs i32:$a)),
          (SPU_MAX_S_S_S i32:$a,
              (SPU_SUB_S_S_S (SPU_MOV_S_IMM 0, TypeI32.Code, SP0, 0), i32:$a,
                             TypeI32.Code, (i64 0), SP0, 0),
              TypeI32.Code, SP0, 0)>;

foreach t = FloatScalars in {
  def : BinSwPat<any_fadd, t.VT, SPU_ADD_S_S_S, t.Signed.Code>;
  def : BinSwPat<any_fsub, t.VT, SPU_SUB_S_S_S, t.Signed.Code>;
  def : BinSwPat<any_fmul, t.VT, SPU_MUL_S_S_S, t.Signed.Code>;
  def : BinPat<fmaxnum, t.VT, SPU_MAX_S_S_S, t.Signed.Code>;
  def : BinPat<fminnum, t.VT, SPU_MIN_S_S_S, t.Signed.Code>;
  defvar sign = !shl(1, !sub(t.Signed.Bits, 1));
  def : Pat<(t.VT (fneg t.VT:$a)),
            (SPU_XOR_S_S_IMM t.VT:$a, sign, TypeI32.Code, SP0, 0)>;
  def : Pat<(t.VT (fabs t.VT:$a)),
            (SPU_AND_S_S_IMM t.VT:$a, !sub(sign, 1), TypeI32.Code, SP0, 0)>;
}
def : Pat<(i32 (bitconvert f32:$a)), (COPY_TO_REGCLASS f32:$a, SRF)>;
def : Pat<(f32 (bitconvert i32:$a)), (COPY_TO_REGCLASS i32:$a, SRF)>;

// Predicates.
def : BinPat<and, i1, SPU_AND_SP_SP_SP, TypeB.Code>;
def : BinPat<or, i1, SPU_OR_SP_SP_SP, TypeB.Code>;
def : Pat<(i1 (xor i1:$a, -1)), (SPU_NOT_SP_SP i1:$a, TypeB.Code, SP0, 0)>;
def : BinPat<xor, i1, SPU_XOR_SP_SP_SP, TypeB.Code>;
def : Pat<(i1 (trunc i32:$a)),
          (SPU_CMP_EQ_SP_S_IMM
              (SPU_AND_S_S_IMM i32:$a, 1, TypeI32.Code, SP0, 0), 1,
              TypeI32.Code, (i64 0), SP0, 0)>;

// Comparisons.
multiclass Compare<string slot, string kinds, Lanes t, DataType type, string mn,
                   CondCode cc, bit switched = 0> {
  defvar inst = !cast<Instruction>(slot # "_CMP_" # mn # kinds);
  def : Pat<(t.Pred (setcc t.VT:$a, t.VT:$b, cc)),
            !if(switched,
                (inst t.VT:$a, t.VT:$b, type.Code, (i64 0), SP0, 0),
                (inst t.VT:$a, t.VT:$b, type.Code, SP0, 0))>;
}
multiclass IntCompares<string slot, string kinds, Lanes t> {
  defm : Compare<slot, kinds, t, t.Signed, "EQ", SETEQ, 1>;
  defm : Compare<slot, kinds, t, t.Signed, "NEQ", SETNE>;
  defm : Compare<slot, kinds, t, t.Signed, "LESS", SETLT>;
  defm : Compare<slot, kinds, t, t.Signed, "LEQ", SETLE>;
  defm : Compare<slot, kinds, t, t.Signed, "GRT", SETGT>;
  defm : Compare<slot, kinds, t, t.Signed, "GEQ", SETGE>;
  defm : Compare<slot, kinds, t, t.Unsigned, "LESS", SETULT>;
  defm : Compare<slot, kinds, t, t.Unsigned, "LEQ", SETULE>;
  defm : Compare<slot, kinds, t, t.Unsigned, "GRT", SETUGT>;
  defm : Compare<slot, kinds, t, t.Unsigned, "GEQ", SETUGE>;
}
multiclass FloatCompares<string slot, string kinds, Lanes t> {
  defm : Compare<slot, kinds, t, t.Signed, "EQ", SETEQ, 1>;
  defm : Compare<slot, kinds, t, t.Signed, "EQ", SETOEQ, 1>;
  defm : Compare<slot, kinds, t, t.Signed, "NEQ", SETNE>;
  defm : Compare<slot, kinds, t, t.Signed, "NEQ", SETUNE>;
  defm : Compare<slot, kinds, t, t.Signed, "LESS", SETLT>;
  defm : Compare<slot, kinds, t, t.Signed, "LESS", SETOLT>;
  defm : Compare<slot, kinds, t, t.Signed, "LEQ", SETLE>;
  defm : Compare<slot, kinds, t, t.Signed, "LEQ", SETOLE>;
  defm : Compare<slot, kinds, t, t.Signed, "GRT", SETGT>;
  defm : Compare<slot, kinds, t, t.Signed, "GRT", SETOGT>;
  defm : Compare<slot, kinds, t, t.Signed, "GEQ", SETGE>;
  defm : Compare<slot, kinds, t, t.Signed, "GEQ", SETOGE>;
}
defm : IntCompares<"SPU", "_SP_S_S", ScalarI32>;
foreach t = FloatScalars in
  defm : FloatCompares<"SPU", "_SP_S_S", t>;
foreach t = IntVectors in
  defm : IntCompares<"VPU", "_VP_V_V", t>;
foreach t = FloatVectors in
  defm : FloatCompares<"VPU", "_VP_V_V", t>;

// Conversions. The target type stands in SrcB, the rounding in the switches.
class ConvertSwitches<DataType to, int rounding> {
  int Word = !add(!shl(to.Code, 8), rounding);
}
defvar RoundNearest = 0;
defvar RoundZero = 1;
class ScalarConvert<SDPatternOperator op, ValueType to, ValueType from,
                    DataType toType, DataType fromType, int rounding>
    : Pat<(to (op from:$a)),
          (SPU_CONVERT_S_S from:$a, fromType.Code,
              (i64 ConvertSwitches<toType, rounding>.Word), SP0, 0)>;
def : ScalarConvert<any_sint_to_fp, f32, i32, TypeF32, TypeI32, RoundNearest>;
def : ScalarConvert<any_fp_to_sint, i32, f32, TypeI32, TypeF32, RoundZero>;
def : ScalarConvert<any_fpextend, f32, bf16, TypeF32, TypeBF16, RoundNearest>;
def : ScalarConvert<any_fpround, bf16, f32, TypeBF16, TypeF32, RoundNearest>;

// Scalar local memory. Addresses are numbers of bytes.
def scalar_load : PatFrag<(ops node:$a), (load node:$a), [{
  return cast<LoadSDNode>(N)->getAddressSpace() == TPCAS::Scalar;
}]>;
def scalar_store : PatFrag<(ops node:$v, node:$a), (store node:$v, node:$a), [{
  return cast<StoreSDNode>(N)->getAddressSpace() == TPCAS::Scalar;
}]>;
def vector_load : PatFrag<(ops node:$a), (load node:$a), [{
  return cast<LoadSDNode>(N)->getAddressSpace() == TPCAS::Vector;
}]>;
def vector_store : PatFrag<(ops node:$v, node:$a), (store node:$v, node:$a), [{
  return cast<StoreSDNode>(N)->getAddressSpace() == TPCAS::Vector;
}]>;
def global_load : PatFrag<(ops node:$a), (load node:$a), [{
  return cast<LoadSDNode>(N)->getAddressSpace() == TPCAS::Global;
}]>;
def global_store : PatFrag<(ops node:$v, node:$a), (store node:$v, node:$a), [{
  return cast<StoreSDNode>(N)->getAddressSpace() == TPCAS::Global;
}]>;
foreach vt = [i32, f32] in {
  def : Pat<(vt (scalar_load (i32 imm:$a))), (LD_L_S_IMM imm:$a, (i64 0), SP0, 0)>;
  def : Pat<(vt (scalar_load i32:$a)), (LD_L_S_S i32:$a, (i64 0), SP0, 0)>;
  def : Pat<(scalar_store vt:$v, (i32 imm:$a)),
            (ST_L_IMM_S imm:$a, vt:$v, (i64 0), SP0, 0)>;
  def : Pat<(scalar_store vt:$v, i32:$a),
            (ST_L_S_S i32:$a, vt:$v, (i64 0), SP0, 0)>;
  def : Pat<(vt (global_load i64:$a)), (LD_G_S_AD i64:$a, SP0, 0)>;
  def : Pat<(global_store vt:$v, i64:$a), (ST_G_AD_S i64:$a, vt:$v, SP0, 0)>;
}

//===----------------------------------------------------------------------===//
// Vectors
//===----------------------------------------------------------------------===//

foreach t = IntVectors in {
  def : BinSwPat<add, t.VT, VPU_ADD_V_V_V, t.Signed.Code>;
  def : BinSwPat<sub, t.VT, VPU_SUB_V_V_V, t.Signed.Code>;
  def : BinPat<and, t.VT, VPU_AND_V_V_V, t.Signed.Code>;
  def : BinPat<or, t.VT, VPU_OR_V_V_V, t.Signed.Code>;
  def : BinPat<xor, t.VT, VPU_XOR_V_V_V, t.Signed.Code>;
  def : BinPat<shl, t.VT, VPU_SHL_V_V_V, t.Signed.Code>;
  def : BinPat<srl, t.VT, VPU_SHR_V_V_V, t.Signed.Code>;
  def : BinPat<smax, t.VT, VPU_MAX_V_V_V, t.Signed.Code>;
  def : BinPat<smin, t.VT, VPU_MIN_V_V_V, t.Signed.Code>;
  def : BinPat<umax, t.VT, VPU_MAX_V_V_V, t.Unsigned.Code>;
  def : BinPat<umin, t.VT, VPU_MIN_V_V_V, t.Unsigned.Code>;
  // ASH shifts to the left by a signed count.
  def : Pat<(t.VT (sra t.VT:$a, t.VT:$b)),
            (VPU_ASH_V_V_V t.VT:$a,
                (VPU_SUB_V_V_V
                    (VPU_MOV_V_IMM 0, t.Signed.Code, SP0, 0), t.VT:$b,
                    t.Signed.Code, (i64 0), SP0, 0),
                t.Signed.Code, (i64 AshSat), SP0, 0)>;
}
// The low words of the products are the first register of the pair (public
// kernels use it so).
def : Pat<(v64i32 (mul v64i32:$a, v64i32:$b)),
          (EXTRACT_SUBREG
              (VPU_MUL_D_V_V v64i32:$a, v64i32:$b, TypeI32.Code, (i64 0), SP0,
                             0), sub_0)>;
foreach t = FloatVectors in {
  def : BinSwPat<any_fadd, t.VT, VPU_ADD_V_V_V, t.Signed.Code>;
  def : BinSwPat<any_fsub, t.VT, VPU_SUB_V_V_V, t.Signed.Code>;
  def : BinSwPat<any_fmul, t.VT, VPU_MUL_V_V_V, t.Signed.Code>;
  def : BinPat<fmaxnum, t.VT, VPU_MAX_V_V_V, t.Signed.Code>;
  def : BinPat<fminnum, t.VT, VPU_MIN_V_V_V, t.Signed.Code>;
  defvar sign = !shl(1, !sub(t.Signed.Bits, 1));
  defvar asInt = !if(!eq(t.Signed.Bits, 32), TypeI32, TypeI16);
  def : Pat<(t.VT (fneg t.VT:$a)),
            (VPU_XOR_V_V_IMM t.VT:$a, sign, asInt.Code, SP0, 0)>;
  def : Pat<(t.VT (fabs t.VT:$a)),
            (VPU_AND_V_V_IMM t.VT:$a, !sub(sign, 1), asInt.Code, SP0, 0)>;
}
class VectorConvert<SDPatternOperator op, ValueType to, ValueType from,
                    DataType toType, DataType fromType, int rounding>
    : Pat<(to (op from:$a)),
          (VPU_CONVERT_V_V from:$a, fromType.Code,
              (i64 ConvertSwitches<toType, rounding>.Word), SP0, 0)>;
def : VectorConvert<any_sint_to_fp, v64f32, v64i32, TypeF32, TypeI32,
                    RoundNearest>;
def : VectorConvert<any_fp_to_sint, v64i32, v64f32, TypeI32, TypeF32,
                    RoundZero>;

foreach t = AllVectors in {
  foreach u = AllVectors in
    if !ne(!cast<string>(t.VT), !cast<string>(u.VT)) then
      def : Pat<(t.VT (bitconvert u.VT:$a)), (COPY_TO_REGCLASS u.VT:$a, VRF)>;
  def : Pat<(t.VT (vector_load (i32 imm:$a))), (LD_L_V_V_IMM imm:$a, SP0, 0)>;
  def : Pat<(t.VT (vector_load i32:$a)), (LD_L_V_V_S i32:$a, SP0, 0)>;
  def : Pat<(vector_store t.VT:$v, (i32 imm:$a)),
            (ST_L_V_IMM_V imm:$a, t.VT:$v, SP0, 0)>;
  def : Pat<(vector_store t.VT:$v, i32:$a),
            (ST_L_V_S_V i32:$a, t.VT:$v, SP0, 0)>;
  def : Pat<(t.VT (tpc_bcast t.Scalar:$a)),
            (VPU_MOV_V_S t.Scalar:$a, t.Signed.Code, SP0, 0)>;
}
foreach t = IntVectors in
  def : Pat<(t.VT (tpc_bcast (i32 imm:$a))),
            (VPU_MOV_V_IMM imm:$a, t.Signed.Code, SP0, 0)>;
foreach t = FloatVectors in {
  def : Pat<(t.VT (tpc_bcast (t.Scalar fpimm:$a))),
            (VPU_MOV_V_IMM (FloatBits fpimm:$a), t.Signed.Code, SP0, 0)>;
}

// Vector predicates.
foreach vt = [v64i1, v128i1, v256i1] in {
  def : BinPat<and, vt, VPU_AND_VP_VP_VP, TypeB.Code>;
  def : BinPat<or, vt, VPU_OR_VP_VP_VP, TypeB.Code>;
  def : BinPat<xor, vt, VPU_XOR_VP_VP_VP, TypeB.Code>;
  def : Pat<(vt (tpc_bcast i1:$a)), (VPU_MOV_VP_SP i1:$a, TypeB.Code, SP0, 0)>;
}
foreach vt = [v256i1] in {
  def : Pat<(vt (vector_load i32:$a)), (LD_L_V_VP_S i32:$a, SP0, 0)>;
  def : Pat<(vector_store vt:$v, i32:$a), (ST_L_V_S_VP i32:$a, vt:$v, SP0, 0)>;
}

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
class IrfPat<SDPatternOperator op, Instruction inst>
    : Pat<(v5i32 (op v5i32:$a, v5i32:$b)),
          (inst AllDims, v5i32:$a, v5i32:$b, TypeI32.Code, SP0, 0)>;
def : IrfPat<add, SPU_ADD_I_I_I>;
def : IrfPat<sub, SPU_SUB_I_I_I>;
def : IrfPat<mul, SPU_MUL_I_I_I>;
def : IrfPat<and, SPU_AND_I_I_I>;
def : IrfPat<or, SPU_OR_I_I_I>;
def : IrfPat<xor, SPU_XOR_I_I_I>;
def : IrfPat<smax, SPU_MAX_I_I_I>;
def : IrfPat<smin, SPU_MIN_I_I_I>;
