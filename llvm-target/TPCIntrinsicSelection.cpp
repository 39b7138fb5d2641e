//===-- TPCIntrinsicSelection.cpp - llvm.tpc.* to instructions ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCIntrinsicSelection.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCIntrinsicForms.h"
#include "TPCSubtarget.h"

using namespace llvm;
using namespace llvm::TPC;

Error TPC::makeIntrinsicError(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

//===----------------------------------------------------------------------===//
// Arguments
//===----------------------------------------------------------------------===//

/// The value of a constant, for a predicate vector that of all its lanes.
static std::optional<uint64_t> getNumber(SDValue V) {
  if (auto *C = dyn_cast<ConstantSDNode>(V))
    return C->getZExtValue();
  if (ISD::isConstantSplatVectorAllOnes(V.getNode()))
    return 1;
  if (ISD::isConstantSplatVectorAllZeros(V.getNode()))
    return 0;
  return std::nullopt;
}

static StringRef describe(ArgKind Kind) {
  switch (Kind) {
  case ArgKind::Type:
    return "the data type";
  case ArgKind::Sw:
    return "the switch operand";
  case ArgKind::Control:
    return "the group operand";
  case ArgKind::Dims:
    return "the dimension mask";
  case ArgKind::Number:
    return "the number";
  case ArgKind::Bytes:
    return "the byte mask";
  case ArgKind::Pol:
    return "the polarity";
  default:
    return "the argument";
  }
}

Error TPC::checkArity(const IntrinsicInfo &Info, const IntrinsicCall &Call) {
  if (Call.Args.size() == Info.Args.size())
    return Error::success();
  return makeIntrinsicError("expected " + Twine(Info.Args.size()) +
                            " arguments, not " + Twine(Call.Args.size()));
}

Expected<Operation> IntrinsicSelector::sort(const IntrinsicInfo &Info,
                                            const IntrinsicCall &Call) {
  Operation Op;
  Op.Mnemonic = Info.Mnemonic;
  Op.ResultVTs = Call.ResultVTs;
  Op.Fields = Info.Fields;
  Op.Switches = Info.Implied;
  if (Error E = checkArity(Info, Call))
    return E;
  for (auto [Kind, Arg] : zip(Info.Args, Call.Args)) {
    assert(!Arg.empty() && "every type has a register");
    switch (Kind) {
    case ArgKind::Src:
      Op.Sources.push_back(Arg);
      continue;
    case ArgKind::Income:
    case ArgKind::Acc:
      Op.Income = Arg;
      Op.ReadsDest = Kind == ArgKind::Acc;
      continue;
    case ArgKind::Pred:
      Op.Guard = Arg[0];
      continue;
    case ArgKind::Part:
      Op.PartWord = Arg[0];
      continue;
    case ArgKind::Rmw:
      Op.RmwWord = Arg[0];
      continue;
    default:
      break;
    }
    std::optional<uint64_t> N = getNumber(Arg[0]);
    if (!N && Kind == ArgKind::Tensor) {
      Op.TensorId = DAG.getZeroExtendInReg(Arg[0], DL, MVT::i8);
      continue;
    }
    if (!N)
      return makeIntrinsicError(describe(Kind) + " must be a constant");
    switch (Kind) {
    case ArgKind::Type:
      Op.Type = *N & 0xff;
      break;
    case ArgKind::Sw:
      Op.Switches |= uint32_t(*N);
      break;
    case ArgKind::Control:
      Op.Switches |= *N << 32;
      break;
    case ArgKind::Dims:
      Op.Mask = *N;
      break;
    case ArgKind::Tensor:
    case ArgKind::Number:
      Op.Number = *N;
      break;
    case ArgKind::Bytes:
      Op.Bytes = uint32_t(*N);
      break;
    case ArgKind::Pol:
      Op.Inverted = *N & 1;
      break;
    default:
      llvm_unreachable("no constant");
    }
  }
  return Op;
}

//===----------------------------------------------------------------------===//
// Instructions
//===----------------------------------------------------------------------===//

/// Whether the guard is known, and what it says.
static std::optional<bool> getKnownGuard(const Operation &Op) {
  std::optional<uint64_t> C = Op.Guard ? getNumber(Op.Guard) : 1;
  if (!C)
    return std::nullopt;
  return (*C & 1) != uint64_t(Op.Inverted);
}

bool TPC::isAlways(const Operation &Op) {
  return getKnownGuard(Op).value_or(false);
}

static bool readsDestination(const Operation &Op) {
  return any_of(Op.Income, [](SDValue V) { return !V.isUndef(); }) &&
         (Op.ReadsDest || !getKnownGuard(Op));
}

static ArrayRef<unsigned> getGroupIndices(unsigned RegClass) {
  static const unsigned Scalar[] = {TPC::sub_s0, TPC::sub_s1};
  static const unsigned Vector[] = {TPC::sub_0, TPC::sub_1, TPC::sub_2,
                                    TPC::sub_3};
  if (RegClass == TPC::ZRFRegClassID)
    return Scalar;
  return ArrayRef(Vector).take_front(RegClass == TPC::DRFRegClassID ? 2 : 4);
}

/// The parts of a value as one register of the class.
SDValue IntrinsicSelector::join(ArrayRef<SDValue> Values, unsigned RegClass) {
  if (Values.size() == 1)
    return Values[0];
  SmallVector<SDValue, 9> Ops = {DAG.getTargetConstant(RegClass, DL, MVT::i32)};
  for (auto [V, Index] : zip_equal(Values, getGroupIndices(RegClass))) {
    Ops.push_back(V);
    Ops.push_back(DAG.getTargetConstant(Index, DL, MVT::i32));
  }
  return SDValue(
      DAG.getMachineNode(TargetOpcode::REG_SEQUENCE, DL, MVT::Untyped, Ops), 0);
}

Parts IntrinsicSelector::emitForm(const MatchedForm &Match,
                                  const Operation &Op) {
  const MCInstrDesc &Desc = ST.getInstrInfo()->get(Match.Form->Opcode);
  const Function &Kernel = DAG.getMachineFunction().getFunction();
  bool HasChain = Op.IsOrdered || Desc.mayLoad() || Desc.mayStore() ||
                  Desc.hasUnmodeledSideEffects() ||
                  isOrderedSum(Kernel, Op.Mnemonic);
  SmallVector<SDValue, 12> Ops;
  SDValue Glue;
  for (const MatchedOperand &M : Match.Operands) {
    if (M.Implied) {
      if (!M.Values.empty()) {
        Chain = DAG.getCopyToReg(Chain, DL, M.Implied, M.Values[0], Glue);
        Glue = Chain.getValue(1);
      }
      Ops.push_back(DAG.getRegister(M.Implied, MVT::i32));
    } else if (M.Values.empty()) {
      Ops.push_back(DAG.getTargetConstant(M.Constant, DL, M.VT));
    } else {
      Ops.push_back(join(M.Values, M.RegClass));
    }
  }
  if (readsDestination(Op))
    Ops.push_back(join(Op.Income, Match.ResultClass));

  SmallVector<EVT, 2> VTs;
  size_t Count = Op.ResultVTs.size();
  if (Count)
    VTs.push_back(Count == 1 ? Op.ResultVTs[0] : MVT(MVT::Untyped));
  if (HasChain || Glue) {
    VTs.push_back(MVT::Other);
    Ops.push_back(Chain);
  }
  if (Glue)
    Ops.push_back(Glue);
  MachineSDNode *Node = DAG.getMachineNode(Match.Form->Opcode, DL, VTs, Ops);
  if (HasChain || Glue)
    Chain = SDValue(Node, VTs.size() - 1);

  Parts Results;
  if (Count == 1)
    Results.push_back(SDValue(Node, 0));
  else if (Count)
    for (auto [VT, Index] :
         zip_equal(Op.ResultVTs, getGroupIndices(Match.ResultClass)))
      Results.push_back(
          DAG.getTargetExtractSubreg(Index, DL, VT, SDValue(Node, 0)));
  return Results;
}

/// Index registers take a scalar as the first operand only.
static bool hasScalarSecond(const Operation &Op) {
  return is_contained({"add", "mul", "and", "or", "xor", "max", "min"},
                      Op.Mnemonic) &&
         Op.Sources.size() == 2 &&
         Op.Sources[0][0].getValueType() == MVT::v5i32 &&
         Op.Sources[1][0].getValueType() == MVT::i32;
}

Expected<Parts> IntrinsicSelector::emit(const Operation &Op) {
  if (hasScalarSecond(Op)) {
    Operation Swapped = Op;
    std::swap(Swapped.Sources[0], Swapped.Sources[1]);
    return emit(Swapped);
  }
  std::optional<bool> Known = getKnownGuard(Op);
  if (Known && !*Known) {
    Parts Results = Op.Income;
    if (Results.empty())
      for (MVT VT : Op.ResultVTs)
        Results.push_back(DAG.getUNDEF(VT));
    return Results;
  }
  Expected<MatchedForm> Match =
      matchForm(Op, DAG.getRegister(TPC::SP0, MVT::i1), ST);
  if (!Match)
    return Match.takeError();
  return emitForm(*Match, Op);
}

Expected<Parts> IntrinsicSelector::select(const IntrinsicCall &Call) {
  const IntrinsicInfo *Info = findIntrinsic(Call.Name);
  if (!Info)
    return makeIntrinsicError("no instruction of this name");
  Expected<Parts> Results =
      Info->Mnemonic.empty() ? expand(*Info, Call) : selectOne(*Info, Call);
  if (Results &&
      !std::equal(Results->begin(), Results->end(), Call.ResultVTs.begin(),
                  Call.ResultVTs.end(), [](SDValue V, MVT VT) {
                    return V.getSimpleValueType() == VT;
                  }))
    return makeIntrinsicError("the result has another type");
  return Results;
}

/// A function that is one instruction.
Expected<Parts> IntrinsicSelector::selectOne(const IntrinsicInfo &Info,
                                             const IntrinsicCall &Call) {
  Expected<Operation> Op = sort(Info, Call);
  if (!Op)
    return Op.takeError();
  // Section 8 of a predicate is all of them: a form of its own.
  if (Info.Name == "mov.flavor" && Op->Number == 8u)
    Op->Number.reset();
  return emit(*Op);
}
