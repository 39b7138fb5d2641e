//===-- TPCSwitchWord.cpp - Values of switches ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCSwitchWord.h"
#include "llvm/MC/MCInst.h"

using namespace llvm;
using namespace llvm::TPC;

int TPC::findOperand(const FormInfo &Form, OperandKind Kind) {
  int Index = 0;
  for (const OperandInfo &Op : Form.Operands) {
    if (Op.Kind == Kind)
      return Index;
    Index += Op.Kind == OperandKind::Pred ? 2 : 1;
  }
  return -1;
}

SwitchReader::SwitchReader(const FormInfo &Form, const MCInst &MI)
    : Form(Form), Type(Form.DefaultType) {
  int Index = findOperand(Form, OperandKind::Switches);
  if (Index >= 0)
    Word = uint64_t(MI.getOperand(unsigned(Index)).getImm());
  Index = findOperand(Form, OperandKind::Type);
  if (Index >= 0)
    Type = int(MI.getOperand(unsigned(Index)).getImm());
}

unsigned SwitchReader::getValue(const SwitchInfo &S) const {
  if (S.Fixed)
    return unsigned(extractBits(Form.FixedBits, S.Inst, S.Width));
  return unsigned(Word >> S.Word) & S.mask();
}

static bool meetsConditions(const SwitchReader &Reader, const FormInfo &Form,
                            const SwitchInfo &S, int Type) {
  if (S.OnlyTypes && (Type < 0 || !(S.OnlyTypes >> Type & 1)))
    return false;
  if (S.WhenGroup < 0)
    return true;
  for (const SwitchInfo &Other : Form.Switches)
    if (Other.Group == unsigned(S.WhenGroup) && !Other.TextOnly)
      return Reader.getValue(Other) == S.WhenValue;
  return false;
}

bool SwitchReader::isActive(const SwitchInfo &S) const {
  for (const SwitchInfo &Other : Form.Switches) {
    if (Other.Group != S.Group)
      continue;
    if (meetsConditions(*this, Form, Other, Type))
      return &Other == &S;
  }
  return false;
}

bool SwitchReader::hasUnreadBits() const {
  if (Word == 0)
    return false;
  uint64_t Read = 0;
  for (const SwitchInfo &S : Form.Switches)
    if (!S.Fixed && !S.TextOnly && isActive(S))
      Read |= uint64_t(S.mask()) << S.Word;
  return Word & ~Read;
}
