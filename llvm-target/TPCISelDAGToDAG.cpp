//===-- TPCISelDAGToDAG.cpp - Instruction selection -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TPCInstrPatterns.td selects most nodes. Here are the ones that keep a part of
// an old register under a predicate: the old value stands behind the operands
// of the record and becomes a tied operand
// (TPCTargetLowering::AdjustInstrPostInstrSelection).
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCISelLowering.h"
#include "TPCTargetMachine.h"
#include "llvm/CodeGen/SelectionDAGISel.h"

using namespace llvm;

#define DEBUG_TYPE "tpc-isel"
#define PASS_NAME "TPC DAG->DAG Pattern Instruction Selection"

namespace {

class TPCDAGToDAGISel : public SelectionDAGISel {
public:
  TPCDAGToDAGISel(TPCTargetMachine &TM, CodeGenOptLevel OptLevel)
      : SelectionDAGISel(TM, OptLevel) {}

private:
#include "TPCGenDAGISel.inc"

  void Select(SDNode *N) override;

  SDValue number(uint64_t V, const SDLoc &DL, MVT VT = MVT::i32) {
    return CurDAG->getTargetConstant(V, DL, VT);
  }
  SDValue always() { return CurDAG->getRegister(TPC::SP0, MVT::i1); }
  SDValue move(const SDLoc &DL, MVT VT, SDValue New, SDValue Guard, SDValue Old,
               bool IsInverted);
  SDValue constant(uint32_t V, const SDLoc &DL);
  void selectDivision(SDNode *N);
  void selectSelect(SDNode *N);
  bool selectGlobalAccess(SDNode *N);
  void selectFma(SDNode *N);
  void selectExtend(SDNode *N);
  void selectSetDim(SDNode *N);
  void selectLaneSet(SDNode *N);
  void selectLaneIds(SDNode *N);
  void selectWideProduct(SDNode *N);
  void selectBranch(SDNode *N);
};

class TPCDAGToDAGISelLegacy : public SelectionDAGISelLegacy {
public:
  static char ID;
  TPCDAGToDAGISelLegacy(TPCTargetMachine &TM, CodeGenOptLevel OptLevel)
      : SelectionDAGISelLegacy(
            ID, std::make_unique<TPCDAGToDAGISel>(TM, OptLevel)) {}
};

} // namespace

char TPCDAGToDAGISelLegacy::ID = 0;

FunctionPass *llvm::createTPCISelDag(TPCTargetMachine &TM,
                                     CodeGenOptLevel OptLevel) {
  return new TPCDAGToDAGISelLegacy(TM, OptLevel);
}

/// The type by whose lanes a vector moves under a predicate.
static unsigned laneType(MVT VT) {
  switch (VT.getScalarSizeInBits()) {
  case 8:
    return TPC::typeCode("i8");
  case 16:
    return TPC::typeCode("i16");
  default:
    return TPC::typeCode("i32");
  }
}

/// The bits of a constant that may stand in the immediate field.
static std::optional<uint32_t> immediate(SDValue V) {
  if (auto *C = dyn_cast<ConstantSDNode>(V))
    return uint32_t(C->getZExtValue());
  if (auto *C = dyn_cast<ConstantFPSDNode>(V))
    return uint32_t(C->getValueAPF().bitcastToAPInt().getZExtValue());
  return std::nullopt;
}

static bool isAllOnes(SDValue V) {
  if (V.getOpcode() == TPCISD::BCAST)
    V = V.getOperand(0);
  auto *C = dyn_cast<ConstantSDNode>(V);
  return C && (C->getZExtValue() & 1);
}

SDValue TPCDAGToDAGISel::constant(uint32_t V, const SDLoc &DL) {
  SDValue Ops[] = {number(V, DL), number(TPC::typeCode("i32"), DL), always(),
                   number(0, DL, MVT::i1)};
  return SDValue(CurDAG->getMachineNode(TPC::SPU_MOV_S_IMM, DL, MVT::i32, Ops),
                 0);
}

/// Whether \p V is operand 0 of it inverted, or operand 0 itself: a comparison
/// of a predicate with a constant. None if it is something else.
static std::optional<bool> comparesPredicate(SDValue V) {
  if (V.getOpcode() == ISD::XOR && isAllOnes(V.getOperand(1)))
    return true;
  if (V.getOpcode() != ISD::SETCC || V.getOperand(0).getValueType() != MVT::i1)
    return std::nullopt;
  ISD::CondCode CC = cast<CondCodeSDNode>(V.getOperand(2))->get();
  auto *C = dyn_cast<ConstantSDNode>(V.getOperand(1));
  if (!C || (CC != ISD::SETEQ && CC != ISD::SETNE))
    return std::nullopt;
  return (CC == ISD::SETEQ) == C->isZero();
}

/// Old with the lanes of New where the guard is true.
SDValue TPCDAGToDAGISel::move(const SDLoc &DL, MVT VT, SDValue New,
                              SDValue Guard, SDValue Old, bool IsInverted) {
  while (std::optional<bool> Inverts = comparesPredicate(Guard)) {
    Guard = Guard.getOperand(0);
    IsInverted ^= *Inverts;
  }
  SDValue Inverted = number(IsInverted, DL, MVT::i1);
  const TargetRegisterClass *RC = TLI->getRegClassFor(VT);
  SmallVector<SDValue, 6> Ops;
  unsigned Opcode, Type;
  // A new value that is one scalar or a constant needs no register.
  bool IsSplat = New.getOpcode() == TPCISD::BCAST;
  SDValue Value = IsSplat ? New.getOperand(0) : New;
  std::optional<uint32_t> Imm =
      IsSplat || !VT.isVector() ? immediate(Value) : std::nullopt;
  if (RC == &TPC::VPRFRegClass || RC == &TPC::SPRFRegClass) {
    Opcode = RC == &TPC::SPRFRegClass ? TPC::SPU_MOV_SP_SP : TPC::VPU_MOV_VP_VP;
    Type = TPC::typeCode("b");
    Value = New;
    Imm.reset();
  } else if (RC == &TPC::IRFRegClass) {
    Ops.push_back(number(TPC::AllDims, DL));
    Type = TPC::typeCode("i32");
    Opcode = Imm       ? TPC::SPU_MOV_I_IMM
             : IsSplat ? TPC::SPU_MOV_I_S
                       : TPC::SPU_MOV_I_I;
  } else if (RC == &TPC::SRFRegClass) {
    Type = TPC::typeCode("i32");
    Opcode = Imm ? TPC::SPU_MOV_S_IMM : TPC::SPU_MOV_S_S;
  } else {
    Type = laneType(VT);
    Opcode = Imm       ? TPC::VPU_MOV_V_IMM
             : IsSplat ? TPC::VPU_MOV_V_S
                       : TPC::VPU_MOV_V_V;
  }
  Ops.push_back(Imm ? number(*Imm, DL) : Value);
  Ops.append({number(Type, DL), Guard, Inverted});
  if (!Old.isUndef())
    Ops.push_back(Old);
  return SDValue(CurDAG->getMachineNode(Opcode, DL, VT, Ops), 0);
}

/// A comparison that only this node uses becomes one operation with it.
static bool isComparedSelect(SDNode *N) {
  SDValue Guard = N->getOperand(0);
  MVT VT = N->getSimpleValueType(0);
  return N->getOpcode() == ISD::VSELECT && VT.getScalarSizeInBits() != 1 &&
         Guard.getOpcode() == ISD::SETCC && Guard.hasOneUse() &&
         Guard.getOperand(0).getSimpleValueType().getScalarSizeInBits() ==
             VT.getScalarSizeInBits();
}

static bool isSimple(SDValue V) {
  return V.getOpcode() == TPCISD::BCAST || immediate(V);
}

void TPCDAGToDAGISel::selectSelect(SDNode *N) {
  if (isComparedSelect(N))
    return SelectCode(N);
  SDValue New = N->getOperand(1), Old = N->getOperand(2);
  bool IsInverted = isSimple(Old) && !isSimple(New);
  if (IsInverted)
    std::swap(New, Old);
  SDValue R = move(SDLoc(N), N->getSimpleValueType(0), New, N->getOperand(0),
                   Old, IsInverted);
  ReplaceNode(N, R.getNode());
}

void TPCDAGToDAGISel::selectLaneIds(SDNode *N) {
  SDLoc DL(N);
  MVT VT = N->getSimpleValueType(0);
  SDValue Ops[] = {CurDAG->getRegister(TPC::laneIds(VT), VT),
                   number(laneType(VT), DL), always(), number(0, DL, MVT::i1)};
  ReplaceNode(N, CurDAG->getMachineNode(TPC::VPU_MOV_V_V, DL, VT, Ops));
}

/// The lane's number is compared with all lane numbers.
void TPCDAGToDAGISel::selectLaneSet(SDNode *N) {
  SDLoc DL(N);
  MVT VT = N->getSimpleValueType(0);
  MVT IdVT = VT.changeVectorElementTypeToInteger();
  MVT PredVT = MVT::getVectorVT(MVT::i1, VT.getVectorNumElements());
  SDValue Type = number(laneType(VT), DL);
  SDValue No = number(0, DL, MVT::i1);
  std::optional<uint32_t> At = immediate(N->getOperand(2));
  SDValue Compare[] = {CurDAG->getRegister(TPC::laneIds(VT), IdVT),
                       At ? number(*At, DL) : N->getOperand(2),
                       Type,
                       number(0, DL, MVT::i64),
                       always(),
                       No};
  SDValue Lane(CurDAG->getMachineNode(At ? TPC::VPU_CMP_EQ_VP_V_IMM
                                         : TPC::VPU_CMP_EQ_VP_V_S,
                                      DL, PredVT, Compare),
               0);
  std::optional<uint32_t> New = immediate(N->getOperand(1));
  SmallVector<SDValue, 5> Move = {New ? number(*New, DL) : N->getOperand(1),
                                  Type, Lane, No};
  if (!N->getOperand(0).isUndef())
    Move.push_back(N->getOperand(0));
  ReplaceNode(
      N, CurDAG->getMachineNode(New ? TPC::VPU_MOV_V_IMM : TPC::VPU_MOV_V_S, DL,
                                VT, Move));
}

void TPCDAGToDAGISel::selectSetDim(SDNode *N) {
  SDLoc DL(N);
  std::optional<uint32_t> Imm = immediate(N->getOperand(1));
  SmallVector<SDValue, 6> Ops = {number(1u << N->getConstantOperandVal(2), DL),
                                 Imm ? number(*Imm, DL) : N->getOperand(1),
                                 always(), number(0, DL, MVT::i1)};
  if (!N->getOperand(0).isUndef())
    Ops.push_back(N->getOperand(0));
  ReplaceNode(N, CurDAG->getMachineNode(Imm ? TPC::SPU_SET_INDX_I_IMM
                                            : TPC::SPU_SET_INDX_I_S,
                                        DL, MVT::v5i32, Ops));
}

void TPCDAGToDAGISel::selectWideProduct(SDNode *N) {
  SDLoc DL(N);
  SDValue Ops[] = {N->getOperand(0),
                   N->getOperand(1),
                   number(TPC::typeCode("i16"), DL),
                   number(0, DL, MVT::i64),
                   always(),
                   number(0, DL, MVT::i1)};
  SDValue Pair(
      CurDAG->getMachineNode(TPC::VPU_MUL_D_V_V, DL, MVT::Untyped, Ops), 0);
  for (auto [Index, Sub] : {std::pair(0u, TPC::sub_0), {1u, TPC::sub_1}})
    ReplaceUses(SDValue(N, Index),
                CurDAG->getTargetExtractSubreg(
                    Sub, DL, N->getSimpleValueType(Index), Pair));
  CurDAG->RemoveDeadNode(N);
}

/// The sum is the destination.
void TPCDAGToDAGISel::selectFma(SDNode *N) {
  SDLoc DL(N);
  MVT VT = N->getSimpleValueType(0);
  SDValue A = N->getOperand(0), B = N->getOperand(1);
  bool IsNegated = false;
  for (SDValue *Factor : {&A, &B})
    while (Factor->getOpcode() == ISD::FNEG) {
      *Factor = Factor->getOperand(0);
      IsNegated = !IsNegated;
    }
  if (isSimple(A))
    std::swap(A, B);
  bool IsSplat = B.getOpcode() == TPCISD::BCAST;
  if (IsSplat)
    B = B.getOperand(0);
  std::optional<uint32_t> Imm =
      IsSplat || !VT.isVector() ? immediate(B) : std::nullopt;
  unsigned Opcode = Imm ? TPC::SPU_MAC_S_S_IMM : TPC::SPU_MAC_S_S_S;
  if (VT.isVector())
    Opcode = Imm       ? TPC::VPU_MAC_V_V_IMM
             : IsSplat ? TPC::VPU_MAC_V_V_S
                       : TPC::VPU_MAC_V_V_V;
  unsigned Type =
      TPC::typeCode(VT.getScalarType() == MVT::f32 ? "f32" : "bf16");
  SDValue Ops[] = {
      A,
      Imm ? number(*Imm, DL) : B,
      number(Type, DL),
      number(IsNegated ? TPC::switchBits(Opcode, "neg", 1) : 0, DL, MVT::i64),
      always(),
      number(0, DL, MVT::i1),
      N->getOperand(2)};
  ReplaceNode(N, CurDAG->getMachineNode(Opcode, DL, VT, Ops));
}

/// Global memory is reached through address registers, which TableGen knows no
/// pointers of.
bool TPCDAGToDAGISel::selectGlobalAccess(SDNode *N) {
  auto *Access = cast<MemSDNode>(N);
  if (Access->getAddressSpace() != TPCAS::Global)
    return false;
  SDLoc DL(N);
  SmallVector<SDValue, 5> Ops = {Access->getBasePtr()};
  auto *Store = dyn_cast<StoreSDNode>(N);
  if (Store)
    Ops.push_back(Store->getValue());
  Ops.append({always(), number(0, DL, MVT::i1), Access->getChain()});
  MachineSDNode *R =
      Store ? CurDAG->getMachineNode(TPC::ST_G_AD_S, DL, MVT::Other, Ops)
            : CurDAG->getMachineNode(TPC::LD_G_S_AD, DL,
                                     N->getSimpleValueType(0), MVT::Other, Ops);
  CurDAG->setNodeMemRefs(R, {Access->getMemOperand()});
  ReplaceNode(N, R);
  return true;
}

/// A predicate as a number.
void TPCDAGToDAGISel::selectExtend(SDNode *N) {
  SDLoc DL(N);
  bool IsSigned = N->getOpcode() == ISD::SIGN_EXTEND;
  SDValue R =
      move(DL, MVT::i32, CurDAG->getConstant(IsSigned ? ~0u : 1u, DL, MVT::i32),
           N->getOperand(0), constant(0, DL), false);
  ReplaceNode(N, R.getNode());
}

/// Eight steps of four quotient bits on a pair {numerator, 0} that ends up as
/// {remainder, quotient} (facts 8.2).
void TPCDAGToDAGISel::selectDivision(SDNode *N) {
  SDLoc DL(N);
  SDValue Type = number(TPC::typeCode("u32"), DL);
  SDValue No = number(0, DL, MVT::i1);
  SDValue Parts[] = {number(TPC::ZRFRegClassID, DL), N->getOperand(0),
                     number(TPC::sub_s0, DL), constant(0, DL),
                     number(TPC::sub_s1, DL)};
  SDValue Pair(CurDAG->getMachineNode(TargetOpcode::REG_SEQUENCE, DL,
                                      MVT::Untyped, Parts),
               0);
  for (unsigned Step = 0; Step != 32; Step += 4) {
    SDValue Ops[] = {
        number(Step, DL), N->getOperand(1), Type, always(), No, Pair};
    Pair = SDValue(
        CurDAG->getMachineNode(TPC::SPU_UDIV_4STEP_Z_S, DL, MVT::Untyped, Ops),
        0);
  }
  unsigned Sub = N->getOpcode() == ISD::UREM ? TPC::sub_s0 : TPC::sub_s1;
  SDValue R = CurDAG->getTargetExtractSubreg(Sub, DL, MVT::i32, Pair);
  ReplaceNode(N, R.getNode());
}

/// Jumps take their condition as the guard.
void TPCDAGToDAGISel::selectBranch(SDNode *N) {
  SDLoc DL(N);
  bool IsConditional = N->getOpcode() == ISD::BRCOND;
  SDValue Guard = IsConditional ? N->getOperand(1) : always();
  bool Inverted = false;
  while (std::optional<bool> Inverts = comparesPredicate(Guard)) {
    Guard = Guard.getOperand(0);
    Inverted ^= *Inverts;
  }
  if (auto *C = dyn_cast<ConstantSDNode>(Guard)) {
    Inverted ^= C->isZero();
    Guard = always();
  }
  SDValue Ops[] = {N->getOperand(N->getNumOperands() - 1), Guard,
                   number(Inverted, DL, MVT::i1), N->getOperand(0)};
  ReplaceNode(
      N, CurDAG->getMachineNode(IsConditional ? TPC::SPU_JMPR_IMM : TPC::JUMP,
                                DL, MVT::Other, Ops));
}

void TPCDAGToDAGISel::Select(SDNode *N) {
  if (N->isMachineOpcode()) {
    N->setNodeId(-1);
    return;
  }
  switch (N->getOpcode()) {
  case ISD::SELECT:
  case ISD::VSELECT:
    return selectSelect(N);
  case ISD::UDIV:
  case ISD::UREM:
    return selectDivision(N);
  case ISD::BR:
  case ISD::BRCOND:
    return selectBranch(N);
  case ISD::ZERO_EXTEND:
  case ISD::ANY_EXTEND:
  case ISD::SIGN_EXTEND:
    if (N->getOperand(0).getValueType() == MVT::i1)
      return selectExtend(N);
    break;
  case ISD::LOAD:
  case ISD::STORE:
    if (selectGlobalAccess(N))
      return;
    break;
  case ISD::FMA:
    return selectFma(N);
  case TPCISD::SETDIM:
    return selectSetDim(N);
  case TPCISD::LANESET:
    return selectLaneSet(N);
  case TPCISD::LANEIDS:
    return selectLaneIds(N);
  case TPCISD::MULWIDE:
    return selectWideProduct(N);
  }
  SelectCode(N);
}
