//===-- TPCSlotText.cpp - The text of one slot ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCSlotText.h"
#include "TPCAsmParser.h"
#include "TPCOperand.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;
using namespace llvm::TPC;

SmallVector<const FormInfo *, 16> TPCSlotText::forms() const {
  SmallVector<const FormInfo *, 16> Found;
  for (uint16_t Index : Mnemonic->Forms) {
    const FormInfo &Form = TPC::forms()[Index];
    if (Form.InSlot == InSlot && Form.existsOn(*Gen))
      Found.push_back(&Form);
  }
  return Found;
}

static bool hasOperand(const FormInfo &Form, OperandKind Kind) {
  return any_of(Form.Operands,
                [&](const OperandInfo &Op) { return Op.Kind == Kind; });
}

static bool reject(FormMismatch *Why, SMLoc Loc, const Twine &Message) {
  if (Why)
    *Why = {Loc, Message.str()};
  return false;
}

bool TPC::acceptsType(const FormInfo &Form, const TPCSlotText &Text) {
  bool HasType = hasOperand(Form, OperandKind::Type);
  if (!Text.Type)
    return !HasType || Form.DefaultType >= 0;
  return HasType ? Form.Types >> Text.Type->Code & 1 : Form.IgnoreType;
}

bool TPC::hasRoomForOperands(const FormInfo &Form, const TPCSlotText &Text) {
  size_t NumOperands = Text.Operands.size() - 1; // the first is the mnemonic
  const auto &Last = static_cast<const TPCOperand &>(*Text.Operands.back());
  if (NumOperands && Form.isGuarded() && Last.isAnyPred())
    --NumOperands;
  return NumOperands <= Form.TextOrder.size();
}

std::optional<unsigned> TPC::findWrongComma(const FormInfo &Form,
                                            const TPCSlotText &Text) {
  // Nothing stands before the first operand but the mnemonic and switches.
  unsigned NumOperands = unsigned(Text.Operands.size()) - 1;
  for (unsigned I = 1; I < NumOperands; ++I) {
    const auto &Op = static_cast<const TPCOperand &>(*Text.Operands[I + 1]);
    bool Wanted = I >= Form.TextOrder.size() || Form.TextOrder[I].AfterComma;
    if (Op.isAfterComma() != Wanted)
      return I;
  }
  return std::nullopt;
}

bool TPC::hasNumbersInRange(const FormInfo &Form, const TPCSlotText &Text) {
  for (unsigned I = 0; I != Form.TextOrder.size(); ++I) {
    const OperandInfo &Op = Form.Operands[Form.TextOrder[I].Index];
    if (Op.Kind != OperandKind::UImm || I + 1 >= Text.Operands.size())
      continue;
    std::optional<int64_t> Value =
        static_cast<const TPCOperand &>(*Text.Operands[I + 1]).getConstant();
    if (Value && uint64_t(*Value) > Op.Param)
      return false;
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

static bool isOneOf(StringRef Word, ArrayRef<StringLiteral> Names) {
  return any_of(Names, [&](StringRef N) { return Word.equals_insensitive(N); });
}

/// 'i32' does, whether or not the processor has so many registers.
static bool readsAsRegister(StringRef Word) {
  StringRef File = Word.rtrim("0123456789");
  return File != Word && matchTPCRegister((File + "0").str());
}

/// Values whose name starts with a letter may stand alone.
static const SwitchValueInfo *findValue(const SwitchInfo &S, StringRef Word,
                                        bool Alone) {
  for (const SwitchValueInfo &V : S.Values)
    if (isOneOf(Word, V.Names) &&
        (!Alone || (isAlpha(Word.front()) && !readsAsRegister(Word))))
      return &V;
  return nullptr;
}

/// Whether the name of the group means something without a value.
static bool isFlag(const SwitchInfo &S) {
  return S.Style == SwitchStyle::Flag ||
         ((S.Style == SwitchStyle::Hidden || S.Style == SwitchStyle::Suffix) &&
          S.Values.empty());
}

bool TPC::isSwitchWord(const TPCSlotText &Text, StringRef Word) {
  for (const FormInfo *Form : Text.forms())
    for (const SwitchInfo &S : Form->Switches)
      if ((isFlag(S) && isOneOf(Word, getGroupNames(S.Group))) ||
          findValue(S, Word, /*Alone=*/true))
        return true;
  return false;
}

bool TPC::isSwitchGroup(const TPCSlotText &Text, StringRef Name) {
  for (const FormInfo *Form : Text.forms())
    for (const SwitchInfo &S : Form->Switches)
      if (isOneOf(Name, getGroupNames(S.Group)))
        return true;
  return false;
}

/// Whether \p Name, or \p Name=\p Value, means something in a form.
static bool hasSwitch(const FormInfo &Form, StringRef Name, StringRef Value) {
  return any_of(Form.Switches, [&](const SwitchInfo &S) {
    bool IsGroup = isOneOf(Name, getGroupNames(S.Group));
    if (Value.empty())
      return IsGroup || findValue(S, Name, /*Alone=*/true);
    return IsGroup &&
           (S.Values.empty() || findValue(S, Value, /*Alone=*/false));
  });
}

std::string TPC::listOtherGenerations(const TPCSlotText &Text, StringRef Name,
                                      StringRef Value) {
  unsigned Found = 0;
  for (uint16_t Index : Text.Mnemonic->Forms) {
    const FormInfo &Form = TPC::forms()[Index];
    if (Form.InSlot == Text.InSlot &&
        (Name.empty() || hasSwitch(Form, Name, Value)))
      Found |= Form.Generations;
  }
  std::string List;
  if (Found >> Text.Gen->Index & 1)
    return List;
  for (const GenerationInfo &Gen : generations())
    if (Found >> Gen.Index & 1)
      List += (List.empty() ? "" : ", ") + Gen.Name.str();
  return List;
}

std::string TPC::listSwitches(const TPCSlotText &Text) {
  std::string List;
  StringSet<> Seen;
  auto Add = [&](StringRef Name) {
    if (Seen.insert(Name).second)
      List += (List.empty() ? "" : ", ") + Name.str();
  };
  for (const FormInfo *Form : Text.forms()) {
    for (const SwitchInfo &S : Form->Switches) {
      StringRef Group = getGroupNames(S.Group).front();
      if (isFlag(S))
        Add(Group);
      else if (S.Values.empty() && S.Width)
        Add((Group + "=0.." + Twine(S.mask())).str());
      for (const SwitchValueInfo &V : S.Values)
        Add(isAlpha(V.Names.front().front())
                ? V.Names.front().str()
                : (Group + "=" + V.Names.front()).str());
    }
  }
  return List;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

namespace {

/// Collects what the text gives for each group of a form.
class SwitchResolver {
  const FormInfo &Form;
  const TPCSlotText &Text;
  FormMismatch *Why;
  std::optional<unsigned> Given[NumGroups];
  SMLoc Locs[NumGroups];

  bool give(const SwitchInfo &S, unsigned Value, SMLoc Loc);
  bool readValue(const SwitchInfo &S, const TPCSwitchText &T);
  bool read(const TPCSwitchText &T);
  unsigned getValue(const SwitchInfo &S) const;
  bool isActive(const SwitchInfo &S) const;
  bool meetsConditions(const SwitchInfo &S) const;
  bool apply(const SwitchInfo &S, SwitchBits &Bits) const;

public:
  SwitchResolver(const FormInfo &Form, const TPCSlotText &Text,
                 FormMismatch *Why)
      : Form(Form), Text(Text), Why(Why) {}

  bool run(SwitchBits &Bits);
};

} // namespace

/// For messages about what this generation does not have.
static std::string otherGenerations(const TPCSlotText &Text, StringRef Name,
                                    StringRef Value) {
  std::string List = listOtherGenerations(Text, Name, Value);
  return List.empty() ? "" : "; it exists on " + List;
}

bool SwitchResolver::give(const SwitchInfo &S, unsigned Value, SMLoc Loc) {
  if (Given[S.Group] && *Given[S.Group] != Value)
    return reject(Why, Loc,
                  "switch '" + getGroupNames(S.Group).front() +
                      "' is given twice with different values");
  Given[S.Group] = Value;
  Locs[S.Group] = Loc;
  return true;
}

bool SwitchResolver::readValue(const SwitchInfo &S, const TPCSwitchText &T) {
  if (const SwitchValueInfo *V = findValue(S, T.Value, /*Alone=*/false))
    return give(S, V->Value, T.Loc);
  unsigned Number;
  unsigned Max = S.Width ? S.mask() : 1;
  if (!S.Values.empty() || T.Value.getAsInteger(0, Number) || Number > Max) {
    std::string Legal;
    for (const SwitchValueInfo &V : S.Values)
      for (StringRef Name : V.Names)
        Legal += (Legal.empty() ? "" : ", ") + Name.str();
    if (S.Values.empty())
      Legal = ("0 to " + Twine(Max)).str();
    return reject(Why, T.Loc,
                  "'" + T.Value + "' is no value of switch '" + T.Name +
                      "'; legal are " + Legal +
                      otherGenerations(Text, T.Name, T.Value));
  }
  return give(S, Number, T.Loc);
}

bool SwitchResolver::read(const TPCSwitchText &T) {
  // A switch that takes any text takes what no other one of its group does.
  bool Dropped = false;
  for (const SwitchInfo &S : Form.Switches) {
    if (!T.Value.empty()) {
      if (!isOneOf(T.Name, getGroupNames(S.Group)))
        continue;
      if (!S.AnyText)
        return readValue(S, T);
      Dropped = true;
      continue;
    }
    if (isFlag(S) && isOneOf(T.Name, getGroupNames(S.Group)))
      return give(S, 1, T.Loc);
    if (const SwitchValueInfo *V = findValue(S, T.Name, /*Alone=*/true))
      return give(S, V->Value, T.Loc);
  }
  if (Dropped)
    return true;
  return reject(Why, T.Loc,
                "'" + Text.Mnemonic->Name +
                    "' with these operands has no switch '" + T.Name + "'");
}

unsigned SwitchResolver::getValue(const SwitchInfo &S) const {
  if (Given[S.Group])
    return *Given[S.Group];
  return S.Fixed ? unsigned(extractBits(Form.FixedBits, S.Inst, S.Width))
                 : S.Default;
}

bool SwitchResolver::meetsConditions(const SwitchInfo &S) const {
  int Type = Text.Type ? int(Text.Type->Code) : Form.DefaultType;
  if (S.OnlyTypes && (Type < 0 || !(S.OnlyTypes >> Type & 1)))
    return false;
  if (S.WhenGroup < 0)
    return true;
  for (const SwitchInfo &Other : Form.Switches)
    if (Other.Group == unsigned(S.WhenGroup))
      return getValue(Other) == S.WhenValue;
  return false;
}

bool SwitchResolver::isActive(const SwitchInfo &S) const {
  for (const SwitchInfo &Other : Form.Switches)
    if (Other.Group == S.Group && meetsConditions(Other))
      return &Other == &S;
  return false;
}

bool SwitchResolver::apply(const SwitchInfo &S, SwitchBits &Bits) const {
  unsigned Value = getValue(S);
  if (S.AnyText)
    return true;
  if (S.Fixed) {
    unsigned Fixed = unsigned(extractBits(Form.FixedBits, S.Inst, S.Width));
    // An operand stands for a hidden one; the others have to be written.
    bool Missing = !Given[S.Group] && S.Style != SwitchStyle::Hidden && Fixed;
    if (Missing || Value != Fixed)
      return reject(Why, Missing ? Text.Loc : Locs[S.Group],
                    "these operands need switch '" +
                        getGroupNames(S.Group).front() + "'");
    return true;
  }
  if (S.TextOnly) {
    if (Given[S.Group] && S.Width)
      insertBits(Bits.TextBits, Value, S.Inst, S.Width);
    return true;
  }
  Bits.Word |= uint64_t(Value) << S.Word;
  return true;
}

bool SwitchResolver::run(SwitchBits &Bits) {
  for (const TPCSwitchText &T : Text.Switches)
    if (!read(T))
      return false;
  bool Known[NumGroups] = {};
  for (const SwitchInfo &S : Form.Switches) {
    if (!isActive(S))
      continue;
    Known[S.Group] = true;
    if (!apply(S, Bits))
      return false;
  }
  for (unsigned Group = 0; Group != NumGroups; ++Group)
    if (Given[Group] && !Known[Group])
      return reject(Why, Locs[Group],
                    "switch '" + getGroupNames(Group).front() +
                        "' is not possible with this data type");
  return true;
}

bool TPC::resolveSwitches(const FormInfo &Form, const TPCSlotText &Text,
                          SwitchBits &Bits, FormMismatch *Why) {
  return SwitchResolver(Form, Text, Why).run(Bits);
}
