//===-- TPCIntrinsics.cpp - llvm.tpc.* to instructions --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCIntrinsicSelection.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPCSubtarget.h"

using namespace llvm;
using namespace llvm::TPC;

namespace {

/// What the arguments of a family are, in their order:
///   s source   n number in the instruction   m dimension mask   t data type
///   w switches   p predicate   q polarity
///   i old value of the destination, kept where the predicate is false
///   I the same, read by the operation in any case
/// A leading '*' stands for one source or more.
struct Family {
  StringLiteral Mnemonic;
  StringLiteral Args;
};

} // namespace

static const Family Families[] = {
    {"aso", "wpq"},
    {"cache_flush", "wpq"},
    {"cache_invalidate", "wpq"},
    {"gen_addr", "snwipq"},
    {"ld_g", "swipq"},
    {"ld_l", "swipq"},
    {"ld_l_v", "swipq"},
    {"ld_l_v_high", "swIpq"},
    {"ld_l_v_low", "swIpq"},
    {"ld_tnsr", "snwipq"},
    {"ld_tnsr_high", "snwIpq"},
    {"ld_tnsr_low", "snwIpq"},
    {"prmt_indx", "sswipq"},
    {"set_indx", "Imswpq"},
    {"st_g", "sswpq"},
    {"st_l", "sswpq"},
    {"st_l_v", "sswpq"},
    {"st_l_v_high", "sswpq"},
    {"st_l_v_low", "sswpq"},
    {"st_tnsr", "snswpq"},
    {"st_tnsr_high", "snswpq"},
    {"st_tnsr_low", "snswpq"},
};
static constexpr StringLiteral ArithmeticArgs = "*twIpq";
static constexpr StringLiteral ArithmeticMaskArgs = "*mtwIpq";

static Error makeError(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

namespace {

/// A call with its arguments sorted by what they are.
struct SortedCall {
  SmallVector<SDValue, 4> Sources;
  SDValue Income, Guard;
  std::optional<uint64_t> Number, Mask, Type;
  uint64_t Switches = 0;
  bool Inverted = false;
  bool ReadsDest = false;
};

} // namespace

static std::optional<uint64_t> getNumber(SDValue V) {
  if (auto *C = dyn_cast<ConstantSDNode>(V))
    return C->getZExtValue();
  return std::nullopt;
}

/// The 32 bits of a constant that may stand in the immediate field.
static std::optional<uint32_t> getImmediate(SDValue V) {
  if (auto *C = dyn_cast<ConstantSDNode>(V))
    return uint32_t(C->getZExtValue());
  if (auto *C = dyn_cast<ConstantFPSDNode>(V))
    return uint32_t(C->getValueAPF().bitcastToAPInt().getZExtValue());
  return std::nullopt;
}

static Expected<SortedCall> sortArguments(const IntrinsicCall &Call,
                                          StringRef Shape) {
  SortedCall S;
  ArrayRef<SDValue> Args = Call.Args;
  if (Shape.consume_front("*")) {
    if (Args.size() < Shape.size() + 1)
      return makeError("too few arguments");
    size_t Count = Args.size() - Shape.size();
    S.Sources.append(Args.begin(), Args.begin() + Count);
    Args = Args.drop_front(Count);
  }
  if (Args.size() != Shape.size())
    return makeError("expected " + Twine(Shape.size()) + " arguments, not " +
                     Twine(Args.size()));
  auto Constant = [&](SDValue V, const Twine &What) -> Expected<uint64_t> {
    if (std::optional<uint64_t> N = getNumber(V))
      return *N;
    return makeError(What + " must be a constant");
  };
  for (auto [Kind, Arg] : zip(Shape, Args)) {
    switch (Kind) {
    case 's':
      S.Sources.push_back(Arg);
      continue;
    case 'i':
    case 'I':
      S.Income = Arg;
      S.ReadsDest = Kind == 'I';
      continue;
    case 'p':
      S.Guard = Arg;
      continue;
    }
    StringRef What = Kind == 'n'   ? "the tensor number"
                     : Kind == 'm' ? "the dimension mask"
                     : Kind == 't' ? "the data type"
                     : Kind == 'w' ? "the switch operand"
                                   : "the polarity";
    Expected<uint64_t> N = Constant(Arg, What);
    if (!N)
      return N.takeError();
    if (Kind == 'n')
      S.Number = *N;
    else if (Kind == 'm')
      S.Mask = *N;
    else if (Kind == 't')
      S.Type = *N & 0xff;
    else if (Kind == 'w')
      S.Switches = *N;
    else
      S.Inverted = *N & 1;
  }
  return S;
}

/// Whether values of type \p VT can lie in registers of class \p RC.
static bool fits(MVT VT, unsigned RC, const TPCSubtarget &ST) {
  const TargetRegisterInfo &TRI = *ST.getRegisterInfo();
  const TargetLowering &TLI = *ST.getTargetLowering();
  if (!TLI.isTypeLegal(VT))
    return false;
  // A scalar predicate fits where a vector predicate does as well, though their
  // sizes keep LLVM from calling its class a part of the other one.
  return TRI.getRegClass(RC)->contains(TLI.getRegClassFor(VT)->getRegister(0));
}

/// Switches that choose a record must be as the record has them, all others
/// must exist in it.
static bool fitsSwitches(const FormInfo &Form, uint64_t Word) {
  uint64_t Known = 0;
  for (const SwitchInfo &S : Form.Switches) {
    uint64_t Mask = uint64_t(S.mask()) << S.Word;
    if (S.Width == 0)
      continue;
    if (S.Fixed && !(Word & Mask))
      return false;
    if (S.TextOnly && (Word & Mask))
      return false;
    Known |= Mask;
  }
  return !(Word & ~Known);
}

/// The operands of \p Form for the call; none if the form does not fit.
static std::optional<SmallVector<SDValue, 10>>
matchForm(const FormInfo &Form, const SortedCall &S, const IntrinsicCall &Call,
          SelectionDAG &DAG, const TPCSubtarget &ST) {
  const MCInstrDesc &Desc = ST.getInstrInfo()->get(Form.Opcode);
  bool HasResult = Call.ResultVT != MVT::Other;
  if (Form.ParserOnly || Desc.getNumDefs() != unsigned(HasResult))
    return std::nullopt;
  bool TakesSwitches = false;
  SmallVector<SDValue, 10> Ops;
  size_t Next = 0;
  auto Add = [&](uint64_t V, MVT VT = MVT::i32) {
    Ops.push_back(DAG.getTargetConstant(V, Call.DL, VT));
  };
  for (auto [Index, Op] : enumerate(Form.Operands)) {
    if (Index == 0 && HasResult) {
      if (Op.Kind != OperandKind::Reg || !fits(Call.ResultVT, Op.Param, ST))
        return std::nullopt;
      continue;
    }
    switch (Op.Kind) {
    case OperandKind::Reg: {
      if (Next == S.Sources.size())
        return std::nullopt;
      SDValue V = S.Sources[Next++];
      if (!fits(V.getSimpleValueType(), Op.Param, ST))
        return std::nullopt;
      Ops.push_back(V);
      break;
    }
    case OperandKind::Imm32: {
      if (Next == S.Sources.size())
        return std::nullopt;
      std::optional<uint32_t> Imm = getImmediate(S.Sources[Next++]);
      if (!Imm)
        return std::nullopt;
      Add(*Imm);
      break;
    }
    case OperandKind::UImm:
      if (!S.Number || *S.Number > Op.Param)
        return std::nullopt;
      Add(*S.Number);
      break;
    case OperandKind::DimMask:
      Add(S.Mask.value_or(0b11111));
      break;
    case OperandKind::Type:
      if (!S.Type || !(Form.Types >> *S.Type & 1))
        return std::nullopt;
      Add(*S.Type);
      break;
    case OperandKind::Switches: {
      if (!fitsSwitches(Form, S.Switches))
        return std::nullopt;
      uint64_t Word = S.Switches;
      TakesSwitches = true;
      Add(Word, MVT::i64);
      break;
    }
    case OperandKind::Pred: {
      SDValue Guard = S.Guard;
      bool Inverted = S.Inverted;
      if (std::optional<uint64_t> C = getNumber(Guard)) {
        Inverted = !((*C & 1) != uint64_t(Inverted));
        Ops.push_back(DAG.getRegister(TPC::SP0, MVT::i1));
      } else {
        if (!fits(Guard.getSimpleValueType(), Op.Param, ST))
          return std::nullopt;
        Ops.push_back(Guard);
      }
      Add(Inverted, MVT::i1);
      break;
    }
    default:
      return std::nullopt;
    }
  }
  if (Next != S.Sources.size())
    return std::nullopt;
  if (S.Switches && !TakesSwitches)
    return std::nullopt;
  return Ops;
}

static bool isAlways(const SortedCall &S) {
  std::optional<uint64_t> C = S.Guard ? getNumber(S.Guard) : 1;
  return C && (*C & 1) != uint64_t(S.Inverted);
}

static bool readsDestination(const SortedCall &S) {
  return S.Income && !S.Income.isUndef() && (S.ReadsDest || !isAlways(S));
}

Expected<IntrinsicResult> TPC::selectIntrinsic(const IntrinsicCall &Call,
                                               SelectionDAG &DAG,
                                               const TPCSubtarget &ST) {
  std::string Name = Call.Name.substr(strlen("llvm.tpc.")).str();
  // Index space: registers that keep it all the time (facts 6.1).
  for (auto [Text, Reg] :
       {std::pair(StringRef("get.index.space.offset"), MCRegister(TPC::I0)),
        {StringRef("get.index.space.size"), MCRegister(TPC::I1)}}) {
    if (Name != Text)
      continue;
    SDValue Copy = DAG.getCopyFromReg(Call.Chain, Call.DL, Reg, MVT::v5i32);
    return IntrinsicResult{Copy, Copy.getValue(1)};
  }

  // The longest mnemonic that the name begins with.
  std::replace(Name.begin(), Name.end(), '.', '_');
  StringRef Stem = Name;
  const MnemonicInfo *M = nullptr;
  while (!(M = findMnemonic(Stem)) && Stem.contains('_'))
    Stem = Stem.rsplit('_').first;
  if (!M)
    return makeError("no instruction of this name");
  StringRef Rest = StringRef(Name).drop_front(Stem.size());
  StringRef Shape = Rest.starts_with("_mask") ? StringRef(ArithmeticMaskArgs)
                                              : StringRef(ArithmeticArgs);
  for (const Family &F : Families)
    if (F.Mnemonic == Stem)
      Shape = F.Args;
  for (StringRef Variant : {"_partial", "_rmw", "_direct", "_inc", "_int5",
                            "_x2", "_zp", "_flavor", "_ofs"})
    if (Rest.contains(Variant))
      return makeError("the variant '" + Variant.drop_front() +
                       "' is not supported yet");
  Expected<SortedCall> Sorted = sortArguments(Call, Shape);
  if (!Sorted)
    return Sorted.takeError();
  if (Stem == "set_indx" && !Sorted->Income)
    return makeError("no index register");

  for (bool WantImmediate : {true, false}) {
    for (uint16_t Index : M->Forms) {
      const FormInfo &Form = forms()[Index];
      bool HasImmediate = any_of(Form.Operands, [](const OperandInfo &O) {
        return O.Kind == OperandKind::Imm32;
      });
      if (HasImmediate != WantImmediate)
        continue;
      auto Ops = matchForm(Form, *Sorted, Call, DAG, ST);
      if (!Ops)
        continue;
      if (readsDestination(*Sorted))
        Ops->push_back(Sorted->Income);
      const MCInstrDesc &Desc = ST.getInstrInfo()->get(Form.Opcode);
      bool HasChain =
          Desc.mayLoad() || Desc.mayStore() || Desc.hasUnmodeledSideEffects();
      SmallVector<EVT, 2> VTs;
      if (Call.ResultVT != MVT::Other)
        VTs.push_back(Call.ResultVT);
      if (HasChain) {
        VTs.push_back(MVT::Other);
        Ops->push_back(Call.Chain);
      }
      MachineSDNode *Node = DAG.getMachineNode(Form.Opcode, Call.DL, VTs, *Ops);
      return IntrinsicResult{SDValue(Node, 0),
                             HasChain ? SDValue(Node, VTs.size() - 1)
                                      : Call.Chain};
    }
  }
  return makeError("no form of '" + Stem +
                   "' has operands of these kinds, this data type and these "
                   "switches");
}
