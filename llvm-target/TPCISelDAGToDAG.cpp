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
  SDValue move(const SDLoc &DL, MVT VT, SDValue New, SDValue Guard,
               SDValue Old);
  void selectDivision(SDNode *N);
  void selectSelect(SDNode *N);
  void selectLaneSet(SDNode *N);
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

static unsigned typeCode(StringRef Suffix) {
  return TPC::findDataType(Suffix)->Code;
}

/// The type by whose lanes a vector moves under a predicate.
static unsigned laneType(MVT VT) {
  switch (VT.getScalarSizeInBits()) {
  case 8:
    return typeCode("i8");
  case 16:
    return typeCode("i16");
  default:
    return typeCode("i32");
  }
}

/// Old with the lanes of New where the guard is true.
SDValue TPCDAGToDAGISel::move(const SDLoc &DL, MVT VT, SDValue New,
                              SDValue Guard, SDValue Old) {
  SDValue Inverted = number(0, DL, MVT::i1);
  const TargetRegisterClass *RC = TLI->getRegClassFor(VT);
  if (RC == &TPC::IRFRegClass) {
    SDValue Ops[] = {number(0b11111, DL),
                     New,
                     number(typeCode("i32"), DL),
                     Guard,
                     Inverted,
                     Old};
    return SDValue(CurDAG->getMachineNode(TPC::SPU_MOV_I_I, DL, VT, Ops), 0);
  }
  unsigned Opcode = TPC::VPU_MOV_V_V;
  unsigned Type = laneType(VT);
  if (RC == &TPC::SRFRegClass) {
    Opcode = TPC::SPU_MOV_S_S;
    Type = typeCode("i32");
  } else if (RC == &TPC::SPRFRegClass || RC == &TPC::VPRFRegClass) {
    Opcode = RC == &TPC::SPRFRegClass ? TPC::SPU_MOV_SP_SP : TPC::VPU_MOV_VP_VP;
    Type = typeCode("b");
  }
  SDValue Ops[] = {New, number(Type, DL), Guard, Inverted, Old};
  return SDValue(CurDAG->getMachineNode(Opcode, DL, VT, Ops), 0);
}

void TPCDAGToDAGISel::selectSelect(SDNode *N) {
  SDValue R = move(SDLoc(N), N->getSimpleValueType(0), N->getOperand(1),
                   N->getOperand(0), N->getOperand(2));
  ReplaceNode(N, R.getNode());
}

/// The lane's number is compared with all lane numbers.
void TPCDAGToDAGISel::selectLaneSet(SDNode *N) {
  SDLoc DL(N);
  MVT VT = N->getSimpleValueType(0);
  MCRegister LaneIds = TPC::V_LANE_ID_32;
  MVT IdVT = MVT::v64i32, PredVT = MVT::v64i1;
  if (VT.getScalarSizeInBits() == 16) {
    LaneIds = TPC::V_LANE_ID_16;
    IdVT = MVT::v128i16;
    PredVT = MVT::v128i1;
  } else if (VT.getScalarSizeInBits() == 8) {
    LaneIds = TPC::V_LANE_ID_8;
    IdVT = MVT::v256i8;
    PredVT = MVT::v256i1;
  }
  SDValue Type = number(laneType(VT), DL);
  SDValue No = number(0, DL, MVT::i1);
  SDValue Compare[] = {CurDAG->getRegister(LaneIds, IdVT),
                       N->getOperand(2),
                       Type,
                       number(0, DL, MVT::i64),
                       always(),
                       No};
  SDValue Lane(
      CurDAG->getMachineNode(TPC::VPU_CMP_EQ_VP_V_S, DL, PredVT, Compare), 0);
  SDValue Move[] = {N->getOperand(1), Type, Lane, No, N->getOperand(0)};
  ReplaceNode(N, CurDAG->getMachineNode(TPC::VPU_MOV_V_S, DL, VT, Move));
}

/// Eight steps of four quotient bits on a pair {numerator, 0} that ends up as
/// {remainder, quotient} (facts 8.2).
void TPCDAGToDAGISel::selectDivision(SDNode *N) {
  SDLoc DL(N);
  SDValue Type = number(typeCode("u32"), DL);
  SDValue No = number(0, DL, MVT::i1);
  SDValue Zero(CurDAG->getMachineNode(
                   TPC::SPU_MOV_S_IMM, DL, MVT::i32,
                   {number(0, DL), number(typeCode("i32"), DL), always(), No}),
               0);
  SDValue Parts[] = {number(TPC::ZRFRegClassID, DL), N->getOperand(0),
                     number(TPC::sub_s0, DL), Zero, number(TPC::sub_s1, DL)};
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
  if (auto *C = dyn_cast<ConstantSDNode>(Guard)) {
    Inverted = C->isZero();
    Guard = always();
  }
  SDValue Ops[] = {N->getOperand(IsConditional ? 2 : 1), Guard,
                   number(Inverted, DL, MVT::i1), N->getOperand(0)};
  ReplaceNode(N,
              CurDAG->getMachineNode(TPC::SPU_JMPR_IMM, DL, MVT::Other, Ops));
}

void TPCDAGToDAGISel::Select(SDNode *N) {
  if (N->isMachineOpcode()) {
    N->setNodeId(-1);
    return;
  }
  SDLoc DL(N);
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
    if (N->getOperand(0).getValueType() == MVT::i1) {
      auto Constant = [&](uint32_t V) {
        return SDValue(
            CurDAG->getMachineNode(TPC::SPU_MOV_S_IMM, DL, MVT::i32,
                                   {number(V, DL), number(typeCode("i32"), DL),
                                    always(), number(0, DL, MVT::i1)}),
            0);
      };
      bool IsSigned = N->getOpcode() == ISD::SIGN_EXTEND;
      SDValue R = move(DL, MVT::i32, Constant(IsSigned ? ~0u : 1u),
                       N->getOperand(0), Constant(0));
      ReplaceNode(N, R.getNode());
      return;
    }
    break;
  case TPCISD::SETDIM: {
    unsigned Dim = N->getConstantOperandVal(2);
    SmallVector<SDValue, 6> Ops = {number(1u << Dim, DL), N->getOperand(1),
                                   always(), number(0, DL, MVT::i1)};
    if (!N->getOperand(0).isUndef())
      Ops.push_back(N->getOperand(0));
    ReplaceNode(
        N, CurDAG->getMachineNode(TPC::SPU_SET_INDX_I_S, DL, MVT::v5i32, Ops));
    return;
  }
  case TPCISD::LANESET:
    return selectLaneSet(N);
  case ISD::FMA: {
    bool IsVector = N->getValueType(0).isVector();
    MVT VT = N->getSimpleValueType(0);
    unsigned Type = typeCode(VT.getScalarType() == MVT::f32 ? "f32" : "bf16");
    SDValue Ops[] = {N->getOperand(0), N->getOperand(1),
                     number(Type, DL), number(0, DL, MVT::i64),
                     always(),         number(0, DL, MVT::i1),
                     N->getOperand(2)};
    ReplaceNode(N, CurDAG->getMachineNode(IsVector ? TPC::VPU_MAC_V_V_V
                                                   : TPC::SPU_MAC_S_S_S,
                                          DL, VT, Ops));
    return;
  }
  }
  SelectCode(N);
}
