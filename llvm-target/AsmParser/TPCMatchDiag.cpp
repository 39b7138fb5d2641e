//===-- TPCMatchDiag.cpp - Why a slot does not match ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// TableGen's matcher reports the first operand that does not fit, not what
// would. This goes through the forms of the mnemonic again, finds how far each
// gets, and lists what they accept at the place where the best ones fail.
//
//===----------------------------------------------------------------------===//

#include "TPCAsmParser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace llvm::TPC;

/// The operands that text has, the guard left out.
static SmallVector<const OperandInfo *, 8> textOperands(const FormInfo &Form) {
  // In the order of the text: masks and numbers before the destination are
  // inputs, but are written first.
  SmallVector<const OperandInfo *, 8> Ops;
  for (const TextOperand &T : Form.TextOrder)
    Ops.push_back(&Form.Operands[T.Index]);
  return Ops;
}

static const OperandInfo *findGuard(const FormInfo &Form) {
  for (const OperandInfo &Op : Form.Operands)
    if (Op.Kind == OperandKind::Pred)
      return &Op;
  return nullptr;
}

static bool fits(const OperandInfo &Op, const TPCOperand &Text) {
  std::optional<int64_t> Number = Text.getConstant();
  switch (Op.Kind) {
  case OperandKind::Reg:
  case OperandKind::Implied:
  case OperandKind::Pred:
    return (Text.isReg() || Text.getKind() == TPCOperand::Predicate) &&
           TPCMCRegisterClasses[Op.Param].contains(Text.getReg());
  case OperandKind::Imm32:
  case OperandKind::SameImm:
  case OperandKind::Mask32:
  case OperandKind::LoopImm:
    return Text.isImm32();
  case OperandKind::UImm:
    return Text.isImm() && Number && uint64_t(*Number) <= Op.Param;
  case OperandKind::DimMask:
    return Text.isDimMask();
  case OperandKind::BrTarget:
  case OperandKind::LoopEnd:
    return Text.isBrTarget();
  case OperandKind::LoopCmp:
    return Text.isLoopCmp();
  case OperandKind::Type:
  case OperandKind::Switches:
    return false;
  }
  return false;
}

/// "V0..V39" of a class of numbered registers, else their names.
static std::string describeClass(unsigned RegClass) {
  const MCRegisterClass &Class = TPCMCRegisterClasses[RegClass];
  auto NameOf = [](MCRegister Reg) {
    return StringRef(getTPCRegisterName(Reg));
  };
  std::string Text;
  auto Add = [&](const Twine &Part) {
    Text += (Text.empty() ? "" : ", ") + Part.str();
  };
  for (unsigned I = 0; I < Class.getNumRegs();) {
    StringRef First = NameOf(Class.getRegister(I));
    StringRef File = First.rtrim("0123456789");
    // Names with an underscore end with a number that is no register's.
    bool IsFile = File.size() != First.size() && !File.contains('_');
    unsigned End = I + 1;
    while (End < Class.getNumRegs() && IsFile &&
           NameOf(Class.getRegister(End)).rtrim("0123456789") == File)
      ++End;
    StringRef Last = NameOf(Class.getRegister(End - 1));
    Add(End - I > 2 ? First + ".." + Last : Twine(First));
    I = End - I > 2 ? End : I + 1;
  }
  return Text;
}

static std::string describe(const OperandInfo &Op) {
  switch (Op.Kind) {
  case OperandKind::Reg:
  case OperandKind::Implied:
    return describeClass(Op.Param);
  case OperandKind::Pred:
    return "a predicate " + describeClass(Op.Param);
  case OperandKind::Imm32:
  case OperandKind::SameImm:
  case OperandKind::Mask32:
  case OperandKind::LoopImm:
    return "a 32-bit immediate";
  case OperandKind::UImm:
    return ("a number 0.." + Twine(Op.Param)).str();
  case OperandKind::DimMask:
    return "a dimension mask b00000..b11111";
  case OperandKind::BrTarget:
  case OperandKind::LoopEnd:
    return "a label";
  case OperandKind::LoopCmp:
    return "a comparison " + join(loopCompares(), ", ");
  case OperandKind::Type:
  case OperandKind::Switches:
    break;
  }
  return "";
}

namespace {

/// How far the forms of a mnemonic get with the operands of a text.
class Explainer {
  const GenerationInfo &Gen;
  const TPCSlotText &Text;
  SmallVector<const TPCOperand *, 8> Operands;
  unsigned Best = 0;
  SmallVector<std::string, 8> Expected; ///< at the operand number Best
  // All operands fit, but something else does not.
  bool WrongType = false;
  unsigned LegalTypes = 0; ///< bit set over the forms of these operands
  std::optional<FormMismatch> Other;

  void fail(unsigned At, std::string What);
  bool matchGuard(const FormInfo &Form, unsigned At);
  void tryForm(const FormInfo &Form);
  StringRef source(const TPCOperand &Op) const;
  std::optional<FormMismatch> findForeign(StringRef Name, SMLoc Loc) const;
  std::optional<FormMismatch> findUnknownWord() const;
  FormMismatch explainType() const;
  FormMismatch explainForeignForm() const;

public:
  Explainer(const GenerationInfo &Gen, const TPCSlotText &Text);
  FormMismatch run();
};

} // namespace

Explainer::Explainer(const GenerationInfo &Gen, const TPCSlotText &Text)
    : Gen(Gen), Text(Text) {
  for (const auto &Op : drop_begin(Text.Operands))
    Operands.push_back(static_cast<const TPCOperand *>(Op.get()));
}

StringRef Explainer::source(const TPCOperand &Op) const {
  const char *Start = Op.getStartLoc().getPointer();
  return StringRef(Start, Op.getEndLoc().getPointer() - Start).trim(" ,");
}

void Explainer::fail(unsigned At, std::string What) {
  if (At < Best)
    return;
  if (At > Best)
    Expected.clear();
  Best = At;
  if (is_contained(Expected, What))
    return;
  // Registers before what needs an article.
  auto It = find_if(Expected, [](StringRef E) { return E.starts_with("a "); });
  Expected.insert(StringRef(What).starts_with("a ") ? Expected.end() : It,
                  std::move(What));
}

/// What follows the operands is the guard, or nothing.
bool Explainer::matchGuard(const FormInfo &Form, unsigned At) {
  if (At == Operands.size())
    return true;
  const OperandInfo *Guard = findGuard(Form);
  if (!Guard) {
    fail(At, "no operand");
    return false;
  }
  if (!fits(*Guard, *Operands[At])) {
    fail(At, describe(*Guard));
    return false;
  }
  if (At + 1 == Operands.size())
    return true;
  fail(At + 1, "nothing after the predicate");
  return false;
}

void Explainer::tryForm(const FormInfo &Form) {
  unsigned At = 0;
  for (const OperandInfo *Op : textOperands(Form)) {
    if (At == Operands.size() ||
        Operands[At]->getKind() == TPCOperand::Predicate ||
        !fits(*Op, *Operands[At]))
      return fail(At, describe(*Op));
    ++At;
  }
  if (!matchGuard(Form, At) || Other)
    return;
  FormMismatch Why;
  SwitchBits Bits;
  if (std::optional<unsigned> Wrong = findWrongComma(Form, Text)) {
    const TPCOperand &Op = *Operands[*Wrong];
    Other = {Op.getStartLoc(), (Op.isAfterComma() ? "expected no ',' before '"
                                                  : "expected ',' before '") +
                                   source(Op).str() + "'"};
  } else if (!acceptsType(Form, Text)) {
    WrongType = true;
    LegalTypes |= Form.Types;
  } else if (!resolveSwitches(Form, Text, Bits, &Why)) {
    Other = std::move(Why);
  }
}

FormMismatch Explainer::explainType() const {
  std::string Name = "'" + Text.Mnemonic->Name.str() + "'", List;
  for (const DataTypeInfo &T : dataTypes())
    if (LegalTypes >> T.Code & 1)
      List += (List.empty() ? "" : ", ") + T.Suffix.str();
  if (!Text.Type)
    return {Text.Loc,
            Name + " needs a data type suffix; legal types are " + List};
  if (!LegalTypes)
    return {Text.TypeLoc, Name + " takes no data type"};
  return {Text.TypeLoc, Name + " with these operands takes no '" +
                            Text.Type->Suffix.str() + "'; legal types are " +
                            List};
}

/// A switch that the mnemonic has on other generations only.
std::optional<FormMismatch> Explainer::findForeign(StringRef Name,
                                                   SMLoc Loc) const {
  std::string List = listOtherGenerations(Text, Name);
  if (List.empty())
    return std::nullopt;
  return FormMismatch{Loc, ("switch '" + Name + "' of '" + Text.Mnemonic->Name +
                            "' exists on " + List + ", not on " + Gen.Name)
                               .str()};
}

/// A switch or suffix that no form of the mnemonic knows.
std::optional<FormMismatch> Explainer::findUnknownWord() const {
  for (const TPCSwitchText &T : Text.Switches) {
    if (T.Value.empty() ? isSwitchWord(Text, T.Name)
                        : isSwitchGroup(Text, T.Name))
      continue;
    if (std::optional<FormMismatch> Foreign = findForeign(T.Name, T.Loc))
      return Foreign;
    std::string Legal = listSwitches(Text);
    return FormMismatch{T.Loc,
                        "'" + T.Name.str() +
                            "' is neither a data type nor a switch of '" +
                            Text.Mnemonic->Name.str() + "'" +
                            (Legal.empty() ? "" : "; switches are " + Legal)};
  }
  return std::nullopt;
}

/// The mnemonic has no form in this slot on this generation.
FormMismatch Explainer::explainForeignForm() const {
  std::string Message =
      ("'" + Text.Mnemonic->Name + "' in the " + getSlotName(Text.InSlot) +
       " slot exists on " + listOtherGenerations(Text) + ", not on " + Gen.Name)
          .str();
  return {Text.Loc, Message};
}

FormMismatch Explainer::run() {
  if (std::optional<FormMismatch> Unknown = findUnknownWord())
    return *Unknown;
  for (const FormInfo *Form : Text.forms())
    tryForm(*Form);
  if (Other)
    return *Other;
  if (WrongType)
    return explainType();
  StringRef Name = Text.Mnemonic->Name;
  if (Expected.empty())
    return explainForeignForm();
  std::string List = join(Expected, " or ");
  if (Best >= Operands.size())
    return {Text.Loc,
            ("'" + Name + "' has too few operands; next is " + List).str()};
  const TPCOperand &Op = *Operands[Best];
  // A name that is nothing else may have been meant as a switch.
  bool IsName = Op.isImm() && !Op.getConstant();
  if (IsName)
    if (std::optional<FormMismatch> Foreign =
            findForeign(source(Op), Op.getStartLoc()))
      return *Foreign;
  std::string Message = ("operand '" + source(Op) + "' of '" + Name +
                         "' does not fit; expected " + List)
                            .str();
  std::string Switches = listSwitches(Text);
  if (IsName && !Switches.empty())
    Message += "; switches are " + Switches;
  return {Op.getStartLoc(), Message};
}

FormMismatch TPC::explainMismatch(const GenerationInfo &Gen,
                                  const TPCSlotText &Text) {
  return Explainer(Gen, Text).run();
}
