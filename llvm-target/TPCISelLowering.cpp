//===-- TPCISelLowering.cpp - TPC DAG lowering ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCISelLowering.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCAsmConstraints.h"
#include "TPCCountedLoops.h"
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
/// What address registers hold: 64 bits that are no number.
static constexpr MVT::SimpleValueType GlobalAddressVT = MVT::x86mmx;
static const MVT PredicateTypes[] = {MVT::v64i1, MVT::v128i1, MVT::v256i1};

TPCTargetLowering::TPCTargetLowering(const TargetMachine &TM,
                                     const TPCSubtarget &STI)
    : TargetLowering(TM), Subtarget(STI) {
  for (MVT VT : {MVT::i32, MVT::f32, MVT::bf16})
    addRegisterClass(VT, &TPC::SRFRegClass);
  addRegisterClass(MVT::i1, &TPC::SPRFRegClass);
  addRegisterClass(MVT::v5i32, &TPC::IRFRegClass);
  addRegisterClass(GlobalAddressVT, &TPC::ADRFRegClass);
  for (MVT VT : VectorTypes)
    addRegisterClass(VT, &TPC::VRFRegClass);
  for (MVT VT : PredicateTypes)
    addRegisterClass(VT, &TPC::VPRFRegClass);
  computeRegisterProperties(Subtarget.getRegisterInfo());

  // The packetizer chooses the order; writers of kernels have chosen theirs
  // with the number of live registers in mind.
  setSchedulingPreference(Sched::Source);
  setBooleanContents(ZeroOrOneBooleanContent);
  setBooleanVectorContents(ZeroOrOneBooleanContent);
  setMinimumJumpTableEntries(UINT_MAX);
  setMinFunctionAlignment(Align(32));
  MaxStoresPerMemset = MaxStoresPerMemcpy = MaxStoresPerMemmove = 0;
  // Wider ones become loops and integer operations in IR.
  setMaxDivRemBitWidthSupported(32);
  setMaxLargeFPConvertBitWidthSupported(32);
  // Products that overflow are found inline.
  for (RTLIB::Libcall Call :
       {RTLIB::MUL_I128, RTLIB::MULO_I32, RTLIB::MULO_I64, RTLIB::MULO_I128})
    setLibcallName(Call, nullptr);

  setOperationAction({ISD::BR_CC, ISD::SELECT_CC, ISD::BR_JT}, MVT::Other,
                     Expand);
  setScalarActions();
  setFloatActions();
  setVectorActions();
}

void TPCTargetLowering::setScalarActions() {
  const MVT VT = MVT::i32;
  setOperationAction({ISD::SDIV, ISD::SREM}, VT, Custom);
  setOperationAction({ISD::MULHS, ISD::MULHU, ISD::CTPOP, ISD::CTTZ, ISD::CTLZ,
                      ISD::BITREVERSE, ISD::SMAX, ISD::SMIN, ISD::UMAX,
                      ISD::UMIN, ISD::ABS, ISD::SADDSAT, ISD::UADDSAT,
                      ISD::SSUBSAT, ISD::USUBSAT},
                     VT, Legal);
  setOperationAction({ISD::SDIVREM, ISD::UDIVREM, ISD::ROTL, ISD::ROTR,
                      ISD::SMUL_LOHI, ISD::UMUL_LOHI, ISD::BSWAP, ISD::FSHL,
                      ISD::FSHR, ISD::BR_CC, ISD::SELECT_CC},
                     VT, Expand);
  setOperationAction({ISD::SHL_PARTS, ISD::SRA_PARTS, ISD::SRL_PARTS}, VT,
                     Custom);
  // Memory holds words: TPCLowerMemory has seen to everything else.
  for (MVT Narrow : {MVT::i1, MVT::i8, MVT::i16}) {
    setTruncStoreAction(VT, Narrow, Expand);
    setLoadExtAction({ISD::EXTLOAD, ISD::SEXTLOAD, ISD::ZEXTLOAD}, VT, Narrow,
                     Expand);
  }
  setOperationAction({ISD::BR_CC, ISD::SELECT_CC}, MVT::i1, Expand);
  for (MVT Narrow : {MVT::i1, MVT::i8, MVT::i16})
    setOperationAction(ISD::SIGN_EXTEND_INREG, Narrow, Expand);
  setOperationAction(ISD::SETCC, MVT::i1, Legal);
  // An address as a number is the same in every memory; TPCCheckIR lets no
  // other use of such pointers pass.
  setOperationAction(ISD::ADDRSPACECAST, VT, Custom);
  // A bf16 as bits: i16 is no type of a register.
  setOperationAction(ISD::BITCAST, MVT::i16, Custom);
}

void TPCTargetLowering::setFloatActions() {
  for (MVT VT : {MVT::f32, MVT::bf16, MVT::v64f32, MVT::v128bf16}) {
    // Comparisons that look at NaN in a way of their own are made of others.
    // Assumed: the machine's are ordered, as the simulator has them.
    for (ISD::CondCode CC :
         {ISD::SETO, ISD::SETUO, ISD::SETUEQ, ISD::SETONE, ISD::SETUGT,
          ISD::SETUGE, ISD::SETULT, ISD::SETULE})
      setCondCodeAction(CC, VT, Expand);
    setOperationAction({ISD::FNEG, ISD::FABS, ISD::FMAXNUM, ISD::FMINNUM,
                        ISD::FMA, ISD::FNEARBYINT, ISD::FRINT, ISD::FROUND,
                        ISD::FROUNDEVEN, ISD::FTRUNC, ISD::FCEIL, ISD::FFLOOR},
                       VT, Legal);
    setOperationAction({ISD::FDIV, ISD::FREM, ISD::FCOPYSIGN, ISD::FMAXIMUM,
                        ISD::FMINIMUM, ISD::FMAD, ISD::IS_FPCLASS, ISD::BR_CC,
                        ISD::SELECT_CC},
                       VT, Expand);
  }
  for (MVT VT : {MVT::f32, MVT::bf16})
    setOperationAction(ISD::ConstantFP, VT, Legal);
  for (MVT VT : {MVT::bf16, MVT::f32})
    setOperationAction({ISD::FP_ROUND, ISD::FP_EXTEND}, VT, Legal);
  setOperationAction({ISD::FP_TO_SINT_SAT, ISD::FP_TO_UINT_SAT},
                     {MVT::i32, MVT::v64i32, MVT::v128i16}, Custom);
}

void TPCTargetLowering::setVectorActions() {
  for (MVT VT : VectorTypes) {
    setOperationAction({ISD::BUILD_VECTOR, ISD::VECTOR_SHUFFLE,
                        ISD::INSERT_VECTOR_ELT, ISD::EXTRACT_VECTOR_ELT,
                        ISD::SCALAR_TO_VECTOR, ISD::SIGN_EXTEND,
                        ISD::ZERO_EXTEND, ISD::ANY_EXTEND},
                       VT, Custom);
    setOperationAction(ISD::VSELECT, VT, Legal);
    setOperationAction(ISD::SELECT_CC, VT, Expand);
    if (!VT.isInteger())
      continue;
    setOperationAction({ISD::SMAX, ISD::SMIN, ISD::UMAX, ISD::UMIN, ISD::ABS,
                        ISD::CTPOP, ISD::CTTZ, ISD::CTLZ, ISD::BITREVERSE,
                        ISD::SADDSAT, ISD::UADDSAT, ISD::SSUBSAT, ISD::USUBSAT},
                       VT, Legal);
    setOperationAction({ISD::ROTL, ISD::ROTR, ISD::FSHL, ISD::FSHR, ISD::BSWAP,
                        ISD::SMUL_LOHI, ISD::UMUL_LOHI},
                       VT, Expand);
    setOperationAction({ISD::MULHS, ISD::MULHU}, VT,
                       VT == MVT::v64i32 ? Legal : Expand);
  }
  setOperationAction(ISD::MUL, {MVT::v128i16, MVT::v256i8}, Custom);
  for (MVT VT : PredicateTypes) {
    setOperationAction({ISD::BUILD_VECTOR, ISD::VECTOR_SHUFFLE,
                        ISD::INSERT_VECTOR_ELT, ISD::EXTRACT_VECTOR_ELT,
                        ISD::SCALAR_TO_VECTOR},
                       VT, Custom);
    setOperationAction(ISD::SELECT_CC, VT, Expand);
  }
  setOperationAction(ISD::SELECT_CC, MVT::v5i32, Expand);
  setOperationAction({ISD::BUILD_VECTOR, ISD::INSERT_VECTOR_ELT,
                      ISD::EXTRACT_VECTOR_ELT, ISD::VECTOR_SHUFFLE,
                      ISD::SCALAR_TO_VECTOR},
                     MVT::v5i32, Custom);
  setOperationAction({ISD::SMAX, ISD::SMIN, ISD::UMAX, ISD::UMIN}, MVT::v5i32,
                     Legal);
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
  case TPCISD::LANEIDS:
    return "TPCISD::LANEIDS";
  case TPCISD::MULWIDE:
    return "TPCISD::MULWIDE";
  case TPCISD::BITS:
    return "TPCISD::BITS";
  case TPCISD::FROMBITS:
    return "TPCISD::FROMBITS";
  }
  return nullptr;
}

MVT TPCTargetLowering::getPointerTy(const DataLayout &DL,
                                    uint32_t AddrSpace) const {
  if (AddrSpace == TPCAS::Global)
    return GlobalAddressVT;
  return TargetLowering::getPointerTy(DL, AddrSpace);
}

MVT TPCTargetLowering::getPointerMemTy(const DataLayout &DL,
                                       uint32_t AddrSpace) const {
  return getPointerTy(DL, AddrSpace);
}

bool TPCTargetLowering::allowsMemoryAccess(LLVMContext &Ctx,
                                           const DataLayout &DL, EVT VT,
                                           unsigned AddrSpace, Align,
                                           MachineMemOperand::Flags,
                                           unsigned *Fast) const {
  bool IsWhole = false;
  if (VT.isSimple() && isTypeLegal(VT))
    IsWhole = AddrSpace == TPCAS::Vector ? VT.isVector() && VT != MVT::v5i32
                                         : VT == MVT::i32 || VT == MVT::f32;
  if (Fast)
    *Fast = IsWhole;
  return IsWhole;
}

bool TPCTargetLowering::isFMAFasterThanFMulAndFAdd(const MachineFunction &MF,
                                                   EVT VT) const {
  return VT.isSimple() &&
         is_contained({MVT::f32, MVT::bf16, MVT::v64f32, MVT::v128bf16},
                      VT.getSimpleVT().SimpleTy);
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
    // The others are loaded (TPCKernelArguments).
    if (N >= TPC::ABI_SCALARS) {
      InVals.push_back(DAG.getUNDEF(Ins[N].VT));
      continue;
    }
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
  if (Name == TPC::LoopHintName || Name == TPC::LoopIteratorName)
    return lowerLoopHint(CLI, Name);
  if (Name == TPC::MulHighName) {
    InVals.push_back(DAG.getNode(ISD::MULHU, CLI.DL, MVT::v64i32,
                                 CLI.OutVals[0], CLI.OutVals[1]));
    return CLI.Chain;
  }
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

SDValue TPCTargetLowering::lowerLoopHint(CallLoweringInfo &CLI,
                                         StringRef Name) const {
  bool IsHint = Name == TPC::LoopHintName;
  SmallVector<SDValue, 5> Ops(CLI.OutVals.begin(), CLI.OutVals.end());
  if (IsHint)
    Ops[3] = CLI.DAG.getTargetConstant(
        cast<ConstantSDNode>(Ops[3])->getZExtValue(), CLI.DL, MVT::i32);
  Ops.push_back(CLI.Chain);
  return SDValue(
      CLI.DAG.getMachineNode(IsHint ? TPC::LOOP_HINT : TPC::LOOP_ITERATOR,
                             CLI.DL, MVT::Other, Ops),
      0);
}

SDValue
TPCTargetLowering::lowerIntrinsic(CallLoweringInfo &CLI, StringRef Name,
                                  SmallVectorImpl<SDValue> &InVals) const {
  SelectionDAG &DAG = CLI.DAG;
  TPC::IntrinsicCall Call;
  Call.Name = Name;
  for (const ISD::InputArg &In : CLI.Ins)
    Call.ResultVTs.push_back(In.VT);
  // Groups of vectors come in parts.
  Call.Args.resize(CLI.CB->arg_size());
  for (auto [Out, Value] : zip_equal(CLI.Outs, CLI.OutVals))
    Call.Args[Out.OrigArgIndex].push_back(Value);
  TPC::IntrinsicSelector Selector(DAG, Subtarget, CLI.DL, CLI.Chain);
  Expected<TPC::Parts> Result = Selector.select(Call);
  if (!Result) {
    const Function &F = DAG.getMachineFunction().getFunction();
    DAG.getContext()->diagnose(DiagnosticInfoUnsupported(
        F, "'" + Name + "': " + toString(Result.takeError()),
        CLI.DL.getDebugLoc()));
    for (const ISD::InputArg &In : CLI.Ins)
      InVals.push_back(DAG.getUNDEF(In.VT));
    return CLI.Chain;
  }
  InVals.append(Result->begin(), Result->end());
  return Selector.getChain();
}

/// What IntrinsicSelector has put behind the operands of the record is the old
/// value of the destination.
void TPCTargetLowering::AdjustInstrPostInstrSelection(MachineInstr &MI,
                                                      SDNode *Node) const {
  // Reading a random number makes the next one.
  for (MCRegister Reg : {TPC::LFSR, TPC::S_LFSR})
    if (MI.readsRegister(Reg, Subtarget.getRegisterInfo()))
      MI.addOperand(*MI.getMF(), MachineOperand::CreateReg(Reg, /*isDef=*/true,
                                                           /*isImp=*/true));
  // What reads a random number and leaves it stays between those that do not.
  for (auto [Reg, State] : {std::pair(TPC::LFSR_NO_CHANGE, TPC::LFSR),
                            std::pair(TPC::S_LFSR_NO_CHANGE, TPC::S_LFSR)})
    if (MI.readsRegister(Reg, Subtarget.getRegisterInfo()))
      MI.addOperand(*MI.getMF(), MachineOperand::CreateReg(State,
                                                           /*isDef=*/false,
                                                           /*isImp=*/true));
  unsigned N = MI.getDesc().getNumOperands();
  if (MI.getNumOperands() <= N || !MI.getOperand(N).isReg() ||
      MI.getOperand(N).isImplicit()) {
    TPC::addCarryOperands(MI);
    return;
  }
  Register Income = MI.getOperand(N).getReg();
  bool IsKill = MI.getOperand(N).isKill();
  MI.removeOperand(N);
  MI.addOperand(*MI.getMF(), MachineOperand::CreateReg(Income, /*isDef=*/false,
                                                       /*isImp=*/true, IsKill));
  MI.tieOperands(0, MI.getNumOperands() - 1);
  TPC::addCarryOperands(MI);
}

//===----------------------------------------------------------------------===//
// Inline assembly
//===----------------------------------------------------------------------===//

TargetLowering::ConstraintType
TPCTargetLowering::getConstraintType(StringRef Constraint) const {
  if (Constraint.size() == 1 &&
      TPC::findAsmRegister(Constraint) != TPC::AsmRegister::None)
    return C_RegisterClass;
  return TargetLowering::getConstraintType(Constraint);
}

static const TargetRegisterClass *findClass(TPC::AsmRegister File) {
  switch (File) {
  case TPC::AsmRegister::Scalar:
    return &TPC::SRFRegClass;
  case TPC::AsmRegister::ScalarPredicate:
    return &TPC::SPRFRegClass;
  case TPC::AsmRegister::Vector:
    return &TPC::VRFRegClass;
  case TPC::AsmRegister::VectorPredicate:
    return &TPC::VPRFRegClass;
  case TPC::AsmRegister::Index:
    return &TPC::IRFRegClass;
  case TPC::AsmRegister::Address:
    return &TPC::ADRFRegClass;
  case TPC::AsmRegister::None:
    return nullptr;
  }
  llvm_unreachable("unknown register file");
}

std::pair<unsigned, const TargetRegisterClass *>
TPCTargetLowering::getRegForInlineAsmConstraint(const TargetRegisterInfo *TRI,
                                                StringRef Constraint,
                                                MVT VT) const {
  StringRef Name = Constraint;
  bool IsName = Name.consume_front("{") && Name.consume_back("}");
  // Groups of registers are clobbers, but no operands.
  if (IsName && VT == MVT::Other)
    for (unsigned Reg = 1; Reg != TRI->getNumRegs(); ++Reg)
      if (TRI->getRegAsmName(Reg).equals_insensitive(Name))
        return {Reg, TRI->getMinimalPhysRegClass(Reg)};
  // Registers are in several classes; values live in these.
  const TargetRegisterClass *RC = findClass(TPC::findAsmRegister(Constraint));
  if (!RC || (VT != MVT::Other && !TRI->isTypeLegalForClass(*RC, VT)))
    return TargetLowering::getRegForInlineAsmConstraint(TRI, Constraint, VT);
  if (!IsName)
    return {0, RC};
  for (MCPhysReg Reg : *RC)
    if (TRI->getRegAsmName(Reg).equals_insensitive(Name) &&
        !Subtarget.getRegisterInfo()->isFixed(Reg))
      return {Reg, RC};
  return {0, nullptr};
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
  case ISD::MUL:
    return lowerNarrowProduct(Op, DAG);
  case ISD::INSERT_VECTOR_ELT:
    return lowerInsert(Op, DAG);
  case ISD::EXTRACT_VECTOR_ELT:
    return lowerExtract(Op, DAG);
  case ISD::FP_TO_SINT_SAT:
  case ISD::FP_TO_UINT_SAT:
    // The machine saturates to the width of the result.
    if (cast<VTSDNode>(Op.getOperand(1))->getVT() != VT.getScalarType())
      return SDValue();
    return DAG.getNode(Op.getOpcode() == ISD::FP_TO_SINT_SAT ? ISD::FP_TO_SINT
                                                             : ISD::FP_TO_UINT,
                       DL, VT, Op.getOperand(0));
  case ISD::ADDRSPACECAST:
    return Op.getOperand(0);
  case ISD::SHL_PARTS:
  case ISD::SRA_PARTS:
  case ISD::SRL_PARTS: {
    SDValue Low, High;
    expandShiftParts(Op.getNode(), Low, High, DAG);
    return DAG.getMergeValues({Low, High}, DL);
  }
  case ISD::BITCAST:
    return DAG.getNode(TPCISD::FROMBITS, DL, MVT::bf16,
                       DAG.getAnyExtOrTrunc(Op.getOperand(0), DL, MVT::i32));
  }
  llvm_unreachable("operation without a custom lowering");
}

void TPCTargetLowering::ReplaceNodeResults(SDNode *N,
                                           SmallVectorImpl<SDValue> &Results,
                                           SelectionDAG &DAG) const {
  // A bf16 as i16.
  if (N->getOpcode() != ISD::BITCAST ||
      N->getOperand(0).getValueType() != MVT::bf16)
    return;
  SDLoc DL(N);
  SDValue Bits = DAG.getNode(TPCISD::BITS, DL, MVT::i32, N->getOperand(0));
  Results.push_back(DAG.getNode(ISD::TRUNCATE, DL, MVT::i16, Bits));
}

/// Says what stands in the way of a node, and gives something in its place:
/// TPCCheckIR should have found it.
SDValue TPCTargetLowering::refuse(SDValue Op, SelectionDAG &DAG,
                                  const char *What) const {
  const Function &F = DAG.getMachineFunction().getFunction();
  const DebugLoc &DL = Op->getDebugLoc();
  DAG.getContext()->diagnose(DiagnosticInfoUnsupported(
      F, Twine("unsupported: ") + What,
      DL ? DiagnosticLocation(DL) : DiagnosticLocation(F.getSubprogram())));
  return DAG.getUNDEF(Op.getValueType());
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
