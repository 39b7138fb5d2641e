//===-- TPCISelLowering.cpp - TPC DAG lowering ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCISelLowering.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCIntrinsicSelection.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/CallingConvLower.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/CodeGen/SelectionDAG.h"
#include "llvm/CodeGen/TargetLoweringObjectFileImpl.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/Function.h"

using namespace llvm;

static const MVT VectorTypes[] = {MVT::v64i32, MVT::v64f32, MVT::v128i16,
                                  MVT::v128bf16, MVT::v256i8};
static const MVT PredicateTypes[] = {MVT::v64i1, MVT::v128i1, MVT::v256i1};

TPCTargetLowering::TPCTargetLowering(const TargetMachine &TM,
                                     const TPCSubtarget &STI)
    : TargetLowering(TM), Subtarget(STI) {
  for (MVT VT : {MVT::i32, MVT::f32, MVT::bf16})
    addRegisterClass(VT, &TPC::SRFRegClass);
  addRegisterClass(MVT::i1, &TPC::SPRFRegClass);
  addRegisterClass(MVT::v5i32, &TPC::IRFRegClass);
  addRegisterClass(MVT::i64, &TPC::ADRFRegClass);
  for (MVT VT : VectorTypes)
    addRegisterClass(VT, &TPC::VRFRegClass);
  for (MVT VT : PredicateTypes)
    addRegisterClass(VT, &TPC::VPRFRegClass);
  computeRegisterProperties(Subtarget.getRegisterInfo());

  setBooleanContents(ZeroOrOneBooleanContent);
  setBooleanVectorContents(ZeroOrOneBooleanContent);
  setMinimumJumpTableEntries(UINT_MAX);
  setMinFunctionAlignment(Align(32));
  MaxStoresPerMemset = MaxStoresPerMemcpy = MaxStoresPerMemmove = 0;

  // Scalars.
  setOperationAction({ISD::BR_CC, ISD::SELECT_CC}, MVT::Other, Expand);
  for (MVT VT : {MVT::i1, MVT::i32, MVT::f32, MVT::bf16}) {
    setOperationAction({ISD::BR_CC, ISD::SELECT_CC}, VT, Expand);
  }
  setOperationAction(ISD::BR_JT, MVT::Other, Expand);
  setOperationAction({ISD::SDIV, ISD::SREM}, MVT::i32, Custom);
  setOperationAction({ISD::SDIVREM, ISD::UDIVREM, ISD::ROTL, ISD::ROTR,
                      ISD::SMUL_LOHI, ISD::UMUL_LOHI, ISD::MULHS, ISD::MULHU,
                      ISD::BSWAP, ISD::CTTZ, ISD::CTLZ, ISD::FSHL, ISD::FSHR,
                      ISD::SHL_PARTS, ISD::SRA_PARTS, ISD::SRL_PARTS},
                     MVT::i32, Expand);
  for (MVT VT : {MVT::i1, MVT::i8, MVT::i16})
    setOperationAction(ISD::SIGN_EXTEND_INREG, VT, Expand);
  setOperationPromotedToType(ISD::SETCC, MVT::i1, MVT::i32);
  // Comparisons that look at NaN in a way of their own are made of others.
  // Assumed: the machine's are ordered, as the simulator has them.
  for (ISD::CondCode CC : {ISD::SETO, ISD::SETUO, ISD::SETUEQ, ISD::SETONE,
                           ISD::SETUGT, ISD::SETUGE, ISD::SETULT, ISD::SETULE})
    for (MVT VT : {MVT::f32, MVT::bf16, MVT::v64f32, MVT::v128bf16})
      setCondCodeAction(CC, VT, Expand);
  for (MVT VT : {MVT::f32, MVT::bf16, MVT::v64f32, MVT::v128bf16}) {
    setOperationAction({ISD::FNEG, ISD::FABS, ISD::FMAXNUM, ISD::FMINNUM}, VT,
                       Legal);
    setOperationAction({ISD::FDIV, ISD::FREM, ISD::FCOPYSIGN}, VT, Expand);
  }
  for (MVT VT : {MVT::f32, MVT::bf16})
    setOperationAction(ISD::ConstantFP, VT, Legal);
  setOperationAction(ISD::FP_ROUND, MVT::bf16, Legal);

  // Global addresses are no numbers.
  for (unsigned Op :
       {ISD::ADD, ISD::SUB, ISD::MUL, ISD::AND, ISD::OR, ISD::XOR, ISD::SHL,
        ISD::SRL, ISD::SRA, ISD::MULHS, ISD::MULHU, ISD::SMUL_LOHI,
        ISD::UMUL_LOHI, ISD::SDIV, ISD::UDIV, ISD::SREM, ISD::UREM})
    setOperationAction(Op, MVT::i64, Expand);
  setOperationAction({ISD::MULHS, ISD::MULHU, ISD::SMUL_LOHI, ISD::UMUL_LOHI},
                     MVT::i32, Expand);

  // Vectors.
  for (MVT VT : VectorTypes) {
    setOperationAction({ISD::BUILD_VECTOR, ISD::VECTOR_SHUFFLE,
                        ISD::INSERT_VECTOR_ELT, ISD::SCALAR_TO_VECTOR},
                       VT, Custom);
    setOperationAction(ISD::VSELECT, VT, Legal);
    setOperationAction({ISD::SIGN_EXTEND, ISD::ZERO_EXTEND, ISD::ANY_EXTEND},
                       VT, Custom);
    setOperationAction({ISD::SMAX, ISD::SMIN, ISD::UMAX, ISD::UMIN}, VT,
                       VT.isInteger() ? Legal : Expand);
  }
  for (MVT VT : PredicateTypes) {
    setOperationAction({ISD::BUILD_VECTOR, ISD::VECTOR_SHUFFLE}, VT, Custom);
  }
  setOperationAction({ISD::SMAX, ISD::SMIN, ISD::UMAX, ISD::UMIN, ISD::ABS},
                     MVT::i32, Legal);
  setOperationAction({ISD::BUILD_VECTOR, ISD::INSERT_VECTOR_ELT,
                      ISD::EXTRACT_VECTOR_ELT, ISD::VECTOR_SHUFFLE},
                     MVT::v5i32, Custom);
  setOperationAction(ISD::SCALAR_TO_VECTOR, MVT::v5i32, Custom);
}

const char *TPCTargetLowering::getTargetNodeName(unsigned Opcode) const {
  switch (Opcode) {
  case TPCISD::HALT:
    return "TPCISD::HALT";
  case TPCISD::BCAST:
    return "TPCISD::BCAST";
  case TPCISD::SETDIM:
    return "TPCISD::SETDIM";
  case TPCISD::GETDIM:
    return "TPCISD::GETDIM";
  case TPCISD::LANESET:
    return "TPCISD::LANESET";
  }
  return nullptr;
}

EVT TPCTargetLowering::getSetCCResultType(const DataLayout &DL,
                                          LLVMContext &Ctx, EVT VT) const {
  if (VT.isVector())
    return EVT::getVectorVT(Ctx, MVT::i1, VT.getVectorElementCount());
  return MVT::i1;
}

//===----------------------------------------------------------------------===//
// Kernel ABI (facts 6.3)
//===----------------------------------------------------------------------===//

SDValue TPCTargetLowering::LowerFormalArguments(
    SDValue Chain, CallingConv::ID CC, bool IsVarArg,
    const SmallVectorImpl<ISD::InputArg> &Ins, const SDLoc &DL,
    SelectionDAG &DAG, SmallVectorImpl<SDValue> &InVals) const {
  MachineFunction &MF = DAG.getMachineFunction();
  MachineRegisterInfo &MRI = MF.getRegInfo();
  MachineBasicBlock &Entry = MF.front();
  Entry.addLiveIn(TPC::I0);
  Entry.addLiveIn(TPC::I1);
  // TPCCheckIR has seen to their number and types.
  if (MF.getFunction().hasFnAttribute("tpc-error")) {
    for (const ISD::InputArg &In : Ins)
      InVals.push_back(DAG.getUNDEF(In.VT));
    return Chain;
  }
  for (unsigned N = 0; N != Ins.size(); ++N) {
    MVT VT = Ins[N].VT == MVT::i1 ? MVT(MVT::i32) : Ins[N].VT;
    MCRegister Phys = TPC::SRFRegClass.getRegister(N);
    Register Reg = MRI.createVirtualRegister(&TPC::SRFRegClass);
    MRI.addLiveIn(Phys, Reg);
    SDValue Value = DAG.getCopyFromReg(Chain, DL, Reg, VT);
    if (VT != Ins[N].VT)
      Value = DAG.getNode(ISD::TRUNCATE, DL, MVT::i1, Value);
    InVals.push_back(Value);
  }
  return Chain;
}

SDValue
TPCTargetLowering::LowerReturn(SDValue Chain, CallingConv::ID CC, bool IsVarArg,
                               const SmallVectorImpl<ISD::OutputArg> &Outs,
                               const SmallVectorImpl<SDValue> &OutVals,
                               const SDLoc &DL, SelectionDAG &DAG) const {
  return DAG.getNode(TPCISD::HALT, DL, MVT::Other, Chain);
}

//===----------------------------------------------------------------------===//
// Intrinsics
//===----------------------------------------------------------------------===//

SDValue TPCTargetLowering::LowerCall(CallLoweringInfo &CLI,
                                     SmallVectorImpl<SDValue> &InVals) const {
  CLI.IsTailCall = false;
  SelectionDAG &DAG = CLI.DAG;
  StringRef Name;
  if (CLI.CB)
    if (const Function *F = CLI.CB->getCalledFunction())
      Name = F->getName();
  if (Name.starts_with("llvm.tpc."))
    return lowerIntrinsic(CLI, Name, InVals);
  if (const auto *S = dyn_cast<ExternalSymbolSDNode>(CLI.Callee))
    Name = S->getSymbol();
  const Function &F = DAG.getMachineFunction().getFunction();
  DAG.getContext()->diagnose(
      DiagnosticInfoUnsupported(F,
                                "this operation needs a library function ('" +
                                    Name + "'), which a TPC cannot call",
                                CLI.DL.getDebugLoc()));
  for (const ISD::InputArg &In : CLI.Ins)
    InVals.push_back(DAG.getUNDEF(In.VT));
  return CLI.Chain;
}

SDValue
TPCTargetLowering::lowerIntrinsic(CallLoweringInfo &CLI, StringRef Name,
                                  SmallVectorImpl<SDValue> &InVals) const {
  SelectionDAG &DAG = CLI.DAG;
  MVT ResultVT = CLI.Ins.empty() ? MVT(MVT::Other) : CLI.Ins.front().VT;
  TPC::IntrinsicCall Call{Name, ResultVT, CLI.Chain, CLI.DL, {}};
  Call.Args.assign(CLI.OutVals.begin(), CLI.OutVals.end());
  Expected<TPC::IntrinsicResult> Result =
      CLI.Ins.size() > 1 ? Expected<TPC::IntrinsicResult>(createStringError(
                               inconvertibleErrorCode(),
                               "intrinsics with several results are not "
                               "supported yet"))
                         : TPC::selectIntrinsic(Call, DAG, Subtarget);
  if (!Result) {
    const Function &F = DAG.getMachineFunction().getFunction();
    DAG.getContext()->diagnose(DiagnosticInfoUnsupported(
        F, "'" + Name + "': " + toString(Result.takeError()),
        CLI.DL.getDebugLoc()));
    for (const ISD::InputArg &In : CLI.Ins)
      InVals.push_back(DAG.getUNDEF(In.VT));
    return CLI.Chain;
  }
  if (!CLI.Ins.empty())
    InVals.push_back(Result->Value);
  return Result->Chain;
}

/// What selectIntrinsic() has put behind the operands of the record is the old
/// value of the destination.
void TPCTargetLowering::AdjustInstrPostInstrSelection(MachineInstr &MI,
                                                      SDNode *Node) const {
  unsigned N = MI.getDesc().getNumOperands();
  if (MI.getNumOperands() <= N || !MI.getOperand(N).isReg() ||
      MI.getOperand(N).isImplicit())
    return;
  Register Income = MI.getOperand(N).getReg();
  bool IsKill = MI.getOperand(N).isKill();
  MI.removeOperand(N);
  MI.addOperand(*MI.getMF(), MachineOperand::CreateReg(Income, /*isDef=*/false,
                                                       /*isImp=*/true, IsKill));
  MI.tieOperands(0, MI.getNumOperands() - 1);
}

//===----------------------------------------------------------------------===//
// Generic nodes
//===----------------------------------------------------------------------===//

SDValue TPCTargetLowering::LowerOperation(SDValue Op, SelectionDAG &DAG) const {
  SDLoc DL(Op);
  EVT VT = Op.getValueType();
  switch (Op.getOpcode()) {
  case ISD::BUILD_VECTOR:
    return lowerBuildVector(Op, DAG);
  case ISD::VECTOR_SHUFFLE:
    return lowerShuffle(Op, DAG);
  case ISD::SCALAR_TO_VECTOR:
    return DAG.getNode(TPCISD::BCAST, DL, VT, Op.getOperand(0));
  case ISD::SIGN_EXTEND:
  case ISD::ZERO_EXTEND:
  case ISD::ANY_EXTEND:
    return lowerExtend(Op, DAG);
  case ISD::SDIV:
  case ISD::SREM:
    return lowerSignedDivision(Op, DAG);
  case ISD::INSERT_VECTOR_ELT:
    if (VT == MVT::v5i32) {
      if (auto *C = dyn_cast<ConstantSDNode>(Op.getOperand(2)))
        return DAG.getNode(
            TPCISD::SETDIM, DL, VT, Op.getOperand(0), Op.getOperand(1),
            DAG.getTargetConstant(C->getZExtValue(), DL, MVT::i32));
      return SDValue();
    }
    return DAG.getNode(TPCISD::LANESET, DL, VT, Op.getOperand(0),
                       Op.getOperand(1),
                       DAG.getZExtOrTrunc(Op.getOperand(2), DL, MVT::i32));
  case ISD::EXTRACT_VECTOR_ELT:
    if (auto *C = dyn_cast<ConstantSDNode>(Op.getOperand(1)))
      return DAG.getNode(
          TPCISD::GETDIM, DL, MVT::i32, Op.getOperand(0),
          DAG.getTargetConstant(C->getZExtValue(), DL, MVT::i32));
    return SDValue();
  }
  llvm_unreachable("operation without a custom lowering");
}

SDValue TPCTargetLowering::lowerBuildVector(SDValue Op,
                                            SelectionDAG &DAG) const {
  SDLoc DL(Op);
  EVT VT = Op.getValueType();
  auto *BV = cast<BuildVectorSDNode>(Op);
  if (SDValue Splat = BV->getSplatValue())
    return DAG.getNode(TPCISD::BCAST, DL, VT, Splat);
  bool IsIndex = VT == MVT::v5i32;
  // The most common scalar everywhere, then the lanes that differ.
  SDValue Result;
  SDValue Base;
  for (SDValue E : Op->ops())
    if (!E.isUndef() && (!Base || isa<ConstantSDNode>(E)))
      Base = E;
  if (!Base)
    return DAG.getUNDEF(VT);
  Result = DAG.getNode(TPCISD::BCAST, DL, VT, Base);
  if (VT.getVectorElementType() == MVT::i1)
    return SDValue();
  for (unsigned N = 0; N != Op.getNumOperands(); ++N) {
    SDValue E = Op.getOperand(N);
    if (E.isUndef() || E == Base)
      continue;
    Result = IsIndex ? DAG.getNode(TPCISD::SETDIM, DL, VT, Result, E,
                                   DAG.getTargetConstant(N, DL, MVT::i32))
                     : DAG.getNode(TPCISD::LANESET, DL, VT, Result, E,
                                   DAG.getConstant(N, DL, MVT::i32));
  }
  return Result;
}

SDValue TPCTargetLowering::lowerShuffle(SDValue Op, SelectionDAG &DAG) const {
  SDLoc DL(Op);
  auto *Shuffle = cast<ShuffleVectorSDNode>(Op);
  EVT VT = Op.getValueType();
  if (!Shuffle->isSplat())
    return SDValue();
  int Lane = Shuffle->getSplatIndex();
  SDValue Source = Op.getOperand(0);
  if (Lane < 0)
    return DAG.getUNDEF(VT);
  switch (Source.getOpcode()) {
  case TPCISD::BCAST:
    return Source;
  case ISD::SCALAR_TO_VECTOR:
    if (Lane == 0)
      return DAG.getNode(TPCISD::BCAST, DL, VT, Source.getOperand(0));
    break;
  case ISD::BUILD_VECTOR:
    return DAG.getNode(TPCISD::BCAST, DL, VT, Source.getOperand(Lane));
  case TPCISD::LANESET:
  case TPCISD::SETDIM:
  case ISD::INSERT_VECTOR_ELT:
    if (auto *C = dyn_cast<ConstantSDNode>(Source.getOperand(2)))
      if (C->getZExtValue() == unsigned(Lane))
        return DAG.getNode(TPCISD::BCAST, DL, VT, Source.getOperand(1));
    break;
  }
  return SDValue();
}

/// Predicates to lanes: select between two constants.
SDValue TPCTargetLowering::lowerExtend(SDValue Op, SelectionDAG &DAG) const {
  SDLoc DL(Op);
  EVT VT = Op.getValueType();
  SDValue Source = Op.getOperand(0);
  if (Source.getValueType().getVectorElementType() != MVT::i1)
    return SDValue();
  MVT Scalar = MVT::i32;
  SDValue One = DAG.getNode(
      TPCISD::BCAST, DL, VT,
      DAG.getConstant(Op.getOpcode() == ISD::SIGN_EXTEND ? 0xffffffffu : 1, DL,
                      Scalar));
  SDValue Zero =
      DAG.getNode(TPCISD::BCAST, DL, VT, DAG.getConstant(0, DL, Scalar));
  return DAG.getNode(ISD::VSELECT, DL, VT, Source, One, Zero);
}

/// The machine divides unsigned numbers.
SDValue TPCTargetLowering::lowerSignedDivision(SDValue Op,
                                               SelectionDAG &DAG) const {
  SDLoc DL(Op);
  MVT VT = MVT::i32;
  SDValue A = Op.getOperand(0), B = Op.getOperand(1);
  SDValue Shift = DAG.getConstant(31, DL, VT);
  SDValue SignA = DAG.getNode(ISD::SRA, DL, VT, A, Shift);
  SDValue SignB = DAG.getNode(ISD::SRA, DL, VT, B, Shift);
  auto Negate = [&](SDValue X, SDValue Sign) {
    return DAG.getNode(ISD::SUB, DL, VT, DAG.getNode(ISD::XOR, DL, VT, X, Sign),
                       Sign);
  };
  bool IsDiv = Op.getOpcode() == ISD::SDIV;
  SDValue R = DAG.getNode(IsDiv ? ISD::UDIV : ISD::UREM, DL, VT,
                          Negate(A, SignA), Negate(B, SignB));
  return Negate(R, IsDiv ? DAG.getNode(ISD::XOR, DL, VT, SignA, SignB) : SignA);
}
