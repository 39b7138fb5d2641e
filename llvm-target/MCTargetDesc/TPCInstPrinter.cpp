//===-- TPCInstPrinter.cpp - Prints bundles as text -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCInstPrinter.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCSwitchWord.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/MCAsmInfo.h"
#include "llvm/MC/MCExpr.h"
#include "llvm/MC/MCInst.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

#include "TPCGenAsmWriter.inc"

const char *llvm::getTPCRegisterName(unsigned Reg) {
  return TPCInstPrinter::getRegisterName(Reg);
}

void TPCInstPrinter::printRegName(raw_ostream &O, MCRegister Reg) const {
  O << getRegisterName(Reg);
}

void TPCInstPrinter::printInst(const MCInst *MI, uint64_t Address,
                               StringRef Annot, const MCSubtargetInfo &STI,
                               raw_ostream &O) {
  Gen = &TPC::getGeneration(STI);
  O << '\t';
  if (MI->getOpcode() == TPC::BUNDLE) {
    ListSeparator LS("; ");
    for (const MCOperand &Slot : *MI) {
      O << LS;
      printSlot(*Slot.getInst(), Address, O);
    }
  } else {
    printSlot(*MI, Address, O);
  }
  printAnnotation(O, Annot);
}

/// TableGen's printer starts every instruction with a tab of its own.
void TPCInstPrinter::printSlot(const MCInst &MI, uint64_t Address,
                               raw_ostream &O) {
  SmallString<128> Text;
  raw_svector_ostream OS(Text);
  printInstruction(&MI, Address, OS);
  O << Text.str().ltrim();
}

void TPCInstPrinter::printOperand(const MCInst *MI, unsigned OpNo,
                                  raw_ostream &O) {
  const MCOperand &Op = MI->getOperand(OpNo);
  if (Op.isReg())
    printRegName(O, Op.getReg());
  else if (Op.isImm())
    O << formatHex(uint64_t(Op.getImm() < 0 ? Op.getImm()
                                            : Op.getImm() & ~TPC::UnsignedImm));
  else
    Op.getExpr()->print(O, &MAI);
}

void TPCInstPrinter::printTypeOp(const MCInst *MI, unsigned OpNo,
                                 raw_ostream &O) {
  const TPC::FormInfo *Form = TPC::findForm(MI->getOpcode(), *Gen);
  int64_t Type = MI->getOperand(OpNo).getImm();
  if (Form && Type != Form->DefaultType)
    O << '.' << TPC::getTypeSuffix(unsigned(Type));
}

/// The value as the canonical text has it: a name if there is one.
static void printSwitchValue(const TPC::SwitchInfo &S, unsigned Value,
                             raw_ostream &O) {
  for (const TPC::SwitchValueInfo &V : S.Values) {
    if (V.Value == Value) {
      O << V.Names.front();
      return;
    }
  }
  if (S.Base == 2) {
    SmallString<16> Digits;
    APInt(32, Value).toStringUnsigned(Digits, 2);
    O << "0b" << Digits;
  } else if (S.Base == 16) {
    O << format_hex(Value, 3);
  } else {
    O << Value;
  }
}

void TPCInstPrinter::printSwitchOp(const MCInst *MI, unsigned OpNo,
                                   raw_ostream &O) {
  const TPC::FormInfo *Form = TPC::findForm(MI->getOpcode(), *Gen);
  if (!Form)
    return;
  TPC::SwitchReader Reader(*Form, *MI);
  for (const TPC::SwitchInfo &S : Form->Switches) {
    if (S.TextOnly || !Reader.isActive(S))
      continue;
    unsigned Value = Reader.getValue(S);
    if (int(Value) == S.Omit)
      continue;
    StringRef Name = TPC::getGroupNames(S.Group).front();
    switch (S.Style) {
    case TPC::SwitchStyle::Flag:
      O << ' ' << Name;
      break;
    case TPC::SwitchStyle::Suffix:
      O << '.';
      if (S.Values.empty())
        O << Name;
      else
        printSwitchValue(S, Value, O);
      break;
    case TPC::SwitchStyle::Pair:
      O << ' ' << Name << '=';
      printSwitchValue(S, Value, O);
      break;
    case TPC::SwitchStyle::Trailing:
      O << ", ";
      printSwitchValue(S, Value, O);
      break;
    case TPC::SwitchStyle::Value:
      O << ' ';
      printSwitchValue(S, Value, O);
      break;
    case TPC::SwitchStyle::Hidden:
      break;
    }
  }
}

void TPCInstPrinter::printDimMask(const MCInst *MI, unsigned OpNo,
                                  raw_ostream &O) {
  constexpr unsigned NumDims = 5;
  int64_t Mask = MI->getOperand(OpNo).getImm();
  O << 'b';
  for (unsigned Dim = NumDims; Dim-- != 0;)
    O << (Mask >> Dim & 1);
}

void TPCInstPrinter::printBrTarget(const MCInst *MI, uint64_t Address,
                                   unsigned OpNo, raw_ostream &O) {
  const MCOperand &Op = MI->getOperand(OpNo);
  // A distance: '.' is the address of the bundle.
  if (Op.isImm())
    O << '.' << (Op.getImm() < 0 ? '-' : '+')
      << formatHex(uint64_t(std::abs(Op.getImm())));
  else
    Op.getExpr()->print(O, &MAI);
}

/// SP0 that is not inverted means "always" and is left out. VP0 means the same,
/// but has other bits: the reference disassembler leaves it out too, and what
/// it prints then does not assemble to the same bytes.
bool TPCInstPrinter::printPredicate(const MCInst *MI, unsigned OpNo,
                                    StringRef Before, raw_ostream &O) {
  MCRegister Reg = MI->getOperand(OpNo).getReg();
  bool Inverted = MI->getOperand(OpNo + 1).getImm() & 1;
  if (!Inverted && Reg == TPC::SP0)
    return false;
  O << Before << (Inverted ? "!" : "");
  printRegName(O, Reg);
  return true;
}

void TPCInstPrinter::printPred(const MCInst *MI, unsigned OpNo,
                               raw_ostream &O) {
  printPredicate(MI, OpNo, ", ", O);
}

void TPCInstPrinter::printPredOnly(const MCInst *MI, unsigned OpNo,
                                   raw_ostream &O) {
  printPredicate(MI, OpNo, " ", O);
}

void TPCInstPrinter::printLoopImm(const MCInst *MI, unsigned OpNo,
                                  raw_ostream &O) {
  // Decimal, unlike all other immediates.
  O << uint64_t(MI->getOperand(OpNo).getImm());
}

void TPCInstPrinter::printLoopCmp(const MCInst *MI, unsigned OpNo,
                                  raw_ostream &O) {
  uint64_t Code = uint64_t(MI->getOperand(OpNo).getImm());
  ArrayRef<StringLiteral> Names = TPC::loopCompares();
  O << (Code < Names.size() ? StringRef(Names[Code]) : "?");
}
