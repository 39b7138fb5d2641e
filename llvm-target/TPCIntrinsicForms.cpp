//===-- TPCIntrinsicForms.cpp - The record for an operation ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCIntrinsicForms.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCSubtarget.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace llvm::TPC;

namespace {

/// How far a form agrees with the operation.
enum class Agreement { None, Operands, Type, All };

/// Tries one record.
class FormMatcher {
  const FormInfo &Form;
  const Operation &Op;
  const TPCSubtarget &ST;
  MatchedForm &Result;
  Agreement Best = Agreement::Operands;
  size_t NextSource = 0;
  unsigned Used = 0; ///< arguments that must not be left over

  static constexpr unsigned UsesNumber = 1;
  static constexpr unsigned UsesMask = 2;
  static constexpr unsigned UsesBytes = 4;
  static constexpr unsigned UsesTensor = 8;
  static constexpr unsigned UsesPart = 16;
  static constexpr unsigned UsesRmw = 32;

public:
  FormMatcher(const FormInfo &Form, const Operation &Op, const TPCSubtarget &ST,
              MatchedForm &Result)
      : Form(Form), Op(Op), ST(ST), Result(Result) {}

  Agreement match();

private:
  bool matchOperand(const OperandInfo &Info);
  bool matchResult(const OperandInfo &Info);
  bool matchImplied(unsigned RegClass);
  bool matchGuard(unsigned RegClass);
  bool takeNumber(const std::optional<uint64_t> &N, unsigned Use, uint64_t Max);
  bool matchType();
  bool matchSwitches();
  void add(uint64_t Constant, MVT VT = MVT::i32);
  bool fits(ArrayRef<SDValue> Values, unsigned RegClass) const;
  bool fits(ArrayRef<MVT> VTs, unsigned RegClass) const;
};

} // namespace

/// The 32 bits of a constant that may stand in the immediate field.
static std::optional<uint32_t> getImmediate(SDValue V) {
  if (auto *C = dyn_cast<ConstantSDNode>(V))
    return uint32_t(C->getZExtValue());
  if (auto *C = dyn_cast<ConstantFPSDNode>(V))
    return uint32_t(C->getValueAPF().bitcastToAPInt().getZExtValue());
  return std::nullopt;
}

static bool isGroup(unsigned RegClass) {
  return RegClass == TPC::DRFRegClassID || RegClass == TPC::ARFRegClassID ||
         RegClass == TPC::ZRFRegClassID;
}

static unsigned getGroupSize(unsigned RegClass) {
  return RegClass == TPC::ARFRegClassID ? 4 : 2;
}

/// Whether values of these types can lie in a register of the class together.
bool FormMatcher::fits(ArrayRef<MVT> VTs, unsigned RegClass) const {
  const TargetRegisterInfo &TRI = *ST.getRegisterInfo();
  const TargetLowering &TLI = *ST.getTargetLowering();
  if (isGroup(RegClass)) {
    if (VTs.size() != getGroupSize(RegClass))
      return false;
    RegClass = RegClass == TPC::ZRFRegClassID ? TPC::SRFRegClassID
                                              : TPC::VRFRegClassID;
  } else if (VTs.size() != 1) {
    return false;
  }
  // A scalar predicate fits where a vector predicate does as well, though their
  // sizes keep LLVM from calling its class a part of the other one.
  return all_of(VTs, [&](MVT VT) {
    return TLI.isTypeLegal(VT) && TRI.getRegClass(RegClass)->contains(
                                      TLI.getRegClassFor(VT)->getRegister(0));
  });
}

bool FormMatcher::fits(ArrayRef<SDValue> Values, unsigned RegClass) const {
  SmallVector<MVT, 4> VTs;
  for (SDValue V : Values)
    VTs.push_back(V.getSimpleValueType());
  return fits(VTs, RegClass);
}

void FormMatcher::add(uint64_t Constant, MVT VT) {
  MatchedOperand &M = Result.Operands.emplace_back();
  M.Constant = Constant;
  M.VT = VT;
}

bool FormMatcher::matchResult(const OperandInfo &Info) {
  Result.ResultClass = Info.Param;
  return Info.Kind == OperandKind::Reg && fits(Op.ResultVTs, Info.Param);
}

/// Registers that the instruction reads by itself (facts 2.3).
bool FormMatcher::matchImplied(unsigned RegClass) {
  SDValue V;
  MCRegister Reg = ST.getRegisterInfo()->getRegClass(RegClass)->getRegister(0);
  switch (RegClass) {
  case TPC::LfsrDstRegClassID:
    // Written, not read: nothing goes there before.
    Result.Operands.emplace_back().Implied = Reg;
    return true;
  case TPC::TnsrRegLdRegClassID:
  case TPC::TnsrRegStRegClassID:
    V = Op.TensorId;
    Used |= UsesTensor;
    break;
  case TPC::OffsSizeRegLdRegClassID:
  case TPC::OffsSizeRegStRegClassID:
    V = Op.PartWord;
    Used |= UsesPart;
    break;
  case TPC::RMWRegRegClassID:
    V = Op.RmwWord;
    Used |= UsesRmw;
    break;
  default:
    return false;
  }
  if (!V)
    return false;
  MatchedOperand &M = Result.Operands.emplace_back();
  M.Values.push_back(V);
  M.Implied = Reg;
  return true;
}

bool FormMatcher::takeNumber(const std::optional<uint64_t> &N, unsigned Use,
                             uint64_t Max) {
  if (!N || *N > Max)
    return false;
  Used |= Use;
  add(*N);
  return true;
}

bool FormMatcher::matchGuard(unsigned RegClass) {
  bool Inverted = Op.Inverted;
  MatchedOperand &M = Result.Operands.emplace_back();
  // Without a guard, or with one that is known to be true.
  if (!Op.Guard || isa<ConstantSDNode>(Op.Guard) ||
      ISD::isConstantSplatVectorAllOnes(Op.Guard.getNode()) ||
      ISD::isConstantSplatVectorAllZeros(Op.Guard.getNode())) {
    M.Values.push_back(Result.Always);
    Inverted = false;
  } else {
    M.Values.push_back(Op.Guard);
    if (!fits(M.Values, RegClass))
      return false;
  }
  add(Inverted, MVT::i1);
  return true;
}

bool FormMatcher::matchOperand(const OperandInfo &Info) {
  switch (Info.Kind) {
  case OperandKind::Reg: {
    if (NextSource == Op.Sources.size())
      return false;
    MatchedOperand &M = Result.Operands.emplace_back();
    M.Values = Op.Sources[NextSource++];
    M.RegClass = Info.Param;
    return fits(M.Values, Info.Param);
  }
  case OperandKind::Imm32: {
    if (NextSource == Op.Sources.size())
      return false;
    const Parts &Source = Op.Sources[NextSource++];
    std::optional<uint32_t> Imm = getImmediate(Source[0]);
    if (Source.size() != 1 || !Imm)
      return false;
    add(*Imm);
    return true;
  }
  case OperandKind::Implied:
    return matchImplied(Info.Param);
  case OperandKind::UImm:
    return takeNumber(Op.Number, UsesNumber, Info.Param);
  case OperandKind::DimMask:
    return takeNumber(Op.Mask, UsesMask, AllDims);
  case OperandKind::Mask32:
    return takeNumber(Op.Bytes, UsesBytes, UINT32_MAX);
  case OperandKind::Type:
    return matchType();
  case OperandKind::Switches:
    return matchSwitches();
  case OperandKind::Pred:
    return matchGuard(Info.Param);
  default:
    return false;
  }
}

/// A type that does not fit leaves the other operands to be looked at: the
/// message is about the type then.
bool FormMatcher::matchType() {
  uint64_t Type = 0;
  if (Op.Type)
    Type = *Op.Type;
  else if (Form.DefaultType >= 0)
    Type = uint64_t(Form.DefaultType);
  else
    return false;
  if (Type >= 16 || !(Form.Types >> Type & 1))
    Best = Agreement::None;
  add(Type);
  return true;
}

namespace {

/// The switch operand of a record.
struct SwitchBits {
  uint64_t Same = 0;   ///< from the same bits of the function's argument
  uint64_t Placed = 0; ///< from where the function has the group
  bool Ok = true;      ///< the record has all groups

  uint64_t word() const { return Same | Placed; }
};

} // namespace

/// The bits of the function's switch argument, where the record has them.
static SwitchBits placeSwitches(const FormInfo &Form, const Operation &Op) {
  SwitchBits Bits;
  Bits.Same = Op.Switches;
  for (const IRField &F : Op.Fields) {
    uint64_t Value = (Op.Switches & F.mask()) >> F.Lo;
    Bits.Same &= ~F.mask();
    const SwitchInfo *Place = find_if(Form.Switches, [&](const SwitchInfo &S) {
      return S.Group == F.Group && S.Width && !S.TextOnly;
    });
    if (Place != Form.Switches.end())
      Bits.Placed |= Value << Place->Word;
    else if (Value)
      Bits.Ok = false;
  }
  // That the tensor is no constant says what the switch says.
  if (Op.TensorId)
    for (const SwitchInfo &S : Form.Switches)
      if (S.Group == GrpTnsrReg)
        Bits.Placed |= uint64_t(S.mask()) << S.Word;
  return Bits;
}

/// Switches that choose a record must be as the record has them, all others
/// must exist in it.
bool FormMatcher::matchSwitches() {
  SwitchBits Bits = placeSwitches(Form, Op);
  uint64_t Known = 0;
  for (const SwitchInfo &S : Form.Switches) {
    uint64_t Mask = uint64_t(S.mask()) << S.Word;
    if (S.Width == 0)
      continue;
    if ((S.Fixed && !(Bits.word() & Mask)) ||
        (S.TextOnly && (Bits.Same & Mask)))
      Bits.Ok = false;
    Known |= Mask;
  }
  if ((!Bits.Ok || Bits.word() & ~Known) && Best != Agreement::None)
    Best = Agreement::Type;
  add(Bits.word(), MVT::i64);
  return true;
}

Agreement FormMatcher::match() {
  const MCInstrDesc &Desc = ST.getInstrInfo()->get(Form.Opcode);
  bool HasResult = !Op.ResultVTs.empty();
  if (Desc.getNumDefs() != unsigned(HasResult))
    return Agreement::None;
  Best = Agreement::All;
  bool TakesSwitches = false;
  for (auto [Index, Info] : enumerate(Form.Operands)) {
    TakesSwitches |= Info.Kind == OperandKind::Switches;
    if (Index == 0 && HasResult ? !matchResult(Info) : !matchOperand(Info))
      return Agreement::None;
  }
  unsigned Given = (Op.Number ? UsesNumber : 0) | (Op.Mask ? UsesMask : 0) |
                   (Op.Bytes ? UsesBytes : 0) | (Op.TensorId ? UsesTensor : 0) |
                   (Op.PartWord ? UsesPart : 0) | (Op.RmwWord ? UsesRmw : 0);
  if (NextSource != Op.Sources.size() || Used != Given)
    return Agreement::None;
  if (Best == Agreement::None)
    return Agreement::Operands;
  if (!TakesSwitches && Op.Switches && Best == Agreement::All)
    Best = Agreement::Type;
  return Best;
}

//===----------------------------------------------------------------------===//
// What is legal
//===----------------------------------------------------------------------===//

static std::string describeClass(unsigned RegClass, const TPCSubtarget &ST) {
  const TargetRegisterInfo &TRI = *ST.getRegisterInfo();
  StringRef Name = TRI.getRegClassName(TRI.getRegClass(RegClass));
  Name.consume_back("Src");
  Name.consume_back("RF");
  return Name == "PR" || Name == "P" ? "SP/VP" : Name.str();
}

/// The operands of a form, as register files.
static std::string describeOperands(const FormInfo &Form,
                                    const TPCSubtarget &ST) {
  SmallVector<std::string, 6> Words;
  std::string Result, Guard;
  unsigned NumDefs = ST.getInstrInfo()->get(Form.Opcode).getNumDefs();
  for (auto [Index, Info] : enumerate(Form.Operands)) {
    switch (Info.Kind) {
    case OperandKind::Reg:
      if (Index < NumDefs)
        Result = describeClass(Info.Param, ST) + " = ";
      else
        Words.push_back(describeClass(Info.Param, ST));
      break;
    case OperandKind::Imm32:
      Words.push_back("immediate");
      break;
    case OperandKind::UImm:
      Words.push_back("0.." + utostr(Info.Param));
      break;
    case OperandKind::DimMask:
      Words.push_back("dimensions");
      break;
    case OperandKind::Mask32:
      Words.push_back("byte mask");
      break;
    case OperandKind::Pred:
      Guard = " under " + describeClass(Info.Param, ST);
      break;
    default:
      break;
    }
  }
  return Result + join(Words, ", ") + Guard;
}

static std::string describeTypes(const FormInfo &Form) {
  SmallVector<StringRef, 8> Words;
  for (unsigned Code = 0; Code != 16; ++Code)
    if (Form.Types >> Code & 1)
      Words.push_back(getTypeSuffix(Code));
  return Words.empty() ? "none" : join(Words, " ");
}

static std::string describeSwitches(const FormInfo &Form) {
  SmallSetVector<StringRef, 8> Words;
  for (const SwitchInfo &S : Form.Switches)
    if (S.Width && !S.TextOnly)
      Words.insert(getGroupNames(S.Group).front());
  return Words.empty() ? "none" : join(Words.getArrayRef(), " ");
}

static Error explain(const Operation &Op, Agreement Best,
                     ArrayRef<const FormInfo *> Forms, const TPCSubtarget &ST) {
  SmallVector<std::string, 8> Unique;
  for (const FormInfo *Form : Forms) {
    std::string Text = Best == Agreement::None ? describeOperands(*Form, ST)
                       : Best == Agreement::Operands ? describeTypes(*Form)
                                                     : describeSwitches(*Form);
    if (!is_contained(Unique, Text))
      Unique.push_back(std::move(Text));
  }
  std::string What = "no form of '" + Op.Mnemonic.str() + "' ";
  switch (Best) {
  case Agreement::None:
    What += "has these operands; legal are: ";
    break;
  case Agreement::Operands:
    What += "has this data type with these operands; legal are: ";
    break;
  default:
    What += "has these switches (0x" + utohexstr(Op.Switches, true) +
            ") with these operands; legal are: ";
    break;
  }
  return makeIntrinsicError(What + join(Unique, "; "));
}

//===----------------------------------------------------------------------===//
// The choice
//===----------------------------------------------------------------------===//

/// Immediates first, then the slot that computes before those that access
/// memory.
static unsigned getCost(const FormInfo &Form) {
  bool HasImmediate = any_of(Form.Operands, [](const OperandInfo &O) {
    return O.Kind == OperandKind::Imm32;
  });
  bool IsMemorySlot = Form.InSlot == LoadSlot || Form.InSlot == StoreSlot;
  return (HasImmediate ? 0 : 4) + (IsMemorySlot ? 1 : 0) +
         (Form.InSlot == StoreSlot ? 1 : 0);
}

Expected<MatchedForm> TPC::matchForm(const Operation &Op, SDValue Always,
                                     const TPCSubtarget &ST) {
  const MnemonicInfo *Mnemonic = findMnemonic(Op.Mnemonic);
  if (!Mnemonic)
    return makeIntrinsicError("this processor has no instruction '" +
                              Op.Mnemonic + "'");
  Agreement Best = Agreement::None;
  MatchedForm Result;
  SmallVector<const FormInfo *, 8> Near;
  for (uint16_t Index : Mnemonic->Forms) {
    const FormInfo &Form = forms()[Index];
    if (!Form.existsOn(compiledGeneration()) ||
        (Form.ParserOnly && !Form.Selectable))
      continue;
    MatchedForm Match;
    Match.Form = &Form;
    Match.Always = Always;
    Agreement A = FormMatcher(Form, Op, ST, Match).match();
    if (A < Best)
      continue;
    if (A > Best)
      Near.clear();
    Best = A;
    Near.push_back(&Form);
    if (A == Agreement::All &&
        (!Result.Form || getCost(Form) < getCost(*Result.Form)))
      Result = std::move(Match);
  }
  if (Best != Agreement::All)
    return explain(Op, Best, Near, ST);
  return Result;
}
